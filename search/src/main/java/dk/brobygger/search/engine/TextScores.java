package dk.brobygger.search.engine;

import java.util.Map;

/**
 * How well each of a fixed list of texts answers a question of weighted terms. For what ranks a
 * closed set of candidates and needs the score of every one. Safe for many threads.
 */
public interface TextScores extends AutoCloseable {

  /**
   * The scores of all texts.
   *
   * @param terms the terms asked for, as the texts were given, with positive weights; of more than
   *     a thousand the heaviest count
   * @return one score for each text, in the order they were given; 0 where no term stands
   * @throws EngineException if the index cannot be read
   */
  double[] of(Map<String, Double> terms);

  /** Lets go of the index. */
  @Override
  void close();
}
