package dk.brobygger.search.engine;

import dk.brobygger.search.language.SimilarWord;
import java.util.List;

/** Finds entries. Safe for many threads. */
public interface SearchEngine extends AutoCloseable {

  /**
   * Answers a question from the newest committed state.
   *
   * @throws EngineException if the index cannot be read
   */
  Answer ask(Question question);

  /**
   * Words of the newest committed texts that are written nearly like one.
   *
   * @param small the word, in small letters
   * @throws EngineException if the index cannot be read
   */
  List<SimilarWord> similar(String small);

  /** The number of the last store version that answers take into account; 0 for none. */
  long applied();

  /** Lets go of the index. */
  @Override
  void close();
}
