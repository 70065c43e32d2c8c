package dk.brobygger.benchmarks.relevance;

import dk.brobygger.search.signal.Candidate;
import dk.brobygger.search.signal.Idea;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Lucene as it comes out of the box, over one index in memory: BM25 (k1 0.9, b 0.4) over a field of
 * names and one of texts, and {@code MoreLikeThis}. Both are asked with all the text of an idea.
 */
public final class LucenePeers implements AutoCloseable {

  private static final String ID = "id";
  private static final String NAME = "name";
  private static final String TEXT = "text";
  private static final String ALL = "all";

  /** Lucene's own default. */
  private static final int TERMS = 25;

  /** An idea may be longer than a query is by default allowed to be. */
  private static final int MOST_CLAUSES = 20_000;

  /** A word in a name says more than one in a text. */
  private static final float NAME_BOOST = 2;

  private final Analyzer analyzer = new EnglishAnalyzer();
  private final ByteBuffersDirectory folder = new ByteBuffersDirectory();
  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  /** Indexes the candidates. */
  public LucenePeers(List<? extends Candidate> candidates) {
    try {
      write(candidates);
      this.reader = DirectoryReader.open(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.searcher = new IndexSearcher(reader);
    searcher.setSimilarity(new BM25Similarity(0.9f, 0.4f));
    IndexSearcher.setMaxClauseCount(MOST_CLAUSES);
  }

  private void write(List<? extends Candidate> candidates) throws IOException {
    IndexWriterConfig config = new IndexWriterConfig(analyzer);
    config.setSimilarity(new BM25Similarity(0.9f, 0.4f));
    try (IndexWriter writer = new IndexWriter(folder, config)) {
      for (Candidate candidate : candidates) {
        Document document = new Document();
        document.add(new StringField(ID, candidate.id(), Field.Store.YES));
        document.add(new TextField(NAME, name(candidate), Field.Store.NO));
        document.add(new TextField(TEXT, text(candidate), Field.Store.NO));
        document.add(new TextField(ALL, name(candidate) + "\n" + text(candidate), Field.Store.NO));
        writer.addDocument(document);
      }
    }
  }

  /** The name of a candidate. */
  static String name(Candidate candidate) {
    return switch (candidate) {
      case Candidate.OfCall call -> call.title();
      case Candidate.OfPartner partner -> partner.name();
    };
  }

  /** All else that is said of a candidate. */
  static String text(Candidate candidate) {
    return switch (candidate) {
      case Candidate.OfCall call -> call.text();
      case Candidate.OfPartner partner ->
          partner.competences().stream()
              .map(Candidate.Shown::text)
              .collect(Collectors.joining("\n"));
    };
  }

  /** Each word in the better of the two fields. */
  Peer fields() {
    return new Asking("BM25 in two fields", this::twoFields);
  }

  /** The most telling words of an idea. */
  public Peer moreLikeThis() {
    return new Asking("MoreLikeThis", this::like);
  }

  private Query twoFields(Idea idea) throws IOException {
    BooleanQuery.Builder words = new BooleanQuery.Builder();
    for (Map.Entry<String, Integer> word : words(idea).entrySet()) {
      Query either =
          new DisjunctionMaxQuery(
              List.of(
                  new BoostQuery(new TermQuery(new Term(NAME, word.getKey())), NAME_BOOST),
                  new TermQuery(new Term(TEXT, word.getKey()))),
              0);
      words.add(new BoostQuery(either, word.getValue()), Occur.SHOULD);
    }
    return words.build();
  }

  private Map<String, Integer> words(Idea idea) throws IOException {
    Map<String, Integer> words = new LinkedHashMap<>();
    try (TokenStream stream = analyzer.tokenStream(ALL, text(idea))) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        words.merge(term.toString(), 1, Integer::sum);
      }
      stream.end();
    }
    return words;
  }

  /** All that an idea says. */
  static String text(Idea idea) {
    return idea.title() + "\n" + idea.text() + "\n" + String.join("; ", idea.keywords());
  }

  private Query like(Idea idea) throws IOException {
    MoreLikeThis like = new MoreLikeThis(reader);
    like.setAnalyzer(analyzer);
    like.setFieldNames(new String[] {ALL});
    like.setMinTermFreq(1);
    like.setMinDocFreq(1);
    like.setMaxQueryTerms(TERMS);
    like.setBoost(true);
    return like.like(ALL, new StringReader(text(idea)));
  }

  /** How an idea becomes a question. */
  private interface Questions {
    Query of(Idea idea) throws IOException;
  }

  private final class Asking implements Peer {

    private final String name;
    private final Questions questions;

    Asking(String name, Questions questions) {
      this.name = name;
      this.questions = questions;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public List<String> rank(Idea idea, int most) {
      try {
        List<String> ids = new ArrayList<>();
        // One more, as the one that asks may be among them.
        for (ScoreDoc found : searcher.search(questions.of(idea), most + 1).scoreDocs) {
          ids.add(searcher.storedFields().document(found.doc).get(ID));
        }
        ids.remove(idea.organisation().orElse(""));
        return ids.subList(0, Math.min(most, ids.size()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void close() {
    try {
      reader.close();
      folder.close();
      analyzer.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
