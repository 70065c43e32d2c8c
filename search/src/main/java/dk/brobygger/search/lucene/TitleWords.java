package dk.brobygger.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.util.AttributeSource;
import org.apache.lucene.util.SmallFloat;

/**
 * The words of a title as an index takes them in. Its length, by which each of them is worth less,
 * is counted without those that speak of a competence: they earn points of their own, and taken
 * away would else make the others worth more. A document has one title; of several in a field only
 * the last would tell the length.
 */
final class TitleWords extends TokenStream {

  private final List<State> words;
  private final int length;
  private Iterator<State> left;

  private TitleWords(AttributeSource like, List<State> words, int length) {
    super(like);
    this.words = words;
    this.length = length;
    this.left = words.iterator();
  }

  /**
   * Takes a title apart.
   *
   * @param competences the characters, in UTF-16 units from 0, with which it speaks of competences
   */
  static TitleWords of(String title, Analyzer analyzer, BitSet competences) {
    List<State> words = new ArrayList<>();
    int length = 0;
    try (TokenStream stream = analyzer.tokenStream("", title)) {
      OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
      PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        words.add(stream.captureState());
        int spoken = competences.nextSetBit(place.startOffset());
        boolean counts = spoken < 0 || spoken >= place.endOffset();
        length += counts ? Math.min(1, step.getPositionIncrement()) : 0;
      }
      stream.end();
      return new TitleWords(stream.cloneAttributes(), words, length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void reset() {
    left = words.iterator();
  }

  @Override
  public boolean incrementToken() {
    clearAttributes();
    if (!left.hasNext()) {
      return false;
    }
    restoreState(left.next());
    return true;
  }

  /** BM25 in which the length of a title is that of {@link TitleWords}. */
  static final class Bm25 extends BM25Similarity {

    Bm25(float k1, float b) {
      super(k1, b);
    }

    @Override
    public long computeNorm(FieldInvertState state) {
      return state.getAttributeSource() instanceof TitleWords title
          ? SmallFloat.intToByte4(Math.max(1, title.length))
          : super.computeNorm(state);
    }
  }
}
