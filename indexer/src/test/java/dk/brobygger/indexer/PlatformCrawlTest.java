package dk.brobygger.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.Claim;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.store.EntryStore;
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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The real command on a list of profiles under the terms of the platform. */
class PlatformCrawlTest {

  private static final String LIST = "/cluster-organisations";

  @TempDir Path data;

  private final Map<String, String> pages = new ConcurrentHashMap<>();
  private FakeHost host;

  private record Run(int code, String out) {}

  @BeforeEach
  void open() throws IOException {
    host =
        new FakeHost(
            "127.3.9.1",
            (asked, out) ->
                pages.containsKey(asked.path())
                    ? FakeHost.send(
                        out,
                        200,
                        "Content-Type: text/html; charset=UTF-8\r\n",
                        pages.getOrDefault(asked.path(), ""))
                    : FakeHost.send(out, 404, "", ""));
    settings("");
    pages.put(
        LIST,
        "<main><a href='/cluster-organisations/example-fjord'>Fjord</a>"
            + "<a href='/content/paper-province-1'>Paper Province</a><a href='/about'>About</a>"
            + "<a href='https://elsewhere.example/cluster-organisations/x'>x</a></main>"
            + "<a href='?page=0%2C1'>Next</a><a href='?f=1'>Filter</a>");
    pages.put(LIST + "?page=0%2C1", "<main><a href='/content/story'>A story</a></main>");
    profile(LIST + "/example-fjord", "Example Fjord Cluster", "Spain: Galicia", 40);
    profile("/content/paper-province-1", "Paper Province", "Sweden: Värmlands län", 117);
    pages.put(
        "/content/story", "<main><h1>A story</h1><p>Spain: a country of clusters.</p></main>");
  }

  private void settings(String more) throws IOException {
    Files.writeString(
        data.resolve("crawl.properties"),
        "contact=mailto:crawler@example.org\ngap=PT0S\npatience=PT0S\neccp="
            + host.url(LIST)
            + "\npermit="
            + host.url("").substring(7)
            + "\n"
            + more);
  }

  private void profile(String path, String name, String seat, int members) {
    pages.put(
        path,
        """
        <main><h1>%s</h1><p>%s</p><h2>About us</h2><p>Established - 1999</p>
        <p>Staff in the management team - 4</p>
        <h3>Cluster composition</h3><ul><li>%d Cluster Members</li></ul></main>
        """
            .formatted(name, seat, members));
  }

  @AfterEach
  void close() {
    host.close();
  }

  private Run crawl(String day) {
    Clock clock = Clock.fixed(Instant.parse(day + "T03:00:00Z"), ZoneOffset.UTC);
    StringWriter out = new StringWriter();
    CommandLine command = Indexer.commandLine(clock);
    command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(out, true));
    int code = command.execute("crawl", "--source", "eccp", "--data", data.toString());
    return new Run(code, out.toString());
  }

  private Optional<Cluster> cluster(String key) {
    try (EntryStore store = EntryStore.open(data)) {
      return store.entry(EntryId.of("cluster/" + key)).map(Cluster.class::cast);
    }
  }

  @Test
  void listLeadsToProfiles_andToNothingElse() {
    Run run = crawl("2026-11-27");
    assertThat(run.code()).as(run.out()).isZero();
    assertThat(run.out()).contains("eccp in ").contains("2 profiles: 1 new, 1 changed");
    assertThat(run.out()).contains("/content/story: is no profile with name and country");
    assertThat(host.paths())
        .containsExactlyInAnyOrder(
            "/robots.txt",
            LIST,
            LIST + "?page=0%2C1",
            LIST + "/example-fjord",
            "/content/paper-province-1",
            "/content/story");
  }

  @Test
  void newCluster_hasClaimsWithWordsAddressAndDay() {
    crawl("2026-11-27");
    Cluster fjord = cluster("example-fjord-cluster").orElseThrow();
    Claim members = fjord.provenance().of("members").orElseThrow();
    assertThat(fjord.members().orElseThrow().total()).contains(40);
    assertThat(members.words()).contains("40 Cluster Members");
    assertThat(members.source()).hasToString(host.url(LIST + "/example-fjord"));
    assertThat(members.date()).isEqualTo(LocalDate.parse("2026-11-27"));
  }

  @Test
  void clusterThatIsKnown_staysOneCluster() {
    crawl("2026-11-27");
    Cluster known = cluster("paper-province").orElseThrow();
    assertThat(known.provenance().claims())
        .anyMatch(claim -> claim.source().getPath().equals("/content/paper-province-1"));
    assertThat(known.standing().staff()).contains(4);
    assertThat(known.identity().site()).hasToString("Optional[https://paperprovince.com/]");
  }

  @Test
  void profileThatChanges_changesAndTheOthersDoNot() {
    crawl("2026-11-27");
    profile(LIST + "/example-fjord", "Example Fjord Cluster", "Spain: Galicia", 44);
    Run run = crawl("2026-11-28");
    assertThat(run.out()).contains("0 new, 1 changed, 1 unchanged");
    assertThat(cluster("example-fjord-cluster").orElseThrow().members().orElseThrow().total())
        .contains(44);
  }

  @Test
  void platformIsAskedForNoMorePages_thanItsBudget() throws IOException {
    settings("platform=3\n");
    crawl("2026-11-27");
    assertThat(host.paths()).hasSize(4).contains("/robots.txt", LIST, LIST + "?page=0%2C1");
  }

  @Test
  void hostThatForbidsIt_isNotAskedForProfiles() {
    pages.put("/robots.txt", "User-agent: *\nDisallow: /content/");
    Run run = crawl("2026-11-27");
    assertThat(run.out()).contains("1 profiles: 1 new");
    assertThat(host.paths()).doesNotContain("/content/paper-province-1", "/content/story");
  }
}
