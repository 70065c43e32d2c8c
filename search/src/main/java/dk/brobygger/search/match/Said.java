package dk.brobygger.search.match;

import dk.brobygger.search.score.Evidence;

/**
 * That somebody speaks of a competence.
 *
 * @param words the first words that say so
 * @param times how often it is said, 1 or more
 */
public record Said(Evidence words, int times) {

  /**
   * After how many times half is sure; with 0.1 and 0.5 clusters found fewer allies (2026-11-30).
   */
  private static final double HALF = 1;

  /** Refuses what is never said. */
  public Said {
    if (times < 1) {
      throw new IllegalArgumentException("times is " + times + ", must be 1 or more");
    }
  }

  /** The same, said elsewhere, too. */
  Said and(Said elsewhere) {
    return new Said(words, times + elsewhere.times);
  }

  /**
   * How sure it is that somebody means what is said so often: half when it is said once, and the
   * more often the more, but never wholly (as BM25 has it for the words of a text). So none of the
   * words that say it is worth nothing.
   *
   * @param times how often, 1 or more
   * @return 0.5 to 1
   */
  static double sureness(int times) {
    return times / (times + HALF);
  }
}
