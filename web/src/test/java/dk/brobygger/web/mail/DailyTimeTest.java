package dk.brobygger.web.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.web.account.Wishes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class DailyTimeTest {

  private static DailyTime at(int minute) {
    return new DailyTime(LocalTime.ofSecondOfDay(minute * 60L), Wishes.COPENHAGEN);
  }

  @Property
  void next_isLaterByADayAtTheMost(
      @ForAll @IntRange(max = 1439) int minute,
      @ForAll @LongRange(min = 1_700_000_000L, max = 2_000_000_000L) long second) {
    Instant now = Instant.ofEpochSecond(second);
    Instant next = at(minute).next(now);
    assertThat(next).isAfter(now).isBeforeOrEqualTo(now.plus(Duration.ofHours(25)));
  }

  @Property
  void everyDay_hasItsOneRunAtThatTime(
      @ForAll @IntRange(max = 1439) int minute, @ForAll @IntRange(max = 4000) int days) {
    DailyTime daily = at(minute);
    LocalDate day = LocalDate.of(2024, 1, 1).plusDays(days);
    Instant run = daily.on(day);
    assertThat(daily.next(run.minusSeconds(1))).isEqualTo(run);
    assertThat(daily.next(run)).isEqualTo(daily.on(day.plusDays(1)));
    LocalTime shown = run.atZone(Wishes.COPENHAGEN).toLocalTime();
    assertThat(shown.equals(daily.at()) || shown.equals(daily.at().plusHours(1))).isTrue();
    assertThat(run.atZone(Wishes.COPENHAGEN).toLocalDate()).isEqualTo(day);
  }

  @Test
  void nightsOfTheClockChanges_haveOneRunEach() {
    DailyTime halfPastTwo = at(150);
    assertThat(halfPastTwo.on(LocalDate.of(2026, 3, 29))).isEqualTo("2026-03-29T01:30:00Z");
    Instant first = Instant.parse("2026-10-25T00:30:00Z");
    assertThat(halfPastTwo.on(LocalDate.of(2026, 10, 25))).isEqualTo(first);
    assertThat(halfPastTwo.next(first)).isEqualTo("2026-10-26T01:30:00Z");
  }
}
