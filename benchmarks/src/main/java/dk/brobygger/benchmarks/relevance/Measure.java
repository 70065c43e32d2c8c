package dk.brobygger.benchmarks.relevance;

import java.util.function.ToDoubleFunction;

/** Each of the {@link Measures}, under the name that tables have for its mean. */
enum Measure {
  NDCG("nDCG@10", Measures::ndcg),
  RECIPROCAL_RANK("MRR@10", Measures::reciprocalRank),
  RECALL_50("recall@50", Measures::recall50),
  RECALL_100("recall@100", Measures::recall100),
  PRECISION("MAP", Measures::averagePrecision);

  private final String title;
  private final ToDoubleFunction<Measures> number;

  Measure(String title, ToDoubleFunction<Measures> number) {
    this.title = title;
    this.number = number;
  }

  String title() {
    return title;
  }

  double of(Measures measures) {
    return number.applyAsDouble(measures);
  }
}
