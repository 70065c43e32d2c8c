package dk.brobygger.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.CallStatus;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.store.EntryStore;
import dk.brobygger.indexer.demo.FakeHost;
import dk.brobygger.indexer.demo.FakePortal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The command, with a portal of our own. */
class CrawlTest {

  @TempDir Path data;

  private FakePortal portal;

  private record Run(int code, String out, String err) {}

  @BeforeEach
  void settings() throws IOException {
    portal = new FakePortal("127.3.2.1");
    set("");
  }

  @AfterEach
  void close() {
    portal.close();
  }

  private void set(String more) throws IOException {
    String address = portal.host().address().getAddress().getHostAddress();
    Files.writeString(
        data.resolve("crawl.properties"),
        "contact=mailto:crawler@example.org\ngap=PT0S\ndetails=\nsearch="
            + portal.search()
            + "\npermit="
            + address
            + ":"
            + portal.host().address().getPort()
            + "\n"
            + more);
  }

  /** The command on a day. */
  private Run crawl(String day, String... more) {
    List<String> words = new java.util.ArrayList<>(List.of("crawl", "--data", data.toString()));
    words.addAll(more.length == 0 ? List.of("--source", "eu-portal", "--once") : List.of(more));
    return run(day, words.toArray(String[]::new));
  }

  private static Run run(String day, String... words) {
    Clock clock = Clock.fixed(Instant.parse(day + "T03:00:00Z"), ZoneOffset.UTC);
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command = Indexer.commandLine(clock);
    command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return new Run(command.execute(words), out.toString(), err.toString());
  }

  private static ObjectNode topic(String identifier, String title) {
    return FakePortal.row(
        identifier + "TOPICSen",
        Map.of(
            "type", List.of("1"),
            "status", List.of("31094502"),
            "identifier", List.of(identifier),
            "title", List.of(title),
            "frameworkProgramme", List.of("43108390"),
            "deadlineDate", List.of("2027-04-08T00:00:00.000+0000")));
  }

  private Call call(String identifier) {
    try (EntryStore store = EntryStore.open(data)) {
      return (Call) store.entry(EntryId.of("call/" + identifier)).orElseThrow();
    }
  }

  @Test
  void demo_showsNewMovedMissingAndGoneTopicsInANewFolderOnly() throws IOException {
    Path fresh = data.resolve("demo");
    Run run = run("2026-11-26", "crawl", "--demo", "--data", fresh.toString());
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .containsPattern("day 1: [^\n]*\n[^\n]* [1-9][0-9]+ new, 0 changed, 0 gone,")
        .containsPattern("day 2: [^\n]*\n[^\n]* 1 new, 0 changed, 0 gone,")
        .containsPattern("day 3: [^\n]*\n[^\n]* 0 new, 1 changed, 0 gone,")
        .containsPattern("day 4: [^\n]*\n[^\n]* 0 new, 0 changed, 0 gone,")
        .contains("may be missing: ")
        .containsPattern("day 5: [^\n]*\n[^\n]* 0 new, 0 changed, 1 gone,");
    try (EntryStore store = EntryStore.open(fresh)) {
      assertThat(store.entries())
          .filteredOn(entry -> entry.id().key().startsWith("DEMO-"))
          .filteredOn(entry -> ((Call) entry).timetable().flag() == CallStatus.CLOSED)
          .hasSize(1);
    }
    assertThat(run("2026-11-26", "crawl", "--demo", "--data", fresh.toString()).err())
        .contains("must be a new folder");
  }

  @Test
  void portal_isReadIntoTheStoreAndToldInOneLine() throws IOException {
    portal.show(List.of(topic("A", "Wind"), topic("B", "Sea"), topic("C", "")));
    Run run = crawl("2026-11-25");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .matches(
            "(?s)eu-portal in [0-9.]+ s: 2 new, 0 changed, 0 gone, 0 unchanged, 1 refused\\R.*")
        .contains("refused: CTOPICSen: title is missing");
    assertThat(call("A").name()).isEqualTo("Wind");
    assertThat(Files.readAllLines(data.resolve("crawl-runs.jsonl")))
        .singleElement()
        .asString()
        .contains("\"source\":\"eu-portal\"", "\"new\":2", "\"refused\":1", "\"gaps\":0");
    assertThat(portal.host().log().getFirst().header("User-Agent"))
        .isEqualTo("Brobygger/0.1 (+mailto:crawler@example.org)");
  }

  @Test
  void progress_isDrawnWhereItIsAskedFor() throws Exception {
    portal.show(List.of(topic("A", "Wind")));
    Path output = data.resolve("output");
    List<String> words =
        List.of(
            "crawl", "--data", data.toString(), "--source", "eu-portal", "--once", "--progress");
    assertThat(Child.start(output, List.of(), words).waitFor()).isZero();
    assertThat(Files.readString(output)).contains("eu-portal", "1/? requests");
  }

  @Test
  void lineOfARunThatWasCutOff_swallowsNoOtherAndIsToldOnce() throws IOException {
    Path runs = data.resolve("crawl-runs.jsonl");
    byte[] cut = "{\"source\":\"sites\",\"gone\":[\"call/\u00F8".getBytes(StandardCharsets.UTF_8);
    Files.write(runs, java.util.Arrays.copyOf(cut, cut.length - 1));
    portal.show(List.of(topic("A", "Wind")));
    String sentence = "the last line of crawl-runs.jsonl was cut off";
    assertThat(crawl("2026-11-25").out()).containsOnlyOnce(sentence);
    assertThat(crawl("2026-11-26").out()).doesNotContain(sentence);
    List<String> lines =
        new String(Files.readAllBytes(runs), StandardCharsets.UTF_8).lines().toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.subList(1, 3))
        .allSatisfy(line ->
            assertThat(new ObjectMapper().readTree(line).path("source").asText())
                .isEqualTo("eu-portal"));
  }

  @Test
  void callThatIsAwayForADay_isNotGoneAndForTwoIs() {
    portal.show(List.of(topic("A", "Wind"), topic("B", "Sea")));
    crawl("2026-11-21");
    portal.show(List.of(topic("A", "Wind")));
    assertThat(crawl("2026-11-22").out()).contains(" 0 changed, 0 gone, 1 unchanged");
    portal.show(List.of(topic("A", "Wind"), topic("B", "Sea")));
    assertThat(crawl("2026-11-23").out()).contains(" 0 new, 0 changed, 0 gone, 2 unchanged");
    portal.show(List.of(topic("A", "Wind two")));
    assertThat(crawl("2026-11-24").out()).contains(" 1 changed, 0 gone, ");
    assertThat(crawl("2026-11-24").out()).as("twice a day is one day").contains(" 0 gone, ");
    assertThat(crawl("2026-11-25").out()).contains(" 0 changed, 1 gone, 1 unchanged");
    assertThat(call("B").timetable().flag()).isEqualTo(CallStatus.CLOSED);
    assertThat(crawl("2026-11-26").out()).as("gone once").contains(" 0 gone, ");
    portal.show(List.of(topic("A", "Wind two"), topic("B", "Sea")));
    assertThat(crawl("2026-11-27").out()).contains(" 0 new, 1 changed, 0 gone, 1 unchanged");
    assertThat(call("B").timetable().flag()).isEqualTo(CallStatus.OPEN);
  }

  @Test
  void readingWithGaps_makesNothingGoneAndSaysSo() {
    portal.show(List.of(topic("A", "Wind")));
    crawl("2026-11-24");
    portal.fail(Optional.of((asked, out) -> FakeHost.send(out, 500, "", "")));
    for (String day : List.of("2026-11-25", "2026-11-26", "2026-11-27")) {
      Run run = crawl(day);
      assertThat(run.code()).isEqualTo(1);
      assertThat(run.out()).contains(" 0 gone, ", "may be missing: ", ": status 500");
    }
    assertThat(call("A").timetable().flag()).isEqualTo(CallStatus.OPEN);
    assertThat(portal.host().log()).as("three tries a day").hasSize(1 + 9);
  }

  @Test
  void sitesOfAnAddress_areCrawledWithinTheirBudgetBestPagesFirst() throws IOException {
    String page =
        "<a href='/a'>x</a><a href='/b'>y</a><a href='/members'>z</a><a href='/om-os'>q</a>";
    try (FakeHost site =
        new FakeHost(
            "127.3.2.2",
            (asked, out) ->
                asked.path().equals("/robots.txt")
                    ? FakeHost.send(out, 404, "", "")
                    : FakeHost.send(
                        out, 200, "Content-Type: text/html\r\n", page + asked.path()))) {
      String at = "127.3.2.2:" + site.address().getPort();
      set("pages=3\nsites=" + site.url("/") + "\n");
      Files.writeString(
          data.resolve("crawl.properties"),
          Files.readString(data.resolve("crawl.properties"))
              .replace("permit=", "permit=" + at + " "));
      Run run = crawl("2026-11-25", "--source", "sites");
      assertThat(run.code()).as(run.err()).isZero();
      assertThat(site.paths()).containsExactly("/robots.txt", "/", "/members", "/om-os");
      assertThat(run.out()).contains("127.3.2.2: 3 new", "4 requests: 3 new");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "contact=|contact is \"\", must be a mailto: or https: address",
        "contact=me|contact is \"me\", must be a mailto: or https: address",
        "speed=9|\"speed\" is no setting, must be one of [",
        "topics=https://example.org/|\"topics\" is no setting, must be one of [",
        "details=https://example.org/x|details is \"https://example.org/x\", must end in / or",
        "details=/|address is \"/\", must be an http or https address",
        "pages=0|pages is \"0\", must be a whole number from 1 to 10000",
        "pages=many|pages is \"many\", must be a whole number",
        "gap=2|gap is \"2\", must be a time such as PT2S",
        "gap=PT-2S|gap is \"PT-2S\", must be a time such as PT2S, from PT0S to PT24H",
        "gap=P3650D|gap is \"P3650D\", must be a time such as PT2S, from PT0S to PT24H",
        "eccp=x|eccp: address is \"x\", must be",
        "permit=999.1.1.1:80|permit is \"999.1.1.1:80\", must be an IP address with a port",
        "permit=localhost:80|permit is \"localhost:80\", must be an IP address with a port",
        "permit=127.0.0.1/8|permit is \"127.0.0.1/8\", must be an IP address with a port",
        "sites=ftp://example.org/|sites: address is \"ftp://example.org/\", must be an http or"
            + " https",
        "search=https://example.org/|search is \"https://example.org/\", must end in /search with"
      })
  void settingsThatCannotBeUsed_areRefusedInOneSentence(String line, String sentence)
      throws IOException {
    set(line + "\n");
    Run run = crawl("2026-11-25");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).contains("crawl.properties: " + sentence).doesNotContain("Exception");
    assertThat(portal.host().log()).isEmpty();
  }

  @Test
  void help_listsEverySettingWithWhatItCountsAsMeansAndMustBe() {
    Run run = crawl("2026-11-25", "--help");
    assertThat(run.code()).as(run.err()).isZero();
    String help = run.out().replaceAll("\\s+", " ");
    assertThat(help)
        .contains(
            "gap=PT2S least gap between two requests to one host; must be a time such as PT2S, from"
                + " PT0S to PT24H",
            "pages=30 most pages of one site; must be a whole number from 1 to 10000");
    for (CrawlSetting setting : CrawlSetting.values()) {
      assertThat(help).contains(" " + setting.word() + "=" + setting.usual(), setting.rule());
    }
  }

  @Test
  void missingContact_isAskedFor() throws IOException {
    Files.delete(data.resolve("crawl.properties"));
    assertThat(crawl("2026-11-25").err())
        .contains("contact is \"\", must be", "such as contact=mailto:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--source cordis", "--daily 25:00", "--daily soon", "--once --daily 04:00", "x"})
  void wordsThatCannotBeUsed_areRefusedInOneSentence(String words) {
    Run run = crawl("2026-11-25", words.split(" "));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err().lines()).as(run.err()).hasSize(1);
    assertThat(run.err()).startsWith("brobygger: ").doesNotContain("Exception");
  }

  @Test
  void secondCrawlAtTheSameTime_isRefused() throws IOException {
    try (FileChannel file =
            FileChannel.open(
                data.resolve("crawl.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = file.lock()) {
      assertThat(held.isValid()).isTrue();
      Run run = crawl("2026-11-25");
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).contains("another crawl is running in " + data);
    }
  }
}
