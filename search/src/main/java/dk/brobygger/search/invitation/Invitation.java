package dk.brobygger.search.invitation;

import dk.brobygger.corpus.entry.Entry;
import java.util.List;
import java.util.Optional;

/**
 * Somebody to take along.
 *
 * @param guest who
 * @param pairs the hosts it has something for, best first
 * @param newLeague the league that nobody invited before is of
 * @param newRegion the region, NUTS level 2, that nobody invited before is from
 */
public record Invitation(
    Entry guest, List<Pair> pairs, Optional<Integer> newLeague, Optional<String> newRegion) {

  /** Keeps a copy. */
  public Invitation {
    pairs = List.copyOf(pairs);
  }
}
