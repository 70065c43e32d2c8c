package dk.brobygger.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.Claim;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.entry.Opportunity;
import dk.brobygger.corpus.entry.OpportunityKind;
import dk.brobygger.corpus.store.EntryStore;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.indexer.demo.FakeHost;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The real command on a list of profiles in the form of the network's own. */
class EenCrawlTest {

  private static final String LIST = "/partnering-opportunities";

  @TempDir Path data;

  private final Map<String, String> pages = new ConcurrentHashMap<>();
  private FakeHost host;

  private record Run(int code, String out) {}

  @BeforeEach
  void open() throws IOException {
    host =
        new FakeHost(
            "127.3.8.1",
            (asked, out) ->
                pages.containsKey(asked.path())
                    ? FakeHost.send(
                        out,
                        200,
                        "Content-Type: text/html; charset=UTF-8\r\n",
                        pages.getOrDefault(asked.path(), ""))
                    : FakeHost.send(out, 404, "", ""));
    Files.writeString(
        data.resolve("crawl.properties"),
        "contact=mailto:crawler@example.org\ngap=PT0S\npatience=PT0S\neen="
            + host.url(LIST)
            + "\npermit="
            + host.url("").substring(7)
            + "\n");
    pages.put(
        LIST,
        "<main><a href='/partnering-opportunities/wind-sensor'>Wind</a>"
            + "<a href='/partnering-opportunities/wind-sensor/partnership-contact'>Contact</a>"
            + "<a href='?f%5B0%5D=p%3A4320'>Technology request</a><a href='/about'>About</a>"
            + "<a href='https://elsewhere.example/partnering-opportunities/x'>x</a>"
            + "<nav><a href='?page=1'>Next</a></nav></main>");
    pages.put(LIST + "?page=1", "<a href='/partnering-opportunities/pumps'>Pumps</a>");
    profile(
        "wind-sensor", "A sensor for wind", "TODE20260903021", "Deadline for EOIs", "31/12/2026");
    profile("pumps", "Pumps wanted", "BRGR20260110005", "Target countries", "Denmark<br>Sweden");
  }

  @AfterEach
  void close() {
    host.close();
  }

  private void profile(String name, String title, String reference, String term, String said) {
    pages.put(
        LIST + "/" + name,
        """
        <header><h1 class="ecl-page-header__title"><span>%s</span></h1></header>
        <dl class="ecl-description-list">
        <dt class="ecl-description-list__term">Short Summary</dt><dd><p>About %s.</p></dd>
        <dt class="ecl-description-list__term">POD Reference</dt><dd>%s</dd>
        <dt>Expected role of a Partner:</dt><dd><p>To test it.</p></dd>
        <dt>%s</dt><dd>%s</dd><dt>Contact</dt></dl>
        """
            .formatted(title, title, reference, term, said));
  }

  private Run crawl(String day) {
    Clock clock = Clock.fixed(Instant.parse(day + "T03:00:00Z"), ZoneOffset.UTC);
    StringWriter out = new StringWriter();
    CommandLine command = Indexer.commandLine(clock);
    command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(out, true));
    int code = command.execute("crawl", "--source", "een", "--data", data.toString());
    return new Run(code, out.toString());
  }

  private Opportunity opportunity(String reference) {
    try (EntryStore store = EntryStore.open(data)) {
      return (Opportunity) store.entry(EntryId.of("opportunity/" + reference)).orElseThrow();
    }
  }

  @Test
  void profilesOfAllPagesOfTheList_areReadAndNothingElseIsAskedFor() {
    Run run = crawl("2026-11-24");
    assertThat(run.code()).as(run.out()).isZero();
    assertThat(run.out()).contains("2 profiles: 2 new, 0 changed, 0 unchanged, 0 refused");
    assertThat(host.paths())
        .containsExactlyInAnyOrder(
            "/robots.txt", LIST, LIST + "?page=1", LIST + "/wind-sensor", LIST + "/pumps");
    Opportunity sensor = opportunity("TODE20260903021");
    assertThat(sensor.kind()).isEqualTo(OpportunityKind.TECHNOLOGY_OFFER);
    assertThat(sensor.name()).isEqualTo("A sensor for wind");
    assertThat(sensor.country()).isEqualTo("DE");
    assertThat(sensor.summary().in(Language.EN)).contains("About A sensor for wind.");
    assertThat(sensor.soughtPartner().in(Language.EN)).contains("To test it.");
    assertThat(sensor.deadline()).contains(LocalDate.parse("2026-12-31"));
    assertThat(sensor.openForInterest()).isTrue();
    assertThat(sensor.provenance().of("name").orElseThrow().source().getPath())
        .isEqualTo(LIST + "/wind-sensor");
    Opportunity pumps = opportunity("BRGR20260110005");
    assertThat(pumps.kind()).isEqualTo(OpportunityKind.BUSINESS_REQUEST);
    assertThat(pumps.country()).isEqualTo("EL");
    assertThat(pumps.targetCountries()).containsExactly("DK", "SE");
    assertThat(pumps.openForInterest()).as("published is not open").isFalse();
  }

  @Test
  void profileThatChanges_changesAndTheOthersDoNot() {
    crawl("2026-11-24");
    profile("pumps", "Pumps and pipes wanted", "BRGR20260110005", "Target countries", "Denmark");
    assertThat(crawl("2026-11-25").out()).contains("0 new, 1 changed, 1 unchanged");
    assertThat(opportunity("BRGR20260110005").name()).isEqualTo("Pumps and pipes wanted");
  }

  @ParameterizedTest
  @CsvSource({
    "'', BRGR20260110005, A profile without a title",
    "Title, see below, A profile without a reference",
    "Title, XXGR20260110005, A reference of no kind"
  })
  void pageThatShowsNoProfile_isRefusedAndTheOthersAreRead(
      String title, String reference, String why) {
    profile("pumps", title, reference, "x", "y");
    Run run = crawl("2026-11-24");
    assertThat(run.code()).isZero();
    assertThat(run.out()).as(why).contains("1 new, 0 changed, 0 unchanged, 1 refused");
    assertThat(run.out()).contains("refused: " + host.url(LIST + "/pumps"));
  }

  @Test
  void hostThatForbidsIt_isNotAskedForProfiles() {
    pages.put("/robots.txt", "User-agent: *\nDisallow: /partnering-opportunities/");
    Run run = crawl("2026-11-24");
    assertThat(host.paths()).containsExactlyInAnyOrder("/robots.txt", LIST, LIST + "?page=1");
    assertThat(run.out()).contains("0 profiles: 0 new");
  }

  private void list(String... names) {
    StringBuilder links = new StringBuilder("<main>");
    for (String name : names) {
      links.append("<a href='").append(LIST).append('/').append(name).append("'>x</a>");
    }
    pages.put(LIST, links + "<a href='?page=1'>Next</a></main>");
  }

  @Test
  void profileThatTheListShowsNoMore_isClosedAfterThreeDays() {
    crawl("2026-11-20");
    list();
    for (String day : List.of("2026-11-21", "2026-11-23")) {
      crawl(day);
      assertThat(opportunity("TODE20260903021").openForInterest()).as(day).isTrue();
    }
    assertThat(crawl("2026-11-24").out()).contains("closed, since no longer listed: 1");
    Opportunity closed = opportunity("TODE20260903021");
    assertThat(closed.openForInterest()).isFalse();
    assertThat(closed.summary().in(Language.EN)).contains("About A sensor for wind.");
    Claim claim = closed.provenance().of("openForInterest").orElseThrow();
    assertThat(claim.source()).hasToString(host.url(LIST));
    assertThat(claim.date()).isEqualTo(LocalDate.parse("2026-11-24"));
    assertThat(crawl("2026-11-25").out()).doesNotContain("closed").contains("0 changed");
  }

  @Test
  void profileThatIsListedAgain_isOpenAgain() {
    crawl("2026-11-20");
    list();
    List.of("2026-11-21", "2026-11-24").forEach(this::crawl);
    assertThat(opportunity("TODE20260903021").openForInterest()).isFalse();
    list("wind-sensor");
    crawl("2026-11-25");
    assertThat(opportunity("TODE20260903021").openForInterest()).isTrue();
    crawl("2026-11-29");
    assertThat(opportunity("TODE20260903021").openForInterest()).isTrue();
  }

  @Test
  void profileThatIsAwayForADay_isNotClosed() {
    crawl("2026-11-20");
    list();
    crawl("2026-11-21");
    list("wind-sensor");
    List.of("2026-11-22", "2026-11-25").forEach(this::crawl);
    assertThat(opportunity("TODE20260903021").openForInterest()).isTrue();
  }

  @Test
  void whileAPageOfTheListCannotBeRead_nothingIsClosed() {
    crawl("2026-11-20");
    pages.remove(LIST + "?page=1");
    list();
    List.of("2026-11-21", "2026-11-24", "2026-11-28").forEach(this::crawl);
    assertThat(opportunity("TODE20260903021").openForInterest()).isTrue();
  }

  @Test
  void oneMissAfterALongPause_closesNothing() {
    crawl("2026-11-01");
    list();
    crawl("2026-11-24");
    assertThat(opportunity("TODE20260903021").openForInterest()).isTrue();
  }

  @Test
  void listedProfileWhosePageIsBroken_isNotClosed() {
    crawl("2026-11-20");
    pages.put(LIST + "/wind-sensor", "<h1>Under repair</h1>");
    List.of("2026-11-21", "2026-11-24", "2026-11-28").forEach(this::crawl);
    assertThat(opportunity("TODE20260903021").openForInterest()).isTrue();
  }
}
