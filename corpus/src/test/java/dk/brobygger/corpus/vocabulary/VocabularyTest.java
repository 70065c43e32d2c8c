package dk.brobygger.corpus.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VocabularyTest {

  private static final Vocabulary SHIPPED = Vocabulary.shipped();

  private static Competence competence(String id, String label, String... broader) {
    return new Competence(
        id,
        Map.of(Language.EN, List.of(label), Language.DA, List.of(label)),
        Map.of(),
        Set.of(Ecosystem.DIGITAL),
        Optional.empty(),
        List.of(broader),
        List.of(),
        Map.of());
  }

  @Test
  void shippedVocabulary_isLargeAndSpeaksOfAllEcosystems() {
    assertThat(SHIPPED.competences()).hasSizeGreaterThanOrEqualTo(2191);
    Set<Ecosystem> spoken = EnumSet.noneOf(Ecosystem.class);
    SHIPPED.competences().forEach(competence -> spoken.addAll(competence.ecosystems()));
    assertThat(spoken).containsExactlyInAnyOrder(Ecosystem.values());
  }

  @Test
  void everyLabel_findsItsCompetence() {
    for (Competence competence : SHIPPED.competences()) {
      competence
          .labels()
          .forEach((language, labels) ->
              labels.forEach(label ->
                  assertThat(SHIPPED.labelled(label, language))
                      .as("%s in %s", label, language)
                      .map(Competence::id)
                      .contains(competence.id())));
    }
  }

  @Test
  void danishAndEnglishLabels_nameTheSameCompetence() {
    assertThat(SHIPPED.labelled("Havvind", Language.DA))
        .isEqualTo(SHIPPED.labelled("offshore wind", Language.EN))
        .isPresent();
    assertThat(SHIPPED.labelled("fjernvarme", Language.DA))
        .isEqualTo(SHIPPED.labelled("district heating", Language.EN))
        .isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "environment, environmental technology, miljøteknologi",
    "public-buildings, public buildings, offentlige bygninger",
    "battery-recycling, battery recycling, genanvendelse af batterier",
    "waste-to-energy, waste-to-energy, affaldsenergi",
    "pilot-projects, cascade funding, kaskadefinansiering",
    "genomics, genomics, genomforskning",
    "hearing, hearing health, hørelse",
    "folk-high-school, folk high school, folkehøjskole",
    "small-modular-reactor, small modular reactor, lille modulær reaktor",
  })
  void preferredLabels_sayTheSame(String id, String english, String danish) {
    Competence competence = SHIPPED.competence(id).orElseThrow();
    assertThat(competence.label(Language.EN)).isEqualTo(english);
    assertThat(competence.label(Language.DA)).isEqualTo(danish);
  }

  @Test
  void broaderAndNarrower_areEachOthersReverse() {
    for (Competence competence : SHIPPED.competences()) {
      for (String broader : SHIPPED.broaderClosure(competence.id())) {
        assertThat(SHIPPED.narrowerClosure(broader)).contains(competence.id());
      }
    }
  }

  @Test
  void naceThatIsNoCode_isRefused() {
    assertThatThrownBy(() ->
            new Competence(
                "a",
                Map.of(Language.EN, List.of("A"), Language.DA, List.of("A")),
                Map.of(),
                Set.of(Ecosystem.DIGITAL),
                Optional.empty(),
                List.of(),
                List.of("28.11", "C28"),
                Map.of()))
        .hasMessage("nace of a is \"C28\", must be a NACE code such as 28.11");
  }

  @Test
  void labelOfTwoCompetences_isRefused() {
    assertThatThrownBy(
            () -> Vocabulary.of(List.of(competence("a", "Same"), competence("b", "same"))))
        .hasMessage("label \"same\" is that of a and b, must mean one competence");
  }

  @Test
  void labelOfANeighbour_findsItsCompetence() {
    for (Competence competence : SHIPPED.competences()) {
      competence.neighbourLabels().values().stream()
          .flatMap(List::stream)
          .forEach(label -> assertThat(SHIPPED.labelledAbroad(label)).contains(competence));
    }
    assertThat(SHIPPED.labelledAbroad("Fernwärme"))
        .isEqualTo(SHIPPED.labelledAbroad("fjärrvärme"))
        .isEqualTo(SHIPPED.labelledAbroad("chauffage urbain"))
        .isEqualTo(SHIPPED.labelled("fjernvarme", Language.DA));
  }

  @ParameterizedTest
  @EnumSource(Neighbour.class)
  void hundredsOfCompetences_haveLabelsOfEachNeighbour(Neighbour neighbour) {
    assertThat(SHIPPED.competences())
        .filteredOn(competence -> competence.neighbourLabels().containsKey(neighbour))
        .hasSizeGreaterThan(600);
  }

  @Test
  void labelOfANeighbourThatMeansSomethingElse_isRefused() {
    Competence gift = competence("gift", "gift");
    Competence poison =
        new Competence(
            "poison",
            Map.of(Language.EN, List.of("poison"), Language.DA, List.of("giftstof")),
            Map.of(Neighbour.DE, List.of("Gift")),
            Set.of(Ecosystem.HEALTH),
            Optional.empty(),
            List.of(),
            List.of(),
            Map.of());
    assertThatThrownBy(() -> Vocabulary.of(List.of(gift, poison)))
        .hasMessage("label \"Gift\" is that of gift and poison, must mean one competence");
  }

  @Test
  void labelInALanguageThatUsersDoNotRead_isRefused() {
    assertThatThrownBy(() ->
            new Competence(
                "gift",
                Map.of(
                    Language.EN, List.of("gift"),
                    Language.DA, List.of("gave"),
                    Language.DE, List.of("Geschenk")),
                Map.of(),
                Set.of(Ecosystem.HEALTH),
                Optional.empty(),
                List.of(),
                List.of(),
                Map.of()))
        .hasMessage("labels.de of gift are shown to nobody, must be en or da");
  }

  @Test
  void languageOfNoNeighbour_isRefused() {
    assertThatThrownBy(() -> Neighbour.of("se"))
        .hasMessage("language of labels is \"se\", must be en, da, de, sv, no or fr");
  }

  @Test
  void broaderThatIsNotThere_isRefused() {
    assertThatThrownBy(() -> Vocabulary.of(List.of(competence("a", "A", "none"))))
        .hasMessage("broader of a is \"none\", must be a competence");
  }

  @Test
  void circle_isRefused() {
    assertThatThrownBy(
            () -> Vocabulary.of(List.of(competence("a", "A", "b"), competence("b", "B", "a"))))
        .hasMessageContaining("which is part of it");
  }
}
