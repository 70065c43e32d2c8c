package dk.brobygger.search.query;

/** Entries are asked for by a value of a facet that none can have. */
public final class FilterException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final Facet facet;
  private final String value;

  FilterException(Facet facet, String value) {
    super(facet.word() + " is \"" + value + "\", must be " + rule(facet));
    this.facet = facet;
    this.value = value;
  }

  private static String rule(Facet facet) {
    return switch (facet) {
      case COUNTRY -> "the code or name of a country such as DE";
      case COMPETENCE -> "the id of a competence such as offshore-wind";
      case TYPE, LABEL, ECOSYSTEM -> "one of " + String.join(", ", facet.choices());
      case PROGRAMME, NETWORK, TOPIC -> "a value such as " + facet.example();
    };
  }

  /** What is asked for. */
  public Facet facet() {
    return facet;
  }

  /** The value, as the index would hold it. */
  public String value() {
    return value;
  }
}
