package dk.brobygger.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.Claim;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Disagreement;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.json.EntryJson;
import dk.brobygger.corpus.store.EntryStore;
import dk.brobygger.corpus.store.Reading;
import dk.brobygger.corpus.store.Version;
import dk.brobygger.indexer.demo.FakeHost;
import java.io.IOException;
import java.io.OutputStream;
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
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A cluster's own site of several pages, crawled from a seed to what the store then says. */
abstract class ClusterSite {

  static final EntryId ID = EntryId.of("cluster/eksempelklyngen-havvest");
  static final String REGISTER = "https://register.example/1";

  @TempDir Path data;

  final Map<String, String> pages = new ConcurrentHashMap<>();
  FakeHost site;

  record Run(int code, String out, String err) {}

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

  static String about(int founded) {
    return page(
        "da",
        "Om os | Eksempelklyngen Havvest",
        "<p>Eksempelklyngen Havvest (EHV) blev stiftet i "
            + founded
            + ". Vores sekretariat har 11 medarbejdere.</p>"
            + "<p>Vi er medlem af Nordsø Prøve Alliancen og arbejder for grøn energi fra"
            + " havet.</p>");
  }

  static String page(String language, String title, String main) {
    return "<!doctype html><html lang='"
        + language
        + "'><head><title>"
        + title
        + "</title></head><body><main>"
        + main
        + "</main><footer><p>Eksempelklyngen Havvest · Havnegade 1 · 6700 Esbjerg</p></footer>"
        + "</body></html>";
  }

  void settings(String more) throws IOException {
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
  void seed(String fields, String... names) {
    String json =
        """
        {'id': '%s', 'country': 'DK', 'site': '%s', %s,
         'claims': [{'fields': ['%s'], 'words': 'w', 'source': '%s', 'date': '2026-01-10'}]}
        """
            .formatted(ID, site.url("/"), fields, String.join("', '", names), REGISTER);
    write(EntryJson.read(json.replace('\'', '"')));
  }

  void write(Entry entry) {
    try (EntryStore store = EntryStore.open(data)) {
      store.record(
          new Reading("register", LocalDate.of(2026, 1, 10), List.of(entry)), Instant.EPOCH);
    }
  }

  Run crawl(String day) {
    Clock clock = Clock.fixed(Instant.parse(day + "T03:00:00Z"), ZoneOffset.UTC);
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command = Indexer.commandLine(clock);
    command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    int code = command.execute("crawl", "--source", "sites", "--data", data.toString());
    assertThat(code).as(err.toString()).isZero();
    return new Run(code, out.toString(), err.toString());
  }

  Cluster cluster() {
    try (EntryStore store = EntryStore.open(data)) {
      return (Cluster) store.entry(ID).orElseThrow();
    }
  }

  List<Version> versions() {
    try (EntryStore store = EntryStore.open(data)) {
      return store.history(ID);
    }
  }

  String path(Claim claim) {
    return claim.source().toString().replace(site.url(""), "");
  }

  List<String> disagreements(Entry entry) {
    return entry.provenance().disagreements().stream().map(this::words).toList();
  }

  private String words(Disagreement one) {
    return one.field() + " " + one.value() + " " + path(one.claim());
  }

  static String withoutProvenance(Entry entry) {
    return EntryJson.tree(entry).without(List.of("claims", "disagreements")).toString();
  }
}
