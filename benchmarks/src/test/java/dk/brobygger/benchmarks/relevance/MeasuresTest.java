package dk.brobygger.benchmarks.relevance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What is expected is worked out by hand; 1/log2(3) is 0.63093 and 1/log2(5) is 0.43068. */
class MeasuresTest {

  private static final Offset<Double> HAND = within(0.00001);

  /** The numbers from one to another, as ids. */
  private static List<String> ids(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(String::valueOf).toList();
  }

  private static void assertMeasures(
      Measures measures, double ndcg, double reciprocal, double at50, double at100, double map) {
    assertThat(measures.ndcg()).as("nDCG@10").isCloseTo(ndcg, HAND);
    assertThat(measures.reciprocalRank()).as("MRR@10").isCloseTo(reciprocal, HAND);
    assertThat(measures.recall50()).as("recall@50").isCloseTo(at50, HAND);
    assertThat(measures.recall100()).as("recall@100").isCloseTo(at100, HAND);
    assertThat(measures.averagePrecision()).as("MAP").isCloseTo(map, HAND);
  }

  @Test
  void onlyAnswerInFirstPlace_isWorthAll() {
    assertMeasures(Measures.of(List.of("a", "x", "y"), Set.of("a")), 1, 1, 1, 1, 1);
  }

  @Test
  void twoOfThreeAnswers_inSecondAndFourthPlace() {
    // nDCG (0.63093 + 0.43068) / (1 + 0.63093 + 0.5); precision (1/2 + 2/4 + 0) / 3
    assertMeasures(
        Measures.of(List.of("x", "a", "y", "b"), Set.of("a", "b", "c")),
        0.49819,
        0.5,
        0.66667,
        0.66667,
        0.33333);
  }

  @Test
  void answerInEleventhPlace_countsForRecallAndPrecisionOnly() {
    assertMeasures(Measures.of(ids(1, 20), Set.of("11")), 0, 0, 1, 1, 0.09091);
  }

  @Test
  void moreAnswersThanTen_areNotMissedOnTheFirstPage() {
    assertMeasures(
        Measures.of(ids(1, 10), ids(1, 20).stream().collect(Collectors.toSet())),
        1,
        1,
        0.5,
        0.5,
        0.5);
  }

  @Test
  void recall_countsThePlaceItIsNamedAfter() {
    Measures measures = Measures.of(ids(1, 200), Set.of("50", "51", "100", "101"));
    assertThat(measures.recall50()).isEqualTo(0.25);
    assertThat(measures.recall100()).isEqualTo(0.75);
  }

  @Test
  void nothingRightAmongTheRanked_isWorthNothing() {
    assertMeasures(Measures.of(List.of("x", "y"), Set.of("a")), 0, 0, 0, 0, 0);
  }

  @Test
  void emptyRun_isWorthNothing() {
    assertMeasures(Measures.of(List.of(), Set.of("a", "b")), 0, 0, 0, 0, 0);
  }

  @Test
  void questionWithoutAnAnswer_isRefused() {
    assertThatThrownBy(() -> Measures.of(List.of("x"), Set.of()))
        .hasMessage("right is empty, must hold an answer to be measured by");
  }

  @Test
  void interval_isThatOfTheMean() {
    double[] coins = new Random(1).ints(400, 0, 2).asDoubleStream().toArray();
    // 1.96 standard errors: 1.96 x 0.5 / sqrt(400)
    assertThat(Measures.interval(coins)).isCloseTo(0.049, within(0.004));
    assertThat(Measures.interval(coins)).as("drawn again").isEqualTo(Measures.interval(coins));
    assertThat(Measures.interval(new double[] {0.7, 0.7, 0.7})).isCloseTo(0, HAND);
  }

  @Test
  void judged_isTheMeanOfItsIdeas_toFourDecimals() {
    Measures right = Measures.of(List.of("a"), Set.of("a"));
    Measures second = Measures.of(List.of("x", "a"), Set.of("a"));
    Measures wrong = Measures.of(List.of("x"), Set.of("a"));
    assertThat(Judged.header())
        .isEqualTo("task\tranking\tnDCG@10\tMRR@10\trecall@50\trecall@100\tMAP");
    assertThat(new Judged("task", "plain BM25", List.of(right, second, wrong)).row())
        .isEqualTo("task\tplain BM25\t0.5436\t0.5000\t0.6667\t0.6667\t0.5000");
    assertThat(new Judged("task", "plain BM25", List.of()).row())
        .isEqualTo("task\tplain BM25\t0.0000\t0.0000\t0.0000\t0.0000\t0.0000");
  }
}
