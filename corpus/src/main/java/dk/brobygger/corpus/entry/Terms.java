package dk.brobygger.corpus.entry;

import java.util.List;
import java.util.Optional;

/**
 * On which terms a call gives money.
 *
 * @param actionType the type of action, in the portal's words
 * @param conditions who may apply and how, in prose
 * @param budget the money of this topic
 * @param readiness technology readiness levels asked for
 * @param countries countries it is restricted to; none means no restriction is known
 * @param consortium how many must apply together
 * @param roles who must or should take part, such as {@code sme} or {@code end-user}
 */
public record Terms(
    Optional<String> actionType,
    Texts conditions,
    Budget budget,
    Readiness readiness,
    List<String> countries,
    Consortium consortium,
    List<String> roles) {

  /** Nothing is known. */
  public static final Terms UNKNOWN =
      new Terms(Optional.empty(), Texts.NONE, Budget.UNKNOWN, Readiness.UNKNOWN, List.of());

  /** Terms of which it is not known who must apply together. */
  public Terms(
      Optional<String> actionType,
      Texts conditions,
      Budget budget,
      Readiness readiness,
      List<String> countries) {
    this(actionType, conditions, budget, readiness, countries, Consortium.UNKNOWN, List.of());
  }

  /** Checks the country codes. */
  public Terms {
    countries = List.copyOf(countries);
    roles = List.copyOf(roles);
    countries.forEach(code -> Seat.checkCountry("countries", code));
  }
}
