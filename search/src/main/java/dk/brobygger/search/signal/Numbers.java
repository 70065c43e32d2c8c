package dk.brobygger.search.signal;

import java.util.Arrays;

/** Scores made comparable from one question to the next. */
final class Numbers {

  private Numbers() {}

  /** How many standard deviations each lies above the mean; all 0 where they do not differ. */
  static double[] standardized(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    double variance =
        Arrays.stream(values).map(value -> (value - mean) * (value - mean)).average().orElse(0);
    double deviation = Math.sqrt(variance);
    return Arrays.stream(values)
        .map(value -> deviation < 1e-12 ? 0 : (value - mean) / deviation)
        .toArray();
  }

  /** Each as a share of the sum; all 0 where the sum is. */
  static double[] shares(double[] values) {
    double sum = Arrays.stream(values).sum();
    return Arrays.stream(values).map(value -> sum <= 0 ? 0 : value / sum).toArray();
  }

  /** Each as a share of the greatest; all 0 where that is. */
  static double[] ofGreatest(double[] values) {
    double most = Arrays.stream(values).max().orElse(0);
    return Arrays.stream(values).map(value -> most <= 0 ? 0 : value / most).toArray();
  }

  /** One times the other, place by place. */
  static double[] product(double[] one, double[] other) {
    double[] product = one.clone();
    for (int place = 0; place < product.length; place++) {
      product[place] *= other[place];
    }
    return product;
  }

  /** One and the other, place by place. */
  static double[] sum(double[] one, double[] other) {
    double[] sum = one.clone();
    for (int place = 0; place < sum.length; place++) {
      sum[place] += other[place];
    }
    return sum;
  }

  /** The places of the greatest so many, greatest first, equal ones in order of place. */
  static int[] greatest(double[] values, int most) {
    return java.util.stream.IntStream.range(0, values.length)
        .boxed()
        .sorted(
            java.util.Comparator.comparingDouble((Integer place) -> -values[place])
                .thenComparing(place -> place))
        .limit(most)
        .mapToInt(place -> place)
        .toArray();
  }
}
