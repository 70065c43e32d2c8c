package dk.brobygger.corpus.inventory;

/**
 * How many there are of something, beside how many there should be.
 *
 * @param what what is counted, in the plural
 * @param held how many there are
 * @param wanted how many there should be at least
 */
public record Goal(String what, int held, int wanted) {

  /** Refuses negative counts. */
  public Goal {
    if (held < 0 || wanted < 0) {
      throw new IllegalArgumentException(
          what + " is " + held + " of " + wanted + ", must not be negative");
    }
  }

  /** Whether there are enough. */
  public boolean isMet() {
    return held >= wanted;
  }
}
