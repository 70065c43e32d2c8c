package dk.brobygger.indexer.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingRepairTest {

  /** Small letters of alphabets that calls are written in, and a capital or none to begin with. */
  private static final List<List<String>> ALPHABETS =
      List.of(
          List.of("aeiklmnrstæøåé", "BÆØÅ"),
          List.of("aeiklmnrstäöüß", "BÄÖÜ"),
          List.of("aeiklmnrstéèêàçëîï", "BÉÀÇŒ"),
          List.of("aeiklmnrstœ", "B"), // éœœ is another character's bytes, and no word has it
          List.of("aeiklmnrstáíóúñ", "BÁÓÑ"),
          List.of("aeiklmnrstąćęłńóśźż", "BŁŚŻ"),
          List.of("aeiklmnrstáčďéěíňóřšťúůýž", "BČŘŠŽÚ"),
          List.of("aeiklmnrstăâîșț", "BĂÂÎȘȚ"),
          List.of("aeiklmnrstāčēģīķļņšūžąęėįų", "BĀČĒŠŽ"),
          List.of("aeiklmnrstőűáéö", "BŐŰ"),
          List.of("αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊ", "ΑΒΓΔΩΆΈ"),
          List.of("абвгдежзийклмнопрстуфхцчшщъьюя", "АБЖЩЮЯ"));

  private static Arbitrary<String> word(List<String> alphabet) {
    Arbitrary<String> rest =
        Arbitraries.strings().withChars(alphabet.getFirst()).ofMinLength(2).ofMaxLength(8);
    return Combinators.combine(Arbitraries.of(alphabet.getLast().split("")).optional(), rest)
        .as((capital, letters) -> capital.orElse("") + letters);
  }

  /** Words of calls, with what stands between words. */
  @Provide
  Arbitrary<String> prose() {
    Arbitrary<String> after =
        Arbitraries.of(
            " ", ", ", ". ", " – ", " — ", "… ", "\n", " “", "” ", "’s ", " 5 °C ", " € ", " ½ ",
            " ™ ", " « ", " » ", "\u00A0", " • ", " ≤ ", " CO₂ ", " 😀 ", " 🇩🇰 ", " 1&2 ");
    return Combinators.combine(Arbitraries.of(ALPHABETS).flatMap(EncodingRepairTest::word), after)
        .as((word, mark) -> word + mark)
        .list()
        .ofMaxSize(12)
        .map(words -> String.join("", words));
  }

  @Property
  void brokenText_comesBack(
      @ForAll("prose") String text, @ForAll @IntRange(min = 1, max = 3) int times) {
    assertThat(EncodingRepair.repair(Broken.times(times, text))).isEqualTo(text);
  }

  @Property
  void textNeverBroken_stays(@ForAll("prose") String text) {
    assertThat(EncodingRepair.repair(text)).isEqualTo(text);
  }

  @Property
  void repairingTwice_isRepairingOnce(
      @ForAll String anything, @ForAll @IntRange(max = 6) int times) {
    String once = EncodingRepair.repair(Broken.times(times, anything));
    assertThat(EncodingRepair.repair(once)).isEqualTo(once);
  }

  @Property
  void whatLooksBroken_isRepairedOnce(@ForAll("marks") String anything) {
    String once = EncodingRepair.repair(anything);
    assertThat(EncodingRepair.repair(once)).isEqualTo(once);
  }

  /** Characters that broken text is made of, in any order. */
  @Provide
  Arbitrary<String> marks() {
    return Arbitraries.strings()
        .withChars("aÃÂâÄÅÎÏðéåØ€™“”’–…»«¸¦¥\u0081\u009D\u00A0\u00BF ")
        .ofMaxLength(20);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "»Ø« og »Å«",
        "„Ä“ oder „Ö“",
        "LÆSØ’S FÆRGE",
        "LÆSØ–FREDERIKSHAVN",
        "ÆRØ\u00A0Kommune",
        "Gruß\u00A0Úštěk",
        "BLÅ\u00A0KORS",
        "PÅ…",
        "“CAFÉ” – ‘idé’”",
        "Rødgrød med fløde på Ærø – “hvad?”",
        "Straße, Übergröße, „Äpfel“",
        "Ελλάδα – «άνθρωπος»",
        "naïve façade, à la carte",
        "PAŘÍŽ, Úžitok, ZOË’S CAFÉ\u00A0: NOËL…",
        "👩‍🔬 🇩🇰 😀",
        "30 °C ± 2 µm · 5 m² × 3"
      })
  void marksBesideLetters_areNotTakenForBrokenText(String text) {
    assertThat(EncodingRepair.repair(text)).isEqualTo(text);
  }

  @Test
  void portalsText_isMended() {
    assertThat(EncodingRepair.repair("the EUâ€™s â€œGreen Dealâ€\u009D â€“ 5 Â°C, Åukasiewicz"))
        .isEqualTo("the EU’s “Green Deal” – 5 °C, Åukasiewicz");
    assertThat(EncodingRepair.repair("JoÃ£o, Ã‰cole, wÅ‚adza, majÄ… Ï„Î¿Ï… BÃ¶blingen, Ø³Ù„Ø§Ù…"))
        .isEqualTo("João, École, władza, mają του Böblingen, سلام");
  }

  @Example
  void textBrokenInOnePlaceOnly_isMendedThere() {
    assertThat(EncodingRepair.repair("Ærø Ã¸konomi – “ok”")).isEqualTo("Ærø økonomi – “ok”");
  }
}
