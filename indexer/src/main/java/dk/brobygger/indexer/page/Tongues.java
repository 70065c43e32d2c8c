package dk.brobygger.indexer.page;

import com.github.pemistahl.lingua.api.Language;
import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Tells in which language each text of a page is written.
 *
 * <p>Of a page, a text of 100 letters or more is judged by itself; a shorter one only where it is
 * quite clear, and is otherwise taken to be in that of the long text before it, or of the first
 * one. Languages that are not read are told, too: of 100 Hungarian beginnings of 150 letters 53
 * were taken for Spanish when Hungarian was not among them, and none is now (Europarl, November
 * 2026).
 *
 * <p>The models are read at first use and take some 54 MB: those of three letters only, since the
 * longer ones take ten times as much, 370 MB for twelve languages, and tell 98.8 instead of 96.2 of
 * 100 Danish beginnings.
 */
public final class Tongues {

  /** From here on a text is long enough to be judged by itself. */
  private static final int ENOUGH = 100;

  /** How far ahead of all others the language of a short text must be, from 0 to 0.99. */
  private static final double CLEAR = 0.25;

  /** How much of a long text is looked at. */
  private static final int LOOKED_AT = 1_000;

  private Tongues() {}

  /** The ISO 639-1 codes of the languages of these texts, one each, empty where unknown. */
  static List<Optional<String>> of(List<String> texts, Optional<String> declared) {
    Optional<String> around =
        texts.stream()
            .filter(Tongues::isLong)
            .findFirst()
            .flatMap(Tongues::own)
            .or(() -> most(texts))
            .or(() -> declared);
    List<Optional<String>> languages = new ArrayList<>();
    for (String text : texts) {
      Optional<String> inherited = around;
      languages.add(own(text).or(() -> inherited));
      around = isLong(text) ? languages.getLast() : around;
    }
    return languages;
  }

  /** The language of most letters of these texts. */
  static Optional<String> most(List<String> texts) {
    Map<Language, Integer> letters = new EnumMap<>(Language.class);
    texts.stream()
        .filter(text -> isLong(text))
        .forEach(text -> letters.merge(surest(text), text.length(), Integer::sum));
    letters.remove(Language.UNKNOWN);
    return letters.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .or(() -> Optional.of(clear(String.join("\n", texts))))
        .flatMap(Tongues::code);
  }

  /**
   * The one of some languages that a text, however short, is most likely written in; the first of
   * them where they are equally likely, as for a text without letters.
   *
   * @param codes the ISO 639-1 codes of these languages
   */
  public static String likeliest(String text, List<String> codes) {
    Map<String, Double> likely = new HashMap<>();
    Detectors.SUREST
        .computeLanguageConfidenceValues(beginning(text))
        .forEach((language, share) -> code(language).ifPresent(code -> likely.put(code, share)));
    return codes.stream()
        .reduce((one, next) ->
            likely.getOrDefault(next, 0.0) > likely.getOrDefault(one, 0.0) ? next : one)
        .orElseThrow(() -> new IllegalArgumentException("codes is [], must name a language"));
  }

  private static boolean isLong(String text) {
    return text.length() >= ENOUGH;
  }

  private static Optional<String> own(String text) {
    return code(isLong(text) ? surest(text) : clear(text));
  }

  private static Language surest(String text) {
    return Detectors.SUREST.detectLanguageOf(beginning(text));
  }

  private static Language clear(String text) {
    return Detectors.CLEAR.detectLanguageOf(beginning(text));
  }

  private static String beginning(String text) {
    return text.substring(0, Math.min(LOOKED_AT, text.length()));
  }

  private static Optional<String> code(Language language) {
    return language == Language.UNKNOWN
        ? Optional.empty()
        : Optional.of(language.getIsoCode639_1().toString().toLowerCase(Locale.ROOT));
  }

  /** Made at first use. */
  private static final class Detectors {

    static final LanguageDetector SUREST = builder().build();
    static final LanguageDetector CLEAR =
        builder().withMinimumRelativeDistance(Tongues.CLEAR).build();

    /** Those that are read, and those that would be taken for them. */
    private static LanguageDetectorBuilder builder() {
      return LanguageDetectorBuilder.fromLanguages(
              Language.DANISH,
              Language.ENGLISH,
              Language.BOKMAL,
              Language.SWEDISH,
              Language.FINNISH,
              Language.GERMAN,
              Language.DUTCH,
              Language.FRENCH,
              Language.SPANISH,
              Language.ITALIAN,
              Language.PORTUGUESE,
              Language.POLISH,
              Language.CZECH,
              Language.SLOVAK,
              Language.SLOVENE,
              Language.CROATIAN,
              Language.HUNGARIAN,
              Language.ROMANIAN,
              Language.ESTONIAN,
              Language.LATVIAN,
              Language.LITHUANIAN,
              Language.ICELANDIC,
              Language.CATALAN,
              Language.BASQUE,
              Language.TURKISH,
              Language.ALBANIAN)
          .withLowAccuracyMode();
    }
  }
}
