package dk.brobygger.search.lucene;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * A few documents that many questions are asked about. Questions of any of several parts, as those
 * of profiles are, share most of their parts: the searcher scores each part once, and what is left
 * for a question is to add up. Safe for many threads.
 */
final class FewDocuments {

  /** Parts whose scores are kept; a part is found in a few documents, mostly. */
  private static final int KEPT_PARTS = 50_000;

  private final IndexSearcher searcher;
  private final KnownDocuments known;

  /** In the order of their ids. */
  private final int[] documents;

  /** For each leaf its documents and, for each of them, the place in the order of ids. */
  private final List<int[]> inLeaf = new ArrayList<>();

  private final List<int[]> placeInLeaf = new ArrayList<>();

  private final Cache<Query, Scores> parts = Caffeine.newBuilder().maximumSize(KEPT_PARTS).build();

  /** Scores of the documents at some places. */
  private record Scores(int[] places, float[] scores) {}

  FewDocuments(IndexSearcher searcher, KnownDocuments known) throws IOException {
    this.searcher = searcher;
    this.known = known;
    TreeMap<BytesRef, Integer> byId = new TreeMap<>();
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      SortedDocValues ids = DocValues.getSorted(leaf.reader(), EntryDocument.ID);
      int[] here = known.in(leaf);
      inLeaf.add(here);
      for (int document : here) {
        if (ids.advanceExact(document)) {
          byId.put(BytesRef.deepCopyOf(ids.lookupOrd(ids.ordValue())), leaf.docBase + document);
        }
      }
    }
    documents = byId.values().stream().mapToInt(Integer::intValue).toArray();
    int[] place = new int[searcher.getIndexReader().maxDoc()];
    for (int number = 0; number < documents.length; number++) {
      place[documents[number]] = number;
    }
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      placeInLeaf.add(
          Arrays.stream(inLeaf.get(leaf.ord))
              .map(document -> place[leaf.docBase + document])
              .toArray());
    }
  }

  /** The documents as a query. */
  KnownDocuments known() {
    return known;
  }

  /**
   * The best of the documents, as a search for any of some parts sorted by score and id gives them.
   */
  TopFieldDocs best(Collection<Query> asked, int most) throws IOException {
    double[] sums = new double[documents.length];
    boolean[] matches = new boolean[documents.length];
    for (Query part : asked) {
      Scores scores = scores(part);
      for (int number = 0; number < scores.places().length; number++) {
        int place = scores.places()[number];
        sums[place] += scores.scores()[number];
        matches[place] = true;
      }
    }
    return top(sums, matches, most);
  }

  /** Best first; of equal ones, the first by id. */
  private TopFieldDocs top(double[] sums, boolean[] matches, int most) {
    long[] order = new long[documents.length];
    int found = 0;
    for (int place = 0; place < documents.length; place++) {
      if (matches[place]) {
        // No score is negative, and the bits of such floats are in the order of the floats.
        order[found++] = ((long) -Float.floatToIntBits((float) sums[place]) << 32) | place;
      }
    }
    Arrays.sort(order, 0, found);
    FieldDoc[] top = new FieldDoc[Math.min(most, found)];
    for (int number = 0; number < top.length; number++) {
      int place = (int) order[number];
      float score = (float) sums[place];
      top[number] = new FieldDoc(documents[place], score, new Object[] {score});
    }
    return new TopFieldDocs(
        new TotalHits(found, TotalHits.Relation.EQUAL_TO),
        top,
        new SortField[] {SortField.FIELD_SCORE});
  }

  private Scores scores(Query part) throws IOException {
    try {
      return parts.get(
          part,
          unknown -> {
            try {
              return scored(unknown);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private Scores scored(Query part) throws IOException {
    int[] places = new int[documents.length];
    float[] scores = new float[documents.length];
    int found = 0;
    Weight weight = searcher.createWeight(searcher.rewrite(part), ScoreMode.COMPLETE, 1);
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      @Nullable Scorer scorer = weight.scorer(leaf);
      if (scorer == null) {
        continue;
      }
      DocIdSetIterator matching = scorer.iterator();
      int[] here = inLeaf.get(leaf.ord);
      for (int number = 0; number < here.length; number++) {
        if (matching.docID() < here[number]) {
          matching.advance(here[number]);
        }
        if (matching.docID() == here[number]) {
          places[found] = placeInLeaf.get(leaf.ord)[number];
          scores[found++] = scorer.score();
        }
      }
    }
    return new Scores(Arrays.copyOf(places, found), Arrays.copyOf(scores, found));
  }
}
