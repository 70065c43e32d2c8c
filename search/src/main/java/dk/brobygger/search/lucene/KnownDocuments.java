package dk.brobygger.search.lucene;

import static org.apache.lucene.search.DocIdSetIterator.NO_MORE_DOCS;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSet;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.DocIdSetBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Matches documents that were looked up before, in the reader they were looked up in and in no
 * other. Immutable, safe for many threads.
 */
final class KnownDocuments extends Query {

  private final Object reader;
  private final List<DocIdSet> documents;

  private KnownDocuments(Object reader, List<DocIdSet> documents) {
    this.reader = reader;
    this.documents = documents;
  }

  /** Those that match now. */
  static KnownDocuments of(Query query, IndexSearcher searcher) throws IOException {
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    List<DocIdSet> documents = new ArrayList<>();
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      DocIdSetBuilder some = new DocIdSetBuilder(leaf.reader().maxDoc());
      @Nullable ScorerSupplier found = weight.scorerSupplier(leaf);
      if (found != null) {
        some.add(found.get(Long.MAX_VALUE).iterator());
      }
      documents.add(some.build());
    }
    return new KnownDocuments(searcher.getTopReaderContext().id(), documents);
  }

  /** Those in a leaf that are not deleted, in their order. */
  int[] in(LeafReaderContext leaf) throws IOException {
    @Nullable DocIdSetIterator some = documents.get(leaf.ord).iterator();
    @Nullable Bits live = leaf.reader().getLiveDocs();
    IntStream.Builder here = IntStream.builder();
    if (some != null) {
      for (int next = some.nextDoc(); next != NO_MORE_DOCS; next = some.nextDoc()) {
        if (live == null || live.get(next)) {
          here.add(next);
        }
      }
    }
    return here.build().toArray();
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    if (searcher.getTopReaderContext().id() != reader) {
      throw new IllegalStateException("documents were looked up in another reader");
    }
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
        @Nullable DocIdSetIterator here = documents.get(leaf.ord).iterator();
        return here == null
            ? null
            : ConstantScoreScorerSupplier.fromIterator(here, score(), mode, leaf.reader().maxDoc());
      }

      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        return false;
      }
    };
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return "known documents";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof KnownDocuments known && documents == known.documents;
  }

  @Override
  public int hashCode() {
    return Objects.hash(getClass(), System.identityHashCode(documents));
  }
}
