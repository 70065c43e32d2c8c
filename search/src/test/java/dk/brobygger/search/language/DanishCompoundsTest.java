package dk.brobygger.search.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DanishCompoundsTest {

  private static final DanishCompounds COMPOUNDS = DanishCompounds.shipped();

  private static String split(String word) {
    return String.join("|", COMPOUNDS.parts(word).stream().map(TextAnalysis.Word::term).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "havvindmøllepark, hav|vind|mølle|park",
    "affaldsvarme, affald|varme",
    "fødevareingrediens, fødevare|ingrediens",
    "kulstoffangst, kulstof|fangst",
    "energiklyngen, energi|klyngen",
    "Vandforskning, vand|forskning",
  })
  void compound_isTakenApart(String word, String parts) {
    assertThat(split(word)).isEqualTo(parts);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "udvikling",
        "bæredygtighed",
        "virksomhed",
        "samarbejde",
        "forsyning",
        "landskab",
        "videnskabelig",
        "landbrug",
        "opmærksomhed",
        "sikkerhed",
        "forandring",
        "understøtte",
        "robotter",
        "patienter",
        "kapacitet",
        "integration",
        "demokrati",
        "København",
        "Aalborg",
        "teknologisk",
        "materialer",
        "partnerskab",
        "mellemstor",
        "international",
        "ansvarlig",
        "myndighed",
        "ledelse",
        "handel",
        "model",
        "artikel",
        "middel",
        "kærlighed",
        "ejendom"
      })
  void wordThatIsNoCompound_staysWhole(String word) {
    assertThat(split(word)).isEmpty();
  }

  @Test
  void unknownPart_keepsTheWordWhole() {
    DanishCompounds few = DanishCompounds.of(List.of("vind", "mølle"));
    assertThat(few.parts("vindqwerty")).isEmpty();
    assertThat(few.parts("vindmølle")).hasSize(2);
  }

  @Test
  void linkingLetter_belongsToNoPart() {
    DanishCompounds few = DanishCompounds.of(List.of("affald", "varme"));
    assertThat(few.parts("Affaldsvarmen"))
        .containsExactly(
            new TextAnalysis.Word("affald", 0, 6), new TextAnalysis.Word("varmen", 7, 13));
  }

  @Property
  void parts_standInTheWordInOrderWithAtMostALetterBetween(
      @ForAll @StringLength(max = 12) String noise) {
    for (String word : List.of(noise, "vind" + noise, noise + "mølle", "hav" + noise + "park")) {
      int end = 0;
      for (TextAnalysis.Word part : COMPOUNDS.parts(word)) {
        assertThat(part.start()).isBetween(end, end + 1);
        assertThat(part.end() - part.start()).isGreaterThanOrEqualTo(3);
        assertThat(word.substring(part.start(), part.end()).toLowerCase(Locale.ROOT))
            .isEqualTo(part.term());
        end = part.end();
      }
      assertThat(end).isIn(0, word.length());
    }
  }
}
