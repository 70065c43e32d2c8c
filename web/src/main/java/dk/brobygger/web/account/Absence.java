package dk.brobygger.web.account;

import java.time.LocalDate;

/**
 * Days on which somebody wants no mail; what was new meanwhile comes after them.
 *
 * @param from the first of them
 * @param to the last of them
 */
public record Absence(LocalDate from, LocalDate to) {

  /** Refuses to end before it begins. */
  public Absence {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("away-to is " + to + ", must not be before " + from);
    }
  }

  /** Whether a day is one of them. */
  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }
}
