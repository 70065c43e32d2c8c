package dk.brobygger.corpus.vocabulary;

/**
 * The 14 industrial ecosystems of the European Commission's industrial strategy (COM(2021) 350).
 */
public enum Ecosystem {
  /** Aerospace and defence. */
  AEROSPACE_DEFENCE("aerospace-defence", "Aerospace & defence", "Luft- og rumfart og forsvar"),
  /** Agri-food. */
  AGRI_FOOD("agri-food", "Agri-food", "Landbrug og fødevarer"),
  /** Construction. */
  CONSTRUCTION("construction", "Construction", "Byggeri"),
  /** Cultural and creative industries. */
  CULTURAL_CREATIVE(
      "cultural-creative", "Cultural and creative industries", "Kulturelle og kreative erhverv"),
  /** Digital. */
  DIGITAL("digital", "Digital", "Digitale erhverv"),
  /** Electronics. */
  ELECTRONICS("electronics", "Electronics", "Elektronik"),
  /** Energy-intensive industries. */
  ENERGY_INTENSIVE("energy-intensive", "Energy-intensive industries", "Energiintensive industrier"),
  /** Energy-renewables. */
  ENERGY_RENEWABLES("energy-renewables", "Energy-renewables", "Vedvarende energi"),
  /** Health. */
  HEALTH("health", "Health", "Sundhed"),
  /** Mobility, transport, automotive. */
  MOBILITY("mobility", "Mobility, transport, automotive", "Mobilitet og transport"),
  /** Proximity, social economy and civil society. */
  PROXIMITY_SOCIAL(
      "proximity-social",
      "Proximity, social economy and civil society",
      "Nærhed, socialøkonomi og civilsamfund"),
  /** Retail. */
  RETAIL("retail", "Retail", "Detailhandel"),
  /** Textiles. */
  TEXTILES("textiles", "Textiles", "Tekstiler"),
  /** Tourism. */
  TOURISM("tourism", "Tourism", "Turisme");

  private final String id;
  private final String english;
  private final String danish;

  Ecosystem(String id, String english, String danish) {
    this.id = id;
    this.english = english;
    this.danish = danish;
  }

  /** The id used in records and addresses. */
  public String id() {
    return id;
  }

  /** The name in a language of users. */
  public String label(Language language) {
    return language.worded(english, danish);
  }

  /**
   * The ecosystem with this id.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Ecosystem of(String id) {
    for (Ecosystem ecosystem : values()) {
      if (ecosystem.id.equals(id)) {
        return ecosystem;
      }
    }
    throw new IllegalArgumentException(
        "ecosystem is \"" + id + "\", must be one of the 14, such as energy-renewables");
  }
}
