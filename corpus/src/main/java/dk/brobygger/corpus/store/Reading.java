package dk.brobygger.corpus.store;

import dk.brobygger.corpus.entry.Entry;
import java.time.LocalDate;
import java.util.List;

/**
 * What one source showed on one day.
 *
 * @param source the name of the source, such as {@code eu-calls-daily}
 * @param day the day it was read
 * @param entries the entries it showed; of two with the same id the later counts
 */
public record Reading(String source, LocalDate day, List<Entry> entries) {

  /** Keeps a copy. */
  public Reading {
    entries = List.copyOf(entries);
  }
}
