package dk.brobygger.web.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dk.brobygger.web.Site;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StaffPagesTest {

  private static Site site;
  private static Staff staff;

  /** Each test has a delegation of its own. */
  private String key = "";

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
  void copy(TestInfo test) throws IOException {
    key = "test-" + Integer.toHexString(test.getDisplayName().hashCode());
    folder = site.delegation(key, "paper/bilbao.json");
  }

  private Document show() {
    return staff.page("/delegations/" + key);
  }

  private void done(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
  }

  private static List<String> meetings(Document page, String delegate) {
    return page.select("td[data-delegate=" + delegate + "]:has(.meeting)").stream()
        .map(cell -> cell.attr("data-slot") + " " + cell.select(".meeting a").text())
        .toList();
  }

  /** Of the many plans that are as good, the one that is there before stays, always the same. */
  private void planAnew() throws IOException {
    try (InputStream untidy = Site.class.getResourceAsStream("paper/bilbao-untidy-plan.json")) {
      Files.copy(Objects.requireNonNull(untidy), folder.resolve("plan.json"));
    }
    done(staff.act(key, "plan"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/delegations",
        "/delegations/any",
        "/delegations/results",
        "/delegations/x/links"
      })
  void whoHasNoKey_isShownTheDoorAndNothingElse(String path) {
    HttpResponse<String> answer = site.get(path, "Accept-Language", "en");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("For staff").doesNotContain("Bilbao");
    assertThat(site.post("/staff/door", Map.of("key", "guess")).statusCode()).isEqualTo(403);
    String forged = staff.cookie().replaceAll("\\.\\d+\\.", ".99999999999.");
    assertThat(site.get(path, "Cookie", forged).statusCode()).isEqualTo(403);
  }

  @Test
  void cookie_isForThisSiteOnly() {
    String cookie =
        site.post("/staff/door", Map.of("key", site.key()))
            .headers()
            .firstValue("Set-Cookie")
            .orElseThrow();
    assertThat(cookie).contains("SameSite=Strict", "HttpOnly");
  }

  @Test
  void formFromElsewhere_isRefusedAndChangesNothing() {
    Map<String, String> form = Map.of("version", "none", "act", "plan", "form", "guess");
    HttpResponse<String> answer = staff.post("/delegations/" + key, form);
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("the form does not come from a page");
    String other = new Staff(site).page("/delegations/" + key).select("[name=form]").val();
    assertThat(
            staff
                .post(
                    "/delegations/" + key, Map.of("version", "none", "act", "plan", "form", other))
                .statusCode())
        .isEqualTo(403);
    assertThat(folder.resolve("plan.json")).doesNotExist();
  }

  @Test
  void plan_isMadeAndShownWithWhyWishesAreNotMet() {
    assertThat(show().text()).contains("There is no plan yet.");
    done(staff.act(key, "plan"));
    Document page = show();
    assertThat(page.text())
        .contains("The plan is worth 325 of at most 325. No better plan exists.")
        .contains("MARLOG must meet Autoridad Portuaria de Bilbao")
        .contains("One of them refuses it.");
    assertThat(page.select(".meeting")).hasSize(6);
    assertThat(page.select(".meeting .tag").eachText()).containsExactly("Must", "Must");
    assertThat(page.select(".faults")).isEmpty();
    assertThat(page.select("td.away").text()).isEqualTo("Away");
  }

  @Test
  void pickedMeeting_showsWhatEachSlotWouldBreak_andIsMoved_andBack() throws IOException {
    planAnew();
    List<String> before = meetings(show(), "d1");
    Document picked = staff.page("/delegations/" + key + "?delegate=d1&host=h2");
    assertThat(picked.select("td[data-delegate=d1] form")).hasSize(3);
    assertThat(picked.select("td[data-delegate=d2] form")).isEmpty();
    String other = show().select("td[data-delegate=d1]:has(.meeting .tag)").attr("data-slot");
    done(staff.act(key, "move", "delegate", "d1", "host", "h2", "slot", other));
    Document page = show();
    assertThat(page.select(".faults li").eachText())
        .hasSize(2)
        .allMatch(line -> line.contains("Energy Cluster Denmark meets Basque"));
    assertThat(page.select(".meeting.faulty")).hasSize(2);
    assertThat(staff.act(key, "tell").statusCode()).isEqualTo(409);
    done(staff.act(key, "undo"));
    assertThat(meetings(show(), "d1")).isEqualTo(before);
  }

  @Test
  void meetingTakenOff_isAWishThatWasLeftOut() {
    done(staff.act(key, "plan"));
    done(staff.act(key, "move", "delegate", "d1", "host", "h2", "slot", ""));
    assertThat(show().text()).contains("It could be met in a slot they share, and was left out.");
  }

  @Test
  void lockedMeeting_staysWhenTheRestIsPlannedAnew() throws IOException {
    done(staff.act(key, "plan"));
    done(staff.act(key, "move", "delegate", "d1", "host", "h2", "slot", "s1"));
    done(staff.act(key, "lock", "delegate", "d1", "host", "h2", "slot", "s1"));
    done(staff.act(key, "plan"));
    assertThat(meetings(show(), "d1")).contains("s1 Basque Maritime Cluster");
    assertThat(staff.page("/delegations/" + key + "?delegate=d1&host=h2").select("td form"))
        .isEmpty();
    assertThat(Files.readString(folder.resolve("in.json"))).contains("\"confirmed\" : \"s1\"");
    done(staff.act(key, "release", "delegate", "d1", "host", "h2"));
    assertThat(Files.readString(folder.resolve("in.json"))).doesNotContain("confirmed");
  }

  @Test
  void planThatStaffMadeByHand_staysWhenPlannedAnewWhereNoneIsBetter() throws IOException {
    planAnew();
    assertThat(show().text()).contains("The plan is worth 325 of at most 325.");
    assertThat(meetings(show(), "d1"))
        .containsExactly("s1 Basque Energy Cluster", "s4 Basque Maritime Cluster");
  }

  @Test
  void papersTold_thenHostCallsOff_showsBeforeAndAfterAndWhomToTell() throws IOException {
    planAnew();
    assertThat(show().text()).contains("Nobody has been told of a plan yet.");
    done(staff.act(key, "tell"));
    assertThat(show().text()).contains("Nobody: all know this plan.");
    String paper = show().select(".chips a[href$=schedule-d1.ics]").attr("href");
    HttpResponse<String> calendar = site.get(paper, "Cookie", staff.cookie());
    assertThat(calendar.body()).startsWith("BEGIN:VCALENDAR");
    done(staff.act(key, "cancel", "host", "cluster/basque-energy-cluster", "slot", ""));
    Document page = show();
    assertThat(page.select(".lines:has(ins) li").eachText())
        .filteredOn(line -> line.contains("Basque Energy Cluster"))
        .hasSize(3)
        .allMatch(line -> line.endsWith("→ off"));
    assertThat(meetings(page, "d3")).containsExactly("s2 Basque Maritime Cluster");
    assertThat(page.select(".faults")).isEmpty();
    done(staff.act(key, "discard"));
    assertThat(show().text()).contains("Basque Energy Cluster is not available.");
  }

  @Test
  void changeOfAPlanThatIsAnotherByNow_isRefused() {
    done(staff.act(key, "plan"));
    HttpResponse<String> late = staff.act(key, "move", "version", "none", "delegate", "d1");
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("the plan has been changed since you looked at it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/delegations/nobody", "/delegations/..%2f..", "/delegations/UPPER"})
  void delegationThatIsNone_isNotThere(String path) {
    assertThat(site.get(path, "Cookie", staff.cookie()).statusCode()).isIn(400, 404);
  }

  @Test
  void fileThatIsNoPaper_isNotServed() throws IOException {
    done(staff.act(key, "plan"));
    done(staff.act(key, "tell"));
    for (String file : List.of("plan.json", "..%2fin.json", "%2e%2e%2fin.json", "secret")) {
      String path = "/delegations/" + key + "/papers/" + file;
      assertThat(site.get(path, "Cookie", staff.cookie()).statusCode()).isIn(400, 404);
    }
  }

  @Test
  void badAct_isRefusedInOneSentence() {
    done(staff.act(key, "plan"));
    HttpResponse<String> unknown = staff.act(key, "dance");
    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(unknown.body()).contains("must be one of plan, mend, move");
    HttpResponse<String> nowhere =
        staff.act(key, "move", "delegate", "d1", "host", "h2", "slot", "s9");
    assertThat(nowhere.statusCode()).isEqualTo(400);
    assertThat(nowhere.body()).contains("must be the id of one that is there");
  }

  @Test
  void filesOfTheFolder_areWhatTheCommandsReadAndTheJudgeAccepts() throws Exception {
    done(staff.act(key, "plan"));
    done(staff.act(key, "cancel", "host", "h3", "slot", "s2"));
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files).noneMatch(file -> file.toString().endsWith(".new"));
    }
    Path judge = Path.of("../../shared/checks/verify_plan.py").toAbsolutePath().normalize();
    assumeTrue(Files.exists(judge), "no ../shared/checks here: the independent judge is left out");
    Process process =
        new ProcessBuilder(
                "python3",
                judge.toString(),
                folder.resolve("in.json").toString(),
                folder.resolve("plan.json").toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }
}
