package dk.brobygger.corpus.vocabulary;

import java.util.Locale;

/**
 * A language of Denmark's neighbours: competences are found by their names in it, but nothing is
 * shown in it.
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

  /** The ISO 639-1 code. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
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
