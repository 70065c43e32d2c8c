package dk.brobygger.benchmarks.crawl;

import dk.brobygger.benchmarks.crawl.LoopbackSites.Seen;
import dk.brobygger.benchmarks.outside.ScratchFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Pages a second of the real crawler beside those of Scrapy, on the same sites of this machine, and
 * beside {@code scrapy bench}. Each crawls in a process of its own; the time is that of the sites'
 * clock, from the first page asked for to the last. The crawler asks each host one thing at a time,
 * follows robots rules and keeps what it reads on disk, Scrapy does none of these.
 */
public final class CrawlSpeed {

  private static final int MOST_MINUTES = 10;

  /** What the broad crawls of Scrapy's own guide switch off, and nothing that it needs. */
  private static final List<String> LEAN =
      List.of(
          "LOG_LEVEL=ERROR",
          "COOKIES_ENABLED=False",
          "RETRY_ENABLED=False",
          "REDIRECT_ENABLED=False",
          "HTTPPROXY_ENABLED=False",
          "TELNETCONSOLE_ENABLED=False",
          "REACTOR_THREADPOOL_MAXSIZE=20");

  /** Ways to set how many requests are on their way; the best counts. */
  private static final List<List<String>> WAYS =
      List.of(
          List.of("CONCURRENT_REQUESTS=16"),
          List.of("CONCURRENT_REQUESTS=100"),
          List.of(
              "CONCURRENT_REQUESTS=100",
              "SCHEDULER_PRIORITY_QUEUE=scrapy.pqueues.DownloaderAwarePriorityQueue"));

  private static final Pattern BENCH_PAGES = Pattern.compile("'response_received_count': (\\d+)");
  private static final Pattern BENCH_SECONDS = Pattern.compile("'elapsed_time_seconds': ([0-9.]+)");

  private final LoopbackSites sites;
  private final int pages;
  private final Path folder;
  private final PrintWriter out;

  private CrawlSpeed(LoopbackSites sites, int pages, Path folder, PrintWriter out) {
    this.sites = sites;
    this.pages = pages;
    this.folder = folder;
    this.out = out;
  }

  /**
   * Measures and prints.
   *
   * @param launcher starts the crawler
   * @param hosts how many sites, 1 to 250
   * @param pages how many pages each has, 1 to 9999
   * @param rounds how often each is measured, in turns; positive
   * @throws IOException if Scrapy cannot be started
   * @throws IllegalStateException if one of them does not reach all pages
   */
  public static void run(Path launcher, int hosts, int pages, int rounds, PrintWriter out)
      throws IOException {
    try (ScratchFolder folder = ScratchFolder.of("crawl");
        LoopbackSites sites = new LoopbackSites(hosts, pages)) {
      CrawlSpeed speed = new CrawlSpeed(sites, pages, folder.path(), out);
      speed.beside(launcher, hosts * pages, rounds);
    }
  }

  private void beside(Path launcher, int all, int rounds) throws IOException {
    List<Double> ours = new ArrayList<>();
    List<Double> theirs = new ArrayList<>();
    List<Double> bench = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      ours.add(told("Brobygger", brobygger(launcher, round), all));
      double best = 0;
      for (List<String> way : WAYS) {
        best = Math.max(best, told("Scrapy, " + String.join(" ", way), scrapy(way), all));
      }
      theirs.add(best);
      bench.add(bench());
    }
    double own = median(ours);
    print(
        "medians of %d rounds: Brobygger %.0f pages/s, Scrapy at its best %.0f, ratio %.2f; scrapy"
            + " bench %.0f, ratio %.2f",
        rounds, own, median(theirs), own / median(theirs), median(bench), own / median(bench));
  }

  private double told(String who, Seen seen, int all) {
    print(
        "%s: %,d pages in %.2f s, %.0f pages/s",
        who, seen.pages(), seen.seconds(), seen.perSecond());
    if (seen.pages() != all) {
      throw new IllegalStateException(who + " asked for " + seen.pages() + " of " + all + " pages");
    }
    return seen.perSecond();
  }

  private Seen brobygger(Path launcher, int round) throws IOException {
    Path data = Files.createDirectory(folder.resolve("data-" + round));
    Files.writeString(
        data.resolve("crawl.properties"),
        String.join(
            "\n",
            "contact=mailto:crawler@example.org",
            "gap=PT0S",
            "patience=PT0S",
            "hosts=" + sites.starts().size(),
            "pages=" + (pages + 1),
            "sites=" + String.join(" ", sites.starts()),
            "permit=" + String.join(" ", sites.machines())));
    run(
        List.of(
            launcher.toString(),
            "crawl",
            "--source",
            "sites",
            "--once",
            "--data",
            data.toString()));
    return sites.seen();
  }

  private Seen scrapy(List<String> way) throws IOException {
    Path spider = folder.resolve("pages_spider.py");
    try (InputStream script = CrawlSpeed.class.getResourceAsStream("pages_spider.py")) {
      Files.write(spider, Objects.requireNonNull(script, "pages_spider.py").readAllBytes());
    }
    Path starts = folder.resolve("starts.txt");
    Files.write(starts, sites.starts());
    List<String> words = new ArrayList<>(List.of("scrapy", "runspider", spider.toString()));
    words.addAll(List.of("-a", "starts=" + starts));
    Stream.concat(LEAN.stream(), way.stream())
        .forEach(setting -> words.addAll(List.of("-s", setting)));
    run(words);
    return sites.seen();
  }

  private double bench() throws IOException {
    String said = run(List.of("scrapy", "bench"));
    double perSecond = number(BENCH_PAGES, said) / number(BENCH_SECONDS, said);
    print("scrapy bench: %.0f pages/s", perSecond);
    return perSecond;
  }

  private static double number(Pattern pattern, String said) {
    Matcher matcher = pattern.matcher(said);
    if (!matcher.find()) {
      throw new IllegalStateException("scrapy bench says no " + pattern);
    }
    return Double.parseDouble(matcher.group(1));
  }

  /** What it says, on both its outputs. */
  private String run(List<String> words) throws IOException {
    Path said = folder.resolve("said");
    Process process =
        new ProcessBuilder(words)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    try {
      if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
        throw new IllegalStateException(words.getFirst() + " took over " + MOST_MINUTES + " min");
      }
      String text = Files.readString(said, StandardCharsets.UTF_8);
      if (process.exitValue() != 0) {
        throw new IllegalStateException(words.getFirst() + " failed: " + text);
      }
      return text;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while pages were crawled", e);
    } finally {
      process.destroy();
    }
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  private void print(String line, Object... values) {
    out.printf(Locale.ROOT, line + "%n", values);
    out.flush();
  }
}
