package dk.brobygger.search.score;

import dk.brobygger.corpus.vocabulary.Language;
import java.util.Map;
import java.util.Optional;

/**
 * Why something cannot be had, however well it fits.
 *
 * @param rule the rule's id, such as {@code country}
 * @param text the rule as a sentence, in both languages
 * @param evidence the words the rule was applied to, where there are some
 */
public record Blocker(String rule, Map<Language, String> text, Optional<Evidence> evidence) {

  /** Keeps a copy. */
  public Blocker {
    text = Map.copyOf(text);
  }

  /** A rule that was applied to no words in particular. */
  public static Blocker of(String rule, String english, String danish) {
    return new Blocker(rule, Map.of(Language.EN, english, Language.DA, danish), Optional.empty());
  }

  /** The same rule, with the words it was applied to. */
  public Blocker by(Evidence words) {
    return new Blocker(rule, text, Optional.of(words));
  }
}
