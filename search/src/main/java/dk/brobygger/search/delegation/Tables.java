package dk.brobygger.search.delegation;

import dk.brobygger.search.delegation.Plan.Meeting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Gives each meeting a table: a host keeps the table it had before wherever that is free. */
final class Tables {

  private Tables() {}

  /** The meetings by time, then delegate. */
  static List<Meeting> meetings(Grid grid, int[] slots) {
    List<Integer> met = new ArrayList<>();
    for (int option = 0; option < slots.length; option++) {
      if (slots[option] != Board.NONE) {
        met.add(option);
      }
    }
    met.sort(
        Comparator.comparingInt((Integer option) -> slots[option])
            .thenComparing(option -> grid.options.get(option).delegate()));
    int[] before = new int[grid.site.length];
    List<Set<Integer>> taken = new ArrayList<>();
    for (int i = 0; i < grid.tables.length * Math.max(1, grid.slotCount()); i++) {
      taken.add(new HashSet<>());
    }
    List<Meeting> meetings = new ArrayList<>();
    for (int option : met) {
      Grid.Option one = grid.options.get(option);
      int site = grid.site[one.host()];
      boolean nowhere = site == grid.tables.length - 1;
      int table = free(taken.get(site * grid.slotCount() + slots[option]), before[one.host()]);
      before[one.host()] = table;
      meetings.add(
          new Meeting(
              one.wish().delegate(),
              one.wish().host(),
              grid.delegation.slots().get(slots[option]).id(),
              nowhere ? OptionalInt.empty() : OptionalInt.of(table)));
    }
    return meetings;
  }

  private static int free(Set<Integer> taken, int before) {
    int table = before > 0 && !taken.contains(before) ? before : 1;
    while (!taken.add(table)) {
      table++;
    }
    return table;
  }
}
