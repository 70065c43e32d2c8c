package dk.brobygger.search.language;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.vocabulary.Language;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.junit.jupiter.api.Test;

class DanishWordsTest {

  /** Each word with its position. */
  private static List<String> indexed(String text) throws IOException {
    List<String> words = new ArrayList<>();
    try (TokenStream stream = TextAnalysis.analyzer(Language.DA).tokenStream("", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      PositionIncrementAttribute increment = stream.addAttribute(PositionIncrementAttribute.class);
      int position = -1;
      stream.reset();
      while (stream.incrementToken()) {
        position += increment.getPositionIncrement();
        words.add(position + " " + term);
      }
      stream.end();
    }
    return words;
  }

  private static List<String> terms(List<TextAnalysis.Word> words) {
    return words.stream().map(TextAnalysis.Word::term).toList();
  }

  @Test
  void partsOfACompound_standOneAfterTheOther_andWhatFollowsAfterThem() throws IOException {
    assertThat(indexed("Ny affaldsvarme i software"))
        .containsExactly("0 ny", "1 affaldsvarm", "1 affald", "2 varm", "4 softwar");
    assertThat(terms(TextAnalysis.words("Ny affaldsvarme", Language.DA)))
        .containsExactly("ny", "affaldsvarm");
    assertThat(terms(TextAnalysis.smallest("Ny affaldsvarme", Language.DA)))
        .containsExactly("ny", "affald", "varm");
  }

  @Test
  void letters_mayBeWrittenInAnyWay() {
    assertThat(TextAnalysis.words("Aarhus", Language.DA).getFirst().term())
        .isEqualTo(TextAnalysis.words("Århus", Language.DA).getFirst().term());
    assertThat(TextAnalysis.words("koeer", Language.DA).getFirst().term())
        .isEqualTo(TextAnalysis.words("köer", Language.DA).getFirst().term())
        .isEqualTo(TextAnalysis.words("køer", Language.DA).getFirst().term());
  }

  @Provide
  static Arbitrary<String> texts() {
    return Arbitraries.of(
            "affaldsvarme",
            "Havvindmølleparker",
            "havvindmoelle",
            "og",
            "på",
            "IT",
            "Aarhus",
            "cloud",
            "fødevareingrediens",
            "kulstoffangst",
            "energi",
            "🌊",
            "é",
            "-",
            "x")
        .list()
        .ofMaxSize(8)
        .map(words -> String.join(" ", words));
  }

  @Property(tries = 300)
  void whatIsAskedFor_standsInTheIndexAtItsPlace(@ForAll("texts") String text) throws IOException {
    List<TextAnalysis.Word> index = TextAnalysis.wordsAndParts(text, Language.DA);
    assertThat(index).containsAll(TextAnalysis.words(text, Language.DA));
    assertThat(index).containsAll(TextAnalysis.smallest(text, Language.DA));
    assertThat(index).isSortedAccordingTo((a, b) -> Integer.compare(a.start(), b.start()));
    assertThat(index)
        .allMatch(
            word -> 0 <= word.start() && word.start() < word.end() && word.end() <= text.length());
  }
}
