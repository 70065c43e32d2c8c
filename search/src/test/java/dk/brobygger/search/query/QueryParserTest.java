package dk.brobygger.search.query;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.brobygger.search.Shelf;
import dk.brobygger.search.engine.Question;
import dk.brobygger.search.language.Spelling;
import dk.brobygger.search.language.TermBridge;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryParserTest {

  private static final QueryParser PARSER = new QueryParser(Shelf.TAGGER, TermBridge.shipped());

  /** What was typed, or who is called that. */
  private static Query named(String typed, Query query) {
    return new Query.Any(List.of(query, new Query.Weighted(new Query.Called(typed), 50)));
  }

  /** The same for what may be the identifier of a call, having a sign or digit. */
  private static Query identified(String typed, Query query) {
    return new Query.Any(
        List.of(
            query,
            new Query.Weighted(new Query.Called(typed), 50),
            new Query.Weighted(new Query.Identified(typed), 1_000)));
  }

  /** The word, or its parts where somebody wrote them apart. */
  private static final Query WIND_AT_SEA =
      new Query.Either(List.of(new Query.Words("havvind"), new Query.Phrase("havvind")));

  @Test
  void nothingTyped_isEverything_andSignsAloneAreNothing() {
    assertThat(PARSER.read(" ", Set.of()).query()).isEqualTo(new Query.All());
    assertThat(PARSER.read(" … !", Set.of()).query()).isEqualTo(new Query.Not(new Query.All()));
  }

  @Test
  void competenceNamed_isLookedForInItsOtherWordsToo() {
    assertThat(PARSER.read("havvind", Set.of()).query())
        .isEqualTo(
            named(
                "havvind",
                new Query.Either(
                    List.of(
                        WIND_AT_SEA,
                        new Query.Weighted(new Query.Competence("offshore-wind"), 1.5)))));
  }

  @ParameterizedTest
  @CsvSource({
    "Windkraft auf See, offshore-wind",
    "Fernwärmenetze, district-heating",
    "fjärrvärme, district-heating",
    "fjernvarme, district-heating",
    "éolien en mer, offshore-wind",
    "Künstliche Intelligenz, artificial-intelligence",
    "livsmedelssäkerhet, food-safety",
    "klyngeutvikling, cluster-management",
  })
  void competenceNamedInANeighboursLanguage_isLookedForInItsOtherWordsToo(
      String typed, String competence) {
    assertThat(PARSER.read(typed, Set.of()).expansions())
        .containsExactly(new Expansion(typed, competence, Expansion.Kind.COMPETENCE, true));
  }

  /** Texts that seldom speak of wind at sea and know these words only. */
  private record Few(Set<String> found) implements QueryParser.Texts {

    @Override
    public Spelling.Meant meant(String word) {
      return Spelling.Meant.ITSELF;
    }

    @Override
    public List<String> broader(String competence) {
      return competence.equals("offshore-wind") ? List.of("wind-energy") : List.of();
    }

    @Override
    public boolean find(Query query) {
      return found.stream().anyMatch(query.toString()::contains);
    }
  }

  private static QueryParser knowing(String... found) {
    return new QueryParser(Shelf.TAGGER, TermBridge.shipped(), new Few(Set.of(found)));
  }

  @Test
  void rareCompetence_isLookedForMoreBroadly_behindItself() {
    QueryParser broadening = knowing("wind");
    assertThat(broadening.read("havvind", Set.of()).query())
        .isEqualTo(
            named(
                "havvind",
                new Query.Either(
                    List.of(
                        WIND_AT_SEA,
                        new Query.Weighted(new Query.Competence("offshore-wind"), 1.5),
                        new Query.Weighted(new Query.Competence("wind-energy"), 1)))));
    assertThat(broadening.read("havvind", Set.of("wind-energy")).query())
        .isEqualTo(PARSER.read("havvind", Set.of()).query());
  }

  @Test
  void whereHalfOfTheWordsFindNothing_oneOfThemIsEnough() {
    String typed = "patient ferry kite";
    assertThat(knowing("patient").read(typed, Set.of()).query())
        .isEqualTo(PARSER.read(typed, Set.of()).query());
    assertThat(PARSER.read(typed, Set.of()).query().toString()).contains("least=2");
    assertThat(knowing().read(typed, Set.of()).query().toString())
        .contains("least=1")
        .doesNotContain("least=2");
  }

  @Test
  void whereACompoundsEnglishWordsStandNowhereTogether_halfOfThemAreEnough() {
    assertThat(PARSER.read("træfiberisolering", Set.of()).query().toString()).contains("Every");
    assertThat(knowing().read("træfiberisolering", Set.of()).query().toString())
        .contains("least=2", "wood", "insulation")
        .doesNotContain("Every");
  }

  /** Clusters of IT are many, and few of them know of security. */
  @Test
  void wordsHeldTogether_areLookedForTogether() {
    assertThat(PARSER.read("it-sikkerhed", Set.of()).query())
        .isEqualTo(
            identified(
                "it-sikkerhed",
                new Query.Either(
                    List.of(
                        new Query.Either(
                            List.of(
                                new Query.Phrase("it-sikkerhed"), new Query.Words("itsikkerhed"))),
                        new Query.Weighted(new Query.Competence("cybersecurity"), 1.5)))));
    assertThat(PARSER.read("kunstig intelligens", Set.of()).query().toString())
        .contains(
            new Query.Every(List.of(new Query.Words("kunstig"), new Query.Words("intelligens")))
                .toString());
  }

  /** Who asks for solar energy by its parts wants no other energy. */
  @ParameterizedTest
  @CsvSource({
    "cyber-sikkerhed, cybersikkerhed",
    "sol-energi, solenergi",
    "Energi-lagring, Energilagring",
    "klima-neutral, klimaneutral",
    "waste-water, wastewater",
    "sundheds-teknologi i Norden, sundhedsteknologi i Norden",
    "smart grid og vind-energi, smart grid og vindenergi",
  })
  void whatAHyphenHoldsTogether_meansWhatItMeansInOneWord(String typed, String one) {
    Reading held = PARSER.read(typed, Set.of());
    assertThat(added(held)).isNotEmpty().isEqualTo(added(PARSER.read(one, Set.of())));
    assertThat(held.query().toString()).contains("Phrase[text=" + heldIn(typed) + "]");
    assertThat(held.expansions()).map(Expansion::typed).contains(heldIn(typed));
  }

  private static List<String> added(Reading reading) {
    return reading.expansions().stream().map(Expansion::added).toList();
  }

  private static String heldIn(String typed) {
    return Arrays.stream(typed.split(" ")).filter(word -> word.contains("-")).findFirst().get();
  }

  @ParameterizedTest
  @CsvSource({
    "cyber-security, cybersecurity",
    "IT-sikkerhed, cybersecurity",
    "e-mobility, electric-vehicle",
    "start-up, startups"
  })
  void nameWithAHyphen_isTheCompetenceItNames(String typed, String competence) {
    assertThat(added(PARSER.read(typed, Set.of()))).containsExactly(competence);
  }

  @Test
  void wordWithAHyphenThatNamesNothing_isLookedForInOneWordToo() {
    assertThat(PARSER.read("off-shore", Set.of()).query())
        .isEqualTo(
            identified(
                "off-shore",
                new Query.Either(
                    List.of(new Query.Phrase("off-shore"), new Query.Words("offshore")))));
  }

  @Test
  void digitsBelowTheLine_areReadAsTheyAreTyped() {
    assertThat(PARSER.read("CO₂-fangst \"H₂\"", Set.of()))
        .isEqualTo(PARSER.read("CO2-fangst \"H2\"", Set.of()));
    assertThat(PARSER.exactly("co₂")).isEqualTo(PARSER.exactly("co2"));
  }

  @Test
  void danishWord_isLookedForInEnglishToo_untilThatIsSwitchedOff() {
    Reading both = PARSER.read("skibsfart", Set.of());
    assertThat(both.expansions()).isNotEmpty().allMatch(Expansion::used);
    Set<String> all = both.expansions().stream().map(Expansion::added).collect(toSet());
    Reading neither = PARSER.read("skibsfart", all);
    assertThat(neither.query()).isEqualTo(named("skibsfart", new Query.Words("skibsfart")));
    assertThat(neither.expansions()).hasSameSizeAs(both.expansions()).noneMatch(Expansion::used);
  }

  @Test
  void countryNamed_isLookedForByWhoIsAtHomeThereToo_untilThatIsSwitchedOff() {
    Query home = new Query.Weighted(new Query.Being(Facet.COUNTRY, "UK"), 6);
    for (String typed : List.of("Skotland", "Great Britain", "storbritannien")) {
      Reading reading = PARSER.read(typed, Set.of());
      assertThat(reading.query().toString()).contains(home.toString());
      assertThat(reading.expansions())
          .contains(new Expansion(typed, "UK", Expansion.Kind.COUNTRY, true));
      assertThat(PARSER.read(typed, Set.of("UK")).query().toString()).doesNotContain("AtHome");
    }
    assertThat(PARSER.read("Tyskland", Set.of()).expansions())
        .containsExactly(
            new Expansion("Tyskland", "germany", Expansion.Kind.ENGLISH, true),
            new Expansion("Tyskland", "DE", Expansion.Kind.COUNTRY, true));
  }

  @Test
  void countryOfAFacet_mayBeWrittenByItsName() {
    assertThat(PARSER.read("country:Tyskland", Set.of()).query())
        .isEqualTo(new Query.Has(Facet.COUNTRY, "DE"));
    assertThat(PARSER.read("country:gr", Set.of()).query())
        .isEqualTo(new Query.Has(Facet.COUNTRY, "EL"));
  }

  @Test
  void smallWords_areNotAskedFor() {
    assertThat(PARSER.read("og for det", Set.of()).query()).isEqualTo(new Query.All());
  }

  @Test
  void parts_areReadAsTheyAreMeant() {
    assertThat(PARSER.read("\"a row\" country:de -type:call -zebra", Set.of()).query())
        .isEqualTo(
            new Query.Every(
                List.of(
                    new Query.Phrase("a row"),
                    new Query.Has(Facet.COUNTRY, "DE"),
                    new Query.Not(new Query.Has(Facet.TYPE, "call")),
                    new Query.Not(new Query.Words("zebra")))));
  }

  @Test
  void colonThatNamesNoFacet_isAWord() {
    assertThat(PARSER.read("ratio:3", Set.of()).query())
        .isEqualTo(identified("ratio:3", new Query.Words("ratio:3")));
    assertThatCode(() -> PARSER.read("energi: type: http://x.dk ratio:3 label", Set.of()).checked())
        .doesNotThrowAnyException();
  }

  @Test
  void colonOfAnAddressATimeOrASentence_makesNoFilter() {
    assertThatCode(() ->
            Filters.checkNames("energi: kl. 10:30 3:2 https://x.dk urn:nbn:dk Re:Wind \"foo:bar\""))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "foo:bar | filter is \"foo\", must be one of type, country, ecosystem, competence,"
            + " programme, label, network, topic",
        "havvind country: | country is \"\", must be the code or name of a country such as DE",
        "havvind -land: | country is \"\", must be the code or name of a country such as DE",
        "programme: | programme is \"\", must be a value such as HORIZON"
      })
  void filterThatThereIsNot_orWithoutAValue_isRefused(String typed, String refusal) {
    assertThatThrownBy(() -> Filters.checkNames(typed)).hasMessage(refusal);
  }

  @ParameterizedTest
  @CsvSource({
    "land:ES, country:ES",
    "type:klynge, type:cluster",
    "type:Opslag, type:call",
    "mærke:guld, label:gold",
    "land:\"Forenede Kongerige\", country:\"Forenede Kongerige\""
  })
  void filter_mayBeNamedInDanish_andItsValueQuoted(String typed, String english) {
    Query filter = PARSER.read(typed, Set.of()).query();
    assertThat(filter).isInstanceOf(Query.Has.class);
    assertThat(filter).isEqualTo(PARSER.read(english, Set.of()).query());
  }

  @ParameterizedTest
  @CsvSource({
    "catalogs, catalogues",
    "colours, colors",
    "fiber, fibre",
    "digitization, digitisation",
    "enterprise, ''"
  })
  void englishWord_isLookedForAsItIsWrittenAcrossTheAtlanticToo(String typed, String elsewhere) {
    assertThat(String.join(" ", english(typed))).isEqualTo(elsewhere);
  }

  private static List<String> english(String typed) {
    return PARSER.read(typed, Set.of()).expansions().stream()
        .filter(one -> one.kind() == Expansion.Kind.ENGLISH)
        .map(Expansion::added)
        .toList();
  }

  @Test
  void englishWords_areLookedForInEnglishTextsOnly() {
    assertThat(english("laks")).containsExactly("salmon");
    assertThat(PARSER.read("laks", Set.of()).query().toString())
        .contains("Words[text=salmon, languages=[EN]");
  }

  @Test
  void smallEnglishWordThatSaysSomethingInDanish_isAskedForWhereItStandsAlone() {
    assertThat(english("is")).contains("ice");
    assertThat(english("hydrogen is green")).doesNotContain("ice");
  }

  @Test
  void valuesOfOneFacet_areAlternatives_andThoseOfSeveralAreNot() {
    Query either =
        new Query.Any(
            List.of(new Query.Has(Facet.COUNTRY, "ES"), new Query.Has(Facet.COUNTRY, "DE")));
    Query clusters = new Query.Has(Facet.TYPE, "cluster");
    String typed = "country:es type:cluster country:DE country:ES";
    assertThat(PARSER.read("country:gb", Set.of()).query())
        .isEqualTo(new Query.Has(Facet.COUNTRY, "UK"));
    assertThat(PARSER.read(typed, Set.of()).query())
        .isEqualTo(new Query.Every(List.of(either, clusters)))
        .isEqualTo(PARSER.exactly(typed).query());
    assertThat(PARSER.read("-country:ES -country:DE", Set.of()).query().toString())
        .contains("Every");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "type:foo | type is \"foo\", must be one of cluster, organisation, call, opportunity",
        "havvind -label:platin | label is \"platin\", must be one of bronze, silver, gold",
        "country:DE country:Atlantis | country is \"ATLANTIS\", must be the code or name of a"
            + " country such as DE",
        "competence:zzz | competence is \"zzz\", must be the id of a competence such as"
            + " offshore-wind"
      })
  void valueThatNoEntryCanHave_isRefused(String typed, String refusal) {
    assertThatThrownBy(() -> PARSER.read(typed, Set.of()).checked())
        .isInstanceOf(FilterException.class)
        .hasMessage(refusal);
    assertThatThrownBy(() -> PARSER.exactly(typed).checked()).hasMessage(refusal);
  }

  @Test
  void valueThatMayTurnUpOneDay_isAskedFor() {
    assertThatCode(() ->
            PARSER.read("programme:zz network:zz topic:zz competence:hydrogen", Set.of()).checked())
        .doesNotThrowAnyException();
  }

  @Provide
  Arbitrary<String> typed() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(60),
        Arbitraries.strings().withChars("\"-: ()[]*?~^\\/ae+&|!").ofMaxLength(60));
  }

  @Property(tries = 300)
  void anythingTyped_canBeAsked(@ForAll("typed") String typed) {
    try (Shelf shelf = Shelf.of("{\"id\":\"cluster/x\",\"name\":\"Robots\",\"country\":\"DK\"}")) {
      assertThat(shelf.engine().ask(Question.best(PARSER.read(typed, Set.of()).query(), 1)).total())
          .isBetween(0L, 1L);
    }
  }
}
