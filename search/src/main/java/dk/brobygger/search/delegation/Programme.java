package dk.brobygger.search.delegation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * All that must hold, as an integer linear programme: a variable of 0 or 1 for each option in each
 * of its slots, and rows that bound sums of them.
 */
final class Programme {

  /**
   * A sum and its bounds.
   *
   * @param variables those that are summed
   * @param least what the sum is at the least
   * @param most what it is at the most
   */
  record Row(int[] variables, int least, int most) {}

  final Grid grid;
  final List<Row> rows = new ArrayList<>();

  /** By option its first variable, or -1; the others follow in the order of its slots. */
  private final int[] first;

  private int size;

  /** The programme of some of the options, without requirements. */
  Programme(Grid grid, IntPredicate included) {
    this.grid = grid;
    first = new int[grid.options.size()];
    for (int option = 0; option < first.length; option++) {
      first[option] = included.test(option) ? size : Board.NONE;
      size += included.test(option) ? grid.options.get(option).slots().length : 0;
    }
    for (int option = 0; option < first.length; option++) {
      atMost(variables(option), 1);
    }
    for (int delegate = 0; delegate < grid.ofDelegate.size(); delegate++) {
      addDelegate(delegate);
    }
    for (int host = 0; host < grid.ofHost.size(); host++) {
      addHost(host);
    }
    addTables();
  }

  int size() {
    return size;
  }

  /** Asks for at least so many of some variables. */
  void require(int[] variables, int least) {
    rows.add(new Row(variables, least, variables.length));
  }

  /** The variables of an option, one for each of its slots. */
  int[] variables(int option) {
    if (first[option] == Board.NONE) {
      return new int[0];
    }
    int[] variables = new int[grid.options.get(option).slots().length];
    Arrays.setAll(variables, i -> first[option] + i);
    return variables;
  }

  /** The variables of all options of a delegate. */
  int[] ofDelegate(int delegate) {
    return grid.ofDelegate.get(delegate).stream()
        .flatMapToInt(option -> Arrays.stream(variables(option)))
        .toArray();
  }

  /** What each variable is worth. */
  long[] worths() {
    long[] worths = new long[size];
    for (int option = 0; option < first.length; option++) {
      for (int variable : variables(option)) {
        worths[variable] = grid.options.get(option).worth();
      }
    }
    return worths;
  }

  /** The slots that a solution means. */
  int[] slots(IntPredicate chosen) {
    int[] slots = new int[first.length];
    Arrays.fill(slots, Board.NONE);
    for (int option = 0; option < first.length; option++) {
      int[] variables = variables(option);
      for (int i = 0; i < variables.length; i++) {
        if (chosen.test(variables[i])) {
          slots[option] = grid.options.get(option).slots()[i];
        }
      }
    }
    return slots;
  }

  private void atMost(int[] variables, int most) {
    if (variables.length > most) {
      rows.add(new Row(variables, 0, most));
    }
  }

  private void addDelegate(int delegate) {
    int sites = grid.tables.length;
    int[][][] at = new int[grid.slotCount()][sites][];
    for (int slot = 0; slot < grid.slotCount(); slot++) {
      for (int site = 0; site < sites; site++) {
        at[slot][site] = at(grid.ofDelegate.get(delegate), slot, site);
      }
      atMost(concat(at[slot]), 1);
    }
    for (int slot = 0; slot < grid.slotCount(); slot++) {
      for (int from = 0; from < sites; from++) {
        for (int to = 0; to < sites; to++) {
          for (int other : grid.unreachable[slot][from][to]) {
            if (other > slot && at[slot][from].length > 0 && at[other][to].length > 0) {
              atMost(concat(at[slot][from], at[other][to]), 1);
            }
          }
        }
      }
    }
    atMost(ofDelegate(delegate), grid.mostOfDelegate[delegate]);
  }

  private void addHost(int host) {
    List<Integer> options = grid.ofHost.get(host);
    int site = grid.site[host];
    for (int slot = 0; slot < grid.slotCount(); slot++) {
      int[] here = at(options, slot, site);
      atMost(here, 1);
      for (int other : grid.overlapping[slot]) {
        int[] there = at(options, other, site);
        if (other > slot && here.length > 0 && there.length > 0) {
          atMost(concat(here, there), 1);
        }
      }
    }
    atMost(
        options.stream().flatMapToInt(option -> Arrays.stream(variables(option))).toArray(),
        grid.mostOfHost[host]);
  }

  private void addTables() {
    List<Integer> all = java.util.stream.IntStream.range(0, first.length).boxed().toList();
    for (int site = 0; site < grid.tables.length; site++) {
      for (int slot = 0; slot < grid.slotCount(); slot++) {
        atMost(at(all, slot, site), grid.tables[site]);
      }
    }
  }

  /** The variables of those of some options that would be met in a slot at a site. */
  private int[] at(List<Integer> options, int slot, int site) {
    return options.stream()
        .filter(option -> grid.site[grid.options.get(option).host()] == site)
        .mapToInt(option -> variable(option, slot))
        .filter(variable -> variable != Board.NONE)
        .toArray();
  }

  private int variable(int option, int slot) {
    int place = Arrays.binarySearch(grid.options.get(option).slots(), slot);
    return place < 0 || first[option] == Board.NONE ? Board.NONE : first[option] + place;
  }

  private static int[] concat(int[]... parts) {
    return Arrays.stream(parts).flatMapToInt(Arrays::stream).toArray();
  }
}
