package dk.brobygger.search.delegation;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import dk.brobygger.search.delegation.Plan.Conflict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The musts and minimums of a delegation: as many as can hold together, and for each of the others
 * the smallest set that it cannot hold with.
 *
 * <p>A smallest set is found by hitting sets (Ignatiev, Previti, Liffiton and Marques-Silva,
 * Smallest MUS extraction with minimal hitting set dualization, CP 2015).
 */
final class Requirements {

  /** For one question; those of a real delegation take milliseconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Grid grid;
  private final List<Conflict> all = new ArrayList<>();

  private final List<Integer> leasts = new ArrayList<>();
  private final Programme programme;

  Requirements(Grid grid) {
    this.grid = grid;
    Set<Integer> musts = new HashSet<>();
    for (int option = 0; option < grid.options.size(); option++) {
      if (grid.options.get(option).wish().must()) {
        musts.add(option);
      }
    }
    programme =
        new Programme(
            grid,
            option ->
                musts.contains(option) || grid.least[grid.options.get(option).delegate()] > 0);
    readMusts();
    readMinimums();
  }

  private void readMusts() {
    for (Delegation.Wish wish : grid.delegation.wishes()) {
      if (wish.must()) {
        add(new Conflict(Conflict.Kind.MUST, wish.delegate(), Optional.of(wish.host())), 1);
      }
    }
  }

  private void readMinimums() {
    for (Delegation.Delegate delegate : grid.delegation.delegates()) {
      if (delegate.least() > 0) {
        add(new Conflict(Conflict.Kind.MINIMUM, delegate.id(), Optional.empty()), delegate.least());
      }
    }
  }

  private void add(Conflict requirement, int least) {
    all.add(requirement);
    leasts.add(least);
  }

  private BoolVar[] literals(Exact exact, Programme in) {
    return IntStream.range(0, all.size())
        .mapToObj(place -> literal(exact, in, place))
        .toArray(BoolVar[]::new);
  }

  /** Where it is true, a requirement holds. */
  private BoolVar literal(Exact exact, Programme in, int place) {
    return exact.requirement(places(all.get(place), in), leasts.get(place));
  }

  /** The variables of a programme of which a requirement asks for some. */
  private int[] places(Conflict requirement, Programme in) {
    return requirement
        .host()
        .map(host ->
            IntStream.range(0, grid.options.size())
                .filter(option -> isOf(grid.options.get(option), requirement.delegate(), host))
                .flatMap(option -> Arrays.stream(in.variables(option)))
                .toArray())
        .orElseGet(() -> in.ofDelegate(grid.delegateAt(requirement.delegate())));
  }

  private static boolean isOf(Grid.Option option, String delegate, String host) {
    return option.wish().delegate().equals(delegate) && option.wish().host().equals(host);
  }

  boolean none() {
    return all.isEmpty();
  }

  /** Whether a plan meets them all. */
  boolean hold(int[] slots) {
    return hold(slots, Set.of());
  }

  /** Whether a plan meets all but those given up. */
  boolean hold(int[] slots, Set<Conflict> given) {
    BitSet held = held(slots);
    return IntStream.range(0, all.size())
        .allMatch(place -> held.get(place) || given.contains(all.get(place)));
  }

  /** How many a plan meets. */
  int count(int[] slots) {
    return held(slots).cardinality();
  }

  /** Those that a plan meets. */
  private BitSet held(int[] slots) {
    int[] loads = new int[grid.least.length];
    Set<Conflict> met = new HashSet<>();
    for (int option = 0; option < slots.length; option++) {
      if (slots[option] != Board.NONE) {
        Delegation.Wish wish = grid.options.get(option).wish();
        loads[grid.options.get(option).delegate()]++;
        met.add(new Conflict(Conflict.Kind.MUST, wish.delegate(), Optional.of(wish.host())));
      }
    }
    BitSet held = new BitSet();
    for (int place = 0; place < all.size(); place++) {
      Conflict one = all.get(place);
      held.set(
          place,
          one.kind() == Conflict.Kind.MUST
              ? met.contains(one)
              : loads[grid.delegateAt(one.delegate())] >= leasts.get(place));
    }
    return held;
  }

  /**
   * What can be kept.
   *
   * @param given what cannot, in the order of the input
   * @param conflict the given up, and those each of them cannot hold with
   * @param slots a plan that meets the rest
   */
  record Kept(Set<Conflict> given, List<Conflict> conflict, int[] slots) {}

  /**
   * The most that can hold together; of several such sets one with the most of those that a plan
   * meets, so that a repair gives up what is given up already.
   *
   * @param slots the plan
   */
  Kept most(int[] slots) {
    Solution best = solve(held(slots));
    return named(best.held(), best.slots());
  }

  /**
   * Of the sets as large as one that can be kept the one that leaves the greatest value, as far as
   * it is found in time.
   *
   * @param whole the programme of all wishes, nothing required
   * @param kept a largest set
   * @param bound what no plan exceeds, in thousandths
   * @param time how long it may take
   */
  Worth worthiest(Programme whole, Kept kept, long bound, Duration time) {
    Exact exact = new Exact(whole);
    BoolVar[] holds = literals(exact, whole);
    exact.model().addGreaterOrEqual(LinearExpr.sum(holds), all.size() - kept.given().size());
    Exact.Improved found = exact.improve(kept.slots(), bound, time);
    return new Worth(
        found.slots().map(slots -> named(held(slots), slots)).orElse(kept), found.bound());
  }

  /**
   * What is best kept.
   *
   * @param kept what can be kept
   * @param bound what no plan exceeds that keeps as many, in thousandths
   */
  record Worth(Kept kept, long bound) {}

  private Kept named(BitSet kept, int[] slots) {
    Set<Conflict> given = new LinkedHashSet<>();
    Set<Conflict> named = new LinkedHashSet<>();
    for (int one = kept.nextClearBit(0); one < all.size(); one = kept.nextClearBit(one + 1)) {
      given.add(all.get(one));
      smallest(one, kept).stream().forEach(place -> named.add(all.get(place)));
    }
    return new Kept(given, List.copyOf(named), slots);
  }

  /** The fewest of the kept that, with one more, cannot hold; that one included. */
  private BitSet smallest(int one, BitSet kept) {
    List<BitSet> corrections = new ArrayList<>();
    while (true) {
      BitSet core = hitting(corrections);
      core.set(one);
      Optional<BitSet> held = heldWith(core, kept);
      if (held.isEmpty()) {
        return core;
      }
      BitSet correction = (BitSet) kept.clone();
      correction.andNot(held.get());
      corrections.add(correction);
    }
  }

  /** Of the kept those that hold together with a core; empty if the core itself does not hold. */
  private Optional<BitSet> heldWith(BitSet core, BitSet kept) {
    BitSet asked = (BitSet) kept.clone();
    asked.or(core);
    Exact exact = new Exact(programme);
    CpModel model = exact.model();
    List<BoolVar> wanted = new ArrayList<>();
    BoolVar[] holds = new BoolVar[all.size()];
    for (int place = asked.nextSetBit(0); place >= 0; place = asked.nextSetBit(place + 1)) {
      holds[place] = literal(exact, programme, place);
      if (core.get(place)) {
        model.addEquality(holds[place], 1);
      } else {
        wanted.add(holds[place]);
      }
    }
    model.maximize(LinearExpr.sum(wanted.toArray(new BoolVar[0])));
    CpSolver solver = Exact.solver(PATIENCE);
    CpSolverStatus status = solver.solve(model);
    if (status != CpSolverStatus.OPTIMAL && status != CpSolverStatus.FEASIBLE) {
      return Optional.empty();
    }
    BitSet held = new BitSet();
    for (int place = asked.nextSetBit(0); place >= 0; place = asked.nextSetBit(place + 1)) {
      held.set(place, solver.booleanValue(holds[place]));
    }
    return Optional.of(held);
  }

  /** What a plan keeps that meets as many as can hold together. */
  Kept kept(int[] slots) {
    return named(held(slots), slots);
  }

  private record Solution(BitSet held, int[] slots) {}

  private Solution solve(BitSet preferred) {
    Exact exact = new Exact(programme);
    BoolVar[] holds = literals(exact, programme);
    long[] weights = new long[all.size()];
    for (int place = 0; place < holds.length; place++) {
      // One more counts more than all preferences together.
      weights[place] = all.size() + 1L + (preferred.get(place) ? 1 : 0);
    }
    exact.model().maximize(LinearExpr.weightedSum(holds, weights));
    CpSolver solver = Exact.solver(PATIENCE);
    CpSolverStatus status = solver.solve(exact.model());
    if (status != CpSolverStatus.OPTIMAL && status != CpSolverStatus.FEASIBLE) {
      throw new IllegalStateException("the musts could not be weighed within " + PATIENCE);
    }
    BitSet held = new BitSet();
    for (int place = 0; place < holds.length; place++) {
      held.set(place, solver.booleanValue(holds[place]));
    }
    return new Solution(held, exact.slots(solver));
  }

  /** The smallest set that has something in common with each of some sets. */
  private BitSet hitting(List<BitSet> sets) {
    if (sets.isEmpty()) {
      return new BitSet();
    }
    CpModel model = new CpModel();
    BoolVar[] chosen = new BoolVar[all.size()];
    Arrays.setAll(chosen, i -> model.newBoolVar(""));
    for (BitSet set : sets) {
      model.addAtLeastOne(set.stream().mapToObj(i -> chosen[i]).toArray(BoolVar[]::new));
    }
    model.minimize(LinearExpr.sum(chosen));
    CpSolver solver = Exact.solver(PATIENCE);
    CpSolverStatus status = solver.solve(model);
    if (status != CpSolverStatus.OPTIMAL && status != CpSolverStatus.FEASIBLE) {
      throw new IllegalStateException("the conflict could not be named within " + PATIENCE);
    }
    BitSet hit = new BitSet();
    for (int i = 0; i < chosen.length; i++) {
      hit.set(i, solver.booleanValue(chosen[i]));
    }
    return hit;
  }
}
