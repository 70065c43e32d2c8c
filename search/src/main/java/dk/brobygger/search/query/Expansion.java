package dk.brobygger.search.query;

/**
 * Something a question is looked for by, though it was not typed.
 *
 * @param typed the words it stands for, as they were typed or corrected
 * @param added the id of a competence, the code of a country, the id of a programme, English words,
 *     or the word that was meant
 * @param kind which of these
 * @param used whether it is looked for; not where it was switched off
 */
public record Expansion(String typed, String added, Kind kind, boolean used) {

  /** What was added. */
  public enum Kind {
    /** A competence that the words name, in all its words. */
    COMPETENCE,
    /**
     * One of which a competence that is named and rare is a part, or that a rare word speaks of.
     */
    BROADER,
    /** The entries that are at home in a country that is named, by its code. */
    COUNTRY,
    /** The calls of a programme that is named, by its id. */
    PROGRAMME,
    /** English words for Danish ones, or for an English one that is written otherwise elsewhere. */
    ENGLISH,
    /** The word that a mistyped one was meant to be; it is looked for in its stead. */
    SPELLING
  }
}
