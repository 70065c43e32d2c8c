package dk.brobygger.search.delegation;

import dk.brobygger.search.delegation.Plan.Meeting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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

  /** The meetings after one is put into a slot, or taken off; the others keep their tables. */
  static List<Meeting> moved(
      Grid grid, List<Meeting> before, String delegate, String host, Optional<String> slot) {
    List<Meeting> meetings = new ArrayList<>(before);
    meetings.removeIf(one -> one.delegate().equals(delegate) && one.host().equals(host));
    slot.ifPresent(
        at -> meetings.add(new Meeting(delegate, host, at, table(grid, meetings, host, at))));
    return sorted(grid, meetings);
  }

  /** Meetings that stay in their slots, at the tables they had before where these are there. */
  static List<Meeting> kept(Grid grid, List<Meeting> before, List<Meeting> staying) {
    List<Meeting> kept =
        before.stream()
            .filter(one -> staying.stream().anyMatch(other -> isInSlot(one, other)))
            .toList();
    return kept.stream().allMatch(one -> isThere(grid, one)) ? sorted(grid, kept) : staying;
  }

  private static boolean isInSlot(Meeting one, Meeting other) {
    return one.delegate().equals(other.delegate())
        && one.host().equals(other.host())
        && one.slot().equals(other.slot());
  }

  /** Whether the table is one of the host's site. */
  private static boolean isThere(Grid grid, Meeting meeting) {
    int site = grid.site[grid.hostAt(meeting.host())];
    int table = meeting.table().orElse(0);
    return site == grid.tables.length - 1
        ? meeting.table().isEmpty()
        : table > 0 && table <= grid.tables[site];
  }

  private static List<Meeting> sorted(Grid grid, List<Meeting> meetings) {
    return meetings.stream()
        .sorted(
            Comparator.comparingInt((Meeting one) -> grid.slotAt(one.slot()))
                .thenComparing(one -> grid.delegateAt(one.delegate())))
        .toList();
  }

  private static OptionalInt table(Grid grid, List<Meeting> others, String host, String slot) {
    int site = grid.site[grid.hostAt(host)];
    if (site == grid.tables.length - 1) {
      return OptionalInt.empty();
    }
    Set<Integer> taken = new HashSet<>();
    int before = 0;
    for (Meeting one : others) {
      boolean beside =
          one.slot().equals(slot)
              && grid.hostAt(one.host()) >= 0
              && grid.site[grid.hostAt(one.host())] == site;
      if (beside) {
        one.table().ifPresent(taken::add);
      }
      before = one.host().equals(host) ? one.table().orElse(0) : before;
    }
    return OptionalInt.of(free(taken, before));
  }

  private static int free(Set<Integer> taken, int before) {
    int table = before > 0 && !taken.contains(before) ? before : 1;
    while (!taken.add(table)) {
      table++;
    }
    return table;
  }
}
