package dk.brobygger.corpus.vocabulary;

/** The languages that users read. */
public enum Language {
  /** English. */
  EN("en"),
  /** Danish. */
  DA("da");

  private final String code;

  Language(String code) {
    this.code = code;
  }

  /** The ISO 639-1 code. */
  public String code() {
    return code;
  }

  /** The other of the two. */
  public Language other() {
    return this == EN ? DA : EN;
  }

  /**
   * The language with this code.
   *
   * @throws IllegalArgumentException if it is neither en nor da
   */
  public static Language of(String code) {
    for (Language language : values()) {
      if (language.code.equals(code)) {
        return language;
      }
    }
    throw new IllegalArgumentException("language is \"" + code + "\", must be en or da");
  }
}
