package dk.brobygger.search.engine;

/**
 * A range of a text field.
 *
 * @param field the field's name, as in {@link dk.brobygger.corpus.entry.TextField#name()}
 * @param start first character, in UTF-16 units from 0
 * @param end after the last character
 */
public record Highlight(String field, int start, int end) {

  /** Refuses empty and negative ranges. */
  public Highlight {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException(
          "range is " + start + " to " + end + ", must begin at 0 or later and not be empty");
    }
  }
}
