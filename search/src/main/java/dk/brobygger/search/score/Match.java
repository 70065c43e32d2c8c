package dk.brobygger.search.score;

import dk.brobygger.corpus.entry.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How well one entry fits a profile, and why.
 *
 * @param entry what fits
 * @param rank its place, from 1; for a blocked one the place it would have had
 * @param blockers what stands against it; none for one that can be had
 * @param cautions what should be thought of, though it can be had
 * @param explanation the score as a tree
 * @param bridge how one gets there by those who know each other, where that was looked for
 */
public record Match(
    Entry entry,
    int rank,
    List<Blocker> blockers,
    List<Caution> cautions,
    Score explanation,
    Optional<Bridge> bridge) {

  /** Keeps copies. */
  public Match {
    blockers = List.copyOf(blockers);
    cautions = List.copyOf(cautions);
  }

  /** The same, over this bridge. */
  public Match over(Optional<Bridge> other) {
    return new Match(entry, rank, blockers, cautions, explanation, other);
  }

  /** The same, with one thing more to think of. */
  public Match with(Caution caution) {
    List<Caution> more = new ArrayList<>(cautions);
    more.add(caution);
    return new Match(entry, rank, blockers, more, explanation, bridge);
  }

  /** The points of the whole: those of the root of the explanation. */
  public double score() {
    return explanation.points();
  }
}
