package dk.brobygger.indexer.fetch;

import java.time.Duration;

/**
 * How much of one answer we take.
 *
 * @param bytes most bytes of content, after unpacking; positive
 * @param time longest time for the whole exchange, from looking up the name to the last byte;
 *     positive
 */
public record Limits(long bytes, Duration time) {

  /** 16 MiB in 30 seconds. */
  public static final Limits USUAL = new Limits(16L << 20, Duration.ofSeconds(30));

  /** Refuses what would let nothing through. */
  public Limits {
    if (bytes <= 0) {
      throw new IllegalArgumentException("bytes is " + bytes + ", must be positive");
    }
    if (time.isNegative() || time.isZero()) {
      throw new IllegalArgumentException("time is " + time + ", must be positive");
    }
  }
}
