package dk.brobygger.search.completion;

/**
 * Something that begins as was typed.
 *
 * @param kind what it is
 * @param text its words, to be shown and to be searched for
 * @param id the competence's id, or the entry's as it is written
 */
public record Completion(Kind kind, String text, String id) {

  /** What can be completed. */
  public enum Kind {
    /** A word for a competence. */
    COMPETENCE,
    /** The name of a cluster. */
    CLUSTER,
    /** The title of a call. */
    CALL
  }
}
