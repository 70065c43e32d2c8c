package dk.brobygger.search.invitation;

import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.search.delegation.Delegation;
import dk.brobygger.search.score.Score;

/**
 * What a meeting of two would be worth, and why.
 *
 * @param guest who travels
 * @param host who receives
 * @param score what they have for each other
 */
public record Pair(Entry guest, Entry host, Score score) {

  /** What the wish for it is worth, 0 to 100. */
  public double value() {
    return Math.clamp(score.points(), 0, Delegation.MOST_VALUE);
  }

  /** Whether they have a competence for each other; a label alone is no reason to meet. */
  boolean isFounded() {
    return score.parts().stream()
        .anyMatch(part ->
            part.criterion().equals("exchange") || part.criterion().equals("common-ground"));
  }
}
