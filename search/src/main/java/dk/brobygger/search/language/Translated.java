package dk.brobygger.search.language;

/**
 * An English word that says what Danish words of a text say.
 *
 * @param english one English word, in small letters
 * @param weight how surely it does, above 0, at most 1
 * @param start first character of the Danish words, in UTF-16 units from 0
 * @param end after their last character
 */
public record Translated(String english, double weight, int start, int end) {

  /** Refuses an empty word, a weight that is no probability and an empty place. */
  public Translated {
    if (english.isBlank()) {
      throw new IllegalArgumentException("english is \"" + english + "\", must not be blank");
    }
    if (!(weight > 0 && weight <= 1)) {
      throw new IllegalArgumentException(
          "weight of " + english + " is " + weight + ", must be above 0 and at most 1");
    }
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException(
          "place of " + english + " is " + start + " to " + end + ", must hold characters");
    }
  }
}
