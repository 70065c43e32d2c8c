package dk.brobygger.search.query;

import dk.brobygger.search.language.CompetenceTagger;
import dk.brobygger.search.language.Mention;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what people type. All parts must match: plain words (those that name a competence find it
 * in either language), {@code "words in a row"}, {@code country:DE} and the like for each facet,
 * and {@code -} before any of them for what must not match. Anything can be typed; nothing is
 * refused.
 */
public final class QueryParser {

  private static final Pattern PART =
      Pattern.compile("(-)?(?:\"([^\"]*)\"?|([\\p{L}]+):([^\\s\"]+)|([^\\s\"]+))");

  /** A competence that was asked for by name counts as much as a few fitting words. */
  private static final double COMPETENCE_WEIGHT = 2;

  private final CompetenceTagger tagger;

  /** Finds competences with this tagger. */
  public QueryParser(CompetenceTagger tagger) {
    this.tagger = tagger;
  }

  /** The question that was typed; every entry where nothing was. */
  public Query parse(String typed) {
    List<Query> parts = new ArrayList<>();
    StringBuilder words = new StringBuilder();
    Matcher matcher = PART.matcher(typed);
    while (matcher.find()) {
      Optional<Query> special = special(matcher);
      if (special.isPresent()) {
        parts.add(matcher.group(1) == null ? special.get() : new Query.Not(special.get()));
      } else {
        words.append(matcher.group()).append(' ');
      }
    }
    parts.addAll(0, words(words.toString().strip()));
    return switch (parts.size()) {
      case 0 -> new Query.All();
      case 1 -> parts.get(0);
      default -> new Query.Every(parts);
    };
  }

  private Optional<Query> special(Matcher matcher) {
    if (matcher.group(2) != null && !matcher.group(2).isBlank()) {
      return Optional.of(new Query.Phrase(matcher.group(2)));
    }
    if (matcher.group(3) != null) {
      return facet(matcher.group(3), matcher.group(4));
    }
    if (matcher.group(1) != null && matcher.group(5) != null) {
      return Optional.of(new Query.Words(matcher.group(5)));
    }
    return Optional.empty();
  }

  private static Optional<Query> facet(String name, String value) {
    for (Facet facet : Facet.values()) {
      if (facet.word().equals(name.toLowerCase(Locale.ROOT))) {
        return Optional.of(new Query.Has(facet, facet.canonical(value)));
      }
    }
    return Optional.empty();
  }

  /** Each competence named is one part, and so is each other word. */
  private List<Query> words(String text) {
    List<Query> parts = new ArrayList<>();
    int done = 0;
    for (Mention mention : tagger.asked(text)) {
      parts.addAll(plain(text.substring(done, mention.start())));
      String named = text.substring(mention.start(), mention.end());
      parts.add(
          new Query.Any(
              List.of(
                  new Query.Words(named),
                  new Query.Competence(mention.competence(), COMPETENCE_WEIGHT))));
      done = mention.end();
    }
    parts.addAll(plain(text.substring(done)));
    return parts;
  }

  private static List<Query> plain(String text) {
    List<Query> parts = new ArrayList<>();
    for (String word : text.split("\\s+")) {
      if (word.chars().anyMatch(Character::isLetterOrDigit)) {
        parts.add(new Query.Words(word));
      }
    }
    return parts;
  }
}
