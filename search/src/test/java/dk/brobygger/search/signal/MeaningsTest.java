package dk.brobygger.search.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.sentence.ModelFolder;
import dk.brobygger.search.sentence.SentenceModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeaningsTest {

  @TempDir static Path folder;

  @SuppressWarnings("NullAway.Init") // opened before the first test
  private static SentenceModel model;

  @BeforeAll
  static void open() throws IOException {
    model = SentenceModel.open(ModelFolder.in(folder));
  }

  @AfterAll
  static void close() {
    model.close();
  }

  @Test
  void englishModel_knowsEnglishButNoDanish() {
    List<Meanings.Twins> english =
        List.of(
            new Meanings.Twins("Surplus heat for homes", "Warming houses with waste energy"),
            new Meanings.Twins("Noise from ships harms whales", "Loud vessels hurt sea mammals"),
            new Meanings.Twins("Hospitals are short of staff", "Clinics lack nurses and doctors"));
    assertThat(Meanings.finds(model, english)).isTrue();
    assertThat(Meanings.finds(model, Meanings.DANISH)).isFalse();
  }

  @Test
  void danishIdea_isNearestToItsEnglishCallByAnEnglishModel() {
    Meanings meanings =
        new Meanings(
            model,
            List.of(
                call("Vaccines against tropical diseases"),
                call("Noise of shipping and its effect on marine mammals"),
                call("Apprenticeships and vocational training")));
    double[] nearness = meanings.nearness(danish("Støj fra skibe skader hvaler"));
    assertThat(Numbers.greatest(nearness, 1)).containsExactly(1);
    nearness = meanings.nearness(danish("Uddannelse af unge lærlinge"));
    assertThat(Numbers.greatest(nearness, 1)).containsExactly(2);
  }

  /**
   * The word is one that the bridge and the model understand differently, so that it shows which of
   * the two was asked.
   */
  @Test
  void danishIdea_isReadAsItIsWrittenByAModelThatKnowsDanish_andOverTheBridgeByOneThatDoesNot(
      @TempDir Path other) throws IOException {
    List<Candidate.OfCall> calls = List.of(call("District heating"), call("Cheese and milk"));
    Map<String, String> danish = new HashMap<>(Map.of("fjernvarme", "cheese"));
    Meanings.DANISH.forEach(twins -> danish.put(twins.one(), twins.other()));
    try (SentenceModel multilingual = SentenceModel.open(ModelFolder.reading(danish, other))) {
      assertThat(Meanings.finds(multilingual, Meanings.DANISH)).isTrue();
      assertThat(nearest(multilingual, calls)).containsExactly(1);
    }
    danish.remove(Meanings.DANISH.getFirst().one());
    try (SentenceModel lacking = SentenceModel.open(ModelFolder.reading(danish, other))) {
      assertThat(Meanings.finds(lacking, Meanings.DANISH)).isFalse();
      assertThat(nearest(lacking, calls)).containsExactly(0);
    }
  }

  private static int[] nearest(SentenceModel model, List<Candidate.OfCall> calls) {
    return Numbers.greatest(new Meanings(model, calls).nearness(danish("fjernvarme")), 1);
  }

  private static Candidate.OfCall call(String title) {
    return new Candidate.OfCall(title, title, "");
  }

  private static Idea danish(String text) {
    return new Idea("i", Language.DA, "", text, List.of(), Optional.empty(), Optional.empty());
  }
}
