package dk.brobygger.web.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.web.Site;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewPagesTest {

  private static final String NEW = "/delegations/new";

  private static Site site;
  private static Staff staff;
  private static Path folder;

  @BeforeAll
  static void open(@TempDir Path data) throws IOException {
    site = Site.open(data);
    staff = new Staff(site);
    folder = data.resolve("delegations");
  }

  @AfterAll
  static void close() {
    site.close();
  }

  private static Map<String, String> form(String field, String value) {
    Map<String, String> form = new HashMap<>();
    form.put("to", "ES21");
    form.put("theme", "offshore wind");
    form.put("from", "2027-03-02");
    form.put("until", "2027-03-03");
    form.put("zone", "Europe/Madrid");
    form.put("delegates", "4");
    form.put("hosts", "5");
    form.put(field, value);
    form.put("form", staff.page(NEW).expectFirst("[name=form]").val());
    return form;
  }

  private static HttpResponse<String> upload(String json) {
    Map<String, String> form = Map.of("form", form("to", "").get("form"));
    return site.upload(
        NEW + "/file", form, json, "Cookie", staff.cookie(), "Accept-Language", "en");
  }

  private static String location(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow().replaceAll("#.*", "");
  }

  private static String[] stored() {
    String[] names = folder.toFile().list();
    return names == null ? new String[0] : names;
  }

  @Test
  void proposedDelegation_opensInItsPlanPage_andIsPlanned() {
    String path = location(staff.post(NEW, form("to", "ES21")));
    Document page = staff.page(path);
    assertThat(page.select("h1").text()).isEqualTo("Offshore wind, País Vasco, Spain");
    assertThat(page.expectFirst("main").text())
        .as("why these hosts and guests")
        .contains("speaks of “", "the first of league 1");
    assertThat(page.expectFirst(".wished li").text())
        .as("who is proposed to whom, and why")
        .contains("Basque", "They offer what you seek: ");
    assertThat(staff.act(path.substring("/delegations/".length()), "plan").statusCode())
        .isEqualTo(303);
    assertThat(staff.page(path).select(".meeting")).isNotEmpty();
    assertThat(location(staff.post(NEW, form("to", "ES21")))).isEqualTo(path + "-2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "to | XX | destination is \"XX\", must be a country such as ES or a region such as ES21",
        "theme | '' | theme is empty, must be what you would search for",
        "theme | qwrtplk | theme is answered by nobody in ES21, must be something that is done"
            + " there",
        "from | soon | from is \"soon\", must be a day such as 2027-03-02",
        "until | 2027-03-01 | last day is 2027-03-01, must be 2027-03-02 to 2027-03-15",
        "zone | Mars | zone is \"Mars\", must be a zone such as Europe/Madrid",
        "delegates | many | delegates is \"many\", must be a whole number from 1 to 50",
        "hosts | 101 | hosts is \"101\", must be a whole number from 1 to 100",
      })
  void badField_isToldAtTheField_theRestIsKept_andNothingIsStored(
      String field, String value, String sentence) {
    String[] before = stored();
    HttpResponse<String> answer = staff.post(NEW, form(field, value));
    assertThat(answer.statusCode()).isEqualTo(400);
    Element input =
        Objects.requireNonNull(Jsoup.parse(answer.body()).selectFirst("[aria-invalid=true]"));
    assertThat(input.attr("name")).isEqualTo(field);
    assertThat(input.val()).isEqualTo(value);
    Element note = Objects.requireNonNull(input.nextElementSibling());
    assertThat(note.id()).isEqualTo(input.attr("aria-describedby"));
    assertThat(note.text()).isEqualTo(sentence);
    assertThat(Jsoup.parse(answer.body()).select("#wrong")).hasSize(1);
    assertThat(stored()).isEqualTo(before);
  }

  @Test
  void uploadedFile_isKeptAsItIs_andOpensInItsPlanPage() throws IOException {
    String json;
    try (InputStream shipped =
        Objects.requireNonNull(Site.class.getResourceAsStream("paper/bilbao.json"))) {
      json = new String(shipped.readAllBytes(), StandardCharsets.UTF_8);
    }
    String path = location(upload(json));
    assertThat(path).startsWith("/delegations/havvind-bilbao");
    assertThat(staff.page(path).text()).contains("There is no plan yet.");
    String key = path.substring("/delegations/".length());
    assertThat(Files.readString(folder.resolve(key).resolve("in.json"))).isEqualTo(json);
    String taken = json.replace("Havvind, Bilbao", "Results");
    assertThat(location(upload(taken))).isEqualTo("/delegations/results-2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "{\"slots\":[]}"})
  void fileThatIsNoDelegation_isRefusedAtTheField_andNothingIsStored(String json) {
    String[] before = stored();
    HttpResponse<String> answer = upload(json);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    Document page = Jsoup.parse(answer.body());
    assertThat(page.select("[aria-invalid=true]").attr("name")).isEqualTo("file");
    assertThat(page.select("#wrong").text()).contains(", must be").isNotBlank();
    assertThat(stored()).isEqualTo(before);
  }

  @Test
  void fileFromElsewhere_isRefused() {
    String[] before = stored();
    HttpResponse<String> answer =
        site.upload(NEW + "/file", Map.of("form", "guess"), "{}", "Cookie", staff.cookie());
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(site.get(NEW).statusCode()).isEqualTo(403);
    assertThat(stored()).isEqualTo(before);
  }
}
