package dk.brobygger.search.delegation;

import java.util.Arrays;

/**
 * A plan in the making: each option in one slot or none, and never two that cannot both be. Not for
 * several threads.
 */
final class Board {

  /** Neither a slot nor an option. */
  static final int NONE = -1;

  final Grid grid;

  /** What each option is worth here; more than all others together where it must be met. */
  final long[] worth;

  /** What a meeting is worth to a delegate who has fewer than must be. */
  private final long needed;

  /** By delegate how many meetings there must be. */
  private final int[] least;

  private final int[] slotOf;
  private final int[][] ofDelegate;
  private final int[][] ofHost;
  private final int[][] taken;
  private final int[] delegateLoad;
  private final int[] hostLoad;
  private long score;

  Board(Grid grid, long[] worth, int[] least, long needed) {
    this.grid = grid;
    this.least = least;
    this.worth = worth;
    this.needed = needed;
    slotOf = new int[grid.options.size()];
    Arrays.fill(slotOf, NONE);
    ofDelegate = empty(grid.least.length);
    ofHost = empty(grid.mostOfHost.length);
    taken = new int[grid.tables.length][grid.slotCount()];
    delegateLoad = new int[grid.least.length];
    hostLoad = new int[grid.mostOfHost.length];
  }

  private int[][] empty(int rows) {
    int[][] empty = new int[rows][grid.slotCount()];
    for (int[] row : empty) {
      Arrays.fill(row, NONE);
    }
    return empty;
  }

  long score() {
    return score;
  }

  int slotOf(int option) {
    return slotOf[option];
  }

  int delegateLoad(int delegate) {
    return delegateLoad[delegate];
  }

  int hostLoad(int host) {
    return hostLoad[host];
  }

  /** How many tables of a site are free in a slot. */
  int free(int site, int slot) {
    return grid.tables[site] - taken[site][slot];
  }

  /** Sets meetings on an empty board. */
  void placeAll(int[] slots) {
    for (int option = 0; option < slots.length; option++) {
      if (slots[option] != NONE) {
        place(option, slots[option]);
      }
    }
  }

  int ofDelegate(int delegate, int slot) {
    return ofDelegate[delegate][slot];
  }

  int ofHost(int host, int slot) {
    return ofHost[host][slot];
  }

  int[] slots() {
    return slotOf.clone();
  }

  /** Sets a meeting that nothing stands in the way of. */
  void place(int option, int slot) {
    Grid.Option one = grid.options.get(option);
    slotOf[option] = slot;
    ofDelegate[one.delegate()][slot] = option;
    ofHost[one.host()][slot] = option;
    taken[grid.site[one.host()]][slot]++;
    hostLoad[one.host()]++;
    score += worth[option];
    if (delegateLoad[one.delegate()]++ < least[one.delegate()]) {
      score += needed;
    }
  }

  void remove(int option) {
    Grid.Option one = grid.options.get(option);
    int slot = slotOf[option];
    slotOf[option] = NONE;
    ofDelegate[one.delegate()][slot] = NONE;
    ofHost[one.host()][slot] = NONE;
    taken[grid.site[one.host()]][slot]--;
    hostLoad[one.host()]--;
    score -= worth[option];
    if (--delegateLoad[one.delegate()] < least[one.delegate()]) {
      score -= needed;
    }
  }

  /** Whether an option that is not placed can be, with nothing in its way. */
  boolean fits(int option, int slot) {
    Grid.Option one = grid.options.get(option);
    return delegateLoad[one.delegate()] < grid.mostOfDelegate[one.delegate()]
        && hostLoad[one.host()] < grid.mostOfHost[one.host()]
        && taken[grid.site[one.host()]][slot] < grid.tables[grid.site[one.host()]]
        && nobodyElsewhere(one, slot);
  }

  private boolean nobodyElsewhere(Grid.Option one, int slot) {
    for (int other : grid.overlapping[slot]) {
      if (ofHost[one.host()][other] != NONE) {
        return false;
      }
    }
    int here = grid.site[one.host()];
    for (int there = 0; there < grid.tables.length; there++) {
      for (int other : grid.unreachable[slot][here][there]) {
        int meeting = ofDelegate[one.delegate()][other];
        if (meeting != NONE && siteOf(meeting) == there) {
          return false;
        }
      }
    }
    return true;
  }

  private int siteOf(int option) {
    return grid.site[grid.options.get(option).host()];
  }

  /**
   * Takes away all that stands in the way of an option in a slot.
   *
   * @param evicted where what was taken away is noted, from the place {@code count} on
   * @return how many are noted now; negative if nothing could make room
   */
  int clear(int option, int slot, int[] evicted, int count) {
    Grid.Option one = grid.options.get(option);
    int here = grid.site[one.host()];
    if (grid.tables[here] == 0
        || grid.mostOfDelegate[one.delegate()] == 0
        || grid.mostOfHost[one.host()] == 0) {
      return NONE;
    }
    int noted = count;
    for (int other : grid.overlapping[slot]) {
      noted = evict(ofHost[one.host()][other], evicted, noted);
    }
    for (int there = 0; there < grid.tables.length; there++) {
      for (int other : grid.unreachable[slot][here][there]) {
        int meeting = ofDelegate[one.delegate()][other];
        if (meeting != NONE && siteOf(meeting) == there) {
          noted = evict(meeting, evicted, noted);
        }
      }
    }
    if (delegateLoad[one.delegate()] >= grid.mostOfDelegate[one.delegate()]) {
      noted = evict(cheapest(ofDelegate[one.delegate()]), evicted, noted);
    }
    if (hostLoad[one.host()] >= grid.mostOfHost[one.host()]) {
      noted = evict(cheapest(ofHost[one.host()]), evicted, noted);
    }
    if (taken[here][slot] >= grid.tables[here]) {
      noted = evict(cheapestAt(here, slot), evicted, noted);
    }
    return noted;
  }

  private int evict(int option, int[] evicted, int count) {
    if (option == NONE) {
      return count;
    }
    evicted[count] = option;
    evicted[count + 1] = slotOf[option];
    remove(option);
    return count + 2;
  }

  private int cheapest(int[] row) {
    int cheapest = NONE;
    for (int option : row) {
      if (option != NONE && (cheapest == NONE || worth[option] < worth[cheapest])) {
        cheapest = option;
      }
    }
    return cheapest;
  }

  private int cheapestAt(int site, int slot) {
    int cheapest = NONE;
    for (int[] row : ofHost) {
      int option = row[slot];
      if (option != NONE
          && siteOf(option) == site
          && (cheapest == NONE || worth[option] < worth[cheapest])) {
        cheapest = option;
      }
    }
    return cheapest;
  }
}
