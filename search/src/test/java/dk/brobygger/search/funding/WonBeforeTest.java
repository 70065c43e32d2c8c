package dk.brobygger.search.funding;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.json.EntryJson;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.Shelf;
import dk.brobygger.search.score.Caution;
import dk.brobygger.search.score.Evidence;
import dk.brobygger.search.score.Match;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WonBeforeTest {

  private static final Instant NOW = Instant.parse("2026-11-28T09:00:00Z");

  private static final String CALL =
      """
      {"type":"call","id":"call/%1$s","identifier":"%1$s","name":"%2$s","programme":"HORIZON",
       "status":"%3$s","text":{"en":"Projects on %2$s will be funded."}}
      """;

  private static final String ORGANISATION =
      """
      {"type":"organisation","id":"organisation/%1$s","name":"%1$s","country":"DK",
       "projects":[%2$s]}
      """;

  private static final String PROJECT =
      "{\"project\":\"%s\",\"title\":\"%s\",\"role\":\"%s\",\"topic\":\"%s\"}";

  private static final Cluster WINDY =
      (Cluster)
          EntryJson.read(
              """
              {"id":"cluster/windy","name":"Windy","country":"DK",
               "offers":{"en":"Offshore wind farms"}}
              """);

  private static List<Caution> won(String... organisations) {
    return won(WINDY, organisations);
  }

  /** What is told of the one open call, with these organisations. */
  private static List<Caution> won(Cluster cluster, String... organisations) {
    List<String> entries =
        new ArrayList<>(
            List.of(
                CALL.formatted("NEXT", "Offshore wind farms", "open"),
                CALL.formatted("OLD-1", "Floating offshore wind", "closed"),
                CALL.formatted("OLD-2", "Plant proteins for food", "closed")));
    entries.addAll(List.of(organisations));
    try (Shelf shelf = Shelf.of(entries.toArray(String[]::new))) {
      Match match =
          new CallMatcher(shelf.engine(), Shelf.VOCABULARY, Shelf.TAGGER)
              .match(cluster, NOW, 5)
              .ranked()
              .getFirst();
      return match.cautions().stream().filter(one -> one.rule().equals("won-before")).toList();
    }
  }

  private static String project(String number, String title, String topic) {
    return PROJECT.formatted(number, title, "participant", topic);
  }

  @Test
  void projectOfOurOwn_underATopicLikeTheCall_isToldAndQuoted() {
    Caution caution =
        won(ORGANISATION.formatted("Windy", project("1", "Floaters", "OLD-1"))).getFirst();
    assertThat(caution.favourable()).isTrue();
    assertThat(caution.text().get(Language.EN))
        .isEqualTo(
            "Won before: you took part in a project under “Floating offshore wind”, a topic like"
                + " this call.");
    assertThat(caution.evidence().map(Evidence::text)).contains("Floaters");
  }

  @Test
  void projectUnderAFormerName_isOurs_andNamesIt() {
    Cluster renamed =
        (Cluster)
            EntryJson.read(
                """
                {"id":"cluster/windy","name":"Windy","country":"DK",
                 "predecessors":["Cluster of Old", "House of Wind"],
                 "offers":{"en":"Offshore wind farms"}}
                """);
    String house = ORGANISATION.formatted("House-of-Wind", project("1", "Floaters", "OLD-1"));
    Caution caution = won(renamed, house).getFirst();
    assertThat(caution.text().get(Language.EN))
        .startsWith("Won before: you took part, as “House of Wind”, in a project under");
    assertThat(caution.text().get(Language.DA))
        .contains("I deltog som “House of Wind” i et projekt");
    assertThat(caution.evidence().map(Evidence::text)).contains("Floaters");
    assertThat(won(house)).isEmpty();
  }

  @Test
  void projectUnderTheCallItself_isToldToBeOne() {
    Caution ours =
        won(ORGANISATION.formatted("Windy", project("1", "Floaters", "NEXT"))).getFirst();
    assertThat(ours.text())
        .containsEntry(Language.EN, "Won before: you took part in a project under this very call.")
        .containsEntry(Language.DA, "Vundet før: I deltog i et projekt under netop dette opslag.");
    assertThat(ours.evidence().map(Evidence::text)).contains("Floaters");
  }

  @Test
  void projectThatAnEarlierPartnerLed_isTold_withThePlaceTheyAreKnownFrom() {
    Caution caution = wonByFriendAs("coordinator").getFirst();
    assertThat(caution.text().get(Language.EN))
        .startsWith("Won before: Friend, with you in “Proteins”, led a project under");
    assertThat(caution.evidence().map(Evidence::text)).contains("Floaters");
  }

  @Test
  void projectThatAnEarlierPartnerOnlyTookPartIn_isNotTold() {
    assertThat(wonByFriendAs("participant")).isEmpty();
  }

  private static List<Caution> wonByFriendAs(String role) {
    return won(
        ORGANISATION.formatted("Windy", project("2", "Proteins", "OLD-2")),
        ORGANISATION.formatted(
            "Friend",
            PROJECT.formatted("1", "Floaters", role, "OLD-1")
                + ","
                + project("2", "Proteins", "OLD-2")));
  }

  @Test
  void projectsOfStrangers_andUnderTopicsUnlikeTheCall_areNotTold() {
    assertThat(won(ORGANISATION.formatted("Stranger", project("1", "Floaters", "OLD-1"))))
        .isEmpty();
    assertThat(won(ORGANISATION.formatted("Windy", project("2", "Proteins", "OLD-2")))).isEmpty();
  }

  @Test
  void whatANamesakeAbroadHasWon_isNotOurs() {
    String namesake = ORGANISATION.replace("\"DK\"", "\"NL\"");
    assertThat(won(namesake.formatted("Windy", project("1", "Floaters", "OLD-1")))).isEmpty();
  }
}
