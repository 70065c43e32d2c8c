package dk.brobygger.search.score;

import dk.brobygger.corpus.vocabulary.Language;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * What should be thought of before something is gone for, however well it fits: what stands in its
 * way, or speaks for it. It takes and gives no points and removes nothing.
 *
 * @param rule the rule's id, such as {@code lead-time}
 * @param favourable whether it speaks for it
 * @param text what is to be thought of as a sentence, in both languages
 * @param evidence the words the rule was applied to, where there are some
 * @param source who says so, where it is not our choice
 */
public record Caution(
    String rule,
    boolean favourable,
    Map<Language, String> text,
    Optional<Evidence> evidence,
    Optional<URI> source) {

  /** Keeps a copy. */
  public Caution {
    text = Map.copyOf(text);
  }

  /** What stands in the way, of no words in particular and by our own choice. */
  public static Caution of(String rule, String english, String danish) {
    return new Caution(
        rule,
        false,
        Map.of(Language.EN, english, Language.DA, danish),
        Optional.empty(),
        Optional.empty());
  }
}
