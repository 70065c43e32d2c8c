package dk.brobygger.benchmarks.relevance;

import dk.brobygger.search.signal.Idea;
import java.util.List;

/** Another way to rank the candidates of a task, for comparison. */
public interface Peer extends AutoCloseable {

  /** What it is called in a table. */
  String name();

  /** The ids of the best for an idea, best first; never the one that asks. */
  List<String> rank(Idea idea, int most);

  @Override
  default void close() {}
}
