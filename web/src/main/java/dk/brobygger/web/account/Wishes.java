package dk.brobygger.web.account;

import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.vocabulary.Language;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * How a subscriber wants to be told.
 *
 * @param language the language of mails
 * @param cluster the cluster whose profile stands, where one does
 * @param frequency how often at most
 * @param daysOff days of the week without mail; their news come on the next other day
 * @param away days of the calendar without mail, in the same way
 * @param most calls told in full in one mail, 1 to 50; the rest are counted
 * @param closingAtOnce whether closing calls are told on their day, however seldom the rest is
 * @param quietLine whether a week without news brings a line that says so
 */
public record Wishes(
    Language language,
    Optional<EntryId> cluster,
    Frequency frequency,
    Set<DayOfWeek> daysOff,
    Optional<Absence> away,
    int most,
    boolean closingAtOnce,
    boolean quietLine) {

  /** Where subscribers read their mail. */
  public static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

  /** No mail tells of more calls in full. */
  public static final int MOST = 50;

  /** After so many days without mail the line comes. */
  public static final int QUIET_DAYS = 7;

  /** Daily on workdays, twelve calls a mail: more is not read. */
  public static final Wishes USUAL =
      new Wishes(
          Language.DA,
          Optional.empty(),
          Frequency.DAILY,
          EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
          Optional.empty(),
          12,
          false,
          false);

  /** Refuses a mail without calls, and a week without days. */
  public Wishes {
    if (most < 1 || most > MOST) {
      throw new IllegalArgumentException("most is " + most + ", must be 1 to " + MOST);
    }
    if (daysOff.size() == DayOfWeek.values().length) {
      throw new IllegalArgumentException("days off are all days, must leave one");
    }
    daysOff = Set.copyOf(daysOff);
  }

  /** The day it is for subscribers at a moment. */
  public static LocalDate day(Instant now) {
    return now.atZone(COPENHAGEN).toLocalDate();
  }

  /**
   * Whether it is time to tell.
   *
   * @param day the day
   * @param toldUntil the last day told of
   */
  public boolean due(LocalDate day, LocalDate toldUntil) {
    return isWelcome(day) && !day.isBefore(toldUntil.plusDays(frequency.days()));
  }

  /**
   * Whether it is time to tell of what closes, though not of the rest.
   *
   * @param day the day
   * @param toldUntil the last day whose closing calls were told
   */
  public boolean closingDue(LocalDate day, LocalDate toldUntil) {
    return closingAtOnce && isWelcome(day) && day.isAfter(toldUntil);
  }

  private boolean isWelcome(LocalDate day) {
    return !daysOff.contains(day.getDayOfWeek())
        && away.filter(absence -> absence.contains(day)).isEmpty();
  }
}
