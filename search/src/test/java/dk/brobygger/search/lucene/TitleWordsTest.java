package dk.brobygger.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.language.TextAnalysis;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

/** What the words of a title are worth in an index. */
class TitleWordsTest {

  private static final String FIELD = "name.en";

  @Test
  void aWord_isWorthTheSameBesideOneThatSpeaksOfACompetence() throws IOException {
    float[] worths = worths("town", title("Hydrogen for towns", 0, 8), title("For towns", 0, 0));
    assertThat(worths[0]).isEqualTo(worths[1]);
  }

  @Test
  void aWord_isWorthLessBesideOthers() throws IOException {
    float[] worths = worths("town", title("Hydrogen for towns", 0, 0), title("For towns", 0, 0));
    assertThat(worths[0]).isLessThan(worths[1]);
  }

  @Test
  void aTitleOfNothingButACompetence_isFound() throws IOException {
    assertThat(worths("hydrogen", title("Hydrogen", 0, 8))[0]).isPositive();
  }

  @Test
  void theFirstPartOfADanishCompound_standsWhereTheCompoundDoes_andMakesNoTitleLonger()
      throws IOException {
    TitleWords compound =
        TitleWords.of("Varmepumper", TextAnalysis.analyzer(Language.DA), new BitSet());
    TitleWords parts =
        TitleWords.of("Varme pumper", TextAnalysis.analyzer(Language.DA), new BitSet());
    assertThat(words(compound)).hasSize(3);
    float[] worths = worths("pump", compound, parts);
    assertThat(worths[0]).isPositive().isEqualTo(worths[1]);
  }

  @Test
  void theWords_areThoseOfTheAnalyzerEachInItsPlace() throws IOException {
    String title = "Bridges of the towns";
    List<String> asWritten;
    try (TokenStream written = TextAnalysis.analyzer(Language.EN).tokenStream("", title)) {
      asWritten = words(written);
    }
    TitleWords words = title(title, 0, 7);
    assertThat(words(words)).isEqualTo(asWritten).hasSize(2);
    assertThat(words(words)).as("read again").isEqualTo(asWritten);
  }

  @Test
  void aTitleIsFound_byItsWordsInARow() throws IOException {
    IndexSearcher searcher = searcher(title("Hydrogen towns", 0, 8));
    assertThat(searcher.count(new PhraseQuery(FIELD, "hydrogen", "town"))).isEqualTo(1);
    assertThat(searcher.count(new PhraseQuery(FIELD, "town", "hydrogen"))).isZero();
  }

  private static TitleWords title(String title, int start, int end) {
    BitSet competences = new BitSet();
    competences.set(start, end);
    return TitleWords.of(title, TextAnalysis.analyzer(Language.EN), competences);
  }

  private static List<String> words(TokenStream stream) throws IOException {
    List<String> words = new ArrayList<>();
    stream.reset();
    while (stream.incrementToken()) {
      words.add(
          stream.getAttribute(CharTermAttribute.class)
              + " +"
              + stream.getAttribute(PositionIncrementAttribute.class).getPositionIncrement());
    }
    stream.end();
    return words;
  }

  /** What a word is worth in each of some titles that have it. */
  private static float[] worths(String term, TitleWords... titles) throws IOException {
    float[] worths = new float[titles.length];
    for (ScoreDoc one :
        searcher(titles).search(new TermQuery(new Term(FIELD, term)), titles.length).scoreDocs) {
      worths[one.doc] = one.score;
    }
    return worths;
  }

  private static IndexSearcher searcher(TitleWords... titles) throws IOException {
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    IndexWriterConfig settings =
        new IndexWriterConfig(new WhitespaceAnalyzer()).setSimilarity(BestMatchSearcher.SIMILARITY);
    try (IndexWriter writer = new IndexWriter(directory, settings)) {
      for (TitleWords title : titles) {
        Document document = new Document();
        document.add(new TextField(FIELD, title));
        writer.addDocument(document);
      }
    }
    IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(directory));
    searcher.setSimilarity(BestMatchSearcher.SIMILARITY);
    return searcher;
  }
}
