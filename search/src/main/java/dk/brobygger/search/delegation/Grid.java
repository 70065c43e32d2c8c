package dk.brobygger.search.delegation;

import dk.brobygger.search.delegation.Delegation.Delegate;
import dk.brobygger.search.delegation.Delegation.Host;
import dk.brobygger.search.delegation.Delegation.Site;
import dk.brobygger.search.delegation.Delegation.Slot;
import dk.brobygger.search.delegation.Delegation.Veto;
import dk.brobygger.search.delegation.Delegation.Wish;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A delegation in numbers: everybody and everything by its place in its list, and only the wishes
 * that could be met by themselves. Values are in thousandths.
 */
final class Grid {

  /** Thousandths, so that sums are exact. */
  static final int UNITS = 1000;

  /** A host without a site meets at one of its own, which has room for everybody. */
  private static final int ROOM = Integer.MAX_VALUE;

  /** A wish that could be met by itself. */
  record Option(Wish wish, int delegate, int host, long worth, int[] slots) {}

  final Delegation delegation;
  final List<Option> options = new ArrayList<>();

  /** By delegate or host the places of its options. */
  final List<List<Integer>> ofDelegate;

  final List<List<Integer>> ofHost;
  final int[] least;
  final int[] mostOfDelegate;
  final int[] mostOfHost;

  /** The site of each host; hosts without one share the last, which is nowhere. */
  final int[] site;

  final int[] tables;

  /** By slot those that are not over when it begins or begin before it ends, itself included. */
  final int[][] overlapping;

  /** By slot, site and other site: the slots at the other site that a delegate cannot reach. */
  final int[][][][] unreachable;

  private final Map<String, Integer> delegates = new HashMap<>();
  private final Map<String, Integer> hosts = new HashMap<>();
  private final Map<String, Integer> slots = new HashMap<>();
  private final Map<String, Integer> sites = new HashMap<>();

  Grid(Delegation delegation) {
    this.delegation = delegation;
    delegation.delegates().forEach(one -> delegates.put(one.id(), delegates.size()));
    delegation.hosts().forEach(one -> hosts.put(one.id(), hosts.size()));
    delegation.slots().forEach(one -> slots.put(one.id(), slots.size()));
    delegation.sites().forEach(one -> sites.put(one.id(), sites.size()));
    least = delegation.delegates().stream().mapToInt(Delegate::least).toArray();
    mostOfDelegate = delegation.delegates().stream().mapToInt(Delegate::most).toArray();
    mostOfHost = delegation.hosts().stream().mapToInt(Host::most).toArray();
    int nowhere = sites.size();
    site =
        delegation.hosts().stream()
            .mapToInt(host -> host.site().map(this::siteAt).orElse(nowhere))
            .toArray();
    tables = new int[nowhere + 1];
    delegation.sites().forEach(one -> tables[siteAt(one.id())] = one.tables());
    tables[nowhere] = ROOM;
    overlapping = overlapping(delegation.slots());
    unreachable = unreachable();
    ofDelegate = lists(delegates.size());
    ofHost = lists(hosts.size());
    readWishes();
  }

  private int siteAt(String id) {
    return at(sites, id);
  }

  private static int at(Map<String, Integer> places, String id) {
    return places.getOrDefault(id, -1);
  }

  int slotAt(String id) {
    return at(slots, id);
  }

  private static List<List<Integer>> lists(int size) {
    List<List<Integer>> lists = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      lists.add(new ArrayList<>());
    }
    return lists;
  }

  private void readWishes() {
    Set<Veto> vetoes = new HashSet<>(delegation.vetoes());
    for (Wish wish : delegation.wishes()) {
      int delegate = at(delegates, wish.delegate());
      int host = at(hosts, wish.host());
      int[] shared = confirmed(wish, shared(delegate, host));
      if (!vetoes.contains(new Veto(wish.delegate(), wish.host()))
          && understand(delegate, host)
          && shared.length > 0) {
        ofDelegate.get(delegate).add(options.size());
        ofHost.get(host).add(options.size());
        options.add(new Option(wish, delegate, host, Math.round(wish.value() * UNITS), shared));
      }
    }
  }

  private int[] confirmed(Wish wish, int[] shared) {
    return wish.confirmed()
        .map(id -> Arrays.stream(shared).filter(slot -> slot == slotAt(id)).toArray())
        .orElse(shared);
  }

  /** Whether two have a language in common; who names none speaks any. */
  boolean understand(int delegate, int host) {
    Set<String> one = delegation.delegates().get(delegate).languages();
    Set<String> other = delegation.hosts().get(host).languages();
    return one.isEmpty() || other.isEmpty() || !Collections.disjoint(one, other);
  }

  /** The slots in which both are available. */
  int[] shared(int delegate, int host) {
    Set<String> one = delegation.delegates().get(delegate).available();
    Set<String> other = delegation.hosts().get(host).available();
    return delegation.slots().stream()
        .filter(slot -> one.contains(slot.id()) && other.contains(slot.id()))
        .mapToInt(slot -> slotAt(slot.id()))
        .toArray();
  }

  int delegateAt(String id) {
    return at(delegates, id);
  }

  int hostAt(String id) {
    return at(hosts, id);
  }

  private static int[][] overlapping(List<Slot> slots) {
    int[][] overlapping = new int[slots.size()][];
    for (int i = 0; i < slots.size(); i++) {
      Slot slot = slots.get(i);
      overlapping[i] =
          java.util.stream.IntStream.range(0, slots.size())
              .filter(other -> slots.get(other).overlaps(slot))
              .toArray();
    }
    return overlapping;
  }

  private int[][][][] unreachable() {
    Duration[][] ways = ways();
    List<Slot> all = delegation.slots();
    int[][][][] unreachable = new int[all.size()][tables.length][tables.length][];
    for (int slot = 0; slot < all.size(); slot++) {
      for (int from = 0; from < tables.length; from++) {
        for (int to = 0; to < tables.length; to++) {
          Slot one = all.get(slot);
          Duration needed = ways[from][to];
          unreachable[slot][from][to] =
              java.util.stream.IntStream.range(0, all.size())
                  .filter(other -> tooClose(one, all.get(other), needed))
                  .toArray();
        }
      }
    }
    return unreachable;
  }

  private static boolean tooClose(Slot one, Slot other, Duration needed) {
    if (one.overlaps(other)) {
      return true;
    }
    boolean before = one.end().compareTo(other.start()) <= 0;
    Duration between =
        before
            ? Duration.between(one.end(), other.start())
            : Duration.between(other.end(), one.start());
    return between.compareTo(needed) < 0;
  }

  /** To and from a host without a site it takes no time. */
  private Duration[][] ways() {
    Duration[][] ways = new Duration[tables.length][tables.length];
    for (Duration[] way : ways) {
      Arrays.fill(way, Duration.ZERO);
    }
    for (Site from : delegation.sites()) {
      for (Site to : delegation.sites()) {
        ways[siteAt(from.id())][siteAt(to.id())] = delegation.between(from.id(), to.id());
      }
    }
    return ways;
  }

  int slotCount() {
    return overlapping.length;
  }
}
