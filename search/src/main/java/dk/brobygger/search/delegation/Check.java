package dk.brobygger.search.delegation;

import dk.brobygger.search.delegation.Delegation.Veto;
import dk.brobygger.search.delegation.Delegation.Wish;
import dk.brobygger.search.delegation.Fault.Rule;
import dk.brobygger.search.delegation.Plan.Conflict;
import dk.brobygger.search.delegation.Plan.Meeting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Judges plans of one delegation, whoever made them: what the planner keeps, people who move
 * meetings by hand may break. Safe for many threads.
 */
public final class Check {

  private final Delegation delegation;
  private final Grid grid;
  private final Map<Veto, Wish> wishes = new HashMap<>();
  private final Set<Veto> vetoes;

  /** Judges by the rules of a delegation. */
  public Check(Delegation delegation) {
    this.delegation = delegation;
    this.grid = new Grid(delegation);
    delegation.wishes().forEach(wish -> wishes.put(new Veto(wish.delegate(), wish.host()), wish));
    this.vetoes = Set.copyOf(delegation.vetoes());
  }

  /** All that a plan breaks: meeting by meeting, then what is missing. */
  public List<Fault> faults(Plan plan) {
    List<Fault> faults = new ArrayList<>();
    plan.meetings().forEach(meeting -> faults.addAll(faults(meeting, plan.meetings())));
    faults.addAll(missing(plan));
    return faults;
  }

  /**
   * What one meeting breaks.
   *
   * @param meeting one of the meetings
   * @param meetings all meetings of the plan
   */
  public List<Fault> faults(Meeting meeting, List<Meeting> meetings) {
    if (!isKnown(meeting)) {
      return List.of(fault(Rule.UNKNOWN, meeting));
    }
    List<Fault> faults = new ArrayList<>(alone(meeting));
    boolean passed = false;
    for (Meeting other : meetings) {
      // A meeting that is there twice is in its own way, once.
      if (!passed && other.equals(meeting)) {
        passed = true;
      } else if (isKnown(other)) {
        faults.addAll(beside(meeting, other));
      }
    }
    faults.addAll(tooMany(meeting, meetings.stream().filter(this::isKnown).toList()));
    return faults;
  }

  private boolean isKnown(Meeting meeting) {
    return grid.delegateAt(meeting.delegate()) >= 0
        && grid.hostAt(meeting.host()) >= 0
        && grid.slotAt(meeting.slot()) >= 0;
  }

  private static Fault fault(Rule rule, Meeting meeting) {
    return fault(rule, meeting, Optional.empty());
  }

  private static Fault fault(Rule rule, Meeting meeting, Optional<String> other) {
    return new Fault(
        rule, meeting.delegate(), Optional.of(meeting.host()), Optional.of(meeting.slot()), other);
  }

  /** What it breaks whatever else is planned. */
  private List<Fault> alone(Meeting meeting) {
    List<Fault> faults = new ArrayList<>();
    int delegate = grid.delegateAt(meeting.delegate());
    int host = grid.hostAt(meeting.host());
    Veto pair = new Veto(meeting.delegate(), meeting.host());
    Optional<Wish> wish = Optional.ofNullable(wishes.get(pair));
    if (wish.isEmpty()) {
      faults.add(fault(Rule.UNWISHED, meeting));
    }
    if (vetoes.contains(pair)) {
      faults.add(fault(Rule.REFUSED, meeting));
    }
    if (!grid.understand(delegate, host)) {
      faults.add(fault(Rule.LANGUAGE, meeting));
    }
    if (!delegation.delegates().get(delegate).available().contains(meeting.slot())) {
      faults.add(fault(Rule.DELEGATE_AWAY, meeting));
    }
    if (!delegation.hosts().get(host).available().contains(meeting.slot())) {
      faults.add(fault(Rule.HOST_AWAY, meeting));
    }
    wish.flatMap(Wish::confirmed)
        .filter(slot -> !slot.equals(meeting.slot()))
        .ifPresent(slot -> faults.add(fault(Rule.CONFIRMED, meeting, Optional.of(slot))));
    return faults;
  }

  /** What it breaks because of one other meeting. */
  private List<Fault> beside(Meeting meeting, Meeting other) {
    List<Fault> faults = new ArrayList<>();
    boolean sameDelegate = meeting.delegate().equals(other.delegate());
    boolean sameHost = meeting.host().equals(other.host());
    int slot = grid.slotAt(meeting.slot());
    int otherSlot = grid.slotAt(other.slot());
    boolean overlap = contains(grid.overlapping[slot], otherSlot);
    int site = site(meeting);
    int otherSite = site(other);
    if (sameDelegate && sameHost) {
      faults.add(fault(Rule.TWICE, meeting));
    } else if (sameDelegate && overlap) {
      faults.add(fault(Rule.DELEGATE_BUSY, meeting, Optional.of(other.host())));
    } else if (sameDelegate && contains(grid.unreachable[slot][site][otherSite], otherSlot)) {
      faults.add(fault(Rule.TRAVEL, meeting, Optional.of(other.host())));
    } else if (sameHost && overlap) {
      faults.add(fault(Rule.HOST_BUSY, meeting, Optional.of(other.delegate())));
    }
    boolean sameTable = meeting.table().isPresent() && meeting.table().equals(other.table());
    if (sameTable && site == otherSite && slot == otherSlot) {
      faults.add(fault(Rule.TABLE_TAKEN, meeting, Optional.of(other.delegate())));
    }
    return faults;
  }

  private static boolean contains(int[] slots, int slot) {
    return Arrays.stream(slots).anyMatch(one -> one == slot);
  }

  private int site(Meeting meeting) {
    return grid.site[grid.hostAt(meeting.host())];
  }

  private List<Fault> tooMany(Meeting meeting, List<Meeting> meetings) {
    List<Fault> faults = new ArrayList<>();
    int site = site(meeting);
    int beside = 0;
    int ofDelegate = 0;
    int ofHost = 0;
    for (Meeting one : meetings) {
      beside += one.slot().equals(meeting.slot()) && site(one) == site ? 1 : 0;
      ofDelegate += one.delegate().equals(meeting.delegate()) ? 1 : 0;
      ofHost += one.host().equals(meeting.host()) ? 1 : 0;
    }
    if (beside > grid.tables[site]) {
      faults.add(fault(Rule.TABLES, meeting, Optional.of(delegation.sites().get(site).id())));
    }
    if (ofDelegate > grid.mostOfDelegate[grid.delegateAt(meeting.delegate())]) {
      faults.add(fault(Rule.DELEGATE_MOST, meeting));
    }
    if (ofHost > grid.mostOfHost[grid.hostAt(meeting.host())]) {
      faults.add(fault(Rule.HOST_MOST, meeting));
    }
    return faults;
  }

  /** What must be and is not, unless the plan says that it cannot be. */
  private List<Fault> missing(Plan plan) {
    List<Fault> faults = new ArrayList<>();
    Set<Veto> met = new HashSet<>();
    Map<String, Integer> loads = new HashMap<>();
    for (Meeting meeting : plan.meetings()) {
      met.add(new Veto(meeting.delegate(), meeting.host()));
      loads.merge(meeting.delegate(), 1, Integer::sum);
    }
    for (Wish wish : delegation.wishes()) {
      boolean isMet = met.contains(new Veto(wish.delegate(), wish.host()));
      Optional<String> host = Optional.of(wish.host());
      Conflict must = new Conflict(Conflict.Kind.MUST, wish.delegate(), host);
      if (wish.must() && !isMet && !plan.conflict().contains(must)) {
        faults.add(lacking(Rule.MUST, wish.delegate(), host));
      }
    }
    for (Delegation.Delegate one : delegation.delegates()) {
      Conflict least = new Conflict(Conflict.Kind.MINIMUM, one.id(), Optional.empty());
      if (loads.getOrDefault(one.id(), 0) < one.least() && !plan.conflict().contains(least)) {
        faults.add(lacking(Rule.MINIMUM, one.id(), Optional.empty()));
      }
    }
    return faults;
  }

  private static Fault lacking(Rule rule, String delegate, Optional<String> host) {
    return new Fault(rule, delegate, host, Optional.empty(), Optional.empty());
  }
}
