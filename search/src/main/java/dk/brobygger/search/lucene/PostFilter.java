package dk.brobygger.search.lucene;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FilterCollector;
import org.apache.lucene.search.FilterLeafCollector;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Searches among the documents that meet a condition. Lucene goes from one of these documents to
 * the next and asks each clause of the query about it; where many meet the condition and the query
 * has a hundred clauses, it is several times faster to score all documents in blocks, as it does
 * without a condition, and to pass over those that do not meet it. The same is found either way.
 */
final class PostFilter {

  /** Where less than this share of the documents meets the condition, Lucene's way is faster. */
  private static final double LEAST_SHARE = 0.25;

  private final IndexSearcher searcher;
  private final Query condition;
  private final Weight weight;

  /**
   * For one condition.
   *
   * @param condition what a document must meet; gives no scores
   */
  PostFilter(IndexSearcher searcher, Query condition) throws IOException {
    this.searcher = searcher;
    this.condition = condition;
    this.weight =
        searcher.createWeight(searcher.rewrite(condition), ScoreMode.COMPLETE_NO_SCORES, 1);
  }

  /** What a collector finds of those that match and meet the condition. */
  <C extends Collector, T> T search(Query query, CollectorManager<C, T> wanted) throws IOException {
    return isMetByMany()
        ? searcher.search(query, new Sifted<>(weight, wanted))
        : searcher.search(
            new BooleanQuery.Builder().add(query, Occur.MUST).add(condition, Occur.FILTER).build(),
            wanted);
  }

  private boolean isMetByMany() throws IOException {
    long met = 0;
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      @Nullable ScorerSupplier here = weight.scorerSupplier(leaf);
      met += here == null ? 0 : here.cost();
    }
    return met >= LEAST_SHARE * searcher.getIndexReader().maxDoc();
  }

  /** Passes on what meets the condition; the best of it tell Lucene what it need not score. */
  private record Sifted<C extends Collector, T>(Weight condition, CollectorManager<C, T> wanted)
      implements CollectorManager<Sifting<C>, T> {

    @Override
    public Sifting<C> newCollector() throws IOException {
      return new Sifting<>(condition, wanted.newCollector());
    }

    @Override
    public T reduce(Collection<Sifting<C>> collectors) throws IOException {
      List<C> reached = collectors.stream().map(one -> one.reached).toList();
      return wanted.reduce(reached);
    }
  }

  private static final class Sifting<C extends Collector> extends FilterCollector {

    private final Weight condition;
    private final C reached;

    Sifting(Weight condition, C reached) {
      super(reached);
      this.condition = condition;
      this.reached = reached;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
      @Nullable ScorerSupplier here = condition.scorerSupplier(leaf);
      if (here == null) {
        throw new CollectionTerminatedException();
      }
      DocIdSetIterator met = here.get(Long.MAX_VALUE).iterator();
      return new FilterLeafCollector(super.getLeafCollector(leaf)) {
        @Override
        public void collect(int document) throws IOException {
          int next = met.docID() < document ? met.advance(document) : met.docID();
          if (next == document) {
            super.collect(document);
          }
        }
      };
    }
  }
}
