package dk.brobygger.corpus.entry;

import java.util.Optional;

/**
 * The money of one topic, in whole euro. The portal's 0 means unknown and is left out.
 *
 * @param total all money for this topic
 * @param grants how many grants are expected
 * @param least least contribution to one project
 * @param most most contribution to one project
 */
public record Budget(
    Optional<Long> total, Optional<Integer> grants, Optional<Long> least, Optional<Long> most) {

  /** Nothing is known. */
  public static final Budget UNKNOWN =
      new Budget(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** Refuses amounts that are not positive. */
  public Budget {
    total.ifPresent(amount -> check("budget.total", amount));
    grants.ifPresent(count -> check("budget.grants", count));
    least.ifPresent(amount -> check("budget.least", amount));
    most.ifPresent(amount -> check("budget.most", amount));
  }

  private static void check(String name, long amount) {
    if (amount <= 0) {
      throw new IllegalArgumentException(
          name + " is " + amount + ", must be positive or left out where it is not known");
    }
  }
}
