package dk.brobygger.indexer.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostPaceTest {

  private static final Instant END = Instant.parse("2026-11-27T02:00:00Z");
  private static final HostPace PACE = HostPace.of(Duration.ofSeconds(2));

  private static HostPace busy(String retryAfter) {
    return PACE.failed(END, Optional.of(retryAfter));
  }

  @Test
  void unknownHost_mayBeAskedAtOnce() {
    assertThat(PACE.notBefore()).isBefore(END);
  }

  @Test
  void answeredHost_restsForTheFloorAfterTheEndOfTheAnswer() {
    assertThat(PACE.answered(END).notBefore()).isEqualTo(END.plusSeconds(2));
  }

  @ParameterizedTest
  @CsvSource({"PT0S, PT2S", "PT1S, PT2S", "PT7S, PT7S", "P3D, P1D"})
  void crawlDelay_countsWhereItIsLongerThanTheFloor(Duration delay, Duration gap) {
    assertThat(PACE.withCrawlDelay(delay).gap()).isEqualTo(gap);
  }

  @ParameterizedTest
  @CsvSource({
    "120, 120",
    "0, 4",
    "3, 4",
    "86400, 86400",
    "86401, 86400",
    "999999999999999999999999, 86400",
    "'Fri, 27 Nov 2026 02:01:00 GMT', 60",
    "'Fri, 27 Nov 2026 01:00:00 GMT', 4",
    "'Fri, 27 Nov 2099 01:00:00 GMT', 86400",
    "-1, 4",
    "1.5, 4",
    "soon, 4",
    "'', 4"
  })
  void retryAfter_isWaitedForButNeverLongerThanADay(String value, long seconds) {
    assertThat(busy(value).notBefore()).isEqualTo(END.plusSeconds(seconds));
  }

  @Test
  void failuresInARow_doubleTheGapUntilAnAnswerComes() {
    HostPace once = PACE.failed(END, Optional.empty());
    HostPace twice = once.failed(END, Optional.empty());
    assertThat(once.notBefore()).isEqualTo(END.plusSeconds(4));
    assertThat(twice.notBefore()).isEqualTo(END.plusSeconds(8));
    assertThat(twice.answered(END).notBefore()).isEqualTo(END.plusSeconds(2));
    assertThat(twice.answered(END).failures()).isZero();
  }

  @Test
  void interruptedHost_restsFromNowOnAndKeepsALongerWait() {
    assertThat(PACE.interrupted(END).notBefore()).isEqualTo(END.plusSeconds(2));
    assertThat(busy("600").interrupted(END).notBefore()).isEqualTo(END.plusSeconds(600));
  }

  @Test
  void wait_followsTheFloorOfTheDayButIsNeverShorterThanTheHostAsksFor() {
    HostPace slow = HostPace.of(Duration.ofHours(24)).failed(END, Optional.of("600"));
    HostPace mended =
        new HostPace(
            Duration.ofSeconds(2), slow.crawlDelay(), slow.failures(), slow.ended(), slow.later());
    assertThat(slow.notBefore()).isEqualTo(END.plus(HostPace.LONGEST));
    assertThat(mended.notBefore()).isEqualTo(END.plusSeconds(600));
  }

  @Property
  void notBefore_isNeverSoonerThanEitherGapNorLaterThanADay(
      @ForAll @LongRange(max = 100_000) long floor,
      @ForAll @LongRange(max = 1_000_000_000) long delay,
      @ForAll @IntRange(max = 100) int failures,
      @ForAll @LongRange(max = 10_000_000) long retryAfter) {
    HostPace pace =
        new HostPace(
            Duration.ofMillis(floor),
            Duration.ofMillis(delay),
            failures,
            Instant.EPOCH,
            Instant.EPOCH);
    for (HostPace next :
        new HostPace[] {
          pace.answered(END), pace.failed(END, Optional.of(Long.toString(retryAfter)))
        }) {
      assertThat(next.notBefore()).isBetween(END.plus(pace.gap()), END.plus(HostPace.LONGEST));
      assertThat(next.gap()).isEqualTo(pace.gap());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT-1S", "PT-0.001S"})
  void negativeGap_isRefused(Duration gap) {
    assertThatThrownBy(() -> HostPace.of(gap))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("floor is " + gap + ", must not be negative");
  }
}
