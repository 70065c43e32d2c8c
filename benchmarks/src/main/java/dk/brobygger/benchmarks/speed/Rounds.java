package dk.brobygger.benchmarks.speed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What some rounds of the same questions took, by percentiles of each round. For one thread. */
final class Rounds {

  private final List<double[]> rounds = new ArrayList<>();

  /** Something asked, the number of the question given. */
  interface Asked {
    /** The answer's size, so that nothing is left out as unused. */
    int ask(int number);
  }

  /**
   * One round, timed here.
   *
   * @param from the number of the first question
   * @param to the number after the last one
   */
  void run(int from, int to, Asked asked) {
    double[] seconds = new double[to - from];
    for (int number = from; number < to; number++) {
      long start = System.nanoTime();
      if (asked.ask(number) < 0) {
        throw new IllegalStateException("question " + number + " has no answer");
      }
      seconds[number - from] = (System.nanoTime() - start) / 1e9;
    }
    add(seconds);
  }

  /** One round, timed elsewhere: seconds of each question. */
  void add(double[] seconds) {
    double[] sorted = seconds.clone();
    Arrays.sort(sorted);
    rounds.add(sorted);
  }

  /** The median over the rounds of a percentile of each, in seconds. */
  double percentile(int percent) {
    return median(rounds.stream().mapToDouble(round -> at(round, percent)).toArray());
  }

  /** The median over the rounds of questions a second. */
  double rate() {
    return median(
        rounds.stream().mapToDouble(round -> round.length / Arrays.stream(round).sum()).toArray());
  }

  /** Ours over theirs, for a percentile, round by round: median, least and most. */
  static String ratio(Rounds ours, Rounds theirs, int percent) {
    double[] ratios = new double[ours.rounds.size()];
    for (int round = 0; round < ratios.length; round++) {
      ratios[round] = at(ours.rounds.get(round), percent) / at(theirs.rounds.get(round), percent);
    }
    Arrays.sort(ratios);
    return String.format(
        Locale.ROOT, "%.2f (%.2f to %.2f)", median(ratios), ratios[0], ratios[ratios.length - 1]);
  }

  private static double at(double[] sorted, int percent) {
    return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** Percentiles in milliseconds and the rate, for a line of a table. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "p50 %7.2f ms, p95 %7.2f ms, %7.1f a second",
        percentile(50) * 1e3,
        percentile(95) * 1e3,
        rate());
  }
}
