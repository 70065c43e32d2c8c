package dk.brobygger.search.delegation;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * What came of a meeting.
 *
 * @param delegate who travelled
 * @param host who received
 * @param result what came of it
 * @param note what else is worth remembering; may be empty
 * @param by who tells it; empty where that is not known
 * @param at when it was told
 */
public record Outcome(
    String delegate, String host, Result result, String note, String by, Instant at) {

  /** How soon after a meeting it is to be told. */
  public static final Duration DUE = Duration.ofDays(14);

  /** What can come of a meeting, the least first; each of the later ones took place. */
  public enum Result {
    /** One of them did not come. */
    NO_SHOW,
    /** It took place. */
    HELD,
    /** They will go on talking. */
    FOLLOW_UP,
    /** They have agreed on something. */
    AGREEMENT;

    /** Its name in files, forms and messages. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The one of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Result of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }
}
