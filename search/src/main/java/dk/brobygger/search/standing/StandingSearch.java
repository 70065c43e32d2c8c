package dk.brobygger.search.standing;

/**
 * A saved search.
 *
 * @param name what its owner calls it; never blank
 * @param words what was typed
 */
public record StandingSearch(String name, String words) {

  /** Refuses a search without name or words. */
  public StandingSearch {
    check("name", name);
    check("words", words);
  }

  private static void check(String what, String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException(what + " of a saved search is blank, must hold words");
    }
  }
}
