package dk.brobygger.benchmarks.relevance;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Coordinate ascent on nDCG@10 (Metzler and Croft 2007): moves one weight at a time, as long as the
 * first ten of all questions together grow better.
 */
final class Ascent {

  private static final int FIRST = 10;

  /** Steps by which weights move, wide ones first. */
  private static final double[] STEPS = {0.5, 0.2, 0.1, 0.05};

  /** What a move has to bring at least: less than this is the luck of one question. */
  private static final double LEAST_GAIN = 0.0002;

  /** How often it sets out anew, and how far aside, in the measure of steps. */
  private static final int RESTARTS = 8;

  private static final double ASIDE = 0.1;
  private static final long SEED = 2_023;

  private final List<Learning.Sample> samples;
  private final double[][] scores;
  private final double all;

  Ascent(List<Learning.Sample> samples) {
    this.samples = samples;
    this.scores = new double[samples.size()][];
    this.all = samples.stream().mapToDouble(Learning.Sample::counts).sum();
  }

  /**
   * The weights reached from these, and from others near the best so far, since a climb by one
   * weight at a time ends where two would have to move together.
   */
  double[] from(double[] start) {
    double[] spans = spans(start.length);
    Random random = new Random(SEED);
    Reached best = climbed(start, spans);
    for (int restart = 0; restart < RESTARTS; restart++) {
      double[] near = best.weights().clone();
      for (int signal = 0; signal < near.length; signal++) {
        near[signal] += spans[signal] > 0 ? ASIDE * random.nextGaussian() / spans[signal] : 0;
      }
      Reached other = climbed(near, spans);
      best = other.worth() > best.worth() ? other : best;
    }
    return best.weights();
  }

  private record Reached(double[] weights, double worth) {}

  private Reached climbed(double[] start, double[] spans) {
    double[] weights = start.clone();
    score(weights);
    double best = worth();
    for (double step : STEPS) {
      for (int signal = 0; signal < weights.length; signal++) {
        double wide = spans[signal] > 0 ? step / spans[signal] : 0;
        best = climb(weights, signal, wide, best);
        best = climb(weights, signal, -wide, best);
      }
    }
    return new Reached(weights, best);
  }

  private void score(double[] weights) {
    for (int question = 0; question < scores.length; question++) {
      double[][] candidates = samples.get(question).candidates();
      scores[question] = new double[candidates.length];
      for (int place = 0; place < candidates.length; place++) {
        for (int signal = 0; signal < weights.length; signal++) {
          scores[question][place] += weights[signal] * candidates[place][signal];
        }
      }
    }
  }

  private double climb(double[] weights, int signal, double step, double before) {
    double best = before;
    while (step != 0) {
      move(signal, step);
      double now = worth();
      if (now < best + LEAST_GAIN) {
        move(signal, -step);
        break;
      }
      best = now;
      weights[signal] += step;
    }
    return best;
  }

  private void move(int signal, double step) {
    for (int question = 0; question < scores.length; question++) {
      double[][] candidates = samples.get(question).candidates();
      for (int place = 0; place < candidates.length; place++) {
        scores[question][place] += step * candidates[place][signal];
      }
    }
  }

  /** The standard deviation of each signal, so that a step means the same for all. */
  private double[] spans(int signals) {
    double[] sums = new double[signals];
    double[] squares = new double[signals];
    long count = 0;
    for (Learning.Sample sample : samples) {
      for (double[] candidate : sample.candidates()) {
        count++;
        for (int signal = 0; signal < signals; signal++) {
          sums[signal] += candidate[signal];
          squares[signal] += candidate[signal] * candidate[signal];
        }
      }
    }
    double[] spans = new double[signals];
    for (int signal = 0; signal < signals; signal++) {
      double mean = sums[signal] / count;
      spans[signal] = Math.sqrt(Math.max(0, squares[signal] / count - mean * mean));
    }
    return spans;
  }

  private double worth() {
    double worth = 0;
    for (int question = 0; question < scores.length; question++) {
      Learning.Sample sample = samples.get(question);
      worth += sample.counts() * firstTen(scores[question], sample.right());
    }
    return worth / all;
  }

  /** nDCG@10; candidates with equal scores all stand where the first of them stands. */
  private static double firstTen(double[] scores, int[] right) {
    double[] first = new double[FIRST];
    Arrays.fill(first, Double.NEGATIVE_INFINITY);
    for (double score : scores) {
      if (score > first[FIRST - 1]) {
        insert(first, score);
      }
    }
    double gain = 0;
    double ideal = 0;
    for (int place = 0; place < right.length; place++) {
      int rank = rank(first, scores[right[place]]);
      gain += rank < FIRST ? Measures.discount(rank) : 0;
      ideal += place < FIRST ? Measures.discount(place) : 0;
    }
    return gain / ideal;
  }

  private static void insert(double[] first, double score) {
    int place = FIRST - 1;
    while (place > 0 && first[place - 1] < score) {
      first[place] = first[place - 1];
      place--;
    }
    first[place] = score;
  }

  private static int rank(double[] first, double score) {
    int rank = 0;
    while (rank < FIRST && first[rank] > score) {
      rank++;
    }
    return rank;
  }
}
