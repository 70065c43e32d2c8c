package dk.brobygger.indexer.fetch;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * When one host may be asked next. A value: it never waits and reads no clock.
 *
 * <p>The gap runs from the end of one answer to the beginning of the next request, so no server can
 * see two requests closer than the gap, however long the first was on its way.
 *
 * @param floor our own least gap between two requests; not negative
 * @param crawlDelay the gap the host asks for in its robots file; not negative
 * @param failures how often in a row the host has been overloaded, broken or silent
 * @param ended when its last answer ended, or a request may last have reached it; 1970 where it has
 *     not been asked
 * @param later until when it wants to be left alone by its own words; 1970 where it said nothing
 */
public record HostPace(
    Duration floor, Duration crawlDelay, int failures, Instant ended, Instant later) {

  /** The longest wait we take from a host, whether asked for or come by backing off. */
  public static final Duration LONGEST = Duration.ofDays(1);

  /** Doubling ends here: with a floor of a second the back-off is 17 minutes. */
  private static final int MOST_DOUBLINGS = 10;

  private static final Pattern SECONDS = Pattern.compile("[0-9]+");

  /** Refuses negative gaps and counts. */
  public HostPace {
    check("floor", floor);
    check("crawlDelay", crawlDelay);
    if (failures < 0) {
      throw new IllegalArgumentException("failures is " + failures + ", must not be negative");
    }
  }

  private static void check(String name, Duration gap) {
    if (gap.isNegative()) {
      throw new IllegalArgumentException(name + " is " + gap + ", must not be negative");
    }
  }

  /** The pace of a host that has not been asked yet. */
  public static HostPace of(Duration floor) {
    return new HostPace(floor, Duration.ZERO, 0, Instant.EPOCH, Instant.EPOCH);
  }

  /** The gap between an answer and the next request: the longer of what we and they want. */
  public Duration gap() {
    Duration longer = floor.compareTo(crawlDelay) >= 0 ? floor : crawlDelay;
    return longer.compareTo(LONGEST) <= 0 ? longer : LONGEST;
  }

  /**
   * The first moment it may be asked again: after the gap, doubled with every failure in a row, and
   * after what the host itself asked for.
   */
  public Instant notBefore() {
    Duration backOff = gap().multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
    Instant own = ended.plus(backOff.compareTo(LONGEST) <= 0 ? backOff : LONGEST);
    return later.isAfter(own) ? later : own;
  }

  /** The same with the gap that the host's robots file asks for. */
  public HostPace withCrawlDelay(Duration asked) {
    return new HostPace(floor, asked, failures, ended, later);
  }

  /** After an answer that ended at this moment. */
  public HostPace answered(Instant end) {
    return new HostPace(floor, crawlDelay, 0, end, Instant.EPOCH);
  }

  /**
   * After an answer that the host is overloaded or broken, or after no answer: the gap doubles with
   * every failure in a row, and is never shorter than what the host asks for.
   *
   * @param retryAfter the field's value, seconds or a date (RFC 9110, section 10.2.3); what is
   *     neither is as if it were not there
   */
  public HostPace failed(Instant end, Optional<String> retryAfter) {
    Instant asked =
        retryAfter
            .flatMap(value -> wait(value, end))
            .map(wait -> end.plus(wait.compareTo(LONGEST) <= 0 ? wait : LONGEST))
            .orElse(Instant.EPOCH);
    return new HostPace(floor, crawlDelay, failures + 1, end, asked);
  }

  /**
   * After a stop in the middle of a request: it may have reached the host at any moment until now.
   */
  public HostPace interrupted(Instant now) {
    return new HostPace(floor, crawlDelay, failures, now.isAfter(ended) ? now : ended, later);
  }

  private static Optional<Duration> wait(String retryAfter, Instant end) {
    String value = retryAfter.strip();
    if (SECONDS.matcher(value).matches()) {
      return Optional.of(value.length() > 9 ? LONGEST : Duration.ofSeconds(Long.parseLong(value)));
    }
    try {
      Instant until = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value));
      return Optional.of(Duration.between(end, until)).filter(wait -> !wait.isNegative());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
