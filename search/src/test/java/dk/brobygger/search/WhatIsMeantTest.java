package dk.brobygger.search;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.Organisation;
import dk.brobygger.corpus.entry.TextField;
import dk.brobygger.corpus.sample.Sample;
import dk.brobygger.search.engine.Hit;
import dk.brobygger.search.engine.Question;
import dk.brobygger.search.query.Expansion;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody means by letters, signs, countries and questions, in the whole sample. */
class WhatIsMeantTest {

  private static final Instant NOW = Sample.GATHERED.atStartOfDay(ZoneOffset.UTC).toInstant();

  @TempDir static Path folder;

  private static Desk desk;

  @BeforeAll
  static void open() {
    desk = Desk.open(folder, NOW);
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  private static List<Entry> found(String typed, int most) {
    return desk
        .engine()
        .ask(Question.best(desk.read(typed, Set.of(), NOW).query(), most))
        .hits()
        .stream()
        .map(Hit::entry)
        .toList();
  }

  private static boolean says(Entry entry, String words) {
    return entry.texts().stream()
        .map(TextField::text)
        .anyMatch(text -> text.matches("(?is).*" + words + ".*"));
  }

  private static Set<String> added(String typed) {
    return desk.read(typed, Set.of(), NOW).expansions().stream()
        .map(Expansion::added)
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @CsvSource({
    "'\"Power-to-X\"', power[- ]to[- ]x",
    "'\"power to x\"', power[- ]to[- ]x",
    "'\"wind to x\"', wind to x",
    "'\"energi til alle\"', energi til alle",
    "'\"e-mobility\"', e[- ]mobility"
  })
  void whatStandsInARow_isNotAnyOfItsWords(String typed, String words) {
    assertThat(found(typed, 10)).allMatch(entry -> says(entry, words), words);
  }

  @Test
  void powerToX_isFound() {
    assertThat(found("Power-to-X", 100))
        .hasSizeBetween(10, 40)
        .filteredOn(entry -> says(entry, "power-to-x"))
        .hasSizeGreaterThan(5);
  }

  @Test
  void lettersAndTheirAccentsMayComeApart() {
    String apart = Normalizer.normalize("Århus fødevarer", Normalizer.Form.NFD);
    assertThat(found(apart, 10)).isEqualTo(found("Århus fødevarer", 10)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "tyske brintklynger, DE",
    "svenske tekstilklynger, SE",
    "spanske vandklynger, ES",
    "German hydrogen clusters, DE"
  })
  void peopleOfACountry_areAtHomeThere(String typed, String country) {
    assertThat(added(typed)).contains(country);
    assertThat(found(typed, 1))
        .singleElement()
        .satisfies(best -> assertThat(home(best)).isEqualTo(country));
  }

  private static String home(Entry entry) {
    return switch (entry) {
      case Cluster cluster -> cluster.identity().seat().country();
      case Organisation organisation -> organisation.identity().seat().country();
      default -> "";
    };
  }

  @Test
  void polish_isACountrysAndAShine() {
    assertThat(added("polske møbler")).contains("PL").doesNotContain("polishing");
    assertThat(added("Polish furniture")).contains("PL");
    assertThat(added("polish furniture")).doesNotContain("PL");
  }

  @Test
  void whatIsNotWanted_isNotWantedInOtherWordsEither() {
    assertThat(found("vindmøller -havvind", 50))
        .isNotEmpty()
        .noneMatch(entry -> says(entry, "offshore wind"));
    assertThat(found("havvind -havvind", 50)).isEmpty();
  }

  @Test
  void wholeQuestion_isAboutWhatItAsksFor() {
    assertThat(added("hvem kan hjælpe med fødevaresikkerhed"))
        .contains("food-safety")
        .doesNotContain("can", "may");
    assertThat(found("who can help with food safety", 5))
        .isEqualTo(found("with food safety", 5))
        .isNotEmpty();
    assertThat(found("hvem", 5)).isNotNull();
  }

  @Test
  void englishOfADanishWord_isNotFoundInDanishTexts() {
    assertThat(added("køer")).contains("cattle").doesNotContain("rumen");
    assertThat(found("køer", 50)).noneMatch(entry -> says(entry, "datarum"));
    assertThat(found("laks", 1)).allMatch(entry -> says(entry, "salmon"));
  }

  @ParameterizedTest
  @CsvSource({"defense, defence", "tire, tyre", "fiber, fibre", "harbor, harbour"})
  void americanWord_findsWhatTheBritishOneFinds(String american, String british) {
    assertThat(found(american, 50)).containsExactlyInAnyOrderElementsOf(found(british, 50));
  }

  @ParameterizedTest
  @CsvSource({
    "LIFE-programmet type:call, LIFE",
    "Horizon Europe hydrogen, HORIZON",
    "Horisont Europa brint, HORIZON"
  })
  void namedProgramme_isAnsweredByItsCallsThatAreAboutTheRest(String typed, String programme) {
    assertThat(added(typed)).contains(programme);
    assertThat(
            found(typed, 20).stream()
                .flatMap(one -> one instanceof Call call ? Stream.of(call) : Stream.of())
                .limit(1))
        .extracting(call -> call.family().programme())
        .containsExactly(programme);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", "(((", "\"\"", "💩", "…"})
  void signsAlone_findNothing_andNothingIsProposedForThem(String typed) {
    assertThat(found(typed, 5)).isEmpty();
    assertThat(desk.read(typed, Set.of(), NOW).proposals()).isEmpty();
    assertThat(found(" ", 5)).isNotEmpty();
  }

  @Test
  void shortWordThatFindsNothing_isProposedAsItMayBeMeant() {
    assertThat(desk.read("wnid", Set.of(), NOW).proposals()).contains("wind");
  }

  @Test
  void everydayWord_findsWhatItIsPartOf() {
    assertThat(found("gris", 5)).isNotEmpty();
    assertThat(found("is", 5))
        .isNotEmpty()
        .allMatch(entry -> says(entry, "(ice|\\bis|icing|cryosphere)"));
  }

  @Test
  void longCompoundThatFewWrite_isLookedForByWhatItsPartsName_untilThatIsSwitchedOff() {
    assertThat(added("havvindmøllefundament")).contains("offshore-wind");
    assertThat(found("havvindmøllefundament", 50))
        .hasSizeGreaterThan(
            desk.engine()
                .ask(
                    Question.best(
                        desk.read("havvindmøllefundament", Set.of("offshore-wind"), NOW).query(),
                        50))
                .hits()
                .size());
  }
}
