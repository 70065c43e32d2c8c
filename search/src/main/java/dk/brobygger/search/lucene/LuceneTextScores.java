package dk.brobygger.search.lucene;

import dk.brobygger.search.engine.EngineException;
import dk.brobygger.search.engine.TextScores;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/** BM25 over texts that are terms already, in one segment in memory. */
public final class LuceneTextScores implements TextScores {

  private static final String FIELD = "text";

  /** Lucene takes 1,024 clauses of a query. */
  private static final int MOST_TERMS = 1_000;

  private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final int size;

  private LuceneTextScores(List<List<String>> texts) throws IOException {
    size = texts.size();
    IndexWriterConfig config =
        new IndexWriterConfig(new WhitespaceAnalyzer()).setSimilarity(BestMatchSearcher.SIMILARITY);
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (List<String> text : texts) {
        Document document = new Document();
        document.add(new TextField(FIELD, String.join(" ", text), Field.Store.NO));
        writer.addDocument(document);
      }
      writer.forceMerge(1);
    }
    reader = DirectoryReader.open(directory);
    searcher = new IndexSearcher(reader);
    searcher.setSimilarity(BestMatchSearcher.SIMILARITY);
  }

  /**
   * Scores over these texts.
   *
   * @param texts each a list of terms without white space
   */
  public static LuceneTextScores of(List<List<String>> texts) {
    try {
      return new LuceneTextScores(texts);
    } catch (IOException e) {
      throw new EngineException("cannot index texts in memory: " + e.getMessage(), e);
    }
  }

  @Override
  public double[] of(Map<String, Double> terms) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    terms.entrySet().stream()
        .sorted(
            Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_TERMS)
        .forEach(term ->
            query.add(
                new BoostQuery(
                    new TermQuery(new Term(FIELD, term.getKey())), term.getValue().floatValue()),
                Occur.SHOULD));
    All all = new All(size);
    try {
      searcher.search(query.build(), new OneCollector(all));
    } catch (IOException e) {
      throw new EngineException("cannot read texts in memory: " + e.getMessage(), e);
    }
    return all.scores;
  }

  @Override
  public void close() {
    try {
      reader.close();
      directory.close();
    } catch (IOException e) {
      throw new EngineException("cannot let go of texts in memory: " + e.getMessage(), e);
    }
  }

  /** One segment, so one collector. */
  private record OneCollector(All all)
      implements org.apache.lucene.search.CollectorManager<All, All> {
    @Override
    public All newCollector() {
      return all;
    }

    @Override
    public All reduce(java.util.Collection<All> collectors) {
      return all;
    }
  }

  private static final class All extends SimpleCollector {

    private final double[] scores;
    private int base;
    private @org.jspecify.annotations.Nullable Scorable scorer;

    All(int size) {
      scores = new double[size];
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) {
      base = context.docBase;
    }

    @Override
    public void setScorer(Scorable scorer) {
      this.scorer = scorer;
    }

    @Override
    public void collect(int document) throws IOException {
      if (scorer != null) {
        scores[base + document] = scorer.score();
      }
    }
  }
}
