package dk.brobygger.benchmarks.relevance;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * What a ranking is worth for a set of right answers, all equally right.
 *
 * @param ndcg normalized discounted cumulative gain of the first ten (Järvelin and Kekäläinen 2002)
 * @param reciprocalRank 1 over the place of the first right answer among ten, or 0
 * @param recall50 share of the right answers among the first 50
 * @param recall100 share of the right answers among the first 100
 * @param averagePrecision the mean of the precision at the place of each right answer, 0 for those
 *     that were not ranked (trec_eval's map for one question)
 */
record Measures(
    double ndcg,
    double reciprocalRank,
    double recall50,
    double recall100,
    double averagePrecision) {

  private static final int RESAMPLES = 1_000;
  private static final long SEED = 20_261_125;

  /**
   * Of one ranking.
   *
   * @param ranked ids, best first, none of them twice
   * @param right the ids that were right, one at least
   */
  static Measures of(List<String> ranked, Set<String> right) {
    if (right.isEmpty()) {
      throw new IllegalArgumentException("right is empty, must hold an answer to be measured by");
    }
    double gain = 0;
    double ideal = 0;
    double reciprocal = 0;
    for (int place = 0; place < 10; place++) {
      double discount = discount(place);
      if (place < right.size()) {
        ideal += discount;
      }
      if (place < ranked.size() && right.contains(ranked.get(place))) {
        gain += discount;
        reciprocal = Math.max(reciprocal, 1.0 / (place + 1));
      }
    }
    return new Measures(
        gain / ideal,
        reciprocal,
        recall(ranked, right, 50),
        recall(ranked, right, 100),
        averagePrecision(ranked, right));
  }

  /** What a right answer gains at a place, 0 being the first. */
  static double discount(int place) {
    return Math.log(2) / Math.log(place + 2);
  }

  private static double averagePrecision(List<String> ranked, Set<String> right) {
    int found = 0;
    double sum = 0;
    for (int place = 0; place < ranked.size(); place++) {
      if (right.contains(ranked.get(place))) {
        found++;
        sum += (double) found / (place + 1);
      }
    }
    return sum / right.size();
  }

  private static double recall(List<String> ranked, Set<String> right, int most) {
    long found = ranked.stream().limit(most).filter(right::contains).count();
    return (double) found / right.size();
  }

  /** Half the width of the 95 % interval of the mean of numbers, by resampling them. */
  static double interval(double[] all) {
    Random random = new Random(SEED);
    List<Double> means = new ArrayList<>();
    for (int sample = 0; sample < RESAMPLES; sample++) {
      double sum = 0;
      for (int each = 0; each < all.length; each++) {
        sum += all[random.nextInt(all.length)];
      }
      means.add(sum / all.length);
    }
    means.sort(null);
    return (means.get((int) (RESAMPLES * 0.975)) - means.get((int) (RESAMPLES * 0.025))) / 2;
  }
}
