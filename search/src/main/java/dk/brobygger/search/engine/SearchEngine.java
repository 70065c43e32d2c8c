package dk.brobygger.search.engine;

/** Finds entries. Safe for many threads. */
public interface SearchEngine extends AutoCloseable {

  /**
   * Answers a question from the newest committed state.
   *
   * @throws EngineException if the index cannot be read
   */
  Answer ask(Question question);

  /** The number of the last store version that answers take into account; 0 for none. */
  long applied();

  /** Lets go of the index. */
  @Override
  void close();
}
