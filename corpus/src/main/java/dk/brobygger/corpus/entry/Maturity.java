package dk.brobygger.corpus.entry;

/** What a cluster organisation needs of partners and money, by its league and its label. */
public enum Maturity {
  /** League 1: works with peers of gold and silver, and coordinates. */
  WORLD_LEADING,
  /** League 2, silver or of no known label: is lifted by partners of gold, and takes part. */
  STRONG,
  /** League 2, bronze: is new and sound, and gains standing by any partner with a label. */
  EMERGING,
  /** League 3: small or local, and begins with what asks little. */
  SMALL
}
