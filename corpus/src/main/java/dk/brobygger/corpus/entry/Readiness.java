package dk.brobygger.corpus.entry;

import java.util.Optional;

/**
 * Technology readiness levels, 1 to 9 (Horizon Europe, General Annex B).
 *
 * @param start the level where projects begin
 * @param end the level they reach
 */
public record Readiness(Optional<Integer> start, Optional<Integer> end) {

  /** Nothing is known. */
  public static final Readiness UNKNOWN = new Readiness(Optional.empty(), Optional.empty());

  /** Refuses levels outside 1 to 9. */
  public Readiness {
    start.ifPresent(level -> check("trl.start", level));
    end.ifPresent(level -> check("trl.end", level));
  }

  private static void check(String name, int level) {
    if (level < 1 || level > 9) {
      throw new IllegalArgumentException(name + " is " + level + ", must be 1 to 9");
    }
  }
}
