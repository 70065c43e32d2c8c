package dk.brobygger.corpus.entry;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where an entry comes from.
 *
 * @param claims what was read where, in the order it was recorded
 * @param unchecked names of fields whose value is general knowledge that was not seen on a public
 *     page, in the order they were recorded; such a field needs no claim
 * @param edited names of fields that a person has set, in the order they were; no reading of a
 *     source changes them
 * @param disagreements what other sources say of fields than the entry does
 * @param extra fields that the record carried and this version of the program does not know: JSON
 *     values (maps, lists, strings, numbers, booleans), kept so that nothing is lost on the way
 *     through
 */
public record Provenance(
    List<Claim> claims,
    List<String> unchecked,
    List<String> edited,
    List<Disagreement> disagreements,
    Map<String, Object> extra) {

  /** Nothing is known of the origin. */
  public static final Provenance NONE = new Provenance(List.of(), List.of(), Map.of());

  /** Where no person has set anything and nobody says otherwise. */
  public Provenance(List<Claim> claims, List<String> unchecked, Map<String, Object> extra) {
    this(claims, unchecked, List.of(), List.of(), extra);
  }

  /** Keeps copies; refuses a blank name among the unchecked and the edited. */
  public Provenance {
    claims = List.copyOf(claims);
    unchecked = names("unchecked", unchecked);
    edited = names("edited", edited);
    disagreements = List.copyOf(disagreements);
    extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
  }

  private static List<String> names(String name, List<String> fields) {
    if (fields.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException(
          name + " is " + fields + ", must hold names of fields, none of them blank");
    }
    return List.copyOf(fields);
  }

  /** These claims and nothing else. */
  public static Provenance of(Claim... claims) {
    return new Provenance(List.of(claims), List.of(), Map.of());
  }

  /**
   * The newest claim that supports a field.
   *
   * @param field a fact or a text field; {@code offers.da} is supported by claims on {@code offers}
   */
  public Optional<Claim> of(String field) {
    String fact = TextField.factTold(field);
    return claims.stream()
        .filter(claim -> claim.fields().contains(fact))
        .max(Comparator.comparing(Claim::date));
  }
}
