package dk.brobygger.search.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SpellingsTest {

  @Test
  void foreignLetters_areWrittenWithTwoOthersOrWithTheOneThatLooksLikeThem() {
    assertThat(Spellings.plain("Fernwärme")).containsExactly("Fernwaerme", "Fernwarme");
    assertThat(Spellings.plain("håndværk")).containsExactly("haandvaerk", "handvaerk");
    assertThat(Spellings.plain("havvind")).isEmpty();
  }

  @Test
  void danishLettersMayBeMeantByTwoOthersOrOne_twoMostLikely() {
    assertThat(Spellings.danish("groen")).containsExactly("grøn");
    assertThat(Spellings.danish("vaerktoj")).containsExactly("værktoj", "værktøj", "vaerktøj");
    assertThat(Spellings.danish("klyng")).isEmpty();
  }

  /** Two such letters in a row are another word's end and beginning, and seldom. */
  @Property(tries = 200)
  void danishWordInPlainLetters_mayBeMeantByThem(
      @ForAll @Chars({'b', 'g', 'r', 'æ', 'ø', 'å', 'e'}) @StringLength(min = 1, max = 8)
          String word) {
    String small = word.toLowerCase(Locale.ROOT).replaceAll("(?<=[æøå])[æøåe]", "n");
    for (String typed : Spellings.plain(small)) {
      assertThat(Spellings.danish(typed)).contains(small);
    }
  }

  @Property(tries = 50)
  void longWord_hasNoMoreSpellingsThanCanBeTried(
      @ForAll @Chars({'a', 'o', 'e'}) @StringLength(min = 1, max = 60) String typed) {
    assertThat(Spellings.danish(typed)).hasSizeLessThanOrEqualTo(256);
  }
}
