package dk.brobygger.search.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one has less than another by one criterion.
 *
 * @param criterion a part of the score of either
 * @param points what the one has of it
 * @param others what the other has of it
 */
public record Gap(String criterion, double points, double others) {

  /** What the criterion costs the one; negative where it has more. */
  public double cost() {
    return others - points;
  }

  /**
   * The gaps between two scores, the dearest first. Their costs add up to the difference of the
   * scores.
   *
   * @param score of the one, a sum
   * @param other of the other, a sum
   */
  public static List<Gap> between(Score score, Score other) {
    Map<String, Gap> gaps = new LinkedHashMap<>();
    for (Score part : score.parts()) {
      gaps.merge(part.criterion(), new Gap(part.criterion(), part.points(), 0), Gap::and);
    }
    for (Score part : other.parts()) {
      gaps.merge(part.criterion(), new Gap(part.criterion(), 0, part.points()), Gap::and);
    }
    List<Gap> dearest = new ArrayList<>(gaps.values());
    dearest.sort(Comparator.comparingDouble(Gap::cost).reversed().thenComparing(Gap::criterion));
    return dearest;
  }

  private Gap and(Gap more) {
    return new Gap(criterion, points + more.points, others + more.others);
  }
}
