package dk.brobygger.search.delegation;

import dk.brobygger.search.delegation.Delegation.Wish;
import dk.brobygger.search.delegation.Plan.Conflict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tries every plan of a small delegation; shares nothing with the planner. */
final class Trial {

  private final Delegation delegation;

  Trial(Delegation delegation) {
    this.delegation = delegation;
  }

  List<Conflict> requirements() {
    List<Conflict> all = new ArrayList<>();
    delegation.wishes().stream()
        .filter(Wish::must)
        .forEach(wish ->
            all.add(new Conflict(Conflict.Kind.MUST, wish.delegate(), Optional.of(wish.host()))));
    delegation.delegates().stream()
        .filter(one -> one.least() > 0)
        .forEach(one -> all.add(new Conflict(Conflict.Kind.MINIMUM, one.id(), Optional.empty())));
    return all;
  }

  boolean holds(Conflict requirement, Plan plan) {
    return holds(requirement, plan.meetings());
  }

  private boolean holds(Conflict requirement, List<Plan.Meeting> meetings) {
    List<Plan.Meeting> own =
        meetings.stream().filter(one -> one.delegate().equals(requirement.delegate())).toList();
    return requirement
        .host()
        .map(host -> own.stream().anyMatch(one -> one.host().equals(host)))
        .orElseGet(() ->
            own.size()
                >= delegation.delegates().stream()
                    .filter(one -> one.id().equals(requirement.delegate()))
                    .findFirst()
                    .orElseThrow()
                    .least());
  }

  /** The greatest value with all of these held; negative if they cannot be. */
  double most(Set<Conflict> required) {
    return most(0, new ArrayList<>(), required);
  }

  private double most(int wish, List<Plan.Meeting> met, Set<Conflict> required) {
    if (wish == delegation.wishes().size()) {
      return required.stream().allMatch(one -> holds(one, met)) ? value(met) : -1;
    }
    double best = most(wish + 1, met, required);
    for (Plan.Meeting one : meetings(delegation.wishes().get(wish))) {
      met.add(one);
      if (broken(met).isEmpty()) {
        best = Math.max(best, most(wish + 1, met, required));
      }
      met.removeLast();
    }
    return best;
  }

  /** What the delegate who gets the least gets at the most, in the plans worth so much. */
  double fairest(double value, Set<Conflict> required) {
    return fairest(0, new ArrayList<>(), value, required);
  }

  private double fairest(int wish, List<Plan.Meeting> met, double value, Set<Conflict> required) {
    if (wish == delegation.wishes().size()) {
      boolean counts = value(met) == value && required.stream().allMatch(one -> holds(one, met));
      return counts ? worstOff(met) : -1;
    }
    double best = fairest(wish + 1, met, value, required);
    for (Plan.Meeting one : meetings(delegation.wishes().get(wish))) {
      met.add(one);
      if (broken(met).isEmpty()) {
        best = Math.max(best, fairest(wish + 1, met, value, required));
      }
      met.removeLast();
    }
    return best;
  }

  private List<Plan.Meeting> meetings(Wish wish) {
    return delegation.slots().stream()
        .map(slot ->
            new Plan.Meeting(
                wish.delegate(), wish.host(), slot.id(), java.util.OptionalInt.empty()))
        .toList();
  }

  /** What the delegate gets who gets the least, of those who wish something that can be. */
  double worstOff(List<Plan.Meeting> meetings) {
    return delegation.wishes().stream()
        .filter(wish -> meetings(wish).stream().anyMatch(one -> broken(List.of(one)).isEmpty()))
        .map(Wish::delegate)
        .distinct()
        .mapToDouble(delegate ->
            value(meetings.stream().filter(one -> one.delegate().equals(delegate)).toList()))
        .min()
        .orElse(0);
  }

  /** How many requirements can hold at once. */
  int mostHeld() {
    return subsets(requirements()).stream()
        .filter(set -> most(set) >= 0)
        .mapToInt(Set::size)
        .max()
        .orElseThrow();
  }

  /** The greatest value with as many requirements held as can be, whichever they are. */
  double mostOfLargest() {
    int largest = mostHeld();
    return subsets(requirements()).stream()
        .filter(set -> set.size() == largest)
        .mapToDouble(this::most)
        .max()
        .orElseThrow();
  }

  int smallestConflictWith(Conflict lost, Plan plan) {
    List<Conflict> kept =
        requirements().stream().filter(one -> holds(one, plan) || one.equals(lost)).toList();
    return subsets(kept).stream()
        .filter(set -> set.contains(lost) && most(set) < 0)
        .mapToInt(Set::size)
        .min()
        .orElseThrow();
  }

  private static List<Set<Conflict>> subsets(List<Conflict> all) {
    List<Set<Conflict>> subsets = new ArrayList<>();
    for (int bits = 0; bits < 1 << all.size(); bits++) {
      Set<Conflict> subset = new HashSet<>();
      for (int i = 0; i < all.size(); i++) {
        if ((bits >> i & 1) == 1) {
          subset.add(all.get(i));
        }
      }
      subsets.add(subset);
    }
    return subsets;
  }

  private double value(List<Plan.Meeting> meetings) {
    return delegation.wishes().stream()
        .filter(wish ->
            meetings.stream()
                .anyMatch(one ->
                    one.delegate().equals(wish.delegate()) && one.host().equals(wish.host())))
        .mapToDouble(Wish::value)
        .sum();
  }

  List<String> broken(Plan plan) {
    return broken(plan.meetings());
  }

  private List<String> broken(List<Plan.Meeting> meetings) {
    List<String> broken = new ArrayList<>();
    for (int i = 0; i < meetings.size(); i++) {
      Plan.Meeting one = meetings.get(i);
      alone(one, broken);
      long delegateHas =
          meetings.stream().filter(it -> it.delegate().equals(one.delegate())).count();
      long hostHas = meetings.stream().filter(it -> it.host().equals(one.host())).count();
      if (delegateHas > delegate(one).most() || hostHas > host(one).most()) {
        broken.add("too many: " + one);
      }
      long beside =
          meetings.stream()
              .filter(it -> it.slot().equals(one.slot()))
              .filter(it -> host(it).site().equals(host(one).site()))
              .count();
      if (beside > tables(one)) {
        broken.add("no table: " + one);
      }
      for (Plan.Meeting other : meetings.subList(i + 1, meetings.size())) {
        together(one, other, broken);
      }
    }
    return broken;
  }

  private void alone(Plan.Meeting one, List<String> broken) {
    Set<String> mine = delegate(one).languages();
    Set<String> theirs = host(one).languages();
    boolean understood =
        mine.isEmpty() || theirs.isEmpty() || mine.stream().anyMatch(theirs::contains);
    boolean refused = delegation.vetoes().contains(new Delegation.Veto(one.delegate(), one.host()));
    boolean free =
        delegate(one).available().contains(one.slot())
            && host(one).available().contains(one.slot());
    if (!understood || refused || !free) {
      broken.add("cannot be: " + one);
    }
  }

  private void together(Plan.Meeting one, Plan.Meeting other, List<String> broken) {
    boolean sameDelegate = one.delegate().equals(other.delegate());
    boolean sameHost = one.host().equals(other.host());
    if (sameDelegate && sameHost || one.slot().equals(other.slot()) && (sameDelegate || sameHost)) {
      broken.add("twice: " + one + " " + other);
    }
    if (sameDelegate && !host(one).site().equals(host(other).site())) {
      Delegation.Slot a = slot(one);
      Delegation.Slot b = slot(other);
      Duration between =
          a.start().isBefore(b.start())
              ? Duration.between(a.end(), b.start())
              : Duration.between(b.end(), a.start());
      if (between.compareTo(delegation.travel().getFirst().time()) < 0) {
        broken.add("too far: " + one + " " + other);
      }
    }
  }

  private Delegation.Delegate delegate(Plan.Meeting meeting) {
    return delegation.delegates().stream()
        .filter(one -> one.id().equals(meeting.delegate()))
        .findFirst()
        .orElseThrow();
  }

  private Delegation.Host host(Plan.Meeting meeting) {
    return delegation.hosts().stream()
        .filter(one -> one.id().equals(meeting.host()))
        .findFirst()
        .orElseThrow();
  }

  private Delegation.Slot slot(Plan.Meeting meeting) {
    return delegation.slots().stream()
        .filter(one -> one.id().equals(meeting.slot()))
        .findFirst()
        .orElseThrow();
  }

  private int tables(Plan.Meeting meeting) {
    return delegation.sites().stream()
        .filter(site -> host(meeting).site().equals(Optional.of(site.id())))
        .mapToInt(Delegation.Site::tables)
        .findFirst()
        .orElse(Integer.MAX_VALUE);
  }
}
