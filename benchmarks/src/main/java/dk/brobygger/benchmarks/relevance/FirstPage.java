package dk.brobygger.benchmarks.relevance;

import java.util.Arrays;
import java.util.List;

/** How good the first ten answers to questions are under some weights. */
final class FirstPage {

  private static final int FIRST = 10;

  private FirstPage() {}

  /** The mean nDCG@10 of all questions. */
  static double worth(List<Learning.Sample> samples, double[] weights) {
    return samples.stream()
        .mapToDouble(
            sample -> firstTen(Learning.scores(sample.candidates(), weights), sample.right()))
        .average()
        .orElse(0);
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
