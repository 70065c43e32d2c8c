package dk.brobygger.indexer.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

  /** A text that was found, taken apart where a pattern fits; each part with its place. */
  static List<Found<String>> parts(Found<String> text, Pattern between) {
    List<Found<String>> parts = new ArrayList<>();
    Matcher border = between.matcher(text.value());
    int start = 0;
    while (border.find()) {
      parts.add(part(text, start, border.start()));
      start = border.end();
    }
    parts.add(part(text, start, text.value().length()));
    return parts;
  }

  private static Found<String> part(Found<String> text, int start, int end) {
    return new Found<>(
        text.value().substring(start, end), text.start() + start, text.start() + end);
  }

  /** The words in the text they were found in. */
  public String words(String text) {
    return text.substring(start, end);
  }
}
