package dk.brobygger.indexer;

import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.sample.Sample;
import dk.brobygger.corpus.store.EntryStore;
import dk.brobygger.corpus.store.Tally;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import dk.brobygger.indexer.fetch.AddressGuard;
import dk.brobygger.indexer.fetch.Fetcher;
import dk.brobygger.indexer.fetch.Limits;
import dk.brobygger.indexer.fetch.PageAddress;
import dk.brobygger.indexer.frontier.Frontier;
import dk.brobygger.indexer.frontier.Lead;
import dk.brobygger.indexer.page.PageReader;
import dk.brobygger.indexer.source.EenProfiles;
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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
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
      "Asks the EU portal, the sites of clusters and the Enterprise Europe Network what is new,"
          + " politely, takes it into the store,"
          + " and goes on where it was stopped.",
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
  private static final String SITES = SiteEntries.SOURCE;
  private static final List<String> SOURCES =
      List.of(EuPortal.SOURCE, SITES, EenProfiles.SOURCE, Quotations.SOURCE);

  /** Where a day ends, and where {@code --daily} is meant. */
  private static final ZoneId HOME = ZoneId.of("Europe/Copenhagen");

  private final Clock clock;

  @Spec private CommandSpec spec;

  @Option(
      names = "--source",
      description = {
        "only this one: eu-portal, sites, een or quotations;",
        "quotations, which are looked up on their pages and change nothing, are read only when"
            + " named"
      })
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
    if (source.filter(name -> !SOURCES.contains(name)).isPresent()) {
      throw new IllegalArgumentException(
          "--source is \"" + source.get() + "\", must be one of " + String.join(", ", SOURCES));
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
      if (source.equals(Optional.of(Quotations.SOURCE))) {
        return quotations(settings, fetcher, frontier);
      }
      boolean full = !isWanted(EuPortal.SOURCE) || portal(settings, fetcher, frontier);
      if (isWanted(SITES)) {
        sites(settings, fetcher, frontier);
      }
      if (isWanted(EenProfiles.SOURCE)) {
        profiles(settings, fetcher, frontier);
      }
      return full ? 0 : INCOMPLETE;
    }
  }

  private boolean isWanted(String name) {
    return source.filter(only -> !only.equals(name)).isEmpty();
  }

  private boolean portal(CrawlSettings settings, Fetcher fetcher, Frontier frontier)
      throws IOException, InterruptedException {
    LocalDate day = clock.instant().atZone(HOME).toLocalDate();
    PortalCrawl.Result result;
    CrawlRun run;
    try (EntryStore store = EntryStore.open(data);
        ProgressBar bar = Indexer.bar(EuPortal.SOURCE, -1, " requests", progress)) {
      Sample.fill(store, clock.instant());
      CrawlLog log = new CrawlLog(bar::stepTo);
      run = CrawlRun.start(EuPortal.SOURCE, log, clock.instant());
      long before = store.newest();
      PacedExchange exchange =
          new PacedExchange(frontier, fetcher, clock, settings.patience(), log);
      PortalCrawl crawl =
          new PortalCrawl(store, frontier, settings.search(), settings.details(), exchange);
      result = crawl.run(day, clock.instant());
      run.wrote(result.tally(), before, store.newest());
    }
    index();
    report(result, run);
    return result.gaps().isEmpty();
  }

  /** The index follows the store. */
  private void index() {
    try (Desk desk = Desk.open(data, clock.instant())) {
      desk.engine().applied();
    }
  }

  private void report(PortalCrawl.Result result, CrawlRun run) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "%s in %.1f s: %,d new, %,d changed, %,d gone, %,d unchanged, %,d refused%n",
        EuPortal.SOURCE,
        run.seconds(clock.instant()),
        result.tally().added(),
        result.tally().changed(),
        result.gone().size(),
        result.tally().unchanged(),
        result.refused().size());
    show(out, "refused: ", result.refused());
    show(out, "may be missing: ", result.gaps());
    run.gone(result.gone());
    run.count("refused", result.refused().size());
    run.count("gaps", result.gaps().size());
    append(run);
  }

  /** A line that was cut off is passed over, not without a word. */
  private void append(CrawlRun run) throws IOException {
    run.append(data, clock.instant()).ifPresent(spec.commandLine().getOut()::println);
  }

  private void sites(CrawlSettings settings, Fetcher fetcher, Frontier frontier)
      throws IOException, InterruptedException {
    List<PageAddress> sites = settings.sites().isEmpty() ? sitesOfClusters() : settings.sites();
    for (PageAddress site : sites) {
      frontier.site(site.origin(), settings.pages());
      frontier.add(site.origin(), List.of(new Lead(site, Lead.START)), clock.instant());
    }
    try (ProgressBar bar = Indexer.bar(SITES, -1, " requests", progress)) {
      CrawlLog log = new CrawlLog(bar::stepTo);
      CrawlRun run = CrawlRun.start(SITES, log, clock.instant());
      fetchWhatWaits(settings, fetcher, frontier, log, page -> false);
      double seconds = run.seconds(clock.instant());
      report(entries(sites, frontier, run), seconds, run, log);
    }
  }

  /**
   * Of whatever source it is: hosts and their pages wait in one frontier.
   *
   * @param end the pages whose links are not followed
   */
  private void fetchWhatWaits(
      CrawlSettings settings,
      Fetcher fetcher,
      Frontier frontier,
      CrawlLog log,
      Predicate<PageAddress> end)
      throws InterruptedException {
    EenProfiles profiles = new EenProfiles(settings.een());
    SitePages pages = new SitePages();
    new SiteCrawl(
            frontier,
            fetcher,
            page ->
                end.test(page.address())
                    ? List.of()
                    : profiles.isOf(page.address()) ? profiles.apply(page) : pages.apply(page),
            clock,
            log)
        .run(settings.hosts(), settings.patience());
  }

  private void profiles(CrawlSettings settings, Fetcher fetcher, Frontier frontier)
      throws IOException, InterruptedException {
    String list = settings.een().toString();
    frontier.site(list, settings.profiles());
    frontier.add(list, List.of(new Lead(settings.een(), Lead.START)), clock.instant());
    try (ProgressBar bar = Indexer.bar(EenProfiles.SOURCE, -1, " requests", progress)) {
      CrawlLog log = new CrawlLog(bar::stepTo);
      CrawlRun run = CrawlRun.start(EenProfiles.SOURCE, log, clock.instant());
      fetchWhatWaits(settings, fetcher, frontier, log, page -> false);
      EenCrawl.Result result;
      try (EntryStore store = EntryStore.open(data)) {
        Sample.fill(store, clock.instant());
        long before = store.newest();
        LocalDate day = clock.instant().atZone(HOME).toLocalDate();
        result = new EenCrawl(store, frontier, HOME).read(settings.een(), day, clock.instant());
        run.wrote(result.tally(), before, store.newest());
      }
      if (result.tally().added() + result.tally().changed() > 0) {
        index();
      }
      report(result, run, log);
    }
  }

  private void report(EenCrawl.Result result, CrawlRun run, CrawlLog log) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    log.lines().forEach(out::println);
    Tally tally = result.tally();
    out.printf(
        Locale.ROOT,
        "%s in %.1f s: %,d requests, %,d profiles: %,d new, %,d changed, %,d unchanged, %,d"
            + " refused%n",
        EenProfiles.SOURCE,
        run.seconds(clock.instant()),
        log.requests(),
        tally.added() + tally.changed() + tally.unchanged(),
        tally.added(),
        tally.changed(),
        tally.unchanged(),
        result.unread().size());
    List<String> refused = new ArrayList<>();
    result.unread().forEach((page, reason) -> refused.add(page + ": " + reason));
    show(out, "refused: ", refused);
    run.unread(result.unread());
    append(run);
  }

  private SiteEntries.Result entries(List<PageAddress> sites, Frontier frontier, CrawlRun run) {
    SiteEntries.Result result;
    try (EntryStore store = EntryStore.open(data);
        PageReader reader = PageReader.open()) {
      Sample.fill(store, clock.instant());
      long before = store.newest();
      LocalDate day = clock.instant().atZone(HOME).toLocalDate();
      SiteEntries entries = new SiteEntries(store, frontier, reader, Vocabulary.shipped(), HOME);
      result = entries.read(sites, day, clock.instant());
      run.wrote(result.tally(), before, store.newest());
    }
    if (result.tally().changed() > 0) {
      index();
    }
    return result;
  }

  private int quotations(CrawlSettings settings, Fetcher fetcher, Frontier frontier)
      throws InterruptedException {
    Quotations quotations;
    try (EntryStore store = EntryStore.open(data)) {
      Sample.fill(store, clock.instant());
      quotations = Quotations.of(store.entries());
    }
    List<Lead> leads = quotations.leads();
    frontier.site(Quotations.SOURCE, Math.max(1, leads.size()));
    frontier.add(Quotations.SOURCE, leads, clock.instant());
    PrintWriter out = spec.commandLine().getOut();
    try (ProgressBar bar = Indexer.bar(Quotations.SOURCE, -1, " requests", progress);
        PageReader reader = PageReader.open()) {
      CrawlLog log = new CrawlLog(bar::stepTo);
      fetchWhatWaits(settings, fetcher, frontier, log, quotations::isOn);
      log.lines().forEach(out::println);
      Quotations.Result found = quotations.lookUp(frontier, reader);
      found.missing().forEach(out::println);
      out.printf(
          Locale.ROOT,
          "%,d quotations stand on their page, %,d do not, %,d are of pages that were not read%n",
          found.standing(),
          found.missing().size(),
          found.unseen());
      return found.unseen() == 0 ? 0 : INCOMPLETE;
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

  private void report(SiteEntries.Result result, double seconds, CrawlRun run, CrawlLog log)
      throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    log.lines().forEach(out::println);
    SortedMap<String, String> unread = new TreeMap<>();
    log.unread().forEach((page, reason) -> unread.put(page.toString(), reason));
    result.unread().forEach((page, reason) -> unread.put(page.toString(), reason));
    List<String> unreadable = new ArrayList<>();
    unread.forEach((page, reason) -> unreadable.add(page + " cannot be read: " + reason));
    show(out, "", unreadable);
    show(out, "", result.sentences());
    out.printf(
        Locale.ROOT,
        "%s in %.1f s: %,d requests: %s%n",
        SITES,
        seconds,
        log.requests(),
        CrawlLog.words(log.total()));
    out.printf(
        Locale.ROOT,
        "%,d pages read: %,d clusters changed, %,d unchanged%n",
        result.pagesRead(),
        result.tally().changed(),
        result.tally().unchanged());
    run.count("read", result.pagesRead());
    run.unread(unread);
    log.total()
        .forEach(
            (visit, count) -> run.count("pages " + visit.name().toLowerCase(Locale.ROOT), count));
    append(run);
  }

  private static void show(PrintWriter out, String what, List<String> sentences) {
    sentences.stream().limit(SHOWN).forEach(sentence -> out.println("  " + what + sentence));
    if (sentences.size() > SHOWN) {
      out.println("  … and " + (sentences.size() - SHOWN) + " more");
    }
  }
}
