package dk.brobygger.corpus.entry;

import java.util.List;

/**
 * What a cluster is about and where it wants to go.
 *
 * @param description what it is, in prose
 * @param offers what its members can do for others
 * @param seeks what it looks for in a partner
 * @param targetCountries countries it wants to work with, two letters each
 * @param cooperation kinds of cooperation it wants, such as {@code research} or {@code export}
 */
public record Strategy(
    Texts description,
    Texts offers,
    Texts seeks,
    List<String> targetCountries,
    List<String> cooperation) {

  /** Nothing is known. */
  public static final Strategy UNKNOWN =
      new Strategy(Texts.NONE, Texts.NONE, Texts.NONE, List.of(), List.of());

  /** Checks the country codes. */
  public Strategy {
    targetCountries = List.copyOf(targetCountries);
    cooperation = List.copyOf(cooperation);
    targetCountries.forEach(code -> Seat.checkCountry("targetCountries", code));
  }
}
