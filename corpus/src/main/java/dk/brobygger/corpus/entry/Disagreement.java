package dk.brobygger.corpus.entry;

import java.util.List;

/**
 * What another source says of a field than the entry does.
 *
 * @param field the field's name in the JSON form
 * @param value what the source says there, as JSON
 * @param claim where and when it was read; names the field
 */
public record Disagreement(String field, String value, Claim claim) {

  /** Refuses a claim on something else. */
  public Disagreement {
    if (!claim.fields().equals(List.of(field))) {
      throw new IllegalArgumentException(
          "claim is on " + claim.fields() + ", must be on " + field + " alone");
    }
  }
}
