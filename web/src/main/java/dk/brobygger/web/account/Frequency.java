package dk.brobygger.web.account;

import java.util.Locale;

/** How often a subscriber is written to at most. */
public enum Frequency {
  /** Every day that has news. */
  DAILY(1),
  /** Once in seven days. */
  WEEKLY(7);

  private final int days;

  Frequency(int days) {
    this.days = days;
  }

  /** Days from one mail to the next at the least. */
  public int days() {
    return days;
  }

  /** The word by which it is stored and chosen. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The frequency with a word.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Frequency of(String word) {
    for (Frequency one : values()) {
      if (one.word().equals(word)) {
        return one;
      }
    }
    throw new IllegalArgumentException("frequency is \"" + word + "\", must be daily or weekly");
  }
}
