package dk.brobygger.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.json.EntryJson;
import dk.brobygger.corpus.sample.Sample;
import dk.brobygger.corpus.store.EntryStore;
import dk.brobygger.corpus.store.Reading;
import dk.brobygger.indexer.demo.FakeHost;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Quotations looked up on the pages they are quoted from, by the command that does it. */
class QuotationsTest {

  private static final EntryId ID = EntryId.of("cluster/proeveklyngen");

  private static final String MOVED = "moved";

  private static final Map<String, String> PAGES =
      Map.of(
          "/om", "<h1>Om os</h1><p>Prøveklyngen blev stiftet i&nbsp;2014 af\n40 firmaer.</p>",
          "/nyt", "<p>Prøveklyngen har nu 187 medlemmer.</p>",
          "/flyttet", MOVED,
          "/her", "<p>Sekretariatet har 11 ansatte.</p>");

  @TempDir Path data;

  private FakeHost host;
  private final List<String> claims = new ArrayList<>();

  @BeforeEach
  void open() throws IOException {
    host = new FakeHost("127.3.5.1", QuotationsTest::answer);
    Files.writeString(
        data.resolve("crawl.properties"),
        "contact=mailto:crawler@example.org\ngap=PT0S\npatience=PT0S\npermit=127.3.5.1:"
            + host.address().getPort()
            + "\n");
  }

  @AfterEach
  void close() {
    host.close();
  }

  private static boolean answer(FakeHost.Asked asked, OutputStream out) throws IOException {
    String page = PAGES.getOrDefault(asked.path(), "");
    return page.isEmpty()
        ? FakeHost.send(out, 404, "", "")
        : page.equals(MOVED)
            ? FakeHost.send(out, 301, "Location: /her\r\n", "")
            : FakeHost.send(out, 200, "Content-Type: text/html; charset=utf-8\r\n", page);
  }

  private void quote(String field, String words, String path) {
    claims.add(
        "{'fields': ['%s'], 'words': '%s', 'source': '%s', 'date': '2026-01-10'}"
            .formatted(field, words, host.url(path)));
  }

  private String lookUp(int code) {
    String json =
        "{'id': '%s', 'name': 'Prøveklyngen', 'country': 'DK', 'founded': 2014, 'staff': 11,"
            + " 'claims': [%s]}";
    Entry entry = EntryJson.read(json.formatted(ID, String.join(", ", claims)).replace('\'', '"'));
    try (EntryStore store = EntryStore.open(data)) {
      // In place of the sample, whose pages are not here.
      store.record(new Reading("sample", Sample.GATHERED, List.of(entry)), Instant.EPOCH);
    }
    StringWriter out = new StringWriter();
    CommandLine command =
        Indexer.commandLine(Clock.fixed(Instant.parse("2026-11-27T03:00:00Z"), ZoneOffset.UTC));
    command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(out, true));
    assertThat(command.execute("crawl", "--source", "quotations", "--data", data.toString()))
        .as(out.toString())
        .isEqualTo(code);
    return out.toString();
  }

  @Test
  void wordsOnTheirPage_stand_whereverItHasMoved() {
    quote("founded", "blev stiftet i 2014", "/om");
    quote("name", "Om os", "/om");
    quote("staff", "11 ansatte", "/flyttet");
    assertThat(lookUp(0))
        .contains("3 quotations stand on their page, 0 do not, 0 are of pages that were not read");
    assertThat(host.paths()).contains("/robots.txt", "/om", "/flyttet", "/her");
  }

  @Test
  void wordsThatNobodySaid_areNamedWithTheirPage() {
    quote("founded", "blev stiftet i 2011", "/om");
    assertThat(lookUp(0))
        .contains(
            ID + ": founded: “blev stiftet i 2011” does not stand on " + host.url("/om"),
            "0 quotations stand on their page, 1 do not");
  }

  @Test
  void pageThatIsNotThere_showsNeitherOneNorTheOther() {
    quote("founded", "blev stiftet i 2014", "/om");
    quote("name", "Prøveklyngen", "/borte");
    assertThat(lookUp(1))
        .contains("1 quotations stand on their page, 0 do not, 1 are of pages that were not read");
  }

  @Test
  void lookingUp_changesNoEntry() {
    quote("founded", "blev stiftet i 2011", "/om");
    lookUp(0);
    lookUp(0);
    try (EntryStore store = EntryStore.open(data)) {
      assertThat(store.history(ID)).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "187 medlemmer | Klyngen har 187 medlemmer. | true",
        "87 medlemmer | Klyngen har 187 medlemmer. | false",
        "Havn … 6700 Esbjerg | Havn, Kaj 1, 6700 Esbjerg | true",
        "6700 Esbjerg ... Havn | Havn, Kaj 1, 6700 Esbjerg | false",
        "founded in 2008 | FOUNDED  in 2008 | true",
        "ﬁnans 1² | finans 12 | true",
      })
  void quotation_standsWhereAllItsWordsDo(String words, String text, boolean stands) {
    assertThat(Quotations.stands(words, text)).isEqualTo(stands);
  }
}
