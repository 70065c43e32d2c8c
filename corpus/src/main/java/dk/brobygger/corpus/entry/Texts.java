package dk.brobygger.corpus.entry;

import dk.brobygger.corpus.vocabulary.Language;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The same prose in one or several languages.
 *
 * @param byLanguage the text of each language there is; blank ones are left out
 */
public record Texts(Map<Language, String> byLanguage) {

  /** Prose that nobody has written yet. */
  public static final Texts NONE = new Texts(Map.of());

  /** Keeps a copy without blank texts, in the order of {@link Language}. */
  public Texts {
    Map<Language, String> kept = new EnumMap<>(Language.class);
    byLanguage.forEach((language, text) -> {
      if (!text.isBlank()) {
        kept.put(language, text);
      }
    });
    byLanguage = Collections.unmodifiableMap(kept);
  }

  /** English prose only; none if it is blank. */
  public static Texts english(String text) {
    return new Texts(Map.of(Language.EN, text));
  }

  /** The text in this language; where there is none, that in the first one of {@link Language}. */
  public Optional<String> in(Language language) {
    return Optional.ofNullable(byLanguage.get(language))
        .or(() -> byLanguage.values().stream().findFirst());
  }

  /** Whether there is no text at all. */
  public boolean isEmpty() {
    return byLanguage.isEmpty();
  }

  /** These texts, and those of the other for languages that are missing here. */
  public Texts or(Texts other) {
    Map<Language, String> both = new EnumMap<>(Language.class);
    both.putAll(other.byLanguage);
    both.putAll(byLanguage);
    return new Texts(both);
  }

  /** These texts as fields called after the fact they tell. */
  List<TextField> fields(String fact) {
    List<TextField> fields = new ArrayList<>();
    byLanguage.forEach((language, text) ->
        fields.add(
            new TextField(
                language == Language.EN ? fact : fact + "." + language.code(), language, text)));
    return fields;
  }
}
