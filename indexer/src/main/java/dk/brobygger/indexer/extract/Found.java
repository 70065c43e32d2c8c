package dk.brobygger.indexer.extract;

/**
 * Something a text says, and where.
 *
 * @param <T> what kind of thing
 * @param value what it says
 * @param start first character of the words it was read from, in UTF-16 units from 0
 * @param end after their last character
 */
public record Found<T>(T value, int start, int end) {

  /** The same words, read as something else. */
  <U> Found<U> as(U other) {
    return new Found<>(other, start, end);
  }

  /** The words in the text they were found in. */
  public String words(String text) {
    return text.substring(start, end);
  }
}
