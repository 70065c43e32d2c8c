package dk.brobygger.search.score;

import dk.brobygger.corpus.entry.Claim;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryId;
import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Words quoted from an entry, where they stand, and where the entry was read.
 *
 * @param entry whose words they are
 * @param field the field they stand in, a text or a fact of the entry
 * @param start first character in that field, in UTF-16 units from 0
 * @param end after the last character
 * @param text the words: exactly the characters from start to end
 * @param source the public address where the field was read, where known
 * @param date the day it was read, where known
 */
public record Evidence(
    EntryId entry,
    String field,
    int start,
    int end,
    String text,
    Optional<URI> source,
    Optional<LocalDate> date) {

  /**
   * Quotes a range of a field.
   *
   * @throws IllegalArgumentException if the entry has no such field or the field no such range
   */
  public static Evidence quote(Entry entry, String field, int start, int end) {
    String whole =
        entry
            .field(field)
            .orElseThrow(() -> new IllegalArgumentException(entry.id() + " has no field " + field))
            .text();
    if (start < 0 || end > whole.length() || start >= end) {
      throw new IllegalArgumentException(
          "range of "
              + field
              + " is "
              + start
              + " to "
              + end
              + ", must lie within 0 to "
              + whole.length());
    }
    Optional<Claim> claim = entry.provenance().of(field);
    return new Evidence(
        entry.id(),
        field,
        start,
        end,
        whole.substring(start, end),
        claim.map(Claim::source),
        claim.map(Claim::date));
  }

  /** Quotes a whole field. */
  public static Evidence whole(Entry entry, String field) {
    return quote(entry, field, 0, entry.field(field).map(it -> it.text().length()).orElse(0));
  }
}
