package dk.brobygger.search.funding;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.json.EntryJson;
import dk.brobygger.search.Shelf;
import dk.brobygger.search.engine.Question;
import dk.brobygger.search.query.Facet;
import dk.brobygger.search.query.Query;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PastWinnersTest {

  private static final Instant NOW = Instant.parse("2026-11-28T09:00:00Z");
  private static final Query ANYBODY = new Query.All();

  private static final String CALL =
      """
      {"type":"call","id":"call/%1$s","identifier":"%1$s","kind":"%2$s","name":"%3$s",
       "programme":"HORIZON","status":"%4$s",
       "text":{"en":"Projects on %3$s will be funded."}}
      """;

  private static final String ORGANISATION =
      """
      {"type":"organisation","id":"organisation/%s","name":"%s","country":"%s","projects":[%s],
       "claims":[{"fields":["projects"],"source":"https://cordis.europa.eu/project/id/999",
       "date":"2026-11-27"}]}
      """;

  private static Shelf shelf;
  private static PastWinners winners;
  private static CallMatcher calls;

  @BeforeAll
  static void fill() {
    shelf =
        Shelf.of(
            CALL.formatted("HORIZON-NEXT", "topic", "Offshore wind farms", "open"),
            CALL.formatted("HORIZON-OLD-1", "topic", "Floating offshore wind", "closed"),
            CALL.formatted("HORIZON-OLD-2", "topic", "Offshore wind and hydrogen", "closed"),
            CALL.formatted("HORIZON-FOOD", "topic", "Plant proteins for food", "closed"),
            CALL.formatted("HORIZON-CASCADE", "cascade", "Offshore wind for small firms", "closed"),
            ORGANISATION.formatted(
                "often",
                "Often",
                "NL",
                project("1", "Floating farms", "participant", "HORIZON-OLD-1")
                    + project("2", "Wind to gas", "participant", "Horizon-Old-2")
                    + "{\"project\":\"9\",\"title\":\"Untold\",\"role\":\"participant\"}"),
            ORGANISATION.formatted(
                "leader",
                "Leader",
                "DK",
                last("1", "Floating farms", "coordinator", "HORIZON-OLD-1")),
            ORGANISATION.formatted(
                "along",
                "Along",
                "DK",
                last("1", "Floating farms", "participant", "HORIZON-OLD-1")),
            ORGANISATION.formatted(
                "cook", "Cook", "DK", last("3", "Proteins", "coordinator", "HORIZON-FOOD")),
            ORGANISATION.formatted(
                "giver", "Giver", "DK", last("4", "Vouchers", "coordinator", "HORIZON-CASCADE")));
    winners = new PastWinners(shelf.engine());
    calls = new CallMatcher(shelf.engine(), Shelf.VOCABULARY, Shelf.TAGGER);
  }

  private static String last(String number, String title, String role, String topic) {
    return "{\"project\":\"%s\",\"title\":\"%s\",\"role\":\"%s\",\"topic\":\"%s\"}"
        .formatted(number, title, role, topic);
  }

  private static String project(String number, String title, String role, String topic) {
    return last(number, title, role, topic) + ",";
  }

  @AfterAll
  static void close() {
    shelf.close();
  }

  private static Call call(String key, String name, String status) {
    return (Call) EntryJson.read(CALL.formatted(key, "topic", name, status));
  }

  private static PastWinners.Winners found(Call call, Query whom, int most) {
    return winners.of(calls.forerunners(call, NOW), whom, most);
  }

  private static List<String> names(PastWinners.Winners found) {
    return found.best().stream().map(winner -> winner.organisation().name()).toList();
  }

  private static final Call NEXT = call("HORIZON-NEXT", "Offshore wind farms", "open");

  @Test
  void winnersOfClosedTopicsLikeACall_areFound_thoseOfMostFirst_thenThoseWhoLed() {
    PastWinners.Winners found = found(NEXT, ANYBODY, 10);
    assertThat(names(found)).containsExactly("Often", "Leader", "Along");
    assertThat(found.total()).isEqualTo(3);
    assertThat(found.best().getFirst().calls()).isEqualTo(2);
    assertThat(found.best().get(1).coordinated()).isEqualTo(1);
  }

  @Test
  void whoMayBeShown_isNarrowed_andCountedInFull() {
    Query danish = new Query.Has(Facet.COUNTRY, "DK");
    PastWinners.Winners found = found(NEXT, danish, 1);
    assertThat(names(found)).containsExactly("Leader");
    assertThat(found.total()).isEqualTo(2);
  }

  @Test
  void call_hasItsOwnWinners_closedOrOpenForTheNextDeadline() {
    assertThat(names(found(call("HORIZON-FOOD", "Plant proteins", "closed"), ANYBODY, 10)))
        .contains("Cook");
    assertThat(names(found(call("HORIZON-FOOD", "Plant proteins", "open"), ANYBODY, 10)))
        .contains("Cook");
  }

  @Test
  void title_isQuoted_withThePageOfItsProject() {
    Winner.Win win = found(NEXT, ANYBODY, 10).best().get(1).wins().getFirst();
    assertThat(win.title().text()).isEqualTo("Floating farms");
    assertThat(win.title().date()).isPresent();
    assertThat(win.page().orElseThrow()).hasToString("https://cordis.europa.eu/project/id/1");
  }

  @Test
  void organisations_areFoundByTheTopicOfTheirProjects() {
    assertThat(
            shelf
                .engine()
                .ask(
                    Question.best(
                        new Query.Has(Facet.TOPIC, Facet.TOPIC.canonical("horizon-old-2")), 10))
                .hits())
        .extracting(hit -> hit.entry().name())
        .containsExactly("Often");
  }
}
