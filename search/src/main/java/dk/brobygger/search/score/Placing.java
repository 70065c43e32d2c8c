package dk.brobygger.search.score;

import dk.brobygger.corpus.entry.Entry;
import java.util.List;
import java.util.Optional;

/** Where one entry stands for a profile, and why it does not stand higher. */
public sealed interface Placing {

  /** The entry that was asked for. */
  Entry entry();

  /** Its place and its score, or those it would have had; empty where it cannot be scored. */
  Optional<Match> match();

  /**
   * It has a place.
   *
   * @param placed its place and its score
   * @param last the one at the last place that is looked at; empty where this one stands there or
   *     above
   */
  record Ranked(Match placed, Optional<Match> last) implements Placing {

    @Override
    public Entry entry() {
      return placed.entry();
    }

    @Override
    public Optional<Match> match() {
      return Optional.of(placed);
    }

    /** What costs it points against the last, the dearest first; none where it stands above. */
    public List<Gap> costs() {
      return last
          .map(one -> Gap.between(placed.explanation(), one.explanation()))
          .orElse(List.of())
          .stream()
          .filter(gap -> gap.cost() > 0)
          .toList();
    }
  }

  /**
   * A rule keeps it out, however well it fits.
   *
   * @param entry the entry
   * @param blockers the rules; one or more
   * @param match the place and score it would have had
   */
  record Removed(Entry entry, List<Blocker> blockers, Optional<Match> match) implements Placing {
    /** Keeps a copy; refuses to remove by no rule. */
    public Removed {
      blockers = List.copyOf(blockers);
      if (blockers.isEmpty()) {
        throw new IllegalArgumentException(entry.id() + " is removed by no rule, must be by one");
      }
    }
  }
}
