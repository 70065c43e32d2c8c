package dk.brobygger.search.match;

import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.engine.Hit;
import dk.brobygger.search.language.TermBridge;
import dk.brobygger.search.language.TextAnalysis;
import dk.brobygger.search.query.Expansion;
import dk.brobygger.search.query.Query;
import dk.brobygger.search.score.Score;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What is asked of an engine on behalf of a profile, and what its text score is worth. */
public final class ProfileQuery {

  /** A competence counts as much as a few fitting words. */
  private static final double COMPETENCE_WEIGHT = 3;

  /** What the best text score is worth less than, beside the criteria of the match. */
  public static final double MOST_POINTS = 25;

  /** The text score that is worth half of the most. */
  private static final double HALF = 40;

  private ProfileQuery() {}

  /**
   * The words of the profile's prose, those that are in Danish only in English, too, or any of its
   * competences.
   */
  public static Query of(Profile profile) {
    List<Query> any = new ArrayList<>();
    any.add(new Query.Words(profile.prose(), profile.entry().languages()));
    String english =
        expansions(profile).stream().map(Expansion::added).collect(Collectors.joining(" "));
    if (!english.isEmpty()) {
      any.add(new Query.Words(english, Set.of(Language.EN)));
    }
    profile
        .all()
        .keySet()
        .forEach(id -> any.add(new Query.Weighted(new Query.Competence(id), COMPETENCE_WEIGHT)));
    return new Query.Any(any);
  }

  /**
   * The English words by which is looked for what a profile says in Danish only; the likeliest for
   * each Danish word, as for one that is typed, once.
   */
  public static List<Expansion> expansions(Profile profile) {
    String prose = profile.danishProse();
    if (prose.isEmpty()) {
      return List.of();
    }
    Map<String, Expansion> byEnglish = new LinkedHashMap<>();
    for (TextAnalysis.Word word : TextAnalysis.words(prose, Language.DA)) {
      String typed = prose.substring(word.start(), word.end());
      TermBridge.shipped().english(typed).keySet().stream()
          .findFirst()
          .ifPresent(english ->
              byEnglish.putIfAbsent(
                  english, new Expansion(typed, english, Expansion.Kind.ENGLISH, true)));
    }
    return List.copyOf(byEnglish.values());
  }

  /** The points of a hit for the words that it can quote; none where it has none. */
  public static Score score(Hit hit) {
    return new Score.Words(hit.marks().any() ? points(hit) : 0, hit);
  }

  /**
   * The points of a text score: rising with it, never more than 25, and the same whatever else was
   * found.
   */
  public static double points(Hit hit) {
    return MOST_POINTS * hit.score() / (hit.score() + HALF);
  }
}
