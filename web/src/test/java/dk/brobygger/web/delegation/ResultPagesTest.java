package dk.brobygger.web.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.web.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
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
      assertThat(csv).contains("\"'=cmd, \"\"one\"\"\"");
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
              Map.of("form", form, "note " + ENERGY, "x".repeat(501)))) {
        assertThat(staff.post("/delegations/bilbao/outcomes", bad).statusCode()).isEqualTo(400);
      }
    }
  }
}
