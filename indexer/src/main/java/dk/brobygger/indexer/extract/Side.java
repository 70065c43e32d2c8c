package dk.brobygger.indexer.extract;

/** The two sides of a partnership, as a page speaks of them. */
enum Side {
  /** What somebody can do for others. */
  OFFERS,
  /** What somebody looks for in a partner. */
  SEEKS
}
