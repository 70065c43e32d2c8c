package dk.brobygger.search.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dk.brobygger.corpus.json.EntryJson;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.Shelf;
import dk.brobygger.search.language.TermBridge;
import dk.brobygger.search.query.Query;
import dk.brobygger.search.query.QueryParser;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts in languages that users do not read, beside those in English and Danish. */
class TextsAbroadTest {

  private final Shelf shelf =
      Shelf.of(
          """
          {"id":"cluster/wind","name":"Northern Wind","country":"NO",\
          "offers":"Members build floating offshore wind farms and train technicians."}\
          """,
          """
          {"id":"cluster/heat","name":"Varmeklyngen","country":"DK",\
          "offers":{"en":"District heating for towns.","da":"Fjernvarmenet og havvind i samspil."}}\
          """);

  @AfterEach
  void close() {
    shelf.close();
  }

  private List<String> found(Query query) {
    return shelf.engine().ask(Question.best(query, 10)).hits().stream()
        .map(hit -> hit.entry().id().toString())
        .toList();
  }

  private List<String> typed(String words) {
    return found(new QueryParser(Shelf.TAGGER, TermBridge.shipped()).read(words, Set.of()).query());
  }

  @ParameterizedTest
  @CsvSource({
    "de, Der Windpark liegt vor der Küste., Windparks, Windpark",
    "sv, Många företag bygger vindkraftverken längs kusten., vindkraftverk, vindkraftverken",
    "no, Bedriftene leverer utstyr til havs., bedrift, Bedriftene",
    "fr, On y trouve des éoliennes au large., éolienne, éoliennes",
    "es, Los aerogeneradores están en el mar., aerogenerador, aerogeneradores",
    "it, Nel porto lavorano molte aziende., azienda, aziende",
    "nl, Er staan veel fabrieken aan zee., fabriek, fabrieken",
    "pl, Klaster zrzesza producentów z Pomorza., producent, producentów",
    "fi, Tuulivoimalat kootaan satamassa., satama, satamassa"
  })
  void inflectedWord_findsTextInEachLanguage_andIsHighlightedThere(
      String code, String text, String asked, String word) {
    shelf.put(
        EntryJson.read(
            "{\"id\":\"cluster/abroad\",\"name\":\"Abroad\",\"country\":\"DE\",\"description\":{\"%s\":\"%s\"}}"
                .formatted(code, text)));
    assertThat(found(new Query.Words(asked))).containsExactly("cluster/abroad");
    assertThat(typed(asked)).contains("cluster/abroad");
    Hit hit = shelf.engine().ask(Question.best(new Query.Words(asked), 10)).hits().getFirst();
    assertThat(hit.highlights())
        .extracting(Highlight::field, Highlight::start, Highlight::end)
        .containsExactly(
            tuple("description." + code, text.indexOf(word), text.indexOf(word) + word.length()));
  }

  @Test
  void wordThatSaysNothingToUsers_isNoWordOfAPhraseAbroad() {
    shelf.put(
        EntryJson.read(
            """
            {"id":"cluster/abroad","name":"Abroad","country":"DE",\
            "description":{"de":"Windkraft und Meer."}}\
            """));
    assertThat(found(new Query.Phrase("Windkraft and Meer"))).containsExactly("cluster/abroad");
  }

  @Test
  void nameOfAnEntry_isReadInTheLanguagesOfItsTexts() {
    String named =
        """
        {"id":"cluster/abroad","name":"Netzwerk Meereshäfen","country":"DE",\
        "description":{"%s":"Wir arbeiten zusammen."}}\
        """;
    shelf.put(EntryJson.read(named.formatted("en")));
    assertThat(found(new Query.Words("Meereshafen"))).isEmpty();
    shelf.put(EntryJson.read(named.formatted("de")));
    assertThat(found(new Query.Words("Meereshafen"))).containsExactly("cluster/abroad");
  }

  @Test
  void textInAnotherLanguage_leavesScoresOfEnglishAndDanishOnesAsTheyAre() {
    String abroad = "{\"id\":\"cluster/abroad\",\"name\":\"Abroad\",\"country\":\"DE\"%s}";
    List<Query> questions =
        List.of(
            new Query.Words("offshore wind farms and district heating for towns in Denmark"),
            new Query.Words("havvind og fjernvarmenet"),
            new Query.Phrase("district heating"));
    shelf.put(EntryJson.read(abroad.formatted("")));
    List<List<Double>> before = questions.stream().map(this::scores).toList();
    shelf.put(
        EntryJson.read(
            abroad.formatted(",\"description\":{\"de\":\"Wir bauen Windparks und Netze.\"}")));
    assertThat(questions.stream().map(this::scores).toList()).isEqualTo(before);
  }

  private List<Double> scores(Query query) {
    return shelf.engine().ask(Question.best(query, 10)).hits().stream()
        .filter(hit -> !hit.entry().id().key().equals("abroad"))
        .map(Hit::score)
        .toList();
  }

  @Test
  void wordsOfAKnownLanguage_areNotLookedForInOthers() {
    shelf.put(
        EntryJson.read(
            """
            {"id":"cluster/abroad","name":"Abroad","country":"DE",\
            "description":{"de":"Wir bauen Windparks."}}\
            """));
    assertThat(
            found(
                new Query.Words(
                    "Windpark", Set.of(Language.EN, Language.DA), Query.Where.ANYWHERE)))
        .isEmpty();
    assertThat(found(new Query.Words("Windpark", Set.of(Language.DE), Query.Where.ANYWHERE)))
        .containsExactly("cluster/abroad");
  }

  @Test
  void englishFiller_isNotLookedForInOtherLanguages() {
    shelf.put(
        EntryJson.read(
            """
            {"id":"cluster/abroad","name":"Abroad","country":"DE",\
            "description":{"de":"Wir sind das Zentrum für Research and Design."}}\
            """));
    assertThat(found(new Query.Words("heating and towns"))).doesNotContain("cluster/abroad");
    assertThat(found(new Query.Words("research and towns"))).contains("cluster/abroad");
  }
}
