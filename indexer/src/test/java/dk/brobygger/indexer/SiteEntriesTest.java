package dk.brobygger.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.brobygger.corpus.entry.Claim;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Disagreement;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.json.EntryJson;
import dk.brobygger.corpus.store.EntryStore;
import dk.brobygger.corpus.store.Reading;
import dk.brobygger.corpus.store.Version;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import dk.brobygger.indexer.fetch.PageAddress;
import dk.brobygger.indexer.frontier.Frontier;
import dk.brobygger.indexer.page.Document;
import dk.brobygger.indexer.page.PageOutcome;
import dk.brobygger.indexer.page.PageReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * The command on a cluster's own site of several pages, from a seed to what the store then says.
 */
class SiteEntriesTest {

  private static final EntryId ID = EntryId.of("cluster/eksempelklyngen-havvest");
  private static final String REGISTER = "https://register.example/1";

  private static final Duration MINUTE = Duration.ofMinutes(1);

  @TempDir Path data;

  private final Map<String, String> pages = new ConcurrentHashMap<>();
  private FakeHost site;

  private record Run(int code, String out, String err) {}

  @BeforeEach
  void site() throws IOException {
    site = new FakeHost("127.3.4.1", this::answer);
    pages.put(
        "/",
        page(
            "da",
            "Eksempelklyngen Havvest",
            """
            <p>Eksempelklyngen Havvest samler virksomheder og universiteter om havvind i Danmark.</p>
            <ul><li><a href="/om-os">Om os</a></li><li><a href="/medlemmer">Medlemmer</a></li>
            <li><a href="/en/focus">Focus</a></li><li><a href="/nyheder/1">Nyheder</a></li>
            <li><a href="/partnere/stof">Partnere</a></li></ul>
            """));
    pages.put("/om-os", about(2014));
    pages.put(
        "/medlemmer",
        page(
            "da",
            "Medlemmer | Eksempelklyngen Havvest",
            "<p>Klyngen har 187 medlemmer, heraf 120 SMV'er og 9 universiteter fra hele"
                + " landet.</p><p>Et af dem er Prøve Kabler, grundlagt i 1902 og med hovedkontor i"
                + " Randers.</p>"));
    pages.put(
        "/en/focus",
        page(
            "en",
            "Focus | Eksempelklyngen Havvest",
            "<h1>Focus areas</h1><p>Our members have strong expertise in floating offshore wind,"
                + " mooring systems and power electronics.</p><p>We are seeking partners in Spain"
                + " and Portugal for hydrogen storage and offshore wind projects.</p>"));
    pages.put(
        "/nyheder/1",
        page(
            "da",
            "Nyhed | Eksempelklyngen Havvest",
            "<h1>Ny fabrik i Randers</h1><p>Prøve Kabler blev stiftet i 1902 og har 4.000"
                + " medlemmer i sin kundeklub og et sekretariat med 77 medarbejdere.</p>"
                + "<p>Eksempelklyngen Havvest har nu 190 medlemmer efter et godt år.</p>"));
    pages.put(
        "/partnere/stof",
        page(
            "da",
            "Partnere | Eksempelklyngen Havvest",
            "<h1>Stofklyngen Prøve</h1><p>Stofklyngen Prøve er en klynge for tekstil, blev stiftet"
                + " i 1988 og har 912 medlemmer. Vi søger partnere i Polen inden for garn og"
                + " genbrug af tekstil.</p>"));
    settings("");
    seed("'name': 'Eksempelklyngen Havvest', 'founded': 2011, 'staff': 6", "name", "founded");
  }

  @AfterEach
  void close() {
    site.close();
  }

  private boolean answer(FakeHost.Asked asked, OutputStream out) throws IOException {
    String page = pages.get(asked.path());
    return page == null
        ? FakeHost.send(out, 404, "", "")
        : page.startsWith("http")
            ? FakeHost.send(out, 301, "Location: " + page + "\r\n", "")
            : FakeHost.send(out, 200, "Content-Type: text/html; charset=utf-8\r\n", page);
  }

  private static String about(int founded) {
    return page(
        "da",
        "Om os | Eksempelklyngen Havvest",
        "<p>Eksempelklyngen Havvest (EHV) blev stiftet i "
            + founded
            + ". Vores sekretariat har 11 medarbejdere.</p>"
            + "<p>Vi er medlem af Nordsø Prøve Alliancen og arbejder for grøn energi fra"
            + " havet.</p>");
  }

  private static String page(String language, String title, String main) {
    return "<!doctype html><html lang='"
        + language
        + "'><head><title>"
        + title
        + "</title></head><body><main>"
        + main
        + "</main><footer><p>Eksempelklyngen Havvest · Havnegade 1 · 6700 Esbjerg</p></footer>"
        + "</body></html>";
  }

  private void settings(String more) throws IOException {
    Files.writeString(
        data.resolve("crawl.properties"),
        "contact=mailto:crawler@example.org\ngap=PT0S\npatience=PT0S\nsites="
            + site.url("/")
            + "\npermit=127.3.4.1:"
            + site.address().getPort()
            + more
            + "\n");
  }

  /** What a register said long ago. */
  private void seed(String fields, String... names) {
    String json =
        """
        {'id': '%s', 'country': 'DK', 'site': '%s', %s,
         'claims': [{'fields': ['%s'], 'words': 'w', 'source': '%s', 'date': '2026-01-10'}]}
        """
            .formatted(ID, site.url("/"), fields, String.join("', '", names), REGISTER);
    write(EntryJson.read(json.replace('\'', '"')));
  }

  private void write(Entry entry) {
    try (EntryStore store = EntryStore.open(data)) {
      store.record(
          new Reading("register", LocalDate.of(2026, 1, 10), List.of(entry)), Instant.EPOCH);
    }
  }

  private Run crawl(String day) {
    Clock clock = Clock.fixed(Instant.parse(day + "T03:00:00Z"), ZoneOffset.UTC);
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command = Indexer.commandLine(clock);
    command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    int code = command.execute("crawl", "--source", "sites", "--data", data.toString());
    assertThat(code).as(err.toString()).isZero();
    return new Run(code, out.toString(), err.toString());
  }

  private Cluster cluster() {
    try (EntryStore store = EntryStore.open(data)) {
      return (Cluster) store.entry(ID).orElseThrow();
    }
  }

  private List<Version> versions() {
    try (EntryStore store = EntryStore.open(data)) {
      return store.history(ID);
    }
  }

  private String path(Claim claim) {
    return claim.source().toString().replace(site.url(""), "");
  }

  private List<String> sources(Entry entry, String field) {
    return entry.provenance().claims().stream()
        .filter(claim -> claim.fields().contains(field))
        .map(this::path)
        .toList();
  }

  private List<String> disagreements(Entry entry) {
    return entry.provenance().disagreements().stream().map(this::words).toList();
  }

  private String words(Disagreement one) {
    return one.field() + " " + one.value() + " " + path(one.claim());
  }

  @Test
  void severalPages_becomeOneNewVersion() {
    Run run = crawl("2026-11-20");
    assertThat(run.out()).contains("6 pages read: 1 clusters changed, 0 unchanged");
    assertThat(versions()).hasSize(2);
    Cluster cluster = cluster();
    assertThat(cluster.name()).isEqualTo("Eksempelklyngen Havvest");
    assertThat(cluster.identity().aliases()).containsExactly("EHV");
    assertThat(cluster.identity().founded()).contains(2014);
    assertThat(cluster.identity().seat().place()).contains("Esbjerg");
    assertThat(cluster.standing().staff()).contains(11);
    assertThat(cluster.standing().networks()).containsExactly("Nordsø Prøve Alliancen");
    assertThat(cluster.members().orElseThrow().total()).contains(187);
    assertThat(cluster.strategy().seeks().in(Language.EN).orElseThrow()).contains("hydrogen");
    assertThat(cluster.strategy().targetCountries()).containsExactly("ES", "PT");
    assertThat(sources(cluster, "founded")).containsExactly("/om-os");
    assertThat(sources(cluster, "members"))
        .containsExactly("/medlemmer", "/medlemmer", "/medlemmer");
    assertThat(disagreements(cluster)).containsExactly("founded 2011 " + REGISTER);
  }

  @Test
  void everyClaim_hasWordsThatStandInItsPage() {
    crawl("2026-11-20");
    List<Claim> own =
        cluster().provenance().claims().stream()
            .filter(claim -> !claim.source().toString().equals(REGISTER))
            .toList();
    assertThat(own).hasSizeGreaterThan(8);
    try (PageReader reader = PageReader.open()) {
      for (Claim claim : own) {
        byte[] bytes = pages.getOrDefault(path(claim), "").getBytes(StandardCharsets.UTF_8);
        Document page =
            new Document(claim.source(), Optional.of("text/html; charset=utf-8"), bytes);
        String text = ((PageOutcome.Read) reader.read(page)).page().text();
        assertThat(text.startsWith(claim.words().orElseThrow(), claim.offset().orElseThrow()))
            .as(claim.toString())
            .isTrue();
        assertThat(claim.date()).isEqualTo(LocalDate.of(2026, 11, 20));
      }
    }
  }

  @Test
  void siteThatStaysAsItIs_writesNothingAndIsNotReadAgain() {
    crawl("2026-11-20");
    Run run = crawl("2026-11-22");
    assertThat(run.out()).contains("6 unchanged", "0 pages read: 0 clusters changed, 1 unchanged");
    assertThat(versions()).hasSize(2);
  }

  @Test
  void pageThatChanges_changesItsFieldAlone() {
    crawl("2026-11-20");
    Cluster before = cluster();
    pages.put("/om-os", about(2013));
    Run run = crawl("2026-11-22");
    assertThat(run.out()).contains("1 pages read: 1 clusters changed");
    Cluster after = cluster();
    assertThat(after.identity().founded()).contains(2013);
    assertThat(withoutProvenance(after))
        .isEqualTo(withoutProvenance(before).replace("\"founded\":2014", "\"founded\":2013"));
    assertThat(versions()).hasSize(3);
    crawl("2026-11-26");
    assertThat(versions()).hasSize(3);
  }

  private static String withoutProvenance(Entry entry) {
    return EntryJson.tree(entry).without(List.of("claims", "disagreements")).toString();
  }

  @Test
  void newsThatComesLater_doesNotOutdoThePageThatIsThereToTell() {
    crawl("2026-11-20");
    pages.put(
        "/nyheder/1",
        page("da", "Nyhed", "<p>Eksempelklyngen Havvest har 201 medlemmer, oplyser avisen.</p>"));
    crawl("2026-11-22");
    assertThat(cluster().members().orElseThrow().total()).contains(187);
    assertThat(disagreements(cluster())).contains("members {\"total\":201} /nyheder/1");
    pages.put("/nyheder/1", page("da", "Nyhed", "<p>Intet nyt er godt nyt for havvinden.</p>"));
    crawl("2026-11-24");
    assertThat(disagreements(cluster())).containsExactly("founded 2011 " + REGISTER);
  }

  /** A disagreement about members, which a page of news brings along. */
  private void disagree() {
    pages.put(
        "/nyheder/1",
        page("da", "Nyhed", "<p>Eksempelklyngen Havvest har 201 medlemmer, oplyser avisen.</p>"));
    crawl("2026-11-20");
    assertThat(disagreements(cluster())).contains("members {\"total\":201} /nyheder/1");
  }

  @Test
  void pageThatIsGone_takesItsDisagreementAlong() {
    disagree();
    pages.remove("/nyheder/1");
    crawl("2026-11-22");
    assertThat(disagreements(cluster()))
        .as("missed once")
        .contains("members {\"total\":201} /nyheder/1");
    crawl("2026-11-24");
    assertThat(disagreements(cluster())).containsExactly("founded 2011 " + REGISTER);
    assertThat(cluster().members().orElseThrow().total()).contains(187);
  }

  @Test
  void pageThatMoved_disagreesFromWhereItIsNow() {
    disagree();
    pages.put("/nyt/1", pages.getOrDefault("/nyheder/1", ""));
    pages.put("/nyheder/1", site.url("/nyt/1"));
    crawl("2026-11-22");
    assertThat(disagreements(cluster()))
        .containsExactly("founded 2011 " + REGISTER, "members {\"total\":201} /nyt/1");
  }

  @Test
  void pageThatLostAndIsGone_disagreesNoMore() {
    crawl("2026-11-20");
    pages.put(
        "/", page("da", "Eksempelklyngen", "<p>Eksempelklyngen Havvest blev stiftet i 2013.</p>"));
    pages.remove("/om-os");
    crawl("2026-11-22");
    assertThat(cluster().identity().founded()).contains(2013);
    assertThat(disagreements(cluster())).contains("founded 2014 /om-os");
    crawl("2026-11-24");
    assertThat(cluster().identity().founded()).contains(2013);
    assertThat(disagreements(cluster())).containsExactly("founded 2011 " + REGISTER);
  }

  @Test
  void siteThatFallsSilent_takesItsDisagreementsAlongAndNothingElse() {
    disagree();
    String before = withoutProvenance(cluster());
    pages.clear();
    crawl("2026-11-22");
    crawl("2026-11-24");
    assertThat(disagreements(cluster())).containsExactly("founded 2011 " + REGISTER);
    assertThat(withoutProvenance(cluster())).isEqualTo(before);
    int versions = versions().size();
    crawl("2026-11-26");
    assertThat(versions()).hasSize(versions);
  }

  @Test
  void fieldThatAPersonSet_staysAndTheDifferenceIsKept() {
    seed(
        "'name': 'Eksempelklyngen Havvest', 'founded': 2011, 'staff': 6, 'edited': ['staff']",
        "name",
        "founded");
    crawl("2026-11-20");
    assertThat(cluster().standing().staff()).contains(6);
    assertThat(disagreements(cluster())).contains("staff 11 /om-os");
    crawl("2026-11-22");
    assertThat(cluster().standing().staff()).contains(6);
    assertThat(cluster().provenance().edited()).containsExactly("staff");
  }

  @Test
  void nobodyElse_isMadeOrChanged() {
    crawl("2026-11-20");
    try (EntryStore store = EntryStore.open(data)) {
      assertThat(store.entry(EntryId.of("cluster/stofklyngen-proeve"))).isEmpty();
      assertThat(store.after(0, 10_000))
          .filteredOn(version -> version.recordedAt().isAfter(Instant.EPOCH))
          .extracting(version -> version.id())
          .filteredOn(id -> !sample().contains(id))
          .containsExactly(ID);
    }
  }

  private static List<EntryId> sample() {
    return dk.brobygger.corpus.sample.Sample.entries().stream().map(Entry::id).toList();
  }

  @Test
  void emptyForeignAndParkedPages_destroyNothing() {
    crawl("2026-11-20");
    String before = withoutProvenance(cluster());
    pages.put("/om-os", "");
    pages.put(
        "/medlemmer",
        page(
            "de",
            "x",
            "<p>Diese Domain steht zum Verkauf. Rufen Sie uns"
                + " an, wenn Sie sie kaufen wollen, denn sie wird nicht lange frei sein.</p>"));
    pages.put("/", "https://parked.invalid/");
    pages.put("/en/focus", page("en", "For sale", "<p>This domain is for sale.</p>"));
    pages.remove("/partnere/stof");
    crawl("2026-11-22");
    crawl("2026-11-24");
    crawl("2026-11-26");
    assertThat(withoutProvenance(cluster())).isEqualTo(before);
  }

  /** Reads what lies here already. */
  private SiteEntries.Result read(Vocabulary vocabulary, Duration limit) {
    Instant now = Instant.parse("2026-11-20T04:00:00Z");
    try (EntryStore store = EntryStore.open(data);
        Frontier frontier = Frontier.open(data, Duration.ZERO, now);
        PageReader reader = PageReader.open(384, limit)) {
      return new SiteEntries(store, frontier, reader, vocabulary, ZoneOffset.UTC)
          .read(List.of(PageAddress.of(site.url("/"))), LocalDate.of(2026, 11, 20), now);
    }
  }

  @Test
  void vocabularyThatGrows_hasPagesReadAnewOfWhatIsKept() {
    crawl("2026-11-20");
    int asked = site.log().size();
    seed("'name': 'Eksempelklyngen Havvest'", "name");
    Vocabulary none = Vocabulary.of(List.of());
    assertThat(read(none, MINUTE).pagesRead()).isEqualTo(6);
    assertThat(cluster().strategy().seeks().byLanguage()).isEmpty();
    assertThat(read(none, MINUTE).pagesRead()).isZero();
    Run run = crawl("2026-11-20");
    assertThat(run.out()).contains("6 pages read: 1 clusters changed");
    assertThat(cluster().strategy().seeks().in(Language.EN).orElseThrow()).contains("hydrogen");
    assertThat(site.log()).as("asked no more").hasSize(asked);
  }

  /** What the last run says of pages that cannot be read: how many, and why one cannot. */
  private List<String> unreadable(String path) throws IOException {
    JsonNode run =
        new ObjectMapper().readTree(Files.readAllLines(data.resolve("crawl-runs.jsonl")).getLast());
    return List.of(
        run.path("counts").path("unreadable").asText(),
        run.path("unreadable").path(site.url(path)).asText());
  }

  @Test
  void pagesThatCannotBeRead_areCountedInEveryRunUntilTheyCanBe() throws IOException {
    crawl("2026-11-20");
    assertThat(unreadable("/om-os")).containsExactly("0", "");
    pages.put("/om-os", "<html><body><img src='om.png'></body></html>");
    pages.put("/medlemmer", "%PDF-1.7 and nothing that a PDF must have");
    for (String day : List.of("2026-11-22", "2026-11-24")) {
      assertThat(crawl(day).out())
          .contains(site.url("/om-os") + " cannot be read: holds no text")
          .contains(site.url("/medlemmer") + " cannot be read: ");
      assertThat(unreadable("/om-os")).containsExactly("2", "holds no text");
    }
    pages.put("/om-os", about(2014));
    pages.remove("/medlemmer");
    crawl("2026-11-28");
    assertThat(crawl("2026-12-02").out()).doesNotContain("cannot be read");
    assertThat(unreadable("/om-os")).containsExactly("0", "");
  }

  @Test
  void documentThatTookTooLong_isTriedAgainTheNextTime() {
    pages.put(
        "/medlemmer", "{\\rtf1\\ansi{\\pard Eksempelklyngen Havvest har 187 medlemmer.\\par}}");
    crawl("2026-11-20");
    Vocabulary none = Vocabulary.of(List.of());
    assertThat(read(none, Duration.ZERO).unread())
        .containsExactly(Map.entry(PageAddress.of(site.url("/medlemmer")), "not read after 0 s"));
    SiteEntries.Result again = read(none, MINUTE);
    assertThat(again.unread()).isEmpty();
    assertThat(again.pagesRead()).isEqualTo(1);
  }

  @Test
  void pageThatCannotBeReadAnyMore_keepsItsDisagreement() {
    disagree();
    pages.put("/nyheder/1", "<html><body><img src='nyt.png'></body></html>");
    crawl("2026-11-22");
    assertThat(disagreements(cluster())).contains("members {\"total\":201} /nyheder/1");
  }

  @Test
  void siteThatMovedToASoldDomain_tellsNothing() throws IOException {
    try (FakeHost sold =
        new FakeHost(
            "127.3.4.2",
            (asked, out) ->
                FakeHost.send(
                    out,
                    asked.path().equals("/robots.txt") ? 404 : 200,
                    "Content-Type: text/html\r\n",
                    "<title>Til salg</title><p>Domænet eksempelklyngen-havvest.dk er til salg,"
                        + " stiftet 1955. Medlemmer af vores klub med 3 medlemmer køber det"
                        + " billigt.</p>"))) {
      settings(" 127.3.4.2:" + sold.address().getPort());
      pages.clear();
      pages.put("/", sold.url("/"));
      crawl("2026-11-20");
      assertThat(sold.paths()).contains("/");
      assertThat(cluster().identity().founded()).contains(2011);
      assertThat(versions()).hasSize(1);
    }
  }

  @Test
  void siteOfNobody_tellsOfNobody() throws IOException {
    write(
        EntryJson.read(
            ("{'id': 'cluster/tvilling', 'name': 'Tvillingeklyngen', 'country': 'DK', 'site': '"
                    + site.url("/tvilling")
                    + "'}")
                .replace('\'', '"')));
    Run run = crawl("2026-11-20");
    assertThat(run.out()).contains(site.url("/") + " is not the site of one known cluster");
    assertThat(versions()).hasSize(1);
  }
}
