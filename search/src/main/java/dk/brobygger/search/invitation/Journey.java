package dk.brobygger.search.invitation;

import dk.brobygger.corpus.entry.Seat;
import dk.brobygger.corpus.vocabulary.Geography;
import dk.brobygger.search.delegation.Delegation.Slot;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a delegation goes, and when.
 *
 * @param destination the country, or a region of it
 * @param first its first day
 * @param last its last day, at most two weeks after the first
 * @param delegates how many may travel, 1 to 50
 * @param hosts how many may be asked, 1 to 100
 */
public record Journey(Seat destination, LocalDate first, LocalDate last, int delegates, int hosts) {

  private static final int MOST_DAYS = 14;
  private static final int MOST_DELEGATES = 50;
  private static final int MOST_HOSTS = 100;

  /** Half an hour for a meeting and ten minutes to the next, with a long lunch. */
  private static final List<LocalTime> STARTS =
      List.of(
          LocalTime.of(9, 0),
          LocalTime.of(9, 40),
          LocalTime.of(10, 20),
          LocalTime.of(11, 0),
          LocalTime.of(13, 0),
          LocalTime.of(13, 40),
          LocalTime.of(14, 20),
          LocalTime.of(15, 0));

  private static final int MEETING_MINUTES = 30;

  /** Refuses what is no journey. */
  public Journey {
    if (last.isBefore(first) || !last.isBefore(first.plusDays(MOST_DAYS))) {
      throw new IllegalArgumentException(
          "last day is " + last + ", must be " + first + " to " + first.plusDays(MOST_DAYS - 1));
    }
    check("delegates", delegates, MOST_DELEGATES);
    check("hosts", hosts, MOST_HOSTS);
    if (first.datesUntil(last.plusDays(1)).allMatch(Journey::isWeekend)) {
      throw new IllegalArgumentException(
          "days are " + first + " to " + last + ", must not all be of a weekend");
    }
  }

  private static void check(String name, int value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(name + " is " + value + ", must be 1 to " + most);
    }
  }

  /**
   * A destination as it is written.
   *
   * @param written a country such as {@code ES}, or a NUTS region such as {@code ES21}
   * @throws IllegalArgumentException if it is neither
   */
  public static Seat destination(String written) {
    String code = written.strip().toUpperCase(java.util.Locale.ROOT);
    String country = code.length() < 2 ? code : code.substring(0, 2);
    if (!Geography.isCountry(country)) {
      throw new IllegalArgumentException(
          "destination is \""
              + written
              + "\", must be a country such as ES or a region such as ES21");
    }
    return code.length() == 2
        ? Seat.in(country)
        : new Seat(country, Optional.of(code), Optional.empty());
  }

  /** The times for meetings: eight on each day that is not of a weekend. */
  public List<Slot> slots() {
    List<Slot> slots = new ArrayList<>();
    first
        .datesUntil(last.plusDays(1))
        .filter(day -> !isWeekend(day))
        .forEach(day -> {
          for (LocalTime start : STARTS) {
            slots.add(
                new Slot(
                    "s" + (slots.size() + 1),
                    day.atTime(start),
                    day.atTime(start.plusMinutes(MEETING_MINUTES))));
          }
        });
    return slots;
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
