package dk.brobygger.search.engine;

import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryId;

/** Takes entries into an index. For one thread at a time. */
public interface EntrySink extends AutoCloseable {

  /** Puts an entry in the place of the one with the same id, if there is one. */
  void put(Entry entry);

  /** Takes an entry out; nothing happens where there is none. */
  void remove(EntryId id);

  /**
   * Makes all since the last commit durable and visible, together with the place reached.
   *
   * @param applied the number of the last store version that was put
   */
  void commit(long applied);

  /** Makes what was committed quick to search, after very much of it is new. */
  void compact();

  /** The number given with the last commit; 0 for a new index. */
  long applied();

  /** Lets go of the index; what was not committed is lost. */
  @Override
  void close();
}
