package dk.brobygger.search.language;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.no.NorwegianNormalizationFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * As Lucene's {@code DanishAnalyzer}, but that letters may be written in another way, {@code aa} or
 * {@code ö}, by the rules that Norwegian shares, and that compounds may be taken apart.
 */
final class DanishWords extends Analyzer {

  private final CharArraySet fillers;
  private final Compounds compounds;

  /** What is made of a compound. */
  enum Compounds {
    /** One word. */
    WHOLE,
    /** One word for each part. */
    PARTS,
    /** Both, the whole word in the place of its first part. */
    BOTH
  }

  /** Of compounds the parts, too. */
  DanishWords(CharArraySet fillers) {
    this(fillers, Compounds.BOTH);
  }

  /**
   * For one use of compounds.
   *
   * @param fillers words that say nothing
   */
  DanishWords(CharArraySet fillers, Compounds compounds) {
    this.fillers = fillers;
    this.compounds = compounds;
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    StandardTokenizer tokenizer = new StandardTokenizer();
    TokenStream words = new NorwegianNormalizationFilter(new LowerCaseFilter(tokenizer));
    if (compounds != Compounds.WHOLE) {
      words = new CompoundFilter(words, DanishCompounds.shipped(), compounds == Compounds.BOTH);
    }
    return new TokenStreamComponents(
        tokenizer, new SnowballFilter(new StopFilter(words, fillers), "Danish"));
  }
}
