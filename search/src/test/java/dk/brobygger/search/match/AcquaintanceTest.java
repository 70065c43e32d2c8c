package dk.brobygger.search.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.search.delegation.Encounter;
import dk.brobygger.search.delegation.Outcome.Result;
import dk.brobygger.search.score.Score;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcquaintanceTest {

  private static final LocalDate TODAY = LocalDate.of(2027, 3, 10);
  private static final int TEN_YEARS = 3_650;

  private static Encounter met(Result result, int daysAgo) {
    LocalDate day = TODAY.minusDays(daysAgo);
    return new Encounter(
        EntryId.of("cluster/ours"),
        EntryId.of("cluster/theirs"),
        "bilbao",
        "Wind, Bilbao",
        day,
        result,
        "Anna",
        day);
  }

  private static Score score(List<Encounter> meetings) {
    return Acquaintance.of(meetings, TODAY).orElseThrow();
  }

  private static double points(Encounter... meetings) {
    return score(List.of(meetings)).points();
  }

  private static List<Encounter> with(List<Encounter> meetings, Encounter more) {
    List<Encounter> all = new ArrayList<>(meetings);
    all.add(more);
    return all;
  }

  @Provide
  Arbitrary<List<Encounter>> meetings() {
    return Combinators.combine(
            Arbitraries.of(Result.values()), Arbitraries.integers().between(0, TEN_YEARS))
        .as(AcquaintanceTest::met)
        .list()
        .ofMinSize(1)
        .ofMaxSize(12);
  }

  @Property
  void points_areTheSumOfALeafForEachMeeting(@ForAll("meetings") List<Encounter> meetings) {
    Score score = score(meetings);
    assertThat(score.how()).isEqualTo("sum");
    assertThat(score.points())
        .isCloseTo(score.parts().stream().mapToDouble(Score::points).sum(), within(1e-9));
    assertThat(score.parts()).allMatch(part -> part.how().equals("leaf"));
    assertThat(score.parts())
        .extracting(part -> part.meeting().orElseThrow())
        .containsExactlyInAnyOrderElementsOf(meetings);
  }

  @Property
  void order_doesNotMatter(@ForAll("meetings") List<Encounter> meetings, @ForAll long seed) {
    List<Encounter> mixed = new ArrayList<>(meetings);
    Collections.shuffle(mixed, new Random(seed));
    assertThat(score(mixed).points()).isCloseTo(score(meetings).points(), within(1e-9));
  }

  @Property
  void meetingThatTookPlace_raises_andMoreThatCameOfItRaisesMore(
      @ForAll("meetings") List<Encounter> meetings) {
    double before = score(meetings).points();
    double held = score(with(meetings, met(Result.HELD, 30))).points();
    double followUp = score(with(meetings, met(Result.FOLLOW_UP, 30))).points();
    double agreement = score(with(meetings, met(Result.AGREEMENT, 30))).points();
    assertThat(held).isGreaterThan(before);
    assertThat(followUp).isGreaterThan(held);
    assertThat(agreement).isGreaterThan(followUp);
  }

  @Property
  void noShowMore_neverRaises(@ForAll("meetings") List<Encounter> meetings) {
    double before = score(meetings).points();
    assertThat(score(with(meetings, met(Result.NO_SHOW, 30))).points())
        .isLessThanOrEqualTo(before + 1e-9);
  }

  @Property
  void yearMore_bringsThePointsNearerToNothing(@ForAll("meetings") List<Encounter> meetings) {
    double now = score(meetings).points();
    double later = Acquaintance.of(meetings, TODAY.plusYears(1)).orElseThrow().points();
    assertThat(Math.abs(later)).isLessThanOrEqualTo(Math.abs(now));
    assertThat(later * now).isNotNegative();
  }

  @Test
  void noMeetings_sayNothing() {
    assertThat(Acquaintance.of(List.of(), TODAY)).isEqualTo(Optional.empty());
  }

  @Test
  void oneNoShow_mayBeChance_twoLower_andThreeLowerMore() {
    Encounter noShow = met(Result.NO_SHOW, 0);
    assertThat(points(noShow)).isZero();
    assertThat(points(noShow, noShow)).isEqualTo(-6);
    assertThat(points(noShow, noShow, noShow)).isEqualTo(-9);
  }

  @ParameterizedTest
  @CsvSource({"HELD, 2", "FOLLOW_UP, 6", "AGREEMENT, 10"})
  void meetingOfToday_isWorthWhatTheRulesSay_andOfTwoTheSecondHalf(Result result, double points) {
    assertThat(points(met(result, 0))).isEqualTo(points);
    assertThat(points(met(result, 0), met(result, 0))).isEqualTo(1.5 * points);
  }

  @Test
  void meetingTwoYearsAgo_countsHalf() {
    assertThat(points(met(Result.AGREEMENT, 731))).isCloseTo(5, within(0.01));
  }
}
