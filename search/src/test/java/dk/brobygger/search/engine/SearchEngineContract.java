package dk.brobygger.search.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.withinPercentage;

import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.json.EntryJson;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.Shelf;
import dk.brobygger.search.language.TermBridge;
import dk.brobygger.search.query.Facet;
import dk.brobygger.search.query.Query;
import dk.brobygger.search.query.QueryParser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every engine does; each engine's test inherits it. */
public abstract class SearchEngineContract {

  private static final String WIND =
      """
      {"id":"cluster/wind","name":"Northern Wind","country":"NO","ecosystems":["energy-renewables"],\
      "networks":["ELBE Alliance"],"label":{"level":"gold"},\
      "offers":"Members build floating offshore wind farms and train technicians."}\
      """;
  private static final String HEAT =
      """
      {"id":"cluster/heat","name":"Varmeklyngen","country":"DK",\
      "offers":{"en":"Networks of district heating.","da":"Fjernvarmenet og havvind i samspil."}}\
      """;
  private static final String CALL =
      """
      {"id":"call/LIFE-1","name":"Clean heat","programme":"LIFE","status":"open",\
      "deadlines":[{"stage":1,"at":"2027-02-01T17:00"}],"text":"District heating for towns."}\
      """;
  private static final String PAST =
      """
      {"id":"call/LIFE-0","name":"Clean heat before","programme":"LIFE","status":"open",\
      "deadlines":[{"stage":1,"at":"2026-02-01T17:00"}],"text":"District heating for towns."}\
      """;
  private static final String LATER =
      """
      {"id":"call/LIFE-2","name":"Clean heat later","programme":"LIFE","status":"forthcoming",\
      "opens":"2027-01-10","deadlines":[{"stage":1,"at":"2027-05-01T17:00"}],\
      "text":"District heating for towns."}\
      """;

  private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");

  private EntrySink sink;
  private SearchEngine engine;

  /** An empty index. */
  protected abstract Index index();

  @BeforeEach
  void fill() {
    Index index = index();
    sink = index.writer().orElseThrow();
    for (String json : List.of(WIND, HEAT, CALL, PAST, LATER)) {
      sink.put(EntryJson.read(json));
    }
    sink.commit(5);
    engine = index.engine();
  }

  @AfterEach
  void close() {
    sink.close();
    engine.close();
  }

  private List<String> found(Query query) {
    return engine.ask(Question.best(query, 10)).hits().stream()
        .map(hit -> hit.entry().id().toString())
        .toList();
  }

  private List<String> typed(String words) {
    return found(new QueryParser(Shelf.TAGGER, TermBridge.shipped()).read(words, Set.of()).query());
  }

  @Test
  void danishWord_findsEnglishEntries() {
    assertThat(typed("havvind")).containsExactlyInAnyOrder("cluster/wind", "cluster/heat");
    assertThat(typed("fjernvarme")).contains("cluster/heat", "call/LIFE-1");
  }

  @Test
  void englishWord_findsDanishEntries() {
    assertThat(typed("offshore wind")).contains("cluster/heat");
  }

  @Test
  void wordOfANeighbour_findsEnglishAndDanishEntries() {
    assertThat(typed("Windkraft auf See")).contains("cluster/wind", "cluster/heat");
    assertThat(typed("éolien en mer")).contains("cluster/wind", "cluster/heat");
    assertThat(typed("Fernwärme")).contains("cluster/heat", "call/LIFE-1");
    assertThat(typed("fjärrvärme")).contains("cluster/heat", "call/LIFE-1");
  }

  @Test
  void clusterWithANeighboursWords_isFoundByDanishAndEnglishOnes() {
    sink.put(
        EntryJson.read(
            """
            {"id":"cluster/nahwaerme","name":"Netzwerk Fernwärme Bayern","country":"DE",\
            "description":{"en":"Its members speak of Wasserstoff."}}\
            """));
    sink.put(
        EntryJson.read(
            """
            {"id":"cluster/mer","name":"Pôle éolien en mer","country":"FR"}\
            """));
    sink.commit(6);
    assertThat(typed("fjernvarme")).contains("cluster/nahwaerme");
    assertThat(typed("hydrogen")).contains("cluster/nahwaerme");
    assertThat(typed("havvind")).contains("cluster/mer");
  }

  @Test
  void wordInTheName_countsMost() {
    assertThat(typed("wind").getFirst()).isEqualTo("cluster/wind");
  }

  @Test
  void inflectedWord_isFound() {
    assertThat(typed("technician")).containsExactly("cluster/wind");
    assertThat(typed("samspillet")).containsExactly("cluster/heat");
  }

  @Test
  void halfOfTheWordsMustStand_andEntriesWithAllComeFirst() {
    assertThat(typed("floating technicians towns")).containsExactly("cluster/wind");
    assertThat(typed("technicians towns")).contains("cluster/wind", "call/LIFE-1");
    assertThat(typed("heating technicians floating")).containsExactly("cluster/wind");
    assertThat(typed("offshore heating towns").getFirst()).isNotEqualTo("cluster/wind");
  }

  @Test
  void wholeNameTyped_comesFirst_howeverItIsWritten() {
    assertThat(typed("clean-heat").getFirst()).isEqualTo("call/LIFE-1");
    assertThat(typed("Clean heat LATER").getFirst()).isEqualTo("call/LIFE-2");
    assertThat(found(new Query.Called("clean heat"))).containsExactly("call/LIFE-1");
  }

  @Test
  void phrase_mustStandInOrder() {
    assertThat(typed("\"offshore wind farms\"")).containsExactly("cluster/wind");
    assertThat(typed("\"farms wind offshore\"")).isEmpty();
  }

  @Test
  void filtersAndMinus_narrow() {
    assertThat(typed("type:cluster country:no")).containsExactly("cluster/wind");
    assertThat(typed("type:cluster -country:NO")).containsExactly("cluster/heat");
    assertThat(typed("type:cluster -technicians")).containsExactly("cluster/heat");
    assertThat(typed("label:gold")).containsExactly("cluster/wind");
    assertThat(found(new Query.Has(Facet.NETWORK, "ELBE Alliance")))
        .containsExactly("cluster/wind");
  }

  @Test
  void broaderCompetence_findsTheNarrower() {
    assertThat(found(new Query.Competence("wind-energy"))).contains("cluster/wind");
  }

  @Test
  void applicable_leavesOutWhatIsClosed() {
    assertThat(found(new Query.Applicable(NOW, false)))
        .containsExactlyInAnyOrder("call/LIFE-1", "call/LIFE-2");
    assertThat(found(new Query.Applicable(NOW, true))).containsExactly("call/LIFE-1");
    assertThat(found(new Query.Applicable(Instant.parse("2027-02-01T15:59:59Z"), true)))
        .contains("call/LIFE-1");
    assertThat(found(new Query.Applicable(Instant.parse("2027-02-01T16:00:00Z"), true)))
        .doesNotContain("call/LIFE-1");
  }

  @Test
  void facets_countEverythingThatMatches() {
    Answer answer =
        engine.ask(
            new Question(new Query.All(), 0, 1, EnumSet.of(Facet.TYPE, Facet.COUNTRY), 10, true));
    assertThat(answer.total()).isEqualTo(5);
    assertThat(answer.hits()).hasSize(1);
    assertThat(answer.counts().get(Facet.TYPE))
        .containsExactly(new Answer.Count("call", 3), new Answer.Count("cluster", 2));
    assertThat(answer.counts().get(Facet.COUNTRY))
        .containsExactlyInAnyOrder(new Answer.Count("DK", 1), new Answer.Count("NO", 1));
  }

  @Test
  void facets_giveTheValuesOfMostEntriesFirst_andNoMoreThanAskedFor() {
    Answer answer =
        engine.ask(new Question(new Query.All(), 0, 1, EnumSet.of(Facet.TYPE), 1, true));
    assertThat(answer.counts().get(Facet.TYPE)).containsExactly(new Answer.Count("call", 3));
  }

  @Test
  void whoWantsTheBestOnly_getsTheSameOnes() {
    for (String words : List.of("heat", "wind", "heat wind energy")) {
      for (int size = 1; size <= 5; size++) {
        List<Hit> counted = engine.ask(Question.best(new Query.Words(words), size)).hits();
        Answer only = engine.ask(Question.only(new Query.Words(words), size));
        assertThat(only.hits())
            .extracting(Hit::entry, Hit::score)
            .containsExactlyElementsOf(
                counted.stream().map(hit -> tuple(hit.entry(), hit.score())).toList());
        assertThat(only.total()).isGreaterThanOrEqualTo(counted.size());
      }
    }
  }

  @Test
  void replacedEntries_countForNothing() {
    List<Query> asked =
        List.of(
            new Query.Words("heat for towns at sea"),
            new Query.Competence("district-heating"),
            new Query.Words("havvind", Set.of(Language.DA), Query.Where.ANYWHERE));
    List<Entry> entries = new ArrayList<>();
    Stream.of(WIND, HEAT, CALL, PAST, LATER).map(EntryJson::read).forEach(entries::add);
    for (int time = 6; time < 16; time++) {
      Entry other =
          EntryJson.read(
              """
              {"id":"cluster/other-%d","name":"Other","country":"SE","offers":"Sea and lanterns."}\
              """
                  .formatted(time));
      entries.add(other);
      sink.put(other);
      sink.put(EntryJson.read(PAST));
      sink.put(EntryJson.read(WIND));
      sink.commit(time);
    }
    try (Shelf fresh = Shelf.of(entries)) {
      for (Query query : asked) {
        Map<EntryId, Double> expected = scores(fresh.engine(), query);
        Map<EntryId, Double> scores = scores(engine, query);
        assertThat(expected).isNotEmpty();
        assertThat(scores.keySet()).isEqualTo(expected.keySet());
        expected.forEach((id, score) ->
            assertThat(scores.get(id)).as("%s", id).isCloseTo(score, withinPercentage(1)));
      }
    }
  }

  private static Map<EntryId, Double> scores(SearchEngine engine, Query query) {
    return engine.ask(Question.best(query, 10)).hits().stream()
        .collect(Collectors.toMap(hit -> hit.entry().id(), Hit::score));
  }

  @Test
  void hits_tellTheCompetencesThatTheirTextsSpeakOf() {
    for (Hit hit : engine.ask(Question.only(new Query.All(), 10)).hits()) {
      assertThat(hit.mentions()).isEqualTo(Shelf.TAGGER.mentions(hit.entry()));
    }
  }

  @Test
  void highlights_standWhereTheWordsAre() {
    Hit hit =
        engine
            .ask(
                Question.best(
                    new QueryParser(Shelf.TAGGER, TermBridge.shipped())
                        .read("havvind", Set.of())
                        .query(),
                    10))
            .hits()
            .stream()
            .filter(one -> one.entry().id().key().equals("wind"))
            .findFirst()
            .orElseThrow();
    assertThat(hit.highlights())
        .map(place ->
            hit.entry()
                .field(place.field())
                .orElseThrow()
                .text()
                .substring(place.start(), place.end()))
        .contains("floating offshore wind");
  }

  @Test
  void whoeverScores_hasWordsToShowForIt() {
    for (Query query :
        List.of(
            new Query.Words("heat"),
            new Query.Competence("wind-energy"),
            new Query.Any(
                List.of(new Query.All(), new Query.Weighted(new Query.Words("heat"), 0.4))))) {
      List<Hit> hits = engine.ask(Question.best(query, 10)).hits();
      assertThat(hits).as("%s", query).anySatisfy(hit -> assertThat(hit.score()).isPositive());
      assertThat(hits)
          .allSatisfy(hit ->
              assertThat(hit.score() > 0)
                  .as("%s in %s", query, hit.entry().id())
                  .isEqualTo(!hit.highlights().isEmpty()));
    }
  }

  @Test
  void withoutEnglish_areThoseWhoseTextsAreInOtherLanguagesOnly() {
    sink.put(
        EntryJson.read(
            """
            {"id":"cluster/varme","name":"Clean heat","country":"DK",\
            "description":{"da":"Fjernvarme til byer."}}\
            """));
    sink.commit(6);
    assertThat(found(new Query.WithoutEnglish()))
        .contains("cluster/varme")
        .doesNotContain("cluster/wind", "call/LIFE-1");
  }

  @Test
  void someEntriesByTheirIds_areThoseThatAreThereNow() {
    Query.OneOf some = new Query.OneOf(java.util.Set.of("call/LIFE-1", "cluster/heat", "call/X"));
    assertThat(found(some)).containsExactlyInAnyOrder("call/LIFE-1", "cluster/heat");
    sink.remove(EntryId.of("cluster/heat"));
    sink.put(EntryJson.read(LATER.replace("LIFE-2", "X")));
    sink.commit(6);
    assertThat(found(some)).containsExactlyInAnyOrder("call/LIFE-1", "call/X");
  }

  @Test
  void sameQuestion_hasTheSameAnswer() {
    Query query =
        new QueryParser(Shelf.TAGGER, TermBridge.shipped()).read("heat", Set.of()).query();
    assertThat(found(query)).isEqualTo(found(query)).isNotEmpty();
    Question page = new Question(query, 0, 20, EnumSet.of(Facet.TYPE), 10, true);
    assertThat(engine.ask(page).hits())
        .map(hit -> hit.highlights())
        .isEqualTo(engine.ask(page).hits().stream().map(Hit::highlights).toList());
    assertThat(engine.ask(page).counts()).isEqualTo(engine.ask(page).counts()).isNotEmpty();
  }

  @Test
  void pages_followEachOther() {
    Query calls = new Query.Has(Facet.TYPE, "call");
    Entry second =
        engine
            .ask(new Question(calls, 1, 1, EnumSet.noneOf(Facet.class), 0, true))
            .hits()
            .getFirst()
            .entry();
    assertThat(found(calls).get(1)).isEqualTo(second.id().toString());
  }

  @Test
  void changedEntry_replacesTheOldOneThoughTheSameWasAskedBefore() {
    assertThat(typed("southern")).isEmpty();
    assertThat(typed("northern")).containsExactly("cluster/wind");
    sink.put(EntryJson.read(WIND.replace("Northern Wind", "Southern Sun")));
    sink.commit(6);
    assertThat(typed("southern")).containsExactly("cluster/wind");
    assertThat(typed("northern")).isEmpty();
    assertThat(engine.applied()).isEqualTo(6);
  }

  @Test
  void removedEntry_isGone() {
    sink.remove(EntryId.of("cluster/wind"));
    sink.commit(6);
    assertThat(typed("technicians")).isEmpty();
  }

  @Test
  void whatIsNotCommitted_isNotSeen() {
    sink.remove(EntryId.of("cluster/wind"));
    assertThat(typed("technicians")).containsExactly("cluster/wind");
    assertThat(sink.applied()).isEqualTo(5);
  }
}
