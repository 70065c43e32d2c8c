package dk.brobygger.search.language;

import dk.brobygger.corpus.vocabulary.Language;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.jspecify.annotations.Nullable;

/**
 * The Danish words and phrases of a term bridge, found in any inflection, with what they are in
 * English. Immutable, safe for many threads.
 */
final class BridgeDictionary {

  /**
   * Endings of inflected words; taking one off, or an {@code e} more or less, gives the headword.
   */
  private static final List<String> ENDINGS =
      List.of(
          "", "s", "en", "et", "er", "e", "ens", "ets", "ers", "es", "erne", "ernes", "ene", "enes",
          "n", "r", "t", "ns", "ts", "rne", "ne", "rnes", "nes", "de", "te", "ede", "ende", "nde",
          "ere", "est", "este");

  private static final int SHORTEST_HEADWORD = 2;

  /** By phrase of stems. */
  private final Map<String, Map<String, Double>> stems = new HashMap<>();

  /** By the word as the dictionary has it: {@code sort} and {@code sortere} share a stem. */
  private final Map<String, Map<String, Double>> headwords = new HashMap<>();

  /** The same with the English phrases as the dictionary has them, not taken apart. */
  private final Map<String, Map<String, Double>> phrases = new HashMap<>();

  private final Set<String> english = new HashSet<>();

  BridgeDictionary(Collection<TermBridge.Row> rows) {
    for (TermBridge.Row row : rows) {
      List<String> words = englishWords(row.english());
      english.addAll(words);
      put(phrases, row.danish(), String.join(" ", words), row.probability());
      for (String word : words) {
        put(stems, phrase(row.danish()), word, row.probability());
        put(headwords, row.danish(), word, row.probability());
      }
    }
  }

  private static void put(
      Map<String, Map<String, Double>> by, String danish, String english, double probability) {
    by.computeIfAbsent(danish, key -> new LinkedHashMap<>())
        .merge(english, probability, BridgeDictionary::atMostOne);
  }

  static double atMostOne(double one, double two) {
    return Math.min(1, one + two);
  }

  /** The Danish words and phrases as the dictionary has them. */
  Set<String> danish() {
    return Collections.unmodifiableSet(headwords.keySet());
  }

  /** All English words. */
  Set<String> english() {
    return Collections.unmodifiableSet(english);
  }

  /** The English words of a phrase of Danish stems; none where it is not here. */
  Map<String, Double> phrase(List<TextAnalysis.Word> danish) {
    return stems.getOrDefault(joined(danish), Map.of());
  }

  /** The English words for a word in any inflection, for its stem if not for its headword. */
  @Nullable Map<String, Double> word(String small, String stem) {
    @Nullable Map<String, Double> found = inflected(small, headwords);
    return found == null ? stems.get(stem) : found;
  }

  /** The English words and phrases for a word in any inflection. */
  @Nullable Map<String, Double> phrases(String small) {
    return inflected(small, phrases);
  }

  private static @Nullable Map<String, Double> inflected(
      String small, Map<String, Map<String, Double>> headwords) {
    for (String ending : ENDINGS) {
      int length = small.length() - ending.length();
      if (length >= SHORTEST_HEADWORD && small.endsWith(ending)) {
        String base = small.substring(0, length);
        @Nullable Map<String, Double> found = headwords.get(base);
        if (found == null && !ending.isEmpty() && !base.endsWith("e")) {
          found = headwords.get(base + "e");
        }
        if (found == null && isDoubled(base)) {
          found = headwords.get(base.substring(0, length - 1));
        }
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private static boolean isDoubled(String base) {
    int last = base.length() - 1;
    return last > 1 && base.charAt(last) == base.charAt(last - 1);
  }

  /** The words of an English text, in small letters, without those that say nothing. */
  static List<String> englishWords(String text) {
    CharArraySet silent = EnglishAnalyzer.getDefaultStopSet();
    List<String> words = new ArrayList<>();
    for (TextAnalysis.Word word : TextAnalysis.stems(text, Language.EN)) {
      String written = text.substring(word.start(), word.end()).toLowerCase(Locale.ROOT);
      if (!silent.contains(written)) {
        words.add(written);
      }
    }
    return words;
  }

  /** A Danish word or phrase as a phrase of stems. */
  static String phrase(String danish) {
    return joined(TextAnalysis.stems(danish, Language.DA));
  }

  private static String joined(List<TextAnalysis.Word> words) {
    StringBuilder phrase = new StringBuilder();
    for (TextAnalysis.Word word : words) {
      phrase.append(phrase.isEmpty() ? "" : " ").append(word.term());
    }
    return phrase.toString();
  }
}
