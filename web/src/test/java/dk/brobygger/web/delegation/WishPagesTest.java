package dk.brobygger.web.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.web.Site;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WishPagesTest {

  private static Site site;
  private static Staff staff;
  private Path folder = Path.of("");

  @BeforeAll
  static void open(@TempDir Path data) throws IOException {
    site = Site.open(data);
    staff = new Staff(site);
  }

  @AfterAll
  static void close() {
    site.close();
  }

  @BeforeEach
  void copy() throws IOException {
    folder = site.delegation("bilbao", "paper/bilbao.json");
    Files.deleteIfExists(folder.resolve("answers.jsonl"));
    Files.deleteIfExists(folder.resolve("plan.json"));
  }

  private static String link(String name) {
    for (Element row : staff.page("/delegations/bilbao/links").select("tbody tr")) {
      if (Objects.requireNonNull(row.selectFirst("th")).text().equals(name)) {
        return URI.create(row.select("a").attr("href")).getPath();
      }
    }
    throw new AssertionError("no link for " + name);
  }

  @Test
  void page_showsTheOtherSideWithReasons_andLookingChangesNothing() throws IOException {
    byte[] before = Files.readAllBytes(folder.resolve("in.json"));
    String link = link("Energy Cluster Denmark");
    HttpResponse<String> answer = site.get(link, "Accept-Language", "en");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    Document page = site.page(link, "Accept-Language", "en");
    assertThat(page.select("legend").eachText())
        .startsWith("Basque Energy Cluster")
        .hasSize(4)
        .doesNotContain("MARLOG");
    assertThat(page.expectFirst("fieldset").select("details tbody tr")).isNotEmpty();
    assertThat(page.expectFirst("fieldset").select("details .source").text()).contains("https://");
    assertThat(page.select("input[checked]").eachAttr("value")).containsOnly("open");
    assertThat(Files.readAllBytes(folder.resolve("in.json"))).isEqualTo(before);
    assertThat(folder.resolve("answers.jsonl")).doesNotExist();
  }

  @Test
  void no_isAVetoAtOnce_andNothingIsPlacedThatIsRefused() throws IOException {
    assertThat(staff.act("bilbao", "plan").statusCode()).isEqualTo(303);
    String link = link("Basque Energy Cluster");
    HttpResponse<String> answer =
        site.post(link, Map.of("say d1", "must", "say d2", "no", "say d3", "open"));
    assertThat(answer.statusCode()).isEqualTo(303);
    Document again = site.page(link + "?saved=1", "Accept-Language", "en");
    assertThat(again.text()).contains("your answers are saved");
    assertThat(again.select("input[checked]").eachAttr("value"))
        .containsExactlyInAnyOrder("must", "no", "open");
    assertThat(Files.readAllLines(folder.resolve("answers.jsonl"))).hasSize(2);
    assertThat(staff.page("/delegations/bilbao").select(".faults").text())
        .contains("Green Hub Denmark or Basque Energy Cluster refuses the meeting.");
    assertThat(staff.act("bilbao", "mend").statusCode()).isEqualTo(303);
    Document mended = staff.page("/delegations/bilbao");
    assertThat(mended.select(".faults")).isEmpty();
    assertThat(mended.select("td[data-delegate=d2] .meeting a").eachText())
        .doesNotContain("Basque Energy Cluster");
    assertThat(
            staff.page("/delegations/bilbao/links").select("tbody tr").eachText().stream()
                .filter(row -> row.contains(" Yes ")))
        .hasSize(1);
  }

  @Test
  void linkThatIsWithdrawn_opensNothingAndTheNextOneDoes() throws IOException {
    String old = link("MARLOG");
    String other = link("Green Hub Denmark");
    Document page = staff.page("/delegations/bilbao/links");
    Element row = page.expectFirst("tr:has(a[href$=" + old + "])");
    Map<String, String> form = new HashMap<>();
    row.select("input").forEach(field -> form.put(field.attr("name"), field.val()));
    assertThat(staff.post("/delegations/bilbao/links", form).statusCode()).isEqualTo(303);
    HttpResponse<String> looked = site.get(old, "Accept-Language", "da");
    assertThat(looked.statusCode()).isEqualTo(410);
    assertThat(looked.body()).contains("linket er trukket tilbage");
    assertThat(site.post(old, Map.of("say h2", "no")).statusCode()).isEqualTo(410);
    assertThat(folder.resolve("answers.jsonl")).doesNotExist();
    String next = link("MARLOG");
    assertThat(next).isNotEqualTo(old);
    assertThat(site.get(next).statusCode()).isEqualTo(200);
    assertThat(link("Green Hub Denmark")).isEqualTo(other);
    form.put("id", "nobody");
    assertThat(staff.post("/delegations/bilbao/links", form).statusCode()).isEqualTo(400);
    Files.delete(folder.resolve("withdrawals.jsonl"));
  }

  @Test
  void linkThatIsNotAsItWasGivenOut_isRefusedInOneSentence() throws IOException {
    String one = link("MARLOG");
    String other = link("Green Hub Denmark");
    String mixed = one.substring(0, one.indexOf('.')) + other.substring(other.indexOf('.'));
    for (String link : List.of(mixed, one + "x", "/wishes/x", "/wishes/a.b", "/wishes/%25.x")) {
      HttpResponse<String> looked = site.get(link, "Accept-Language", "en");
      assertThat(looked.statusCode()).as(link).isEqualTo(403);
      assertThat(looked.body()).contains("the link is not as it was given out");
      assertThat(site.post(link, Map.of("say h2", "no")).statusCode()).isEqualTo(403);
    }
    assertThat(folder.resolve("answers.jsonl")).doesNotExist();
  }

  @Test
  void answerThatIsNone_isRefused_andAboutOthersIsNotHeard() throws IOException {
    String link = link("MARLOG");
    assertThat(site.post(link, Map.of("say h2", "perhaps")).statusCode()).isEqualTo(400);
    assertThat(site.post(link, Map.of("say d1", "no", "say h99", "no")).statusCode())
        .isEqualTo(303);
    assertThat(Files.readString(folder.resolve("answers.jsonl"))).isEmpty();
  }
}
