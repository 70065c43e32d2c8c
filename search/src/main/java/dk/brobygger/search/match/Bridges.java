package dk.brobygger.search.match;

import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.search.score.Bridge;
import dk.brobygger.search.score.Bridge.Link;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The shortest bridges from one cluster to others; of several as short the one whose ties are
 * strongest. Ties are those the entries state: a meeting that took place, a project both took part
 * in, a network of both. That a text names somebody is none: it may name another of that name, or
 * somebody it only wishes to meet. For one thread.
 */
final class Bridges {

  /** Longer ways than by two who introduce one to the next are walked by nobody. */
  static final int LONGEST = 3;

  private final Ties ties;
  private final Map<EntryId, Optional<Bridge>> reached = new HashMap<>();
  private final Cluster from;
  private List<Bridge> ends = List.of();
  private int length;

  /**
   * None is looked for yet.
   *
   * @param from who asks
   */
  Bridges(Cluster from, Ties ties) {
    this.from = from;
    this.ties = ties;
    reached.put(from.id(), Optional.empty());
  }

  /**
   * The bridge to somebody, if there is one; shorter ones are looked for first.
   *
   * @param to whom one wants to get to
   * @param longest how many links it may have, 1 to {@link #LONGEST}
   */
  Optional<Bridge> to(EntryId to, int longest) {
    while (length < longest && !reached.containsKey(to)) {
      goOn();
    }
    return reached.getOrDefault(to, Optional.empty()).filter(it -> it.links().size() <= longest);
  }

  private void goOn() {
    List<Bridge> longer = new ArrayList<>();
    if (length == 0) {
      ties.of(from).forEach(link -> longer.add(new Bridge(List.of(link))));
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
    length++;
  }

  private static Optional<Cluster> last(Bridge bridge) {
    Entry end = bridge.links().getLast().to();
    return end instanceof Cluster cluster ? Optional.of(cluster) : Optional.empty();
  }

  private static int weakness(Bridge bridge) {
    return bridge.links().stream().map(Link::tie).mapToInt(Bridge.Tie::ordinal).sum();
  }
}
