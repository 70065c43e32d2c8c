package dk.brobygger.search.language;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.TextField;
import dk.brobygger.corpus.vocabulary.Competence;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.Shelf;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompetenceTaggerTest {

  private static List<String> spoken(Language language, String text) {
    return Shelf.TAGGER.mentions(new TextField("text", language, text)).stream()
        .map(Mention::competence)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "DA, Vi bygger havvindmølleparker i Nordsøen, offshore-wind",
    "EN, We build offshore wind farms, offshore-wind",
    "DA, Fjernvarmen i Aalborg, district-heating",
    "EN, 'Robots, conveyors and district heating networks', district-heating",
    "DA, Kurser i fødevaresikkerhed for mejerier, food-safety",
    "EN, The safety of food: food safety audits, food-safety",
  })
  void text_speaksOfACompetence(Language language, String text, String competence) {
    assertThat(spoken(language, text)).contains(competence);
  }

  @Test
  void danishText_isReadForEnglishLabelsToo() {
    assertThat(spoken(Language.DA, "Klyngen arbejder med machine learning"))
        .contains("machine-learning");
  }

  @Test
  void longestLabel_counts() {
    assertThat(spoken(Language.EN, "a floating offshore wind turbine"))
        .containsExactly("floating-wind");
  }

  @Test
  void abbreviation_mustStandInCapitals() {
    assertThat(spoken(Language.EN, "PV on roofs")).contains("photovoltaics");
    assertThat(spoken(Language.EN, "a pv of sorts")).doesNotContain("photovoltaics");
  }

  @Test
  void ambiguousLabel_needsItsContext() {
    assertThat(spoken(Language.EN, "Repowering of wind farms")).contains("wind-repowering");
    assertThat(spoken(Language.EN, "Repowering of the economy")).doesNotContain("wind-repowering");
  }

  @Test
  void everyLabel_isFoundInATextInItsLanguage() {
    Map<String, String> missing = new HashMap<>();
    for (Competence competence : Shelf.VOCABULARY.competences()) {
      for (Language language : Language.values()) {
        for (String label : competence.labels().getOrDefault(language, List.of())) {
          String context =
              String.join(" ", competence.context().getOrDefault(label, java.util.Set.of()));
          if (!spoken(language, "— " + label + " — qqq — " + context).contains(competence.id())) {
            missing.put(label, competence.id());
          }
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Property
  void mentions_lieInTheTextInOrderWithoutOverlap(@ForAll @StringLength(max = 200) String noise) {
    String text = noise + " offshore wind " + noise + " robots, PV and district heating";
    int end = 0;
    for (Mention mention : Shelf.TAGGER.mentions(new TextField("text", Language.EN, text))) {
      assertThat(mention.start()).isGreaterThanOrEqualTo(end);
      assertThat(mention.end()).isGreaterThan(mention.start()).isLessThanOrEqualTo(text.length());
      end = mention.end();
    }
  }
}
