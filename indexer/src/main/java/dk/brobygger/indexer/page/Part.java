package dk.brobygger.indexer.page;

/** What a block of text is to its page. */
public enum Part {
  /** A heading; what follows is about it. */
  HEADING,
  /** Running prose. */
  PARAGRAPH,
  /** One item of a list. */
  ITEM,
  /** A row of a table, or a term and what is said of it. */
  ROW,
  /** An address or number at the foot of the page. */
  CONTACT,
  /** What the page says of itself to machines; a person does not see it. */
  ABOUT
}
