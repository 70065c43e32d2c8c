package dk.brobygger.search.delegation;

import com.google.ortools.Loader;
import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearArgument;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** The programme in whole numbers, by CP-SAT of OR-Tools. */
final class Exact {

  /** One for each core of a small machine; more only help where there are more cores. */
  private static final int WORKERS = Math.max(2, Runtime.getRuntime().availableProcessors());

  private final Programme programme;
  private final CpModel model = new CpModel();
  private final BoolVar[] variables;

  /** Everything but requirements that may be given up. */
  Exact(Programme programme) {
    Loader.loadNativeLibraries();
    this.programme = programme;
    variables = new BoolVar[programme.size()];
    Arrays.setAll(variables, i -> model.newBoolVar(""));
    for (Programme.Row row : programme.rows) {
      BoolVar[] summed = of(row.variables());
      if (row.least() == 0 && row.most() == 1) {
        model.addAtMostOne(summed);
      } else {
        model.addLinearConstraint(LinearExpr.sum(summed), row.least(), row.most());
      }
    }
  }

  private BoolVar[] of(int[] places) {
    return Arrays.stream(places).mapToObj(i -> variables[i]).toArray(BoolVar[]::new);
  }

  /**
   * A solution that is better, and what none exceeds.
   *
   * @param slots the best plan known, by option its slot
   * @param bound what is known not to be exceeded, in thousandths
   * @param time how long it may take
   */
  Improved improve(int[] slots, long bound, Duration time) {
    LinearExpr value = sum(programme.worths());
    hint(slots);
    model.addLessOrEqual(value, bound);
    model.maximize(value);
    CpSolver solver = solver(time);
    CpSolverStatus status = solver.solve(model);
    return new Improved(
        found(status) ? Optional.of(slots(solver)) : Optional.empty(),
        status == CpSolverStatus.UNKNOWN
            ? bound
            : Math.min(bound, (long) Math.floor(solver.bestObjectiveBound() + 0.5)));
  }

  /**
   * What was found.
   *
   * @param slots the plan, if there is one
   * @param bound what none exceeds, in thousandths
   */
  record Improved(Optional<int[]> slots, long bound) {}

  /**
   * The plan that keeps the most of an earlier one, and of these one of the greatest value; empty
   * if none was found.
   *
   * @param slots what is left of the earlier plan, by option its slot
   * @param time how long it may take
   */
  Optional<int[]> keep(int[] slots, Duration time) {
    long[] worths = programme.worths();
    long more = Arrays.stream(worths).sum() + 1;
    for (int option = 0; option < slots.length; option++) {
      int[] places = programme.variables(option);
      for (int i = 0; i < places.length; i++) {
        worths[places[i]] +=
            programme.grid.options.get(option).slots()[i] == slots[option] ? more : 0;
      }
    }
    return most(sum(worths), slots, time);
  }

  /** A plan that makes an expression as great as can be found in time. */
  private Optional<int[]> most(LinearArgument wanted, int[] slots, Duration time) {
    hint(slots);
    model.maximize(wanted);
    CpSolver solver = solver(time);
    return found(solver.solve(model)) ? Optional.of(slots(solver)) : Optional.empty();
  }

  private static boolean found(CpSolverStatus status) {
    return status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.FEASIBLE;
  }

  /**
   * Of the plans of at least this value one whose worst-off delegate, of those who wish something
   * that can be, has the most; empty if none was found in time.
   *
   * @param slots a plan of that value, by option its slot
   * @param value in thousandths
   * @param time how long it may take
   */
  Optional<int[]> fairest(int[] slots, long value, Duration time) {
    long[] worths = programme.worths();
    IntVar worst = model.newIntVar(0, value, "");
    for (int delegate = 0; delegate < programme.grid.ofDelegate.size(); delegate++) {
      int[] places = programme.ofDelegate(delegate);
      if (places.length > 0) {
        long[] own = Arrays.stream(places).mapToLong(place -> worths[place]).toArray();
        model.addGreaterOrEqual(LinearExpr.weightedSum(of(places), own), worst);
      }
    }
    model.addGreaterOrEqual(sum(worths), value);
    return most(worst, slots, time);
  }

  private LinearExpr sum(long[] worths) {
    LinearExprBuilder sum = LinearExpr.newBuilder();
    for (int i = 0; i < worths.length; i++) {
      sum.addTerm(variables[i], worths[i]);
    }
    return sum.build();
  }

  private void hint(int[] slots) {
    for (int option = 0; option < slots.length; option++) {
      int[] places = programme.variables(option);
      for (int i = 0; i < places.length; i++) {
        boolean chosen = programme.grid.options.get(option).slots()[i] == slots[option];
        model.addHint(variables[places[i]], chosen);
      }
    }
  }

  /** A literal that, where it is true, asks for at least so many of some variables. */
  BoolVar requirement(int[] places, int least) {
    BoolVar kept = model.newBoolVar("");
    model.addGreaterOrEqual(LinearExpr.sum(of(places)), least).onlyEnforceIf(kept);
    return kept;
  }

  /** The model, for who adds to it. */
  CpModel model() {
    return model;
  }

  static CpSolver solver(Duration time) {
    CpSolver solver = new CpSolver();
    solver
        .getParameters()
        .setMaxTimeInSeconds(time.toMillis() / 1e3)
        .setNumWorkers(WORKERS)
        .setRandomSeed(1);
    return solver;
  }

  int[] slots(CpSolver solver) {
    return programme.slots(variable -> solver.booleanValue(variables[variable]));
  }
}
