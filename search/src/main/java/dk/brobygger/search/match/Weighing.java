package dk.brobygger.search.match;

import dk.brobygger.corpus.vocabulary.Vocabulary;
import dk.brobygger.search.engine.SearchEngine;
import dk.brobygger.search.query.Query;
import org.jspecify.annotations.Nullable;

/**
 * Compares competences by how rare they are among some entries of an index. Counting is slow beside
 * matching one profile and changes with the index only, so it is done once for each state of it.
 * Safe for many threads.
 */
public final class Weighing {

  private final SearchEngine engine;
  private final Vocabulary vocabulary;
  private final Query among;
  private volatile @Nullable Counted counted;

  private record Counted(long applied, SharedCompetence shared) {}

  /**
   * Counts among the entries that an engine finds.
   *
   * @param engine the engine
   * @param vocabulary the competences
   * @param among which entries are counted
   */
  public Weighing(SearchEngine engine, Vocabulary vocabulary, Query among) {
    this.engine = engine;
    this.vocabulary = vocabulary;
    this.among = among;
  }

  /** What compares, by the newest committed state of the index. */
  public SharedCompetence shared() {
    long applied = engine.applied();
    Counted known = counted;
    if (known == null || known.applied() != applied) {
      known = new Counted(applied, new SharedCompetence(vocabulary, Rarity.among(engine, among)));
      counted = known;
    }
    return known.shared();
  }
}
