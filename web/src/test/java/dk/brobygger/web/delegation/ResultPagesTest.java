package dk.brobygger.web.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.search.Desk;
import dk.brobygger.search.match.Seeker;
import dk.brobygger.search.score.MatchJson;
import dk.brobygger.search.score.Matches;
import dk.brobygger.web.Site;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultPagesTest {

  private static final String ENERGY = "d1 cluster/basque-energy-cluster";

  private static Staff told(Site site) throws IOException {
    site.delegation("bilbao", "paper/bilbao.json");
    Staff staff = new Staff(site);
    assertThat(staff.act("bilbao", "plan").statusCode()).isEqualTo(303);
    assertThat(staff.act("bilbao", "tell").statusCode()).isEqualTo(303);
    return staff;
  }

  @Test
  void meetingToCome_hasNothingToTell(@TempDir Path folder) throws IOException {
    try (Site site = Site.open(folder)) {
      Staff staff = told(site);
      assertThat(staff.page("/delegations/bilbao/outcomes").text())
          .contains("No meeting is over yet.");
      assertThat(staff.page("/delegations/results").select("table")).isEmpty();
    }
  }

  @Test
  void outcomes_areTold_countedAndExported(@TempDir Path folder) throws IOException {
    try (Site site = Site.open(folder, Instant.parse("2027-03-10T08:00:00Z"))) {
      Staff staff = told(site);
      Document page = staff.page("/delegations/bilbao/outcomes");
      assertThat(page.select("fieldset")).hasSize(6);
      assertThat(page.text()).contains("to be told by 16 March 2027").doesNotContain("was to be");
      Map<String, String> form = new HashMap<>();
      form.put("form", page.select("[name=form]").val());
      form.put("result " + ENERGY, "agreement");
      form.put("note " + ENERGY, "=cmd, \"one\"");
      form.put("result d1 h2", "no_show");
      HttpResponse<String> unsigned = staff.post("/delegations/bilbao/outcomes", form);
      assertThat(unsigned.statusCode()).isEqualTo(400);
      assertThat(unsigned.body()).contains("by is empty, must be the name of who tells");
      form.put("by", "Anna");
      assertThat(staff.post("/delegations/bilbao/outcomes", form).statusCode()).isEqualTo(303);
      form.put("result " + ENERGY, "follow_up");
      form.remove("result d1 h2");
      assertThat(staff.post("/delegations/bilbao/outcomes", form).statusCode()).isEqualTo(303);
      Document results = staff.page("/delegations/results");
      assertThat(results.select("tbody tr").eachText())
          .containsExactly(
              "Havvind, Bilbao 6 1 0 1 0 4",
              "Energy Cluster Denmark 2 1 0 1 0 0",
              "Green Hub Denmark 2 0 0 0 0 2",
              "MARLOG 2 0 0 0 0 2");
      assertThat(results.expectFirst("svg.bar").select("rect").eachAttr("class"))
          .containsExactly("follow_up", "no_show", "untold");
      String csv = site.get("/delegations/results.csv", "Cookie", staff.cookie()).body();
      assertThat(csv.split("\r\n")).hasSize(7);
      assertThat(csv).contains("\"'=cmd, \"\"one\"\"\",Anna,2027-03-10");
      assertThat(staff.page("/delegations/bilbao/outcomes").text())
          .contains("told by Anna on 10 March 2027");
    }
  }

  private static void tell(Staff staff, String pair, String result) {
    Document page = staff.page("/delegations/bilbao/outcomes");
    Map<String, String> form =
        Map.of("form", page.select("[name=form]").val(), "result " + pair, result, "by", "Åse Öst");
    assertThat(staff.post("/delegations/bilbao/outcomes", form).statusCode()).isEqualTo(303);
  }

  private static JsonNode match(Site site) {
    Desk desk = site.desk();
    Cluster ours = desk.cluster("cluster/energy-cluster-denmark").orElseThrow();
    Matches matches = desk.partners().match(new Seeker(ours, LocalDate.of(2027, 3, 10)), 200);
    for (JsonNode match : MatchJson.of(matches).path("matches")) {
      if (match.path("entry").asText().equals("cluster/basque-energy-cluster")) {
        return match;
      }
    }
    throw new AssertionError("the Basque Energy Cluster is no partner");
  }

  private static JsonNode acquaintance(JsonNode match) {
    JsonNode parts = match.path("explanation").path("parts");
    return parts.path(parts.size() - 1);
  }

  @Test
  void whatCameOfAMeeting_countsInLaterRankings_withItsSource(@TempDir Path folder)
      throws IOException {
    Instant later = Instant.parse("2027-03-10T08:00:00Z");
    double before;
    try (Site site = Site.open(folder, later)) {
      Staff staff = told(site);
      before = match(site).path("score").doubleValue();
      tell(staff, ENERGY, "agreement");
      JsonNode after = match(site);
      JsonNode node = acquaintance(after);
      assertThat(node.path("criterion").asText()).isEqualTo("acquaintance");
      assertThat(after.path("score").doubleValue())
          .isCloseTo(before + node.path("points").doubleValue(), within(1e-9));
      assertThat(node.path("points").doubleValue()).isBetween(9.9, 10.0);
      assertThat(node.path("parts").path(0).path("meeting").toString())
          .contains(
              "\"delegation\":\"bilbao\"",
              "\"day\":\"2027-03-02\"",
              "\"result\":\"agreement\"",
              "\"by\":\"Åse Öst\"",
              "\"told\":\"2027-03-10\"");
      assertThat(staff.page("/cluster/energy-cluster-denmark/partners").text())
          .contains("Met and agreed on something")
          .contains("2 March 2027, Havvind, Bilbao told by Åse Öst on 10/3/2027");
    }
    // What is counted follows what is documented, also when the server starts anew.
    for (boolean deleted : new boolean[] {false, true}) {
      if (deleted) {
        Files.delete(folder.resolve("meetings.jsonl"));
      }
      try (Site site = Site.open(folder, later)) {
        assertThat(match(site).path("score").doubleValue()).isGreaterThan(before + 9.9);
      }
    }
    Files.delete(folder.resolve("delegations/bilbao/outcomes.jsonl"));
    try (Site site = Site.open(folder, later)) {
      assertThat(match(site).path("score").doubleValue()).isEqualTo(before);
    }
  }

  @Test
  void whatCameOfAMeeting_isToldToStaffAlone(@TempDir Path folder) throws IOException {
    try (Site site = Site.open(folder, Instant.parse("2027-03-10T08:00:00Z"))) {
      Staff staff = told(site);
      String page = "/cluster/energy-cluster-denmark/partners?why=Basque+Energy+Cluster";
      String asked = "/api/v1/matches/partners?top=200&cluster=cluster/energy-cluster-denmark";
      String pageBefore = site.page(page).text();
      String answerBefore = site.get(asked).body();
      tell(staff, ENERGY, "no_show");
      assertThat(site.page(page).text()).isEqualTo(pageBefore);
      assertThat(site.get(asked).body()).isEqualTo(answerBefore);
      HttpResponse<String> shown =
          site.get(page, "Cookie", staff.cookie(), "Accept-Language", "en");
      assertThat(shown.body()).contains("No-show", "Åse Öst");
      assertThat(shown.headers().firstValue("Cache-Control")).contains("no-store");
    }
  }

  @Test
  void whatCameOfAMeeting_isPastContactInThePapers(@TempDir Path folder) throws IOException {
    try (Site site = Site.open(folder, Instant.parse("2027-03-10T08:00:00Z"))) {
      Staff staff = told(site);
      String paper = "/delegations/bilbao/papers/briefing-d1.html";
      assertThat(site.page(paper, "Cookie", staff.cookie()).text())
          .contains("Past contact No earlier meeting of yours has been documented.");
      tell(staff, ENERGY, "follow_up");
      assertThat(staff.act("bilbao", "tell").statusCode()).isEqualTo(303);
      assertThat(site.page(paper, "Cookie", staff.cookie()).text())
          .contains(
              "Past contact 2 March 2027, Havvind, Bilbao: Follow-up"
                  + " Source: told by Åse Öst on 10 March 2027");
    }
  }

  @Test
  void outcomeThatIsNone_isRefused_andLateOnesSaySo(@TempDir Path folder) throws IOException {
    try (Site site = Site.open(folder, Instant.parse("2027-03-17T08:00:00Z"))) {
      Staff staff = told(site);
      Document page = staff.page("/delegations/bilbao/outcomes");
      assertThat(page.select("strong.note").eachText())
          .hasSize(6)
          .containsOnly("was to be told by 16 March 2027");
      String form = page.select("[name=form]").val();
      for (Map<String, String> bad :
          java.util.List.of(
              Map.of("form", form, "result " + ENERGY, "perhaps"),
              Map.of("form", form, "note " + ENERGY, "a note and no result"),
              Map.of("form", form, "note " + ENERGY, "x".repeat(501)),
              Map.of("form", form, "by", "x".repeat(101)))) {
        assertThat(staff.post("/delegations/bilbao/outcomes", bad).statusCode()).isEqualTo(400);
      }
    }
  }
}
