package dk.brobygger.indexer;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The real command on a site whose news only its feed knows, judged by the log of the site. */
class FeedCrawlTest {

  private static final String HTML = "Content-Type: text/html\r\n";

  @TempDir Path data;

  private FakeHost site;
  private volatile String feed = "";

  private record Run(int code, String out, String err) {}

  @BeforeEach
  void open() throws IOException {
    site = new FakeHost("127.3.7.1", this::answer);
    settings(site);
  }

  @AfterEach
  void close() {
    site.close();
  }

  private void settings(FakeHost... permitted) throws IOException {
    List<String> machines =
        Stream.of(permitted).map(host -> host.url("").substring("http://".length())).toList();
    Files.writeString(
        data.resolve("crawl.properties"),
        "contact=mailto:crawler@example.org\ngap=PT0S\ntime=PT2S\npages=4\nsites="
            + site.url("/")
            + "\npermit="
            + String.join(" ", machines)
            + "\n");
  }

  private boolean answer(FakeHost.Asked asked, OutputStream out) throws IOException {
    return switch (asked.path()) {
      case "/" ->
          FakeHost.send(
              out,
              200,
              HTML,
              "<link rel='alternate' type='application/rss+xml' href='/feed'>"
                  + "<a href='/members'>m</a>");
      case "/feed" -> feed(asked, out);
      default ->
          asked.path().equals("/robots.txt")
              ? FakeHost.send(out, 404, "", "")
              : FakeHost.send(out, 200, HTML, "<p>" + asked.path());
    };
  }

  private boolean feed(FakeHost.Asked asked, OutputStream out) throws IOException {
    if (feed.equals("endless")) {
      FakeHost.raw(out, "HTTP/1.1 200 X\r\nContent-Type: text/xml\r\n\r\n<rss><channel>");
      while (true) {
        FakeHost.raw(out, "<item><link>/news-1</link></item>".repeat(10_000));
      }
    }
    if (feed.startsWith("http")) {
      return FakeHost.send(out, 302, "Location: " + feed + "\r\n", "");
    }
    String tag = "\"" + feed.hashCode() + "\"";
    return asked.header("If-None-Match").equals(tag)
        ? FakeHost.send(out, 304, "ETag: " + tag + "\r\n", "")
        : FakeHost.send(
            out, 200, "Content-Type: application/rss+xml\r\nETag: " + tag + "\r\n", feed);
  }

  private static String rss(String... links) {
    return "<rss><channel><item><link>"
        + String.join("</link></item><item><link>", links)
        + "</link></item></channel></rss>";
  }

  /** The command on a day; what the site was asked for. */
  private List<String> crawl(String day) {
    int before = site.log().size();
    Clock clock = Clock.fixed(Instant.parse(day + "T03:00:00Z"), ZoneOffset.UTC);
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command = Indexer.commandLine(clock);
    command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    int code = command.execute("crawl", "--source", "sites", "--data", data.toString());
    assertThat(code).as(err.toString()).isZero();
    return site.paths().subList(before, site.paths().size());
  }

  @Test
  void newsThatOnlyTheFeedNames_isReadTheNightItIsNamed() {
    feed = rss("/news-1");
    assertThat(crawl("2026-11-24"))
        .containsExactly("/robots.txt", "/", "/feed", "/members", "/news-1");
    assertThat(crawl("2026-11-25")).contains("/feed");
    feed = rss("/news-2", "/news-1");
    assertThat(crawl("2026-11-27"))
        .as("within four pages")
        .contains("/feed", "/news-2")
        .doesNotContain("/news-1");
  }

  @Test
  void feed_isAskedEveryNightOnlyWhetherItHasChanged() {
    feed = rss("/news-1");
    List<String> days =
        List.of("2026-11-22", "2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26");
    assertThat(days).allSatisfy(day -> assertThat(crawl(day)).contains("/feed"));
    assertThat(site.log().stream().filter(asked -> asked.path().equals("/feed")).skip(1))
        .hasSize(4)
        .allSatisfy(asked ->
            assertThat(asked.header("If-None-Match")).isEqualTo("\"" + feed.hashCode() + "\""));
    assertThat(site.paths().stream().filter("/news-1"::equals)).hasSizeLessThan(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "endless",
        "<rss><channel>",
        "no feed at all",
        "<!DOCTYPE rss [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b"
            + " '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c"
            + " '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'>]><rss><item><link>&c;</link></item></rss>",
      })
  void feedThatCannotBeRead_leavesTheRestAsItIs(String broken) {
    feed = broken;
    assertThat(crawl("2026-11-24")).contains("/feed", "/members").doesNotContain("/news-1");
  }

  @Test
  void feed_leadsToNoOtherHost() throws IOException {
    try (FakeHost other =
        new FakeHost("127.3.7.2", (asked, out) -> FakeHost.send(out, 200, "", ""))) {
      settings(site, other);
      feed = rss(other.url("/a"), "//" + other.url("/b").substring(7), "/news-1");
      assertThat(crawl("2026-11-24")).contains("/news-1");
      feed = other.url("/feed");
      assertThat(crawl("2026-11-25")).contains("/feed");
      assertThat(other.connections()).isZero();
    }
  }

  @Test
  void feed_leadsToNoPrivateAddress() throws IOException {
    try (FakeHost own =
        new FakeHost("127.3.7.1", (asked, out) -> FakeHost.send(out, 200, "", "secret"))) {
      feed = rss(own.url("/admin"), "http://localhost/", "file:///etc/passwd", "/news-1");
      assertThat(crawl("2026-11-24")).contains("/news-1");
      assertThat(own.connections()).as("another port of the same machine").isZero();
    }
  }
}
