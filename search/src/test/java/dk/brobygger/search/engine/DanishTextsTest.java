package dk.brobygger.search.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.Shelf;
import dk.brobygger.search.language.TermBridge;
import dk.brobygger.search.query.Query;
import dk.brobygger.search.query.QueryParser;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compounds and letters of Danish, where no competence is spoken of. */
class DanishTextsTest {

  private static final String TEXT = "Vi sælger møbelstoffer og har kartoffellagre i Århus.";

  private static final Shelf SHELF =
      Shelf.of(
          """
          {"id":"cluster/stof","name":"Stofklyngen","country":"DK","offers":{"da":"%s"}}\
          """
              .formatted(TEXT),
          """
          {"id":"cluster/lager","name":"Lagerklyngen","country":"DK",\
          "offers":{"da":"Lager til kartofler, og stof til en møbel."}}\
          """,
          """
          {"id":"cluster/delt","name":"Delt","country":"DK",\
          "offers":{"da":"Et møbel stof fra Aabenraa til foedselsdage uden CO₂."}}\
          """);

  @AfterAll
  static void close() {
    SHELF.close();
  }

  private static List<String> found(Query query) {
    return SHELF.engine().ask(Question.best(query, 10)).hits().stream()
        .map(hit -> hit.entry().id().key())
        .sorted()
        .toList();
  }

  private static List<String> typed(String words) {
    return found(new QueryParser(Shelf.TAGGER, TermBridge.shipped()).read(words, Set.of()).query());
  }

  @ParameterizedTest
  @CsvSource({
    "stoffer, delt lager stof",
    "kartoffel, lager stof",
    "\"møbel stof\", delt stof",
    "\"stof møbel\", ''",
    "\"sælger møbel stoffer\", stof",
    "\"møbelstoffer og\", delt stof",
    "møbelstof, delt stof",
    "møbelstoffet -lager, delt stof",
    "kartoffellagret, stof",
    "møbel-stoffer, delt stof",
    "Kartoffel-lagret, stof"
  })
  void partOfACompound_isFoundAsAWordOfItsOwn_andTheWholeAsTheWhole(String words, String keys) {
    assertThat(String.join(" ", typed(words))).isEqualTo(keys);
  }

  @ParameterizedTest
  @CsvSource({
    "Aarhus, stof",
    "århus, stof",
    "Åbenrå, delt",
    "aabenraa, delt",
    "saelger, stof",
    "fødselsdag, delt",
    "foedselsdag, delt",
    "CO2, delt",
    "co₂, delt",
    "-co₂ stof, lager stof"
  })
  void letterWrittenInAnotherWay_isTheSame(String words, String keys) {
    assertThat(String.join(" ", typed(words))).isEqualTo(keys);
  }

  @ParameterizedTest
  @CsvSource({"stof, stoffer", "møbel, møbel", "møbelstof, møbelstoffer"})
  void onlyThePartThatWasAskedFor_isHighlighted(String asked, String marked) {
    Hit hit =
        SHELF
            .engine()
            .ask(
                Question.best(
                    new Query.Words(asked, Set.of(Language.DA), Query.Where.ANYWHERE), 10))
            .hits()
            .stream()
            .filter(one -> one.entry().id().key().equals("stof"))
            .findFirst()
            .orElseThrow();
    int start = TEXT.indexOf(marked);
    assertThat(hit.highlights())
        .extracting(Highlight::field, Highlight::start, Highlight::end)
        .contains(tuple("offers.da", start, start + marked.length()));
  }
}
