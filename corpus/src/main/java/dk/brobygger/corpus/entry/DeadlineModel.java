package dk.brobygger.corpus.entry;

/** How the deadlines of a call hang together. */
public enum DeadlineModel {
  /** One deadline. */
  SINGLE_STAGE,
  /** A short proposal first; only those who pass may send the full one. */
  TWO_STAGE,
  /** Several deadlines, each open to everybody. */
  MULTIPLE_CUT_OFF,
  /** Applications are taken all the time. */
  CONTINUOUS
}
