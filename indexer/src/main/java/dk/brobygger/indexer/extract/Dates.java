package dk.brobygger.indexer.extract;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds days, with the time of day where one is given, as Danish and English texts write them. A
 * day in figures only is read with the day first, as all of Europe does; {@code 2026-09-15} as ISO
 * 8601 says.
 */
public final class Dates {

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "ma", "jun", "jul", "aug", "sep", "o", "nov", "dec");

  private static final String MONTH =
      "(?:jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch|ts)?|apr(?:il)?|may|maj|jun[ei]?|jul[yi]?"
          + "|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?";

  private static final String TIME =
      "(?:,?\\s*+(?:\\(|at|kl\\.?|klokken|@|–|-|T|\\|)?\\s*+(?<hour>[01]?\\d|2[0-3])[.:](?<minute>[0-5]\\d)"
          + "(?::[0-5]\\d)?(?!\\d|\\.\\d))?";

  private static final Pattern DATE =
      Pattern.compile(
          "(?iu)(?:(?<![\\d.])(?<isoYear>20\\d\\d)-(?<isoMonth>\\d\\d)-(?<isoDay>\\d\\d)(?!\\d)"
              + "|(?<![\\d.])(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)?\\s+(?:of\\s+)?(?<month>"
              + MONTH
              + "),?\\s+(?<year>20\\d\\d)"
              + "|\\b(?<usMonth>"
              + MONTH
              + "),?\\s+(?<usDay>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<usYear>20\\d\\d)"
              + "|(?<![\\d.])(?<numDay>\\d{1,2})[./](?<numMonth>\\d{1,2})[./-](?<numYear>20\\d\\d)(?!\\d))"
              + TIME);

  private Dates() {}

  /**
   * A day, and the time of day where it was given.
   *
   * @param day the day
   * @param time hours and minutes
   */
  record Moment(LocalDate day, Optional<LocalTime> time) {}

  /** The first day that a text names. */
  public static Optional<LocalDate> firstDay(String text) {
    return of(text).stream().map(found -> found.value().day()).findFirst();
  }

  /** All days of a text in order; what looks like one but is none, as the 31 June, is left out. */
  static List<Found<Moment>> of(String text) {
    List<Found<Moment>> dates = new ArrayList<>();
    Matcher matcher = DATE.matcher(text);
    while (matcher.find()) {
      day(matcher)
          .ifPresent(day ->
              dates.add(
                  new Found<>(new Moment(day, time(matcher)), matcher.start(), matcher.end())));
    }
    return dates;
  }

  private static Optional<LocalDate> day(Matcher date) {
    try {
      if (date.group("isoYear") != null) {
        return Optional.of(of(date, "isoYear", number(date, "isoMonth"), "isoDay"));
      }
      if (date.group("year") != null) {
        return Optional.of(of(date, "year", month(date.group("month")), "day"));
      }
      return Optional.of(
          date.group("usYear") != null
              ? of(date, "usYear", month(date.group("usMonth")), "usDay")
              : of(date, "numYear", number(date, "numMonth"), "numDay"));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static LocalDate of(Matcher date, String year, int month, String day) {
    return LocalDate.of(number(date, year), month, number(date, day));
  }

  private static int number(Matcher date, String group) {
    return Integer.parseInt(date.group(group));
  }

  /** By its first letters; March and April come before May, which is the rest in ma-. */
  private static int month(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (int month = 0; month < MONTHS.size(); month++) {
      if (lower.startsWith(MONTHS.get(month))) {
        return month + 1;
      }
    }
    throw new DateTimeException("no month: " + name);
  }

  private static Optional<LocalTime> time(Matcher date) {
    return date.group("hour") == null
        ? Optional.empty()
        : Optional.of(LocalTime.of(number(date, "hour"), number(date, "minute")));
  }
}
