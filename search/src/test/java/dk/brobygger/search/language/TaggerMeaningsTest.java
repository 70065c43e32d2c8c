package dk.brobygger.search.language;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.TextField;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.Shelf;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the shipped vocabulary must not take words for. */
class TaggerMeaningsTest {

  /** The competences a text speaks of, and all they are parts of. */
  private static Set<String> spoken(Language language, String text) {
    Set<String> spoken = new TreeSet<>();
    Shelf.TAGGER
        .mentions(new TextField("text", language, text))
        .forEach(one -> spoken.addAll(Shelf.VOCABULARY.broaderClosure(one.competence())));
    return spoken;
  }

  @ParameterizedTest
  @CsvSource({
    "DA, Vi er en klynge og en national klyngeorganisation med en erhvervsklynge bag os",
    "DA, Klyngens klyngemedlemmer og klyngenetværk",
    "DA, Unge virksomheder mødes til events",
    "EN, We are a cluster organisation: an innovation cluster of companies",
    "EN, The national innovation hub",
  })
  void whatClustersCallThemselves_isNoCompetence(Language language, String text) {
    assertThat(spoken(language, text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "EN, hydrogen infrastructure, hydrogen, energy-storage",
    "EN, hydrogen pipelines, gas-grid, energy-storage",
    "DA, brintinfrastruktur, hydrogen, energy-storage",
    "DA, brintrørledninger, gas-grid, energy-storage",
    "EN, hydrogen compressors, hydrogen, energy-storage",
    "EN, hydrogen storage, energy-storage, gas-grid",
    "EN, CO2 pipelines, ccus, carbon-storage",
    "EN, plant breeding, agriculture, crop-protection",
    "EN, botany, plant-biology, health",
    "EN, palaeontology, geology, health",
    "EN, working conditions, labour-market, education-skills",
    "EN, window cleaning, cleaning-services, education-skills",
    "EN, parking management, transport, road-safety",
    "EN, fisheries, blue-bioeconomy, aquaculture",
    "EN, crushed stone, construction-materials, critical-raw-materials",
    "EN, text mining, artificial-intelligence, generative-ai",
    "EN, cryogenics, physics, quantum",
    "EN, superconductors, materials, quantum",
    "EN, industrial enzymes, fermentation, food",
    "EN, precision engineering, advanced-manufacturing, nanotechnology",
    "EN, cultural programming, creative-industries, music",
    "EN, music festival, creative-industries, tourism",
    "EN, film festival, film, tourism",
    "DA, musikfestival og koncerter, creative-industries, tourism",
    "EN, networking events, matchmaking, tourism",
    "EN, local subcontractors, procurement-industrial, transport",
    "DA, lokale underleverandører, procurement-industrial, transport",
  })
  void words_speakOfOneThing_andNotOfAnother(
      Language language, String text, String one, String other) {
    assertThat(spoken(language, text)).contains(one).doesNotContain(other);
  }

  @ParameterizedTest
  @CsvSource({"EN, the annual fintech festival", "DA, den årlige fintech-festival"})
  void festivalOfAnotherTrade_isNoCulture(Language language, String text) {
    assertThat(spoken(language, text))
        .contains("fintech")
        .doesNotContain("festival", "tourism", "creative-industries");
  }
}
