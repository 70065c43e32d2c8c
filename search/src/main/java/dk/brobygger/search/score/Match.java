package dk.brobygger.search.score;

import dk.brobygger.corpus.entry.Entry;
import java.util.List;
import java.util.Optional;

/**
 * How well one entry fits a profile, and why.
 *
 * @param entry what fits
 * @param rank its place, from 1; for a blocked one the place it would have had
 * @param blockers what stands against it; none for one that can be had
 * @param explanation the score as a tree
 * @param bridge how one gets there by those who know each other, where that was looked for
 */
public record Match(
    Entry entry, int rank, List<Blocker> blockers, Score explanation, Optional<Bridge> bridge) {

  /** Keeps a copy. */
  public Match {
    blockers = List.copyOf(blockers);
  }

  /** One to which no bridge is known. */
  public Match(Entry entry, int rank, List<Blocker> blockers, Score explanation) {
    this(entry, rank, blockers, explanation, Optional.empty());
  }

  /** The points of the whole: those of the root of the explanation. */
  public double score() {
    return explanation.points();
  }
}
