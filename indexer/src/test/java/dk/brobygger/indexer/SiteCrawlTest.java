package dk.brobygger.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.indexer.FakeSites.Fault;
import dk.brobygger.indexer.demo.FakeHost;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The real command on many sites of this machine, judged by their own logs. */
class SiteCrawlTest {

  private static final int SITES = Integer.getInteger("brobygger.sites", 500);
  private static final int GAP = 150;

  @TempDir Path folder;

  private record Run(int code, String out, String err) {}

  private Run crawl() {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command = Indexer.commandLine(Clock.systemUTC());
    command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    int code = command.execute("crawl", "--source", "sites", "--data", folder.toString());
    return new Run(code, out.toString(), err.toString());
  }

  @Test
  void fiveHundredSitesWithFaults_areCrawledToTheEndAndNoneIsAskedEarly() throws IOException {
    try (FakeSites sites = new FakeSites(SITES)) {
      Files.writeString(folder.resolve("crawl.properties"), sites.settings(GAP));
      long start = System.nanoTime();
      Run run = crawl();
      System.out.println(
          SITES
              + " sites: "
              + run.out().lines().toList().getLast()
              + ", in all "
              + (System.nanoTime() - start) / 1_000_000
              + " ms");
      assertThat(run.code()).as(run.err()).isZero();
      for (int site = 0; site < SITES; site++) {
        FakeHost host = sites.hosts().get(site);
        assertThat(FakeSites.early(host, GAP)).isEmpty();
        assertThat(host.paths()).first().as(host.url("")).isEqualTo("/robots.txt");
        assertAsked(host, FakeSites.fault(site));
      }
    }
  }

  /** What each host saw of us. */
  private static void assertAsked(FakeHost host, Fault fault) {
    switch (fault) {
      case NONE ->
          assertThat(host.paths())
              .containsExactlyInAnyOrder("/robots.txt", "/", "/page-1", "/page-2", "/page-3");
      case BUSY_ONCE -> assertThat(Set.copyOf(host.paths())).hasSize(5);
      case ROBOTS_FORBID -> assertThat(host.paths()).containsExactly("/robots.txt");
      case ROBOTS_ERROR, SILENT -> assertThat(host.paths()).hasSize(3).containsOnly("/robots.txt");
      case REDIRECT_LOOP -> assertThat(host.paths()).hasSize(7);
      case ENDLESS, GZIP_BOMB -> assertThat(host.paths()).containsExactly("/robots.txt", "/");
      case SLOW, WRONG_LENGTH, SERVER_ERROR, GARBAGE ->
          assertThat(host.paths()).containsExactly("/robots.txt", "/", "/", "/");
    }
  }
}
