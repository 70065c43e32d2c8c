package dk.brobygger.search.query;

import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.language.DanishCompounds;
import dk.brobygger.search.language.TextAnalysis;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Words of a question that are looked for as they are. */
final class PlainWords {

  /** How questions begin, in Danish and English, and what they then ask whether somebody can. */
  private static final Pattern QUESTION =
      Pattern.compile("(?iu)(?:hvem|hvad|hvilke[nt]?|hvor|who|which|what|where)\\b.*");

  private static final Pattern ASKING =
      Pattern.compile(
          "(?iu)\\b(?:hvem|hvad|hvilke[nt]?|hvor|kan|findes|hjælper?|who|which|what|where|can|could"
              + "|helps?)\\b");

  private PlainWords() {}

  /** What was typed, with each letter and its accents in one and no digit below the line. */
  static String composed(String typed) {
    return TextAnalysis.onTheLine(Normalizer.normalize(typed, Normalizer.Form.NFC));
  }

  /** Of a whole question what it is about: {@code hvem kan hjælpe med fisk} is about fish. */
  static String withoutAsking(String text) {
    String about = ASKING.matcher(text).replaceAll("").strip().replaceAll("\\s+", " ");
    return QUESTION.matcher(text).matches() && !about.isEmpty() ? about : text;
  }

  /**
   * All of some words: {@code waste heat} is neither any waste nor any heat. What a hyphen holds
   * together stands in a row: an IT cluster does not speak of {@code it-sikkerhed}. So do the parts
   * of a Danish compound, where somebody wrote them apart; others write in one word what was typed
   * with a hyphen.
   */
  static Query all(String words) {
    List<Query> every = new ArrayList<>();
    for (String word : words.split("\\s+")) {
      if (!TextAnalysis.saysNothing(word)) {
        every.add(one(word));
      }
    }
    return switch (every.size()) {
      case 0 -> new Query.Words(words);
      case 1 -> every.getFirst();
      default -> new Query.Every(every);
    };
  }

  /** All of some English words, in English texts: a cow's rumen is no room, Danish {@code rum}. */
  static Query english(String words) {
    List<Query> every =
        Stream.of(words.split("\\s+"))
            .<Query>map(word -> new Query.Words(word, Set.of(Language.EN), Query.Where.ANYWHERE))
            .toList();
    return every.size() == 1 ? every.getFirst() : new Query.Every(every);
  }

  private static Query one(String word) {
    if (word.indexOf('-') > 0) {
      Query together = new Query.Phrase(word);
      return word.chars().anyMatch(Character::isDigit)
          ? together
          : new Query.Either(List.of(together, new Query.Words(word.replace("-", ""))));
    }
    return DanishCompounds.shipped().parts(word).isEmpty()
        ? new Query.Words(word)
        : new Query.Either(List.of(new Query.Words(word), new Query.Phrase(word)));
  }

  /** Whether a word, in any inflection, or a compound is one of the Danish dictionary. */
  static boolean isDanish(String word) {
    DanishCompounds compounds = DanishCompounds.shipped();
    return compounds.isWord(word.toLowerCase(Locale.ROOT)) || !compounds.parts(word).isEmpty();
  }
}
