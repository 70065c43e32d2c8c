package dk.brobygger.search.match;

import dk.brobygger.search.engine.Hit;
import dk.brobygger.search.query.Query;
import dk.brobygger.search.score.Score;
import java.util.ArrayList;
import java.util.List;

/** What is asked of an engine on behalf of a profile, and what its text score is worth. */
public final class ProfileQuery {

  /** A competence counts as much as a few fitting words. */
  private static final double COMPETENCE_WEIGHT = 3;

  /** What the best text score is worth less than, beside the criteria of the match. */
  public static final double MOST_POINTS = 25;

  /** The text score that is worth half of the most. */
  private static final double HALF = 40;

  private ProfileQuery() {}

  /** The words of the profile's prose or any of its competences. */
  public static Query of(Profile profile) {
    List<Query> any = new ArrayList<>();
    any.add(new Query.Words(profile.prose(), profile.entry().languages()));
    profile
        .all()
        .keySet()
        .forEach(id -> any.add(new Query.Weighted(new Query.Competence(id), COMPETENCE_WEIGHT)));
    return new Query.Any(any);
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
