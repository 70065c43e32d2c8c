package dk.brobygger.search.delegation;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.math.BigInteger;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * What no plan can exceed: the programme solved with fractions, by PDLP (Applegate and others,
 * Practical large-scale linear programming using primal-dual hybrid gradient, NeurIPS 2021). The
 * solver's numbers are not trusted: weak duality makes a bound of any prices of the rows, and that
 * sum is computed here.
 */
final class Relaxation {

  /** Far more than rounding of some ten thousand additions can bring, and far below a unit. */
  private static final double SLACK = 1e-6;

  private Relaxation() {}

  /**
   * The bound in thousandths; empty if the solver gives no prices.
   *
   * @param programme what must hold, its requirements included
   * @param time how long it may take
   */
  static OptionalLong bound(Programme programme, Duration time) {
    if (programme.size() == 0) {
      return OptionalLong.of(0);
    }
    Loader.loadNativeLibraries();
    MPSolver solver = MPSolver.createSolver("PDLP");
    solver.setTimeLimit(Math.max(1, time.toMillis()));
    MPVariable[] variables = solver.makeNumVarArray(programme.size(), 0, 1);
    MPConstraint[] rows = new MPConstraint[programme.rows.size()];
    for (int i = 0; i < rows.length; i++) {
      Programme.Row row = programme.rows.get(i);
      rows[i] =
          solver.makeConstraint(
              row.least() == 0 ? Double.NEGATIVE_INFINITY : row.least(), row.most());
      for (int variable : row.variables()) {
        rows[i].setCoefficient(variables[variable], 1);
      }
    }
    long[] worths = programme.worths();
    MPObjective objective = solver.objective();
    for (int i = 0; i < worths.length; i++) {
      objective.setCoefficient(variables[i], (double) worths[i] / Grid.UNITS);
    }
    objective.setMaximization();
    MPSolver.ResultStatus status = solver.solve();
    if (status != MPSolver.ResultStatus.OPTIMAL && status != MPSolver.ResultStatus.FEASIBLE) {
      return OptionalLong.empty();
    }
    double[] prices = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      prices[i] = rows[i].dualValue();
    }
    return OptionalLong.of(whole(weak(programme, worths, prices), worths));
  }

  /** For any prices: what the rows cost at these, and what each variable brings beyond. */
  private static double weak(Programme programme, long[] worths, double[] prices) {
    double[] left = new double[worths.length];
    for (int i = 0; i < worths.length; i++) {
      left[i] = (double) worths[i] / Grid.UNITS;
    }
    double bound = 0;
    for (int i = 0; i < prices.length; i++) {
      Programme.Row row = programme.rows.get(i);
      double price = row.least() == 0 ? Math.max(0, prices[i]) : prices[i];
      bound += price * (price >= 0 ? row.most() : row.least());
      for (int variable : row.variables()) {
        left[variable] -= price;
      }
    }
    for (double each : left) {
      bound += Math.max(0, each);
    }
    return bound;
  }

  /** Sums of values are multiples of what divides them all, so the bound can be one too. */
  private static long whole(double bound, long[] worths) {
    BigInteger divisor = BigInteger.ZERO;
    for (long worth : worths) {
      divisor = divisor.gcd(BigInteger.valueOf(worth));
    }
    long step = Math.max(1, divisor.longValue());
    return (long) Math.floor((bound + SLACK) * Grid.UNITS / step) * step;
  }
}
