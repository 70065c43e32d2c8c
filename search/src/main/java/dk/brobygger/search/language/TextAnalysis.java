package dk.brobygger.search.language;

import dk.brobygger.corpus.vocabulary.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Takes texts apart into comparable words.
 *
 * <p>{@link #words} leaves out words that say nothing and is what the index holds; {@link #stems}
 * keeps every word, so that labels of several words can be found in a text; {@link #written} keeps
 * its ending, too. All keep the place of each word. Safe for many threads.
 */
public final class TextAnalysis {

  private static final Analyzer ENGLISH = new EnglishAnalyzer();
  private static final Analyzer DANISH = new DanishAnalyzer();
  private static final Analyzer ENGLISH_STEMS =
      new StemAnalyzer(words -> new EnglishMinimalStemFilter(new EnglishPossessiveFilter(words)));
  private static final Analyzer DANISH_STEMS =
      new StemAnalyzer(words -> new SnowballFilter(words, "Danish"));

  private static final Analyzer WRITTEN = new StemAnalyzer(words -> words);
  private static final Analyzer NAMES = new StemAnalyzer(ASCIIFoldingFilter::new);

  private TextAnalysis() {}

  /**
   * One word of a text.
   *
   * @param term the word as it is compared: in lower case, without its ending
   * @param start first character, in UTF-16 units from 0
   * @param end after the last character
   */
  public record Word(String term, int start, int end) {}

  /** The analyzer whose terms the index holds for texts of a language. */
  public static Analyzer analyzer(Language language) {
    return switch (language) {
      case EN -> ENGLISH;
      case DA -> DANISH;
    };
  }

  /** The analyzer for words as they are written; only capitals do not count. */
  public static Analyzer writtenAnalyzer() {
    return WRITTEN;
  }

  /** The analyzer for names that are only begun: without capitals and accents. */
  public static Analyzer nameAnalyzer() {
    return NAMES;
  }

  /**
   * Whether a word only holds others together, in Danish or English; never one in capitals, such as
   * IT.
   */
  public static boolean saysNothing(String word) {
    return DanishAnalyzer.getDefaultStopSet().contains(word)
        || EnglishAnalyzer.getDefaultStopSet().contains(word);
  }

  /** The words of a text that say something. */
  public static List<Word> words(String text, Language language) {
    return read(text, analyzer(language));
  }

  /** All words of a text. */
  public static List<Word> stems(String text, Language language) {
    return read(
        text,
        switch (language) {
          case EN -> ENGLISH_STEMS;
          case DA -> DANISH_STEMS;
        });
  }

  /** All words of a text as they are written, in small letters. */
  public static List<Word> written(String text) {
    return read(text, WRITTEN);
  }

  /** All words of a name, in small letters without accents. */
  public static List<Word> ofName(String text) {
    return read(text, NAMES);
  }

  private static List<Word> read(String text, Analyzer analyzer) {
    List<Word> words = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream("", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        words.add(new Word(term.toString(), offset.startOffset(), offset.endOffset()));
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }

  /**
   * Keeps every word. English ones lose no more than the ending of the plural: a label must not be
   * found in {@code light} because it says {@code lighting}.
   */
  private static final class StemAnalyzer extends Analyzer {

    private final UnaryOperator<TokenStream> stemmer;

    StemAnalyzer(UnaryOperator<TokenStream> stemmer) {
      this.stemmer = stemmer;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      StandardTokenizer tokenizer = new StandardTokenizer();
      return new TokenStreamComponents(tokenizer, stemmer.apply(new LowerCaseFilter(tokenizer)));
    }
  }
}
