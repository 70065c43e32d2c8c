package dk.brobygger.search.match;

import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.search.delegation.Encounters;
import dk.brobygger.search.engine.SearchEngine;
import dk.brobygger.search.score.Bridge;
import dk.brobygger.search.score.Bridge.Link;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The shortest bridges from one cluster to others; of several as short the one whose ties are
 * strongest. Ties are those the entries state: a meeting that took place, a project both took part
 * in, a network of both. That a text names somebody is none: it may name another of that name, or
 * somebody it only wishes to meet.
 */
final class Bridges {

  /** Longer ways than by two who introduce one to the next are walked by nobody. */
  private static final int LONGEST = 3;

  private final Ties ties;

  Bridges(SearchEngine engine, Encounters met, LocalDate today) {
    this.ties = new Ties(engine, met, today);
  }

  /**
   * Bridges to some clusters, as far as there are any.
   *
   * @param cluster who asks
   * @param wanted whom it wants to get to
   */
  Map<EntryId, Bridge> from(Cluster cluster, Set<EntryId> wanted) {
    Map<EntryId, Optional<Bridge>> reached = new HashMap<>();
    reached.put(cluster.id(), Optional.empty());
    List<Bridge> ends = new ArrayList<>();
    for (int length = 1; length <= LONGEST && !reached.keySet().containsAll(wanted); length++) {
      List<Bridge> longer = new ArrayList<>();
      if (length == 1) {
        ties.of(cluster).forEach(link -> longer.add(new Bridge(List.of(link))));
      }
      for (Bridge end : ends) {
        last(end).ifPresent(way -> ties.of(way).forEach(link -> longer.add(end.and(link))));
      }
      longer.sort(
          Comparator.comparingInt(Bridges::weakness)
              .thenComparing(bridge -> bridge.links().getLast().to().id()));
      ends =
          longer.stream()
              .filter(bridge ->
                  reached.putIfAbsent(bridge.links().getLast().to().id(), Optional.of(bridge))
                      == null)
              .toList();
    }
    Map<EntryId, Bridge> bridges = new HashMap<>();
    reached.forEach((id, bridge) ->
        bridge.filter(found -> wanted.contains(id)).ifPresent(found -> bridges.put(id, found)));
    return bridges;
  }

  private static Optional<Cluster> last(Bridge bridge) {
    Entry end = bridge.links().getLast().to();
    return end instanceof Cluster cluster ? Optional.of(cluster) : Optional.empty();
  }

  private static int weakness(Bridge bridge) {
    return bridge.links().stream().map(Link::tie).mapToInt(Bridge.Tie::ordinal).sum();
  }
}
