package dk.brobygger.indexer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.sample.Sample;
import dk.brobygger.corpus.store.EntryStore;
import dk.brobygger.indexer.fetch.AddressGuard;
import dk.brobygger.indexer.fetch.Fetcher;
import dk.brobygger.indexer.fetch.Limits;
import dk.brobygger.indexer.fetch.PageAddress;
import dk.brobygger.indexer.frontier.Frontier;
import dk.brobygger.indexer.frontier.Lead;
import dk.brobygger.indexer.source.EuPortal;
import dk.brobygger.indexer.source.SitePages;
import dk.brobygger.search.Desk;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code crawl}. */
@Command(
    name = "crawl",
    description = {
      "Asks the EU portal and the sites of clusters what is new, politely, and goes on where it was"
          + " stopped.",
      "Settings stand in crawl.properties in the data folder; contact=mailto:... is needed there."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:all that was due has been asked for",
      "1:a source could not be read in full; what was read is in the store",
      "2:the input or the settings cannot be used, or another crawl is running"
    })
final class CrawlCommand implements Callable<Integer> {

  private static final int INCOMPLETE = 1;
  private static final int SHOWN = 10;
  private static final String SITES = "sites";

  /** Where a day ends, and where {@code --daily} is meant. */
  private static final ZoneId HOME = ZoneId.of("Europe/Copenhagen");

  private final Clock clock;

  @Spec private CommandSpec spec;

  @Option(names = "--source", description = "only this one: eu-portal or sites")
  private Optional<String> source = Optional.empty();

  @ArgGroup private When when = new When();

  @Option(names = "--data", defaultValue = "data", description = "data folder (${DEFAULT-VALUE})")
  private Path data;

  @Option(
      names = "--progress",
      negatable = true,
      defaultValue = "${sys:brobygger.terminal:-false}",
      fallbackValue = "true",
      description = "show live progress on standard error; as it stands only on a terminal")
  private boolean progress;

  /** How often. */
  private static final class When {

    @Option(names = "--once", description = "crawl now and end (the default)")
    private boolean once;

    @Option(
        names = "--daily",
        paramLabel = "04:00",
        description = "crawl every day at this time in Copenhagen, until stopped")
    private Optional<LocalTime> daily = Optional.empty();
  }

  @SuppressWarnings("NullAway.Init") // picocli sets the fields before the command runs
  CrawlCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (source.filter(name -> !name.equals(EuPortal.SOURCE) && !name.equals(SITES)).isPresent()) {
      throw new IllegalArgumentException(
          "--source is \"" + source.get() + "\", must be eu-portal or sites");
    }
    CrawlSettings settings = CrawlSettings.read(data);
    Files.createDirectories(data);
    try (FileChannel file =
            FileChannel.open(
                data.resolve("crawl.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock lock = file.tryLock()) {
      if (lock == null) {
        throw new OverlappingFileLockException();
      }
      return when.daily.isPresent() ? daily(settings, when.daily.get()) : once(settings);
    } catch (OverlappingFileLockException e) {
      throw new IllegalStateException("another crawl is running in " + data, e);
    }
  }

  /** Whatever one night comes to, the next one comes. */
  private int daily(CrawlSettings settings, LocalTime time) throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    while (true) {
      ZonedDateTime now = clock.instant().atZone(HOME);
      ZonedDateTime today = now.with(time);
      ZonedDateTime next = today.isAfter(now) ? today : today.plusDays(1);
      out.println("next crawl at " + next.toLocalDateTime());
      Thread.sleep(Duration.between(now, next));
      try {
        once(settings);
      } catch (IOException | RuntimeException e) {
        out.println("this crawl ended early: " + e.getMessage());
      }
    }
  }

  private int once(CrawlSettings settings) throws IOException, InterruptedException {
    AddressGuard guard = new AddressGuard(settings.permit());
    Limits limits = new Limits(Limits.USUAL.bytes(), settings.time());
    try (Fetcher fetcher = new Fetcher(settings.userAgent(), guard, limits);
        Frontier frontier = Frontier.open(data, settings.gap(), clock.instant())) {
      boolean full = source.equals(Optional.of(SITES)) || portal(settings, fetcher, frontier);
      if (!source.equals(Optional.of(EuPortal.SOURCE))) {
        sites(settings, fetcher, frontier);
      }
      return full ? 0 : INCOMPLETE;
    }
  }

  private boolean portal(CrawlSettings settings, Fetcher fetcher, Frontier frontier)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    LocalDate day = clock.instant().atZone(HOME).toLocalDate();
    PortalCrawl.Result result;
    try (EntryStore store = EntryStore.open(data);
        ProgressBar bar = Indexer.bar(EuPortal.SOURCE, -1, " requests", progress)) {
      Sample.fill(store, clock.instant());
      CrawlLog log = new CrawlLog(bar::stepTo);
      PacedExchange exchange =
          new PacedExchange(frontier, fetcher, clock, settings.patience(), log);
      PortalCrawl crawl = new PortalCrawl(store, frontier, settings.search(), exchange);
      result = crawl.run(day, clock.instant());
    }
    try (Desk desk = Desk.open(data, clock.instant())) {
      desk.engine().applied();
    }
    report(result, (System.nanoTime() - start) / 1e9);
    return result.gaps().isEmpty();
  }

  private void report(PortalCrawl.Result result, double seconds) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "%s in %.1f s: %,d new, %,d changed, %,d gone, %,d unchanged, %,d refused%n",
        EuPortal.SOURCE,
        seconds,
        result.tally().added(),
        result.tally().changed(),
        result.gone().size(),
        result.tally().unchanged(),
        result.refused().size());
    show(out, "refused: ", result.refused());
    show(out, "may be missing: ", result.gaps());
    ObjectNode counts = run(EuPortal.SOURCE, seconds);
    counts.put("new", result.tally().added()).put("changed", result.tally().changed());
    counts.put("gone", result.gone().size()).put("unchanged", result.tally().unchanged());
    counts.put("refused", result.refused().size()).put("gaps", result.gaps().size());
    append(counts);
  }

  private void sites(CrawlSettings settings, Fetcher fetcher, Frontier frontier)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    for (PageAddress site : settings.sites().isEmpty() ? sitesOfClusters() : settings.sites()) {
      frontier.site(site.origin(), settings.pages());
      frontier.add(site.origin(), List.of(new Lead(site, Lead.START)), clock.instant());
    }
    try (ProgressBar bar = Indexer.bar(SITES, -1, " requests", progress)) {
      CrawlLog log = new CrawlLog(bar::stepTo);
      new SiteCrawl(frontier, fetcher, new SitePages(), clock, log)
          .run(settings.hosts(), settings.patience());
      report(log, (System.nanoTime() - start) / 1e9);
    }
  }

  /** Addresses that we do not take are no reason to leave out the others. */
  private List<PageAddress> sitesOfClusters() {
    List<PageAddress> sites = new ArrayList<>();
    try (EntryStore store = EntryStore.open(data)) {
      Sample.fill(store, clock.instant());
      store.entries().stream()
          .filter(Cluster.class::isInstance)
          .flatMap(entry -> ((Cluster) entry).identity().site().stream())
          .forEach(site -> {
            try {
              sites.add(PageAddress.of(site.toString()));
            } catch (IllegalArgumentException e) {
              spec.commandLine().getOut().println("left out: " + e.getMessage());
            }
          });
    }
    return sites;
  }

  private void report(CrawlLog log, double seconds) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    log.lines().forEach(out::println);
    show(out, "", log.unread());
    out.printf(
        Locale.ROOT,
        "%s in %.1f s: %,d requests: %s%n",
        SITES,
        seconds,
        log.requests(),
        CrawlLog.words(log.total()));
    ObjectNode counts =
        run(SITES, seconds).put("requests", log.requests()).put("bytes", log.bytes());
    log.total().forEach((visit, count) -> counts.put(visit.name().toLowerCase(Locale.ROOT), count));
    append(counts);
  }

  private static void show(PrintWriter out, String what, List<String> sentences) {
    sentences.stream().limit(SHOWN).forEach(sentence -> out.println("  " + what + sentence));
    if (sentences.size() > SHOWN) {
      out.println("  … and " + (sentences.size() - SHOWN) + " more");
    }
  }

  private ObjectNode run(String name, double seconds) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("ended", clock.instant().toString())
        .put("source", name)
        .put("seconds", Math.round(seconds * 10) / 10.0);
  }

  /** One line for each run, for whoever watches over the crawler. */
  private void append(ObjectNode counts) throws IOException {
    Files.writeString(
        data.resolve("crawl-runs.jsonl"),
        counts + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
