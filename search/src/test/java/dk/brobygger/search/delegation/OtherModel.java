package dk.brobygger.search.delegation;

import com.google.ortools.Loader;
import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.Literal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The rules of a plan put to CP-SAT once more, one variable for each wish in each slot; shares
 * nothing with the planner but the solver.
 */
final class OtherModel {

  private static final int SECONDS = 60;

  /** A wish in a slot. */
  private record Choice(
      Delegation.Wish wish, Delegation.Host host, Delegation.Slot slot, BoolVar met) {}

  private final CpModel model = new CpModel();
  private final List<Choice> choices = new ArrayList<>();
  private final Delegation delegation;

  private OtherModel(Delegation delegation) {
    this.delegation = delegation;
  }

  /** What the best plan is worth that holds every requirement; empty if none does. */
  static OptionalDouble best(Delegation delegation) {
    Loader.loadNativeLibraries();
    return new OtherModel(delegation).best();
  }

  private OptionalDouble best() {
    delegation.wishes().forEach(this::choose);
    for (Delegation.Slot slot : delegation.slots()) {
      atOnce(slot);
    }
    delegation.delegates().forEach(this::travels);
    delegation.hosts().forEach(host -> between(0, host.most(), of(one -> one.host().equals(host))));
    model.maximize(
        LinearExpr.weightedSum(
            of(one -> true),
            choices.stream().mapToLong(one -> Math.round(one.wish().value() * 1000)).toArray()));
    CpSolver solver = new CpSolver();
    solver.getParameters().setMaxTimeInSeconds(SECONDS);
    CpSolverStatus status = solver.solve(model);
    return switch (status) {
      case OPTIMAL -> OptionalDouble.of(Math.round(solver.objectiveValue()) / 1000.0);
      case INFEASIBLE -> OptionalDouble.empty();
      default -> throw new IllegalStateException("CP-SAT found only " + status);
    };
  }

  private void choose(Delegation.Wish wish) {
    Delegation.Host host =
        delegation.hosts().stream()
            .filter(one -> one.id().equals(wish.host()))
            .findFirst()
            .orElseThrow();
    Delegation.Delegate delegate =
        delegation.delegates().stream()
            .filter(one -> one.id().equals(wish.delegate()))
            .findFirst()
            .orElseThrow();
    Set<String> mine = delegate.languages();
    Set<String> theirs = host.languages();
    boolean talk = mine.isEmpty() || theirs.isEmpty() || mine.stream().anyMatch(theirs::contains);
    boolean refused =
        delegation.vetoes().contains(new Delegation.Veto(wish.delegate(), wish.host()));
    for (Delegation.Slot slot : delegation.slots()) {
      boolean free =
          delegate.available().contains(slot.id()) && host.available().contains(slot.id());
      boolean agreed = wish.confirmed().isEmpty() || wish.confirmed().get().equals(slot.id());
      if (talk && !refused && free && agreed) {
        choices.add(new Choice(wish, host, slot, model.newBoolVar("")));
      }
    }
    between(wish.must() ? 1 : 0, 1, of(one -> one.wish().equals(wish)));
  }

  private void atOnce(Delegation.Slot slot) {
    for (Delegation.Host host : delegation.hosts()) {
      between(0, 1, of(one -> one.slot().equals(slot) && one.host().equals(host)));
    }
    for (Delegation.Site site : delegation.sites()) {
      between(0, site.tables(), of(one -> one.slot().equals(slot) && at(one, site.id())));
    }
  }

  private void travels(Delegation.Delegate delegate) {
    Predicate<Choice> own = one -> one.wish().delegate().equals(delegate.id());
    between(delegate.least(), delegate.most(), of(own));
    for (Delegation.Slot slot : delegation.slots()) {
      between(0, 1, of(own.and(one -> one.slot().equals(slot))));
    }
    for (Delegation.Travel travel : delegation.travel()) {
      for (Delegation.Slot first : delegation.slots()) {
        for (Delegation.Slot then : delegation.slots()) {
          boolean tooShort =
              first.start().isBefore(then.start())
                  && Duration.between(first.end(), then.start()).compareTo(travel.time()) < 0;
          if (tooShort) {
            notBoth(own, first, travel.from(), then, travel.to());
            notBoth(own, first, travel.to(), then, travel.from());
          }
        }
      }
    }
  }

  private void notBoth(
      Predicate<Choice> own, Delegation.Slot first, String from, Delegation.Slot then, String to) {
    between(
        0,
        1,
        of(
            own.and(one ->
                one.slot().equals(first) && at(one, from)
                    || one.slot().equals(then) && at(one, to))));
  }

  private static boolean at(Choice choice, String site) {
    return choice.host().site().filter(site::equals).isPresent();
  }

  private Literal[] of(Predicate<Choice> which) {
    return choices.stream().filter(which).map(Choice::met).toArray(Literal[]::new);
  }

  private void between(int least, int most, Literal[] chosen) {
    model.addLinearConstraint(LinearExpr.sum(chosen), least, most);
  }
}
