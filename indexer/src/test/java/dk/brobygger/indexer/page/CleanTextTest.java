package dk.brobygger.indexer.page;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CleanTextTest {

  @Test
  void conditions_loseTheTagEndAndTheirBrokenDashes() {
    assertThat(
            CleanText.of(
                "\">Conditions1. Admissibility: Application Form (EMFAF) â€” the form specific to"
                    + " this call"))
        .isEqualTo(
            "Conditions1. Admissibility: Application Form (EMFAF) — the form specific to this"
                + " call");
  }

  @Test
  void paragraphsAndItems_stayApart() {
    assertThat(CleanText.of("<p>Turbines that <b>float</b>.</p><p>Less&nbsp;steel.</p>"))
        .isEqualTo("Turbines that float.\n\nLess steel.");
    assertThat(CleanText.of("Scope:<ul><li>Steel</li><li>Rope</li></ul>End").lines())
        .filteredOn(line -> !line.isBlank())
        .containsExactly("Scope:", "Steel", "Rope", "End");
  }

  @Test
  void entities_areRead() {
    assertThat(CleanText.of("Research &amp; Innovation &#8211; R&amp;D &lt; 5&nbsp;%"))
        .isEqualTo("Research & Innovation – R&D < 5 %");
  }

  @Test
  void scripts_areNoText() {
    assertThat(CleanText.of("<p>Text</p><script>alert(1)</script><style>p{}</style>"))
        .isEqualTo("Text");
  }

  @Test
  void signsOfLessAndMore_areNoTags() {
    assertThat(CleanText.of("TRL < 5 and > 3, p<0.05, R&D"))
        .isEqualTo("TRL < 5 and > 3, p<0.05, R&D");
  }

  @Test
  void oddSpace_becomesOneSpaceAndLinesStay() {
    assertThat(CleanText.of(" one\u00A0\t two \n\n\n\n three\r\n four "))
        .isEqualTo("one two\n\nthree\nfour");
  }

  @Test
  void danishText_staysAsItIs() {
    String text = "Tilskud til små og mellemstore virksomheder på Ærø – »grøn« omstilling";
    assertThat(CleanText.of(text)).isEqualTo(text);
  }

  @Property
  void anyText_isReadWithoutFailing(@ForAll String text) {
    assertThat(CleanText.of(text)).isEqualTo(CleanText.of(text).strip());
  }
}
