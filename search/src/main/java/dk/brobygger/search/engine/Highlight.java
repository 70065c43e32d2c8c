package dk.brobygger.search.engine;

/**
 * A range of a text field.
 *
 * @param field the field's name, as in {@link dk.brobygger.corpus.entry.TextField#name()}
 * @param start first character, in UTF-16 units from 0
 * @param end after the last character
 * @param worth how much it tells that what was asked for stands there, 0 or more: the rarer it is
 *     elsewhere the more; only comparable within one answer
 */
public record Highlight(String field, int start, int end, double worth) {

  /** Refuses empty and negative ranges, and a worth that is negative or not a number. */
  public Highlight {
    if (!(worth >= 0)) {
      throw new IllegalArgumentException("worth is " + worth + ", must be 0 or more");
    }
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException(
          "range is " + start + " to " + end + ", must begin at 0 or later and not be empty");
    }
  }
}
