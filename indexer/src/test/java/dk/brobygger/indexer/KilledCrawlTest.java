package dk.brobygger.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.indexer.FakeSites.Fault;
import dk.brobygger.indexer.demo.FakeHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real crawl, killed again and again on its way, judged by the logs of those it asked. */
@Tag("long")
class KilledCrawlTest {

  /** So often, and each time before the crawl is over; fewer with {@code -Dbrobygger.kills=10}. */
  private static final int KILLS = Integer.getInteger("brobygger.kills", 50);

  /** Enough that each of the processes finds something to do. */
  private static final int SITES = 30 * KILLS;

  /**
   * A process is killed before it has sent this many requests, or as soon as that is seen: several
   * times as many as are on their way at once, so that many are killed after answers.
   */
  private static final int MOST_REQUESTS = 150;

  /** Longer than a process takes to start, so that one that forgot its hosts would be early. */
  private static final int GAP = 5_000;

  /** So long that every kill comes in the middle of many answers, and after some. */
  private static final int ANSWER = 100;

  private static final List<String> MACHINE = List.of("-XX:TieredStopAtLevel=1");

  @TempDir Path folder;

  /** A page that was on record as visited, and how often it had been asked for by then. */
  private record Done(FakeHost host, String path, long asked) {}

  @Test
  void crawlKilledAnywhere_asksNobodyEarlyAndLosesAndRepeatsNothing() throws Exception {
    long seed = Long.getLong("brobygger.seed", new Random().nextLong());
    System.out.println("killed crawl: -Dbrobygger.seed=" + seed);
    Random random = new Random(seed);
    List<Done> done = new ArrayList<>();
    try (FakeSites sites = new FakeSites(SITES, ANSWER)) {
      Files.writeString(folder.resolve("crawl.properties"), sites.settings(GAP));
      for (int kill = 1; kill <= KILLS; kill++) {
        assertThat(killed(sites, 1 + random.nextInt(MOST_REQUESTS)))
            .as("kill %d came in time", kill)
            .isTrue();
        done.addAll(done(sites));
      }
      long asked = requests(sites);
      Path output = folder.resolve("output");
      int code = start(output).waitFor();
      assertThat(code).as(Files.readString(output)).isZero();
      System.out.printf(
          "%d kills, all before the end: %,d requests to %d hosts until then, %,d in all; %,d pages"
              + " on record at a kill%n",
          KILLS, asked, SITES, requests(sites), done.size());
      for (int site = 0; site < SITES; site++) {
        FakeHost host = sites.hosts().get(site);
        assertThat(FakeSites.early(host, GAP)).isEmpty();
        if (FakeSites.fault(site) == Fault.NONE) {
          assertThat(host.paths()).contains("/robots.txt", "/", "/page-1", "/page-2", "/page-3");
        }
      }
    }
    assertThat(done).isNotEmpty();
    assertThat(done)
        .allSatisfy(page ->
            assertThat(asked(page.host(), page.path()))
                .as(page.host().url(page.path()))
                .isEqualTo(page.asked()));
  }

  private Process start(Path output) throws IOException {
    return Child.start(
        output, MACHINE, List.of("crawl", "--source", "sites", "--data", folder.toString()));
  }

  /** Starts the crawl, kills it after so many requests, and says whether it was alive. */
  private boolean killed(FakeSites sites, int most) throws IOException, InterruptedException {
    long before = requests(sites);
    Process child = start(folder.resolve("output"));
    while (child.isAlive() && requests(sites) < before + most) {
      LockSupport.parkNanos(2_000_000);
    }
    boolean alive = child.isAlive();
    child.destroyForcibly().waitFor();
    return alive;
  }

  private static long requests(FakeSites sites) {
    return sites.hosts().stream().mapToLong(host -> host.log().size()).sum();
  }

  private static long asked(FakeHost host, String path) {
    return host.paths().stream().filter(path::equals).count();
  }

  /** The pages on record as fetched, read beside the crawler. */
  private List<Done> done(FakeSites sites) throws SQLException {
    List<Done> done = new ArrayList<>();
    String file = "jdbc:sqlite:" + folder.resolve("crawl.sqlite");
    try (Connection connection = DriverManager.getConnection(file);
        Statement statement = connection.createStatement();
        ResultSet page = statement.executeQuery("SELECT address FROM page WHERE outcome = 'new'")) {
      while (page.next()) {
        String address = page.getString(1);
        for (FakeHost host : sites.hosts()) {
          if (address.startsWith(host.url("/"))) {
            String path = address.substring(host.url("").length());
            done.add(new Done(host, path, asked(host, path)));
          }
        }
      }
    }
    return done;
  }
}
