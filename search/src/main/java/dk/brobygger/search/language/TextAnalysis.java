package dk.brobygger.search.language;

import dk.brobygger.corpus.vocabulary.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pl.PolishAnalyzer;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Takes texts apart into comparable words.
 *
 * <p>{@link #words} leaves out words that say nothing, as Lucene's analyzer for the language does.
 * The index holds them and the parts of Danish compounds, {@link #wordsAndParts}, which are found
 * by who asks for a part; who asks for the whole means the whole. {@link #smallest} are those of
 * which phrases are made. {@link #stems} keeps every word, so that labels of several words can be
 * found in a text; {@link #written} keeps its ending, too. All keep the place of each word. Safe
 * for many threads.
 */
public final class TextAnalysis {

  /** Made when a text is first read in them: the Polish ones bring a table of two megabytes. */
  private static final Map<Language, Analyzer> WORDS = new ConcurrentHashMap<>();

  private static final Map<Language, Analyzer> STEMS = new ConcurrentHashMap<>();

  private static final Analyzer DANISH = danish(DanishWords.Compounds.WHOLE);
  private static final Analyzer DANISH_PARTS = danish(DanishWords.Compounds.PARTS);

  private static final Analyzer WRITTEN = new StemAnalyzer(words -> words);
  private static final Analyzer NAMES = new StemAnalyzer(ASCIIFoldingFilter::new);

  /** What that list lacks: what may be, where to, and how sentences hang together. */
  private static final List<String> MORE_ENGLISH_FILLERS =
      List.of(
          "across",
          "along",
          "already",
          "also",
          "among",
          "beyond",
          "can",
          "however",
          "may",
          "might",
          "must",
          "per",
          "shall",
          "still",
          "therefore",
          "thus",
          "toward",
          "towards",
          "upon",
          "via",
          "whether",
          "will",
          "within",
          "without",
          "yet");

  /** Six times as many as Lucene's own analyzer leaves out of an index, and those. */
  private static final CharArraySet ENGLISH_FILLERS = fillers("english_stop.txt");

  private TextAnalysis() {}

  /** The list of a file that Lucene ships for the Snowball stemmers. */
  private static CharArraySet fillers(String file) {
    try (InputStream in =
        Objects.requireNonNull(SnowballFilter.class.getResourceAsStream(file), file)) {
      CharArraySet fillers = CharArraySet.copy(WordlistLoader.getSnowballWordSet(in));
      fillers.addAll(MORE_ENGLISH_FILLERS);
      return fillers;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read Lucene's " + file, e);
    }
  }

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
    return WORDS.computeIfAbsent(language, one -> kit(one).leavingOutFillers());
  }

  /**
   * What Lucene has for a language.
   *
   * @param fillers words that say nothing
   * @param analyzer makes an analyzer that leaves out some words
   */
  private record Kit(CharArraySet fillers, Function<CharArraySet, Analyzer> analyzer) {

    Analyzer leavingOutFillers() {
      return analyzer.apply(fillers);
    }

    Analyzer leavingOutNothing() {
      return analyzer.apply(CharArraySet.EMPTY_SET);
    }
  }

  private static Analyzer danish(DanishWords.Compounds compounds) {
    return new DanishWords(DanishAnalyzer.getDefaultStopSet(), compounds);
  }

  private static Kit kit(Language language) {
    return switch (language) {
      case EN -> new Kit(EnglishAnalyzer.getDefaultStopSet(), EnglishAnalyzer::new);
      case DA -> new Kit(DanishAnalyzer.getDefaultStopSet(), DanishWords::new);
      case DE -> new Kit(GermanAnalyzer.getDefaultStopSet(), GermanAnalyzer::new);
      case SV -> new Kit(SwedishAnalyzer.getDefaultStopSet(), SwedishAnalyzer::new);
      case NO -> new Kit(NorwegianAnalyzer.getDefaultStopSet(), NorwegianAnalyzer::new);
      case FR -> new Kit(FrenchAnalyzer.getDefaultStopSet(), FrenchAnalyzer::new);
      case ES -> new Kit(SpanishAnalyzer.getDefaultStopSet(), SpanishAnalyzer::new);
      case IT -> new Kit(ItalianAnalyzer.getDefaultStopSet(), ItalianAnalyzer::new);
      case NL -> new Kit(DutchAnalyzer.getDefaultStopSet(), DutchAnalyzer::new);
      case PL -> new Kit(PolishAnalyzer.getDefaultStopSet(), PolishAnalyzer::new);
      case FI -> new Kit(FinnishAnalyzer.getDefaultStopSet(), FinnishAnalyzer::new);
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

  /**
   * Whether a word of a text in one language only holds others together, as {@code from} and {@code
   * its} do in English. The index holds such words, which some ask for; a text that is asked with
   * does not mean them.
   *
   * @param small the word in small letters
   * @param language the language it is read in
   */
  public static boolean saysNothing(String small, Language language) {
    return switch (language) {
      case EN -> ENGLISH_FILLERS.contains(small);
      case DA -> DanishAnalyzer.getDefaultStopSet().contains(small);
      default -> saysNothing(small);
    };
  }

  /**
   * A text with the digits below the line on it, as most type them, so that {@code CO₂} is {@code
   * CO2}; all else stays in its place. What stands above the line is mostly a note to a word.
   */
  public static String onTheLine(String text) {
    @Nullable StringBuilder line = null;
    for (int at = 0; at < text.length(); at++) {
      char one = text.charAt(at);
      if (one >= '₀' && one <= '₉') {
        line = line == null ? new StringBuilder(text) : line;
        line.setCharAt(at, (char) (one - '₀' + '0'));
      }
    }
    return line == null ? text : line.toString();
  }

  /** The words of a text that say something. */
  public static List<Word> words(String text, Language language) {
    return read(text, language == Language.DA ? DANISH : analyzer(language));
  }

  /**
   * The words of a text that say something, and after each compound its parts, as the index holds
   * them.
   */
  public static List<Word> wordsAndParts(String text, Language language) {
    return read(text, analyzer(language));
  }

  /** The words of a text that say something, of compounds the parts only. */
  public static List<Word> smallest(String text, Language language) {
    return read(text, language == Language.DA ? DANISH_PARTS : analyzer(language));
  }

  /** All words of a text. */
  public static List<Word> stems(String text, Language language) {
    return read(text, STEMS.computeIfAbsent(language, TextAnalysis::stemmer));
  }

  private static Analyzer stemmer(Language language) {
    return switch (language) {
      case EN ->
          new StemAnalyzer(
              words -> new EnglishMinimalStemFilter(new EnglishPossessiveFilter(words)));
      case DA -> new StemAnalyzer(words -> new SnowballFilter(words, "Danish"));
      default -> kit(language).leavingOutNothing();
    };
  }

  /** All words of a text as they are written, in small letters. */
  public static List<Word> written(String text) {
    return read(text, WRITTEN);
  }

  /** All words of a name, in small letters without accents. */
  public static List<Word> ofName(String text) {
    return read(text, NAMES);
  }

  /** A whole name as it is compared: letters and digits only, small. */
  public static String wholeName(String name) {
    return onTheLine(name).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  private static List<Word> read(String text, Analyzer analyzer) {
    List<Word> words = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream("", onTheLine(text))) {
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
