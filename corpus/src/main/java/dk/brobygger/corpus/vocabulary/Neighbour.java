package dk.brobygger.corpus.vocabulary;

/**
 * A language of Denmark's neighbours: competences are found by their names in it, but none is shown
 * by them.
 */
public enum Neighbour {
  /** German. */
  DE,
  /** Swedish. */
  SV,
  /**
   * Norwegian, written as bokmål. The code is that of the language, not of one way to write it, as
   * Unicode's CLDR has it since version 39: most words of a trade are the same in nynorsk.
   */
  NO,
  /** French. */
  FR;

  /** The language of the labels. */
  public Language language() {
    return Language.valueOf(name());
  }

  /** The ISO 639-1 code. */
  public String code() {
    return language().code();
  }

  /**
   * The neighbour's language with this code.
   *
   * @throws IllegalArgumentException if it is none of them
   */
  public static Neighbour of(String code) {
    for (Neighbour neighbour : values()) {
      if (neighbour.code().equals(code)) {
        return neighbour;
      }
    }
    throw new IllegalArgumentException(
        "language of labels is \"" + code + "\", must be en, da, de, sv, no or fr");
  }
}
