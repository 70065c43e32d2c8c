package dk.brobygger.corpus.entry;

import java.util.Optional;

/**
 * How many must apply together, limb by limb; each is the least number.
 *
 * @param entities legal entities that do not depend on each other
 * @param countries different countries they are established in
 * @param memberStates of them, those established in Member States of the EU
 */
public record Consortium(
    Optional<Integer> entities, Optional<Integer> countries, Optional<Integer> memberStates) {

  /** Nothing is known. */
  public static final Consortium UNKNOWN =
      new Consortium(Optional.empty(), Optional.empty(), Optional.empty());

  /** Refuses numbers that are not positive. */
  public Consortium {
    entities.ifPresent(number -> check("consortium.entities", number));
    countries.ifPresent(number -> check("consortium.countries", number));
    memberStates.ifPresent(number -> check("consortium.memberStates", number));
  }

  private static void check(String name, int number) {
    if (number < 1) {
      throw new IllegalArgumentException(name + " is " + number + ", must be positive");
    }
  }
}
