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
 * @param offset where the words begin in the text that was read there, in UTF-16 units from 0,
 *     where that was kept; never without words
 * @param source the public address
 * @param date the day it was read
 */
public record Claim(
    List<String> fields,
    Optional<String> words,
    Optional<Integer> offset,
    URI source,
    LocalDate date) {

  /** A claim that does not say where on the page its words stand. */
  public Claim(List<String> fields, Optional<String> words, URI source, LocalDate date) {
    this(fields, words, Optional.empty(), source, date);
  }

  /** Refuses a claim about nothing, an offset of nothing, and a source that is no web address. */
  public Claim {
    fields = List.copyOf(fields);
    if (fields.isEmpty()) {
      throw new IllegalArgumentException("claim on " + source + " names no field, must name one");
    }
    offset.ifPresent(place -> {
      if (place < 0 || words.isEmpty()) {
        throw new IllegalArgumentException(
            "offset is " + place + ", must not be negative, and stand beside words");
      }
    });
    WebAddress.check("source", source);
  }
}
