package dk.brobygger.search.language;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.TextField;
import dk.brobygger.corpus.vocabulary.Competence;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.Shelf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompetenceTaggerTest {

  private static final Map<Language, Set<String>> DICTIONARY =
      Map.of(Language.DA, dictionary(0, Language.DA), Language.EN, dictionary(1, Language.EN));

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

  @ParameterizedTest
  @CsvSource({
    "DE, Wir entwickeln Fernwärme und Wasserstoff, district-heating",
    "SV, Medlemmarna bygger fjärrvärmen i Malmö, district-heating",
    "NO, Vi arbeider med fjernvarmen i Oslo, district-heating",
    "FR, Le pôle travaille pour le chauffage urbain, district-heating",
    "ES, Trabajamos con machine learning y biogas, machine-learning",
    "ES, Trabajamos con machine learning y biogas, biogas",
    "PL, Klaster łączy firmy z branży blockchain, blockchain"
  })
  void textInAnotherLanguage_isReadForItsOwnLabels_andForThoseUsedEverywhere(
      Language language, String text, String competence) {
    assertThat(spoken(language, text)).contains(competence);
  }

  @ParameterizedTest
  @CsvSource({
    "FR, Elle est en train de se transformer",
    "SV, Vi vill betona att det är sant",
    "DE, Die Art und der Rat sind ein Gift"
  })
  void wordOfOneLanguage_isNoLabelOfAnother(Language language, String text) {
    assertThat(spoken(language, text)).isEmpty();
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
  void typedWordThatSharesAStemWithALabel_namesNothing() {
    assertThat(Shelf.TAGGER.asked("hun hører dem")).isEmpty();
    assertThat(Shelf.TAGGER.asked("demens og hørelse"))
        .extracting(Mention::competence)
        .containsExactly("neurodegeneration", "hearing");
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
      for (Language language : Language.OF_USERS) {
        for (String label : competence.labels().getOrDefault(language, List.of())) {
          String context = String.join(" ", competence.context().getOrDefault(label, Set.of()));
          if (!spoken(language, "— " + label + " — qqq — " + context).contains(competence.id())) {
            missing.put(label, competence.id());
          }
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void labelOfANeighbour_isFoundInEveryNameAndText() {
    Map<String, String> missing = new HashMap<>();
    for (Competence competence : Shelf.VOCABULARY.competences()) {
      competence.neighbourLabels().values().stream()
          .flatMap(List::stream)
          .filter(label -> !saysOnly(label, competence.id()))
          .forEach(label -> missing.put(label, competence.id()));
    }
    assertThat(missing).isEmpty();
  }

  private static boolean saysOnly(String label, String competence) {
    TextField name = new TextField("name", Language.EN, "— " + label + " —");
    return Shelf.TAGGER.mentions(name).stream()
            .map(Mention::competence)
            .toList()
            .equals(List.of(competence))
        && spoken(Language.EN, label).equals(List.of(competence))
        && spoken(Language.DA, label).equals(List.of(competence));
  }

  @Test
  void labelOfANeighbour_isFoundWithoutItsAccents() {
    Map<String, String> others = new HashMap<>();
    for (Competence competence : Shelf.VOCABULARY.competences()) {
      for (List<String> labels : competence.neighbourLabels().values()) {
        for (String label : labels) {
          Spellings.plain(label).stream()
              .filter(typed -> !saysOnly(typed, competence.id()))
              .forEach(typed -> others.put(typed, competence.id()));
        }
      }
    }
    assertThat(others).isEmpty();
    assertThat(spoken(Language.DA, "fernwaerme")).isEqualTo(spoken(Language.DA, "fjernvarme"));
    assertThat(spoken(Language.DA, "fjarrvarme")).isEqualTo(spoken(Language.DA, "fjernvarme"));
    assertThat(spoken(Language.EN, "eolien en mer")).isEqualTo(List.of("offshore-wind"));
  }

  @Test
  void englishLabel_isFoundAsAmericansAndAsBritonsWriteIt() {
    assertThat(spoken(Language.EN, "defense technology")).isEqualTo(List.of("defence"));
    assertThat(spoken(Language.EN, "decarbonization of shipping"))
        .isEqualTo(spoken(Language.EN, "decarbonisation of shipping"));
    assertThat(spoken(Language.EN, "brain tumors")).isEqualTo(spoken(Language.EN, "brain tumours"));
    assertThat(spoken(Language.DA, "digital harbor")).isEqualTo(spoken(Language.DA, "harbour"));
    assertThat(spoken(Language.EN, "a visitor center")).isEmpty();
  }

  @Test
  void eachEnglishLabel_saysTheSameInTheOtherSpelling() {
    Map<String, String> others = new HashMap<>();
    for (Competence competence : Shelf.VOCABULARY.competences()) {
      for (String label : competence.labels().getOrDefault(Language.EN, List.of())) {
        TypedWords.acrossTheAtlantic(label)
            .filter(other -> !spoken(Language.EN, other).equals(spoken(Language.EN, label)))
            .ifPresent(other -> others.put(other, competence.id()));
      }
    }
    assertThat(others).isEmpty();
  }

  /** German Gift is poison, Swedish rolig is fun: such words must be those of nothing. */
  @Test
  void labelOfANeighbour_isNoDanishOrEnglishWordForSomethingElse() {
    List<String> falseFriends = new ArrayList<>();
    for (Competence competence : Shelf.VOCABULARY.competences()) {
      for (Language language : Language.OF_USERS) {
        Set<String> own = new HashSet<>();
        competence
            .labels()
            .values()
            .forEach(labels -> labels.forEach(label -> own.add(stem(label, language))));
        competence.neighbourLabels().values().stream()
            .flatMap(List::stream)
            .filter(label ->
                DICTIONARY.getOrDefault(language, Set.of()).contains(stem(label, language)))
            .filter(label -> !own.contains(stem(label, language)))
            .forEach(falseFriends::add);
      }
    }
    assertThat(falseFriends).isEmpty();
  }

  /** The words of one column of the bridge between Danish and English. */
  private static Set<String> dictionary(int column, Language language) {
    return DanishCompounds.lines("bridge-da-en.tsv").stream()
        .map(line -> stem(line.split("\t", -1)[column], language))
        .collect(Collectors.toSet());
  }

  private static String stem(String words, Language language) {
    return TextAnalysis.stems(words, language).stream()
        .map(TextAnalysis.Word::term)
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "Offshore-Windenergie-Agentur, offshore-wind",
    "Cluster Erneuerbare Energien Hamburg, renewable-energy",
    "Netzwerk Fernwärmenetze, district-heating",
    "Svensk Fjärrvärme, district-heating",
    "Pôle Éolien en mer de Bretagne, offshore-wind",
    "Klynge for havbasert vindkraft til havs, offshore-wind",
    "Kunststoff-Cluster, plastics",
    "Gestion de cluster du bâtiment, cluster-management",
  })
  void nameInANeighboursLanguage_speaksOfACompetence(String name, String competence) {
    assertThat(Shelf.TAGGER.mentions(new TextField("name", Language.EN, name)))
        .extracting(Mention::competence)
        .contains(competence);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We know offshore wind, power electronics and more",
        "We work offshore. Wind is another matter",
        "Working offshore; wind and waves",
      })
  void label_isNotReadAcrossACommaOrTheEndOfASentence(String text) {
    assertThat(Shelf.TAGGER.mentions(new TextField("text", Language.EN, text)))
        .extracting(mention -> text.substring(mention.start(), mention.end()))
        .noneMatch(words -> words.matches(".*[,.;].*"));
  }

  @ParameterizedTest
  @CsvSource({
    "'carbon capture, utilisation and storage', ccus",
    "floating (offshore) wind, floating-wind",
    "offshore-wind, offshore-wind",
    "offshore/wind, offshore-wind",
  })
  void label_isReadAcrossWhatIsPartOfIt(String text, String competence) {
    assertThat(spoken(Language.EN, text)).contains(competence);
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
