package dk.brobygger.search.signal;

import java.util.ArrayList;
import java.util.List;

/**
 * A candidate in its place.
 *
 * @param id the candidate's id
 * @param score how well it answers; comparable within one answer only
 */
public record Ranked(String id, double score) {

  /** The best so many by score; one of the ids is left out. */
  public static List<Ranked> best(
      List<? extends Candidate> candidates, double[] scores, int most, String leftOut) {
    List<Ranked> best = new ArrayList<>();
    for (int place : Numbers.greatest(scores, most + 1)) {
      String id = candidates.get(place).id();
      if (!id.equals(leftOut) && best.size() < most) {
        best.add(new Ranked(id, scores[place]));
      }
    }
    return best;
  }
}
