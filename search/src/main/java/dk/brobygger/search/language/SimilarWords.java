package dk.brobygger.search.language;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;

/** Words of an index that are written nearly like one. */
public final class SimilarWords {

  /** More than these are never looked at: the commonest of them count. */
  private static final int MOST = 20;

  /** From this length on two letters may be wrong: half of a short word would be another word. */
  private static final int LENGTH_FOR_TWO = 8;

  private SimilarWords() {}

  /**
   * Words that differ from one by one letter, or by two where none differs by one and it is long
   * enough.
   *
   * @param reader the index
   * @param field a field of it that holds words as they are written, in small letters
   * @param word the word, in small letters
   * @throws IOException if the index cannot be read
   */
  public static List<SimilarWord> in(IndexReader reader, String field, String word)
      throws IOException {
    List<SimilarWord> near = in(reader, field, word, 1);
    return near.isEmpty() && word.length() >= LENGTH_FOR_TWO ? in(reader, field, word, 2) : near;
  }

  private static List<SimilarWord> in(IndexReader reader, String field, String word, int edits)
      throws IOException {
    DirectSpellChecker checker = new DirectSpellChecker();
    checker.setMaxEdits(edits);
    checker.setMinPrefix(0);
    checker.setMinQueryLength(1);
    checker.setAccuracy(0);
    SuggestWord[] found =
        checker.suggestSimilar(new Term(field, word), MOST, reader, SuggestMode.SUGGEST_ALWAYS);
    return Stream.of(found).map(one -> new SimilarWord(one.string, edits, one.freq)).toList();
  }
}
