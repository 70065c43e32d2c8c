package dk.brobygger.indexer.frontier;

/** What a visit to a page came to, compared with the visits before. */
public enum Visit {
  /** Its first content. */
  NEW,
  /** Other content than before. */
  CHANGED,
  /** The content of before. */
  UNCHANGED,
  /** It is somewhere else; that address waits for its own visit. */
  MOVED,
  /** It was there before and was not now; one miss alone says nothing. */
  MISSED,
  /** It was there before and was missed on two visits in a row. */
  GONE,
  /** We must not fetch it. */
  REFUSED,
  /** There is nothing to be had. */
  FAILED,
  /** It waits for another try. */
  DEFERRED;

  /** The word in the database. */
  String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
