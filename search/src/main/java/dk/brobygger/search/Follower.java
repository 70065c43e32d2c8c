package dk.brobygger.search;

import dk.brobygger.corpus.store.EntryStore;
import dk.brobygger.corpus.store.Version;
import dk.brobygger.search.engine.EntrySink;
import java.util.List;

/**
 * Keeps an index up with the store: applies versions in the order of their numbers, and commits the
 * number reached together with the entries. Killed at any moment it goes on from the last commit.
 * For one thread.
 */
public final class Follower {

  /** Versions between two commits; about a second of indexing. */
  private static final int BATCH = 2_000;

  /** Versions applied at once after which the index is compacted: more than a night brings. */
  private static final int VERY_MANY = 10_000;

  private final EntryStore store;
  private final EntrySink sink;

  /** Follows the store into the sink. */
  public Follower(EntryStore store, EntrySink sink) {
    this.store = store;
    this.sink = sink;
  }

  /**
   * Applies all versions there are.
   *
   * @return how many were applied
   */
  public long catchUp() {
    if (sink.applied() > store.newest()) {
      throw new IllegalStateException(
          "index has applied version "
              + sink.applied()
              + ", but the store ends at "
              + store.newest()
              + ": they do not belong together; delete the index folder");
    }
    long applied = 0;
    List<Version> batch = store.after(sink.applied(), BATCH);
    while (!batch.isEmpty()) {
      batch.forEach(this::apply);
      sink.commit(batch.getLast().number());
      applied += batch.size();
      batch = store.after(sink.applied(), BATCH);
    }
    if (applied >= VERY_MANY) {
      sink.compact();
    }
    return applied;
  }

  private void apply(Version version) {
    version.entry().ifPresentOrElse(sink::put, () -> sink.remove(version.id()));
  }
}
