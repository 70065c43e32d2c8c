package dk.brobygger.indexer;

import dk.brobygger.indexer.demo.DemoTopics;
import dk.brobygger.indexer.demo.FakeHost;
import dk.brobygger.indexer.demo.FakePortal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Shows the crawler at work on a made-up portal of this machine, day after day: what is new,
 * changed, missing for a day and gone, and a day on which the portal fails. Nobody else is asked.
 */
final class CrawlDemo {

  /** A loopback address of its own (RFC 1122, section 3.2.1.3). */
  private static final String IP = "127.0.0.1";

  /** The day on which the portal is out of order. */
  private static final int OUT_OF_ORDER = 4;

  private final Path data;
  private final Clock clock;
  private final PrintWriter out;

  /**
   * Into a folder that is new, since what is shown is made up.
   *
   * @param clock by which the first day is today
   * @throws IllegalArgumentException if there is anything in the folder
   */
  CrawlDemo(Path data, Clock clock, PrintWriter out) throws IOException {
    this.data = data;
    this.clock = clock;
    this.out = out;
    Files.createDirectories(data);
    try (Stream<Path> files = Files.list(data)) {
      if (files.findAny().isPresent()) {
        throw new IllegalArgumentException(
            "--data is " + data + ", must be a new folder: what a demonstration shows is made up");
      }
    }
  }

  /** Crawls each day. */
  void run() throws IOException, InterruptedException {
    DemoTopics topics = new DemoTopics(clock.instant());
    try (FakePortal portal = new FakePortal(IP)) {
      CrawlSettings settings = settings(portal);
      for (int day = 1; day <= DemoTopics.DAYS; day++) {
        portal.show(topics.on(day));
        portal.fail(day == OUT_OF_ORDER ? Optional.of(CrawlDemo::outOfOrder) : Optional.empty());
        out.println("day " + day + ": " + told(day));
        Clock then = Clock.offset(clock, Duration.ofDays(day - 1L));
        Crawl.run(data, settings, then, out, false, Crawl::portal);
      }
    }
    out.println("to see it on pages: ./brobygger serve --data " + data);
  }

  private static String told(int day) {
    return switch (day) {
      case 1 -> "the portal is read for the first time";
      case 2 -> "one topic is new";
      case 3 -> "a deadline has moved, and two topics are not shown";
      case OUT_OF_ORDER -> "the portal is out of order: nothing is taken for gone";
      default -> "one of the two is shown again, the other is gone";
    };
  }

  private static boolean outOfOrder(FakeHost.Asked asked, OutputStream out) throws IOException {
    return FakeHost.send(out, 500, "", "");
  }

  private static CrawlSettings settings(FakePortal portal) {
    InetSocketAddress address = portal.host().address();
    Properties given = new Properties();
    given.setProperty("contact", "mailto:demo@example.org");
    given.setProperty("search", portal.search().toString());
    given.setProperty("details", "");
    given.setProperty("gap", "PT0S");
    given.setProperty("permit", address.getAddress().getHostAddress() + ":" + address.getPort());
    return CrawlSettings.of(given);
  }
}
