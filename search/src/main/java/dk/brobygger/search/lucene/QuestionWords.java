package dk.brobygger.search.lucene;

import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.language.TextAnalysis;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The words of the texts of one question, taken apart once for all who look for them. For one
 * thread.
 */
final class QuestionWords {

  private final Map<Asked, List<TextAnalysis.Word>> known = new HashMap<>();
  private final Map<Asked, List<TextAnalysis.Word>> smallest = new HashMap<>();

  private record Asked(String text, Language language) {}

  /** The words of a text that say something. */
  List<TextAnalysis.Word> telling(String text, Language language) {
    return known.computeIfAbsent(
        new Asked(text, language), asked -> telling(TextAnalysis.words(text, language), asked));
  }

  /**
   * The same of what somebody types: who asks for nothing but words that say nothing means them.
   */
  List<TextAnalysis.Word> of(String text, Language language) {
    List<TextAnalysis.Word> telling = telling(text, language);
    return telling.isEmpty() ? TextAnalysis.words(text, language) : telling;
  }

  /** The same, of compounds the parts only. */
  List<TextAnalysis.Word> smallest(String text, Language language) {
    return smallest.computeIfAbsent(
        new Asked(text, language),
        asked -> {
          List<TextAnalysis.Word> words = TextAnalysis.smallest(text, language);
          List<TextAnalysis.Word> telling = telling(words, asked);
          return telling.isEmpty() ? words : telling;
        });
  }

  private static List<TextAnalysis.Word> telling(List<TextAnalysis.Word> words, Asked asked) {
    return words.stream().filter(word -> !isFiller(asked, word)).toList();
  }

  /**
   * A single letter, a number, or what holds others together, as it is written or as it is compared
   * ({@code start-ups} is {@code start} and {@code up}): the few {@code and} and {@code The} in a
   * German text would be rare, and so worth much.
   */
  private static boolean isFiller(Asked asked, TextAnalysis.Word word) {
    String written = asked.text().substring(word.start(), word.end());
    return written.length() == 1
        || written.chars().noneMatch(Character::isLetter)
        || (saysNothing(written.toLowerCase(Locale.ROOT), word.term(), asked.language())
            && !written.equals(written.toUpperCase(Locale.ROOT)));
  }

  private static boolean saysNothing(String small, String term, Language language) {
    return TextAnalysis.saysNothing(small, language) || TextAnalysis.saysNothing(term, language);
  }
}
