package dk.brobygger.corpus.store;

/**
 * How many entries of a reading were what.
 *
 * @param added entries that were not known
 * @param changed entries that said something else before
 * @param unchanged entries that say the same as before, or were seen newer already
 */
public record Tally(int added, int changed, int unchanged) {

  /** Nothing read yet. */
  public static final Tally NONE = new Tally(0, 0, 0);

  /** Both together. */
  public Tally plus(Tally other) {
    return new Tally(added + other.added, changed + other.changed, unchanged + other.unchanged);
  }
}
