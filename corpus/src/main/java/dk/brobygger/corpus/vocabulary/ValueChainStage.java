package dk.brobygger.corpus.vocabulary;

/** Where in a value chain a competence stands. */
public enum ValueChainStage {
  /** Finding out. */
  RESEARCH,
  /** Making parts. */
  COMPONENT,
  /** Putting parts together. */
  SYSTEM,
  /** Running it. */
  OPERATION,
  /** Using it. */
  USE
}
