package dk.brobygger.corpus.entry;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * That some facts of an entry were read at one address on one day.
 *
 * @param fields the facts that were read there, by the names they have in the JSON form; at least
 *     one
 * @param words the very words that were read, where they were kept
 * @param source the public address
 * @param date the day it was read
 */
public record Claim(List<String> fields, Optional<String> words, URI source, LocalDate date) {

  /** Refuses a claim about nothing, and a source that is not a web address. */
  public Claim {
    fields = List.copyOf(fields);
    if (fields.isEmpty()) {
      throw new IllegalArgumentException("claim on " + source + " names no field, must name one");
    }
    WebAddress.check("source", source);
  }
}
