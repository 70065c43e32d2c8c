package dk.brobygger.search.query;

import java.util.Locale;

/** A property with few values, by which answers are narrowed and counted. */
public enum Facet {
  /** Kind of entry: {@code cluster}, {@code organisation}, {@code call}, {@code opportunity}. */
  TYPE,
  /** Country of the seat, two letters, EU style. Calls have none. */
  COUNTRY,
  /** EU industrial ecosystem, by id. */
  ECOSYSTEM,
  /** Competence spoken of, or one narrower than it, by id. */
  COMPETENCE,
  /** Funding programme, by id. Calls only. */
  PROGRAMME,
  /** Label level of a cluster: {@code bronze}, {@code silver}, {@code gold}. */
  LABEL,
  /** Network or alliance that a cluster belongs to, by name. */
  NETWORK,
  /** Topic that paid for a project the entry took part in, by identifier. Organisations only. */
  TOPIC;

  /** The word by which it is named in queries and addresses. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * A value as the index holds it: countries, programmes and topics in capitals, the rest as it is.
   */
  public String canonical(String value) {
    return switch (this) {
      case COUNTRY, PROGRAMME, TOPIC -> value.toUpperCase(Locale.ROOT);
      case TYPE, ECOSYSTEM, COMPETENCE, LABEL -> value.toLowerCase(Locale.ROOT);
      case NETWORK -> value;
    };
  }
}
