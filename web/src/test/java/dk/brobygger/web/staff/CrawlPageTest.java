package dk.brobygger.web.staff;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.json.EntryJson;
import dk.brobygger.corpus.store.Reading;
import dk.brobygger.web.Site;
import dk.brobygger.web.delegation.Staff;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrawlPageTest {

  private static final EntryId WEST = EntryId.of("cluster/klynge-til-proeve");

  @TempDir Path data;

  private Site site;
  private Staff staff;

  @BeforeEach
  void open() throws IOException {
    site = Site.open(data);
    staff = new Staff(site);
  }

  @AfterEach
  void close() {
    site.close();
  }

  /** What is known of the cluster from a day on. */
  private void record(String day, String fields) {
    String json = "{'id': '%s', 'country': 'DK', 'name': 'Klynge til prøve', %s}";
    Entry entry = EntryJson.read(json.formatted(WEST, fields).replace('\'', '"'));
    site.desk().store().record(new Reading("test", LocalDate.parse(day), List.of(entry)), Site.NOW);
  }

  private long newest() {
    return site.desk().store().newest();
  }

  private void run(String source, String day, long after, String counts, String more)
      throws IOException {
    String line =
        """
        {'source': '%1$s', 'started': '%2$sT03:00:00Z', 'after': %3$d, 'upTo': %4$d,\
         'ended': '%2$sT03:10:00Z', 'bytes': 9, 'counts': {%5$s}, %6$s}
        """
            .formatted(source, day, after, newest(), counts, more)
            .replace('\'', '"');
    write(line);
  }

  private void write(String line) throws IOException {
    Files.writeString(
        data.resolve("crawl-runs.jsonl"),
        line,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private static Element section(Document page, String heading) {
    return page.expectFirst("section:has(h2:contains(" + heading + "))");
  }

  @Test
  void whoHasNoKey_isShownTheDoorAndComesBackHere() {
    HttpResponse<String> answer = site.get("/crawls", "Accept-Language", "en");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("For staff").doesNotContain("The last runs");
    HttpResponse<String> in =
        site.post("/staff/door", Map.of("key", site.key(), "wanted", "/crawls"));
    assertThat(in.headers().firstValue("Location").orElseThrow()).endsWith("/crawls");
  }

  @ParameterizedTest
  @CsvSource({
    "https://evil.example/, /delegations",
    "//evil.example/crawls, /delegations",
    "/crawls//evil.example, /delegations",
    "/crawlsx, /delegations",
    "/delegations/bilbao, /delegations/bilbao"
  })
  void door_leadsToPagesForStaffOnly(String wanted, String location) {
    HttpResponse<String> in = site.post("/staff/door", Map.of("key", site.key(), "wanted", wanted));
    assertThat(in.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]+", ""))
        .isEqualTo(location);
  }

  @Test
  void beforeTheFirstCrawl_theCommandIsShown() {
    Document page = staff.page("/crawls");
    assertThat(page.text())
        .contains("Nothing has been crawled yet", "crawl --daily", "They agree everywhere.");
  }

  @Test
  void lastRuns_areToldNewestFirst() throws IOException {
    run("eu-portal", "2026-11-23", newest(), "'new': 1234, 'requests': 12", "'troubles': {}");
    run("sites", "2026-11-24", newest(), "'changed': 0, 'requests': 7", "'troubles': {}");
    List<String> rows =
        section(staff.page("/crawls"), "The last runs").select("tbody tr").eachText();
    assertThat(rows)
        .containsExactly(
            "24 November 2026, 04:10 Sites of clusters 0 0 0 0 7 0 600",
            "23 November 2026, 04:10 EU portal 1,234 0 0 0 12 0 600");
  }

  @Test
  void lineThatWasCutOff_isCountedAndTheOthersAreTold() throws IOException {
    run("sites", "2026-11-23", newest(), "'changed': 0", "'troubles': {}");
    write("{\"source\": \"si\n");
    Document page = staff.page("/crawls");
    assertThat(page.text()).contains("One line of the crawler cannot be read");
    assertThat(section(page, "The last runs").select("tbody tr")).hasSize(1);
  }

  @Test
  void whatARunChanged_isToldFieldByField() throws IOException {
    record("2026-11-20", "'founded': 2014, 'targetCountries': ['DE']");
    long before = newest();
    record("2026-11-24", "'founded': 2013, 'targetCountries': ['DE', 'ES'], 'members': {'sme': 9}");
    run("sites", "2026-11-24", before, "'changed': 1", "'troubles': {}");
    Element told = section(staff.page("/crawls"), "What it changed: Sites of clusters");
    assertThat(told.select(".changes li").eachText())
        .containsExactly(
            "Founded: 2014 became 2013",
            "Members: SMEs: 9",
            "Target countries: Germany became Germany; Spain");
    assertThat(told.select("a").attr("href")).isEqualTo("/" + WEST);
    assertThat(told.select(".tag").text()).isEqualTo("Changed");
  }

  @Test
  void whatIsNewAndGone_isToldApart() throws IOException {
    long before = newest();
    record("2026-11-20", "'founded': 2014");
    run("sites", "2026-11-20", before, "'new': 1", "'troubles': {}");
    Document first = staff.page("/crawls");
    assertThat(section(first, "What it changed: Sites").select(".tag").text()).isEqualTo("New");
    before = newest();
    record("2026-11-24", "'founded': 2013");
    run("sites", "2026-11-24", before, "'gone': 1", "'gone': ['" + WEST + "'], 'troubles': {}");
    Document second = staff.page("/crawls");
    assertThat(section(second, "What it changed: Sites").select(".tag").text()).isEqualTo("Gone");
  }

  @Test
  void whatIsNew_isFoldedBehindTheFirstTen_andComesAfterWhatChanged() throws IOException {
    record("2026-11-20", "'founded': 2014");
    long before = newest();
    List<Entry> many =
        java.util.stream.IntStream.range(0, 12)
            .mapToObj(number ->
                EntryJson.read(
                    "{\"id\":\"cluster/ny-%1$d\",\"country\":\"DK\",\"name\":\"Ny %1$d\"}"
                        .formatted(number)))
            .toList();
    site.desk().store().record(new Reading("test", LocalDate.of(2026, 11, 24), many), Site.NOW);
    record("2026-11-24", "'founded': 2013");
    run("sites", "2026-11-24", before, "'new': 12, 'changed': 1", "'troubles': {}");
    Element told = section(staff.page("/crawls"), "What it changed: Sites of clusters");
    assertThat(told.select(".news > li .tag").eachText()).hasSize(13).first().isEqualTo("Changed");
    assertThat(told.select("details summary").text()).isEqualTo("Show 3 more");
    assertThat(told.select("details .news > li")).hasSize(3);
  }

  @Test
  void errors_areToldHostByHost() throws IOException {
    run(
        "sites",
        "2026-11-24",
        newest(),
        "'requests': 7",
        "'troubles': {'b.example': {'times': 3, 'reason': 'status 500'},"
            + " 'a.example': {'times': 1, 'reason': '<b>no</b>'}}");
    Element told = section(staff.page("/crawls"), "What it changed: Sites of clusters");
    assertThat(told.select("table tbody tr").eachText())
        .containsExactly("b.example 3 status 500", "a.example 1 <b>no</b>");
  }

  @Test
  void pagesThatCannotBeRead_areCountedAndTheFirstAreNamed() throws IOException {
    run(
        "sites",
        "2026-11-24",
        newest(),
        "'requests': 7, 'unreadable': 3",
        "'troubles': {}, 'unreadable': {'https://a.example/regnskab.pdf': 'needs a password',"
            + " 'https://b.example/': 'holds no <text>'}");
    Element told = section(staff.page("/crawls"), "What it changed: Sites of clusters");
    assertThat(told.select(".facts li").eachText()).contains("Unreadable pages: 3");
    assertThat(told.select("table tbody tr").eachText())
        .containsExactly(
            "https://a.example/regnskab.pdf needs a password",
            "https://b.example/ holds no <text>");
    assertThat(told.select("table a").eachAttr("href")).contains("https://b.example/");
    assertThat(told.text())
        .contains("No host failed.", "The first 2 of 3 are shown.")
        .doesNotContain("Nothing went wrong.");
  }

  @Test
  void runInWhichAllCouldBeRead_saysNothingOfPagesThatCannotBeRead() throws IOException {
    run("sites", "2026-11-24", newest(), "'unreadable': 0", "'troubles': {}, 'unreadable': {}");
    Element told = section(staff.page("/crawls"), "What it changed: Sites of clusters");
    assertThat(told.text()).contains("Nothing went wrong.").doesNotContainIgnoringCase("read");
  }

  @Test
  void editThatASourceContradicts_isShownWithBothValues() throws IOException {
    record(
        "2026-11-24",
        """
        'staff': 6, 'founded': 2014, 'edited': ['staff', 'place'],
        'claims': [{'fields': ['founded'], 'source': 'https://www.proeve.example/om', 'date': '2026-11-24'}],
        'disagreements': [
          {'field': 'staff', 'value': '11', 'claim': {'fields': ['staff'], 'words': '11 medarbejdere',
           'source': 'https://www.proeve.example/om', 'date': '2026-11-24'}},
          {'field': 'founded', 'value': '2011', 'claim': {'fields': ['founded'],
           'source': 'https://register.example/1', 'date': '2026-01-10'}}]
        """);
    Element told = section(staff.page("/crawls"), "Where a person and a source disagree");
    assertThat(told.select("tbody tr").eachText())
        .containsExactly(
            "Klynge til prøve Staff 6 11 www.proeve.example, 24 November 2026: 11 medarbejdere");
    assertThat(told.select("td a").attr("href")).isEqualTo("https://www.proeve.example/om");
  }

  @Test
  void pagesForStaff_leadHereInBothLanguages() {
    for (String path : List.of("/delegations", "/delegations/results", "/crawls")) {
      assertThat(staff.page(path).select("nav.ways a[href=/crawls]").text()).isEqualTo("Crawls");
    }
    Document danish = site.page("/crawls", "Cookie", staff.cookie(), "Accept-Language", "da");
    assertThat(danish.select("h1").text()).isEqualTo("Høst af kilder");
    assertThat(danish.select("nav.ways [aria-current]").text()).isEqualTo("Høst af kilder");
  }
}
