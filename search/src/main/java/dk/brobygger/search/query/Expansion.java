package dk.brobygger.search.query;

/**
 * Something a question is also looked for by, though it was not typed.
 *
 * @param typed the words it stands for, as they were typed
 * @param added the id of a competence, or English words
 * @param kind which of the two
 * @param used whether it is looked for; not where it was switched off
 */
public record Expansion(String typed, String added, Kind kind, boolean used) {

  /** What was added. */
  public enum Kind {
    /** A competence that the words name, in all its words. */
    COMPETENCE,
    /** English words for Danish ones. */
    ENGLISH
  }
}
