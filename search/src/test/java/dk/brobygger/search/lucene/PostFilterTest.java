package dk.brobygger.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Documents in several segments, some of them deleted; a word w0 in most, a word w99 in few. */
class PostFilterTest {

  private static final int DOCUMENTS = 5_000;
  private static final int WORDS = 100;

  /** What a hundredth, a tenth, most, or none of the documents have, and one segment alone. */
  private static final List<String> TAGS = List.of("rare", "some", "most", "none", "first");

  private static Directory directory;
  private static IndexSearcher searcher;

  @BeforeAll
  static void index() throws IOException {
    directory = new ByteBuffersDirectory();
    Random random = new Random(1);
    IndexWriterConfig config =
        new IndexWriterConfig(new WhitespaceAnalyzer()).setMergePolicy(NoMergePolicy.INSTANCE);
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (int number = 0; number < DOCUMENTS; number++) {
        writer.addDocument(document(number, random));
        if (number % 1_500 == 1_400) {
          writer.flush();
        }
      }
      writer.flush();
      for (int number = 0; number < DOCUMENTS; number += 7) {
        writer.deleteDocuments(new Term("id", String.valueOf(number)));
      }
    }
    searcher = new IndexSearcher(DirectoryReader.open(directory));
    searcher.setQueryCache(null);
  }

  private static Document document(int number, Random random) {
    Document document = new Document();
    document.add(new StringField("id", String.valueOf(number), Store.NO));
    StringBuilder text = new StringBuilder();
    for (int word = 0; word < WORDS; word++) {
      int times = random.nextInt(word + 2) == 0 ? 1 + random.nextInt(4) : 0;
      text.append((" w" + word).repeat(times));
    }
    document.add(new TextField("text", text.toString(), Store.NO));
    for (String tag : List.of("rare", "some", "most")) {
      int of = tag.equals("rare") ? 100 : 10;
      if (random.nextInt(of) == 0 != tag.equals("most")) {
        document.add(new StringField("tag", tag, Store.NO));
      }
    }
    if (number < 1_000) {
      document.add(new StringField("tag", "first", Store.NO));
    }
    return document;
  }

  @AfterAll
  static void close() throws IOException {
    searcher.getIndexReader().close();
    directory.close();
  }

  private static Query tag(String tag) {
    return new TermQuery(new Term("tag", tag));
  }

  private static Query allBut(String tag) {
    return new BooleanQuery.Builder()
        .add(MatchAllDocsQuery.INSTANCE, Occur.MUST)
        .add(tag(tag), Occur.MUST_NOT)
        .build();
  }

  private static Query anyOf(Random random) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (int word = 0; word < 40; word++) {
      any.add(new TermQuery(new Term("text", "w" + random.nextInt(WORDS))), Occur.SHOULD);
    }
    return any.build();
  }

  private static TopFieldCollectorManager best(int most, int counted) {
    return new TopFieldCollectorManager(Sort.RELEVANCE, most, counted);
  }

  private static List<String> written(TopFieldDocs found) {
    return Arrays.stream(found.scoreDocs).map(one -> one.doc + " " + one.score).toList();
  }

  @Test
  void sameAreFound_withTheSameScores_howeverManyMeetTheCondition() throws IOException {
    Random random = new Random(2);
    for (String tag : TAGS) {
      for (Query condition : List.of(tag(tag), allBut(tag))) {
        Query asked = anyOf(random);
        Query whole =
            new BooleanQuery.Builder().add(asked, Occur.MUST).add(condition, Occur.FILTER).build();
        PostFilter filter = new PostFilter(searcher, condition);
        for (int most : List.of(1, 20, 200)) {
          TopFieldDocs expected = searcher.search(whole, best(most, Integer.MAX_VALUE));
          TopFieldDocs pruned = filter.search(asked, best(most, most));
          TopFieldDocs counted = filter.search(asked, best(most, Integer.MAX_VALUE));
          assertThat(written(pruned)).as("%s", condition).isEqualTo(written(expected));
          assertThat(written(counted)).as("%s", condition).isEqualTo(written(expected));
          assertThat(counted.totalHits).as("%s", condition).isEqualTo(expected.totalHits);
        }
      }
    }
  }
}
