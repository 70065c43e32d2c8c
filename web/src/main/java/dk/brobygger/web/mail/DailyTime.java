package dk.brobygger.web.mail;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * A time of day in a place, whatever the clocks do. In the night when an hour is left out, a time
 * in it comes when the hour would have ended; in the night when an hour comes twice, only the
 * first.
 *
 * @param at the time of day
 * @param zone the place
 */
public record DailyTime(LocalTime at, ZoneId zone) {

  /** The next moment after one at which it is that time. */
  public Instant next(Instant now) {
    LocalDate today = now.atZone(zone).toLocalDate();
    Instant then = on(today);
    return then.isAfter(now) ? then : on(today.plusDays(1));
  }

  /** The moment of a day at which it is that time. */
  public Instant on(LocalDate day) {
    return ZonedDateTime.of(day, at, zone).withEarlierOffsetAtOverlap().toInstant();
  }
}
