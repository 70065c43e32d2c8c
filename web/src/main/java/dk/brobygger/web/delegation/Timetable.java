package dk.brobygger.web.delegation;

import dk.brobygger.search.delegation.Check;
import dk.brobygger.search.delegation.Delegation;
import dk.brobygger.search.delegation.Delegation.Delegate;
import dk.brobygger.search.delegation.Delegation.Host;
import dk.brobygger.search.delegation.Delegation.Slot;
import dk.brobygger.search.delegation.Delegation.Wish;
import dk.brobygger.search.delegation.Fault;
import dk.brobygger.search.delegation.Plan;
import dk.brobygger.search.delegation.Plan.Meeting;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A plan as a grid of slots by delegates, with what is wrong where it is wrong.
 *
 * @param delegates the columns
 * @param rows the slots, by time
 * @param picked the pair that is being given a slot, if one is
 * @param locked whether the two of that pair have agreed on a slot
 */
public record Timetable(
    List<Delegate> delegates, List<Row> rows, Optional<Pick> picked, boolean locked) {

  /**
   * Two whose meeting is to be moved.
   *
   * @param delegate who travels
   * @param host who receives
   */
  public record Pick(String delegate, String host) {

    /** The address of the plan with this pair picked. */
    public String address(String key) {
      return "/delegations/"
          + key
          + "?delegate="
          + URLEncoder.encode(delegate, StandardCharsets.UTF_8)
          + "&host="
          + URLEncoder.encode(host, StandardCharsets.UTF_8)
          + "#picked";
    }
  }

  /**
   * A slot.
   *
   * @param slot when
   * @param first whether it is the first of its day
   * @param cells one for each delegate
   */
  public record Row(Slot slot, boolean first, List<Cell> cells) {}

  /**
   * A slot of a delegate.
   *
   * @param delegate whose
   * @param slot when
   * @param away whether the delegate is not available
   * @param meetings what is planned; more than one is a fault
   * @param target what would be broken if the picked meeting were here; empty if it cannot move
   *     here since it is another delegate's or is here already
   */
  public record Cell(
      String delegate,
      String slot,
      boolean away,
      List<Placed> meetings,
      Optional<List<Fault>> target) {}

  /**
   * A meeting in the grid.
   *
   * @param host with whom
   * @param site where, by name; empty if that is not known
   * @param table at which table
   * @param must whether it has to take place
   * @param confirmed whether both have agreed on the slot
   * @param picked whether it is the one that is being moved
   * @param faults what it breaks
   */
  public record Placed(
      String host,
      String site,
      OptionalInt table,
      boolean must,
      boolean confirmed,
      boolean picked,
      List<Fault> faults) {}

  /** The grid of a plan. */
  static Timetable of(Delegation delegation, Plan plan, Optional<Pick> picked) {
    Maker maker = new Maker(delegation, new Check(delegation), plan, picked);
    List<Row> rows = new ArrayList<>();
    Optional<Slot> before = Optional.empty();
    for (Slot slot : delegation.slots()) {
      boolean first =
          before
              .map(last -> !last.start().toLocalDate().equals(slot.start().toLocalDate()))
              .orElse(true);
      List<Cell> cells =
          delegation.delegates().stream().map(delegate -> maker.cell(delegate, slot)).toList();
      rows.add(new Row(slot, first, cells));
      before = Optional.of(slot);
    }
    boolean locked = picked.filter(maker::isLocked).isPresent();
    return new Timetable(delegation.delegates(), rows, picked, locked);
  }

  /** Whether a meeting of a delegate is picked. */
  public boolean isPicked(Delegate delegate) {
    return picked.filter(pick -> pick.delegate().equals(delegate.id())).isPresent();
  }

  /** The slot the picked meeting is in; empty if none is picked or it is not planned. */
  public Optional<String> slot() {
    return cells().filter(this::holdsPicked).map(Cell::slot).findFirst();
  }

  private Stream<Cell> cells() {
    return rows.stream().flatMap(row -> row.cells().stream());
  }

  private boolean holdsPicked(Cell cell) {
    return cell.meetings().stream().anyMatch(Placed::picked);
  }

  private record Maker(Delegation delegation, Check check, Plan plan, Optional<Pick> picked) {

    Cell cell(Delegate delegate, Slot slot) {
      List<Placed> placed =
          plan.meetings().stream()
              .filter(one -> one.delegate().equals(delegate.id()) && one.slot().equals(slot.id()))
              .map(this::placed)
              .toList();
      Optional<List<Fault>> target =
          picked
              .filter(pick -> pick.delegate().equals(delegate.id()))
              .filter(pick -> placed.stream().noneMatch(Placed::picked) && !isLocked(pick))
              .map(pick -> moved(pick, slot));
      boolean away = !delegate.available().contains(slot.id());
      return new Cell(delegate.id(), slot.id(), away, placed, target);
    }

    /** What is agreed is not moved before it is released. */
    boolean isLocked(Pick pick) {
      return delegation.wishes().stream()
          .anyMatch(wish ->
              wish.confirmed().isPresent()
                  && wish.delegate().equals(pick.delegate())
                  && wish.host().equals(pick.host()));
    }

    private Placed placed(Meeting meeting) {
      Optional<Wish> wish =
          delegation.wishes().stream()
              .filter(one ->
                  one.delegate().equals(meeting.delegate()) && one.host().equals(meeting.host()))
              .findFirst();
      return new Placed(
          meeting.host(),
          site(meeting.host()),
          meeting.table(),
          wish.map(Wish::must).orElse(false),
          wish.flatMap(Wish::confirmed).isPresent(),
          picked.filter(pick -> isAbout(pick, meeting)).isPresent(),
          check.faults(meeting, plan.meetings()));
    }

    private static boolean isAbout(Pick pick, Meeting meeting) {
      return pick.delegate().equals(meeting.delegate()) && pick.host().equals(meeting.host());
    }

    private String site(String host) {
      return delegation.hosts().stream()
          .filter(one -> one.id().equals(host))
          .findFirst()
          .flatMap(Host::site)
          .flatMap(id -> delegation.sites().stream().filter(one -> one.id().equals(id)).findFirst())
          .map(Delegation.Site::name)
          .orElse("");
    }

    /** What the picked meeting would break here; at which table is seen when it is moved. */
    private List<Fault> moved(Pick pick, Slot slot) {
      List<Meeting> meetings =
          new ArrayList<>(plan.meetings().stream().filter(one -> !isAbout(pick, one)).toList());
      Meeting here = new Meeting(pick.delegate(), pick.host(), slot.id(), OptionalInt.empty());
      meetings.add(here);
      return check.faults(here, meetings);
    }
  }
}
