package dk.brobygger.search.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ScoreTest {

  private static Score leaf(double points) {
    return new Score.Leaf("leaf", points, List.of());
  }

  @Property
  void harmonicMean_liesBetweenItsPartsAndNeverAboveTheArithmetic(
      @ForAll @DoubleRange(min = 0, max = 1000) double one,
      @ForAll @DoubleRange(min = 0, max = 1000) double two) {
    double points = new Score.Harmonic("both", List.of(leaf(one), leaf(two))).points();
    assertThat(points).isBetween(Math.min(one, two) * 0.999999, Math.max(one, two) * 1.000001);
    assertThat(points).isLessThanOrEqualTo((one + two) / 2 * 1.000001);
  }

  @Test
  void fitOfOneSideOnly_isWorthNothing() {
    assertThat(new Score.Harmonic("both", List.of(leaf(30), leaf(0))).points()).isZero();
  }

  @Property
  void sumAndLeast_areMadeOfTheirParts(
      @ForAll List<@DoubleRange(min = 0, max = 1000) Double> points) {
    List<Score> parts = points.stream().map(ScoreTest::leaf).toList();
    double sum = points.stream().mapToDouble(one -> one).sum();
    assertThat(new Score.Sum("all", parts).points()).isCloseTo(sum, within(1e-6));
    if (!parts.isEmpty()) {
      assertThat(new Score.Least("least", parts).points())
          .isEqualTo(points.stream().mapToDouble(one -> one).min().orElseThrow());
    }
  }

  @Test
  void pointsThatAreNoNumber_areRefused() {
    assertThatThrownBy(() -> leaf(-1)).hasMessage("points of leaf is -1.0, must be 0 or more");
    assertThatThrownBy(() -> leaf(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> leaf(Double.POSITIVE_INFINITY))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
