package dk.brobygger.corpus.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TimetableTest {

  private static final LocalDateTime FIRST = LocalDateTime.parse("2027-01-19T17:00");
  private static final LocalDateTime SECOND = LocalDateTime.parse("2027-09-01T17:00");

  private static Timetable timetable(CallStatus flag, DeadlineModel model) {
    return new Timetable(
        flag,
        Optional.of(LocalDate.parse("2026-10-01")),
        model,
        List.of(new Deadline(2, SECOND), new Deadline(1, FIRST)));
  }

  private static Instant at(String moment) {
    return LocalDateTime.parse(moment).atZone(Deadline.BRUSSELS).toInstant();
  }

  @Test
  void flaggedOpen_isClosedOnceItsDeadlineHasPassed() {
    Timetable single =
        new Timetable(
            CallStatus.OPEN,
            Optional.empty(),
            DeadlineModel.SINGLE_STAGE,
            List.of(new Deadline(1, FIRST)));
    assertThat(single.status(at("2027-01-19T16:59"))).isEqualTo(CallStatus.OPEN);
    assertThat(single.status(at("2027-01-19T17:00"))).isEqualTo(CallStatus.CLOSED);
  }

  @Test
  void twoStageCall_isClosedToNewcomersAfterItsFirstStage() {
    Timetable twoStage = timetable(CallStatus.OPEN, DeadlineModel.TWO_STAGE);
    assertThat(twoStage.reachable(at("2026-12-01T00:00"))).contains(new Deadline(1, FIRST));
    assertThat(twoStage.reachable(at("2027-02-01T00:00"))).isEmpty();
    assertThat(twoStage.status(at("2027-02-01T00:00"))).isEqualTo(CallStatus.CLOSED);
  }

  @Test
  void callWithCutOffs_isOpenUntilItsLast() {
    Timetable cutOffs = timetable(CallStatus.OPEN, DeadlineModel.MULTIPLE_CUT_OFF);
    assertThat(cutOffs.reachable(at("2027-02-01T00:00"))).contains(new Deadline(2, SECOND));
    assertThat(cutOffs.status(at("2027-02-01T00:00"))).isEqualTo(CallStatus.OPEN);
  }

  @Test
  void callThatOpensLater_isForthcomingWhateverItsFlag() {
    assertThat(
            timetable(CallStatus.OPEN, DeadlineModel.SINGLE_STAGE).status(at("2026-09-30T23:59")))
        .isEqualTo(CallStatus.FORTHCOMING);
  }

  @Test
  void callWithoutDeadline_isWhatItsFlagSays() {
    Timetable continuous =
        new Timetable(CallStatus.OPEN, Optional.empty(), DeadlineModel.CONTINUOUS, List.of());
    assertThat(continuous.status(at("2030-01-01T00:00"))).isEqualTo(CallStatus.OPEN);
  }

  @Property
  void closedCall_neverOpensAgain(
      @ForAll CallStatus flag,
      @ForAll DeadlineModel model,
      @ForAll @IntRange(max = 20_000) int hours,
      @ForAll @IntRange(max = 20_000) int later) {
    Timetable timetable = timetable(flag, model);
    Instant now = at("2026-01-01T00:00").plusSeconds(hours * 3600L);
    if (timetable.status(now) == CallStatus.CLOSED) {
      assertThat(timetable.status(now.plusSeconds(later * 3600L))).isEqualTo(CallStatus.CLOSED);
    }
  }

  @Property
  void reachableDeadline_liesAheadAndKeepsTheCallFromBeingClosed(
      @ForAll DeadlineModel model, @ForAll @IntRange(max = 20_000) int hours) {
    Timetable timetable = timetable(CallStatus.OPEN, model);
    Instant now = at("2026-01-01T00:00").plusSeconds(hours * 3600L);
    timetable
        .reachable(now)
        .ifPresent(deadline -> {
          assertThat(deadline.instant()).isAfter(now);
          assertThat(timetable.status(now)).isNotEqualTo(CallStatus.CLOSED);
        });
  }
}
