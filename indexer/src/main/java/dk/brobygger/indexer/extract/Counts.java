package dk.brobygger.indexer.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Small numbers, written in digits or in Danish or English words. */
final class Counts {

  /** A number in digits, with or without separators of thousands, or a word up to twelve. */
  static final String NUMBER =
      "(?:\\d{1,3}(?:[.,   ]\\d{3}){1,3}|\\d+|one|two|three|four|five|six|seven|eight|nine|ten"
          + "|eleven|twelve|en|én|et|ét|to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv)";

  /** A number in digits or in an English word: the Danish two is an English preposition. */
  static final String ENGLISH_NUMBER =
      "(?:\\d{1,3}(?:[.,   ]\\d{3}){1,3}|\\d+|one|two|three|four|five|six|seven|eight|nine|ten)";

  /** A number in digits. */
  static final String FIGURE = "(?:\\d{1,3}(?:[.,   ]\\d{3}){1,3}|\\d+)";

  private static final List<String> ENGLISH =
      List.of(
          "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
          "twelve");

  private static final List<String> DANISH =
      List.of(
          "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv");

  private static final Map<String, Integer> WORDS = words();

  private Counts() {}

  private static Map<String, Integer> words() {
    Map<String, Integer> words = new HashMap<>(Map.of("én", 1, "et", 1, "ét", 1));
    for (int place = 0; place < ENGLISH.size(); place++) {
      words.put(ENGLISH.get(place), place + 1);
      words.put(DANISH.get(place), place + 1);
    }
    return words;
  }

  /** The number; empty where it is none or too large to be a count. */
  static Optional<Integer> of(String written) {
    String word = written.strip().toLowerCase(Locale.ROOT);
    if (WORDS.containsKey(word)) {
      return Optional.ofNullable(WORDS.get(word));
    }
    String digits = word.replaceAll("[^0-9]", "");
    return digits.isEmpty() || digits.length() > 9
        ? Optional.empty()
        : Optional.of(Integer.parseInt(digits));
  }
}
