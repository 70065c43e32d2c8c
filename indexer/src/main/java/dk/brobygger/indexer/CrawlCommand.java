package dk.brobygger.indexer;

import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.sample.Sample;
import dk.brobygger.corpus.store.EntryStore;
import dk.brobygger.indexer.fetch.AddressGuard;
import dk.brobygger.indexer.fetch.Fetcher;
import dk.brobygger.indexer.fetch.Limits;
import dk.brobygger.indexer.fetch.PageAddress;
import dk.brobygger.indexer.frontier.Frontier;
import dk.brobygger.indexer.frontier.Lead;
import dk.brobygger.indexer.source.SitePages;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code crawl}. */
@Command(
    name = "crawl",
    description = {
      "Fetches sources and sites, politely, and goes on where it was stopped.",
      "Settings are read from crawl.properties in the data folder; contact=mailto:... is needed."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all that was due has been asked for",
      "1:a source could not be read in full, the rest has been",
      "2:settings or input that cannot be used, or another crawl is running"
    })
final class CrawlCommand implements java.util.concurrent.Callable<Integer> {

  private static final int SHOWN = 10;

  private final Clock clock;

  @Spec private CommandSpec spec;

  @Option(names = "--source", description = "only this one: sites")
  private Optional<String> source;

  @Option(names = "--data", defaultValue = "data", description = "data folder (${DEFAULT-VALUE})")
  private Path data;

  @Option(
      names = "--progress",
      negatable = true,
      defaultValue = "${sys:brobygger.terminal:-false}",
      fallbackValue = "true",
      description = "show live progress on standard error; as it stands only on a terminal")
  private boolean progress;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields before the command runs
  CrawlCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    CrawlSettings settings = CrawlSettings.read(data);
    Files.createDirectories(data);
    try (FileChannel file =
            FileChannel.open(
                data.resolve("crawl.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = file.tryLock()) {
      if (lock == null) {
        throw new IllegalStateException("another crawl is running in " + data);
      }
      return crawl(settings);
    }
  }

  private int crawl(CrawlSettings settings) throws InterruptedException {
    AddressGuard guard = new AddressGuard(settings.permit());
    Limits limits = new Limits(Limits.USUAL.bytes(), settings.time());
    try (Fetcher fetcher = new Fetcher(settings.userAgent(), guard, limits);
        Frontier frontier = Frontier.open(data, settings.gap(), clock.instant())) {
      return sites(settings, fetcher, frontier);
    }
  }

  private int sites(CrawlSettings settings, Fetcher fetcher, Frontier frontier)
      throws InterruptedException {
    long start = System.nanoTime();
    CrawlLog log = new CrawlLog(requests -> {});
    for (PageAddress site : settings.sites().isEmpty() ? sitesOfClusters() : settings.sites()) {
      String name = site.origin();
      frontier.site(name, settings.pages());
      frontier.add(name, List.of(new Lead(site, Lead.START)), clock.instant());
    }
    new SiteCrawl(frontier, fetcher, new SitePages(), clock, log)
        .run(settings.hosts(), settings.patience());
    report(log, (System.nanoTime() - start) / 1e9);
    return 0;
  }

  private List<PageAddress> sitesOfClusters() {
    try (EntryStore store = EntryStore.open(data)) {
      Sample.fill(store, clock.instant());
      return store.entries().stream()
          .filter(Cluster.class::isInstance)
          .flatMap(entry -> ((Cluster) entry).identity().site().stream())
          .map(site -> PageAddress.of(site.toString()))
          .toList();
    }
  }

  private void report(CrawlLog log, double seconds) {
    PrintWriter out = spec.commandLine().getOut();
    log.lines().forEach(out::println);
    log.unread().stream().limit(SHOWN).forEach(line -> out.println("  " + line));
    out.printf(
        Locale.ROOT,
        "%,d requests in %.1f s: %s%n",
        log.requests(),
        seconds,
        CrawlLog.words(log.total()));
  }
}
