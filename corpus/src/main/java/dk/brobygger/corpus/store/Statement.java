package dk.brobygger.corpus.store;

import dk.brobygger.corpus.entry.Entry;
import java.time.LocalDate;

/**
 * What one source said of an entry from one day on, until its next statement.
 *
 * @param number 1 or more, rising in the order in which statements were recorded
 * @param source the name of the source, such as {@code eu-calls-daily}
 * @param day the day it was read, not the day it was recorded
 * @param entry the entry as that source alone shows it
 */
public record Statement(long number, String source, LocalDate day, Entry entry) {}
