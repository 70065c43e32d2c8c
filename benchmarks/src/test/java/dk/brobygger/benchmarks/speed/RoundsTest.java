package dk.brobygger.benchmarks.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoundsTest {

  @Test
  void percentile_isTheMedianOfTheRoundsOwnPercentiles() {
    Rounds rounds = new Rounds();
    rounds.add(new double[] {0.75, 0.25, 0.5});
    rounds.add(new double[] {9, 9, 9});
    rounds.add(new double[] {0.25, 0.25, 1});
    assertThat(rounds.percentile(50)).isEqualTo(0.5);
    assertThat(rounds.percentile(95)).isEqualTo(1);
    assertThat(rounds.rate()).isEqualTo(2);
  }

  @Test
  void ratio_comparesRoundByRoundSinceTheMachineMayBeBusyInOne() {
    Rounds ours = new Rounds();
    Rounds theirs = new Rounds();
    for (double busy : new double[] {1, 5, 1}) {
      ours.add(IntStream.range(0, 20).mapToDouble(question -> 3 * busy).toArray());
      theirs.add(IntStream.range(0, 20).mapToDouble(question -> 2 * busy).toArray());
    }
    assertThat(Rounds.ratio(ours, theirs, 95)).isEqualTo("1.50 (1.50 to 1.50)");
  }

  @Test
  void questions_areTwoHundredAndAllDifferent() throws IOException {
    assertThat(ManySpeed.questions()).hasSize(200).doesNotHaveDuplicates();
  }
}
