package dk.brobygger.corpus.entry;

/** Whether one can apply. */
public enum CallStatus {
  /** Announced, not open yet. */
  FORTHCOMING,
  /** Applications are taken. */
  OPEN,
  /** Too late. */
  CLOSED
}
