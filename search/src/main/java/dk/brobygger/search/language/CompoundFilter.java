package dk.brobygger.search.language;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Makes the parts of Danish compounds words of their own, one after the other as if they were
 * written apart: {@code affaldsvarme nu} becomes {@code affald}, {@code varme}, {@code nu}, so that
 * a phrase finds them. Each part keeps its place in the text. The whole word stands where its first
 * part does, or is left out.
 */
final class CompoundFilter extends TokenFilter {

  private final DanishCompounds compounds;
  private final boolean whole;
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);

  private final Deque<TextAnalysis.Word> parts = new ArrayDeque<>();
  private int start;
  private int end;

  /** Whether a part has the letters of the text, so that its place in the word is one there. */
  private boolean written;

  /** How far the next part is from the word before it. */
  private int step;

  /**
   * Takes words apart.
   *
   * @param words in small letters
   * @param compounds finds their parts
   * @param whole whether the whole word is kept, too
   */
  CompoundFilter(TokenStream words, DanishCompounds compounds, boolean whole) {
    super(words);
    this.compounds = compounds;
    this.whole = whole;
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!parts.isEmpty()) {
      part();
      return true;
    }
    if (!input.incrementToken()) {
      return false;
    }
    parts.addAll(compounds.parts(term.toString()));
    start = offset.startOffset();
    end = offset.endOffset();
    written = end - start == term.length();
    step = whole ? 0 : increment.getPositionIncrement();
    if (!whole && !parts.isEmpty()) {
      part();
    }
    return true;
  }

  private void part() {
    TextAnalysis.Word part = parts.removeFirst();
    clearAttributes();
    term.append(part.term());
    offset.setOffset(written ? start + part.start() : start, written ? start + part.end() : end);
    increment.setPositionIncrement(step);
    step = 1;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    parts.clear();
  }
}
