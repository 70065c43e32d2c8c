package dk.brobygger.corpus.entry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * A moment until which proposals are taken.
 *
 * @param stage 1, or 2 for the full proposal of a two-stage call
 * @param at the moment, as a clock in Brussels shows it
 */
public record Deadline(int stage, LocalDateTime at) {

  /** Where deadlines of EU calls are counted (Horizon Europe, General Annex A). */
  public static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

  /** Refuses stages other than 1 and 2. */
  public Deadline {
    if (stage < 1 || stage > 2) {
      throw new IllegalArgumentException("stage is " + stage + ", must be 1 or 2");
    }
  }

  /** The day in Brussels at a moment. */
  public static LocalDate day(Instant at) {
    return at.atZone(BRUSSELS).toLocalDate();
  }

  /** The moment on the world's clock. */
  public Instant instant() {
    return at.atZone(BRUSSELS).toInstant();
  }

  /**
   * The days from one day to that of the deadline, whatever the clock shows; 0 on the last.
   *
   * @param today the day in Brussels
   */
  public long daysLeft(LocalDate today) {
    return ChronoUnit.DAYS.between(today, at.toLocalDate());
  }
}
