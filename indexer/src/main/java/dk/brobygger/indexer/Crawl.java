package dk.brobygger.indexer;

import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.sample.Sample;
import dk.brobygger.corpus.store.EntryStore;
import dk.brobygger.corpus.store.Tally;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import dk.brobygger.indexer.fetch.AddressGuard;
import dk.brobygger.indexer.fetch.FetchOutcome.Fetched;
import dk.brobygger.indexer.fetch.Fetcher;
import dk.brobygger.indexer.fetch.Limits;
import dk.brobygger.indexer.fetch.PageAddress;
import dk.brobygger.indexer.frontier.Frontier;
import dk.brobygger.indexer.frontier.Lead;
import dk.brobygger.indexer.page.PageReader;
import dk.brobygger.indexer.source.ClusterPlatform;
import dk.brobygger.indexer.source.EenProfiles;
import dk.brobygger.indexer.source.EuPortal;
import dk.brobygger.indexer.source.SitePages;
import dk.brobygger.search.Desk;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import me.tongfei.progressbar.ProgressBar;

/**
 * One crawl of whatever sources are wanted, from the first request to the lines that tell of it.
 */
final class Crawl {

  /** Where a day ends, and where {@code --daily} is meant. */
  static final ZoneId HOME = ZoneId.of("Europe/Copenhagen");

  private static final int SHOWN = 10;

  private final Path data;
  private final CrawlSettings settings;
  private final Fetcher fetcher;
  private final Frontier frontier;
  private final InstantSource clock;
  private final PrintWriter out;
  private final boolean progress;
  private final SitePages sitePages = new SitePages();

  /**
   * For one data folder.
   *
   * @param out where is told what it came to
   * @param progress whether to draw a bar on standard error
   */
  private Crawl(
      Path data,
      CrawlSettings settings,
      Fetcher fetcher,
      Frontier frontier,
      InstantSource clock,
      PrintWriter out,
      boolean progress) {
    this.data = data;
    this.settings = settings;
    this.fetcher = fetcher;
    this.frontier = frontier;
    this.clock = clock;
    this.out = out;
    this.progress = progress;
  }

  /** What is to be crawled. */
  interface Wanted {
    /** Crawls it, and says whether it was read in full. */
    boolean by(Crawl crawl) throws IOException, InterruptedException;
  }

  /**
   * Crawls once, with a frontier and connections that are closed afterwards.
   *
   * @return whether all that is wanted was read in full
   */
  static boolean run(
      Path data,
      CrawlSettings settings,
      InstantSource clock,
      PrintWriter out,
      boolean progress,
      Wanted wanted)
      throws IOException, InterruptedException {
    AddressGuard guard = new AddressGuard(settings.permit());
    Limits limits = new Limits(Limits.USUAL.bytes(), settings.time());
    try (Fetcher fetcher = new Fetcher(settings.userAgent(), guard, limits);
        Frontier frontier = Frontier.open(data, settings.gap(), clock.instant())) {
      return wanted.by(new Crawl(data, settings, fetcher, frontier, clock, out, progress));
    }
  }

  /** The EU portal; says whether it was read in full. */
  boolean portal() throws IOException, InterruptedException {
    LocalDate day = today();
    PortalCrawl.Result result;
    CrawlRun run;
    try (EntryStore store = store();
        ProgressBar bar = Indexer.bar(EuPortal.SOURCE, -1, " requests", progress)) {
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

  /** With the sample in it. */
  private EntryStore store() {
    EntryStore store = EntryStore.open(data);
    Sample.fill(store, clock.instant());
    return store;
  }

  private LocalDate today() {
    return clock.instant().atZone(HOME).toLocalDate();
  }

  /** The index follows the store. */
  private void index() {
    try (Desk desk = Desk.open(data, clock.instant())) {
      desk.engine().applied();
    }
  }

  private void report(PortalCrawl.Result result, CrawlRun run) throws IOException {
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
    show("refused: ", result.refused());
    show("may be missing: ", result.gaps());
    run.gone(result.gone());
    run.count("refused", result.refused().size());
    run.count("gaps", result.gaps().size());
    append(run);
  }

  /** A line that was cut off is passed over, not without a word. */
  private void append(CrawlRun run) throws IOException {
    run.append(data, clock.instant()).ifPresent(out::println);
  }

  /** The sites of clusters. */
  void sites() throws IOException, InterruptedException {
    List<PageAddress> sites = settings.sites().isEmpty() ? sitesOfClusters() : settings.sites();
    for (PageAddress site : sites) {
      frontier.site(site.origin(), settings.pages());
      frontier.add(site.origin(), List.of(new Lead(site, Lead.START)), clock.instant());
    }
    try (ProgressBar bar = Indexer.bar(SiteEntries.SOURCE, -1, " requests", progress)) {
      CrawlLog log = new CrawlLog(bar::stepTo);
      CrawlRun run = CrawlRun.start(SiteEntries.SOURCE, log, clock.instant());
      fetchWhatWaits(log, page -> false);
      double seconds = run.seconds(clock.instant());
      report(entries(sites, run), seconds, run, log);
    }
  }

  /**
   * Of whatever source it is: hosts and their pages wait in one frontier.
   *
   * @param end the pages whose links are not followed
   */
  private void fetchWhatWaits(CrawlLog log, Predicate<PageAddress> end)
      throws InterruptedException {
    new SiteCrawl(
            frontier,
            fetcher,
            page -> end.test(page.address()) ? List.of() : reader(page.address()).apply(page),
            clock,
            log)
        .run(settings.hosts(), settings.patience());
  }

  /** What tells where a page leads. */
  private Function<Fetched, List<Lead>> reader(PageAddress page) {
    EenProfiles profiles = new EenProfiles(settings.een());
    ClusterPlatform platform = new ClusterPlatform(settings.eccp());
    return profiles.isOf(page) ? profiles : platform.isOf(page) ? platform : sitePages;
  }

  /** The profiles of the Enterprise Europe Network; says whether their list could be read. */
  boolean profiles() throws IOException, InterruptedException {
    String list = settings.een().toString();
    frontier.site(list, settings.profiles());
    frontier.add(list, List.of(new Lead(settings.een(), Lead.START)), clock.instant());
    frontier.askListsAgain(list, clock.instant());
    try (ProgressBar bar = Indexer.bar(EenProfiles.SOURCE, -1, " requests", progress)) {
      CrawlLog log = new CrawlLog(bar::stepTo);
      CrawlRun run = CrawlRun.start(EenProfiles.SOURCE, log, clock.instant());
      fetchWhatWaits(log, page -> false);
      EenCrawl.Result result;
      try (EntryStore store = store()) {
        long before = store.newest();
        LocalDate day = today();
        result = new EenCrawl(store, frontier, settings.een(), HOME).read(day, clock.instant());
        run.wrote(result.tally(), before, store.newest());
      }
      if (result.tally().added() + result.tally().changed() + result.gone().size() > 0) {
        index();
      }
      run.gone(result.gone());
      report(EenProfiles.SOURCE, result.tally(), result.unread(), run, log);
      if (!result.gone().isEmpty()) {
        out.printf(Locale.ROOT, "  closed, since no longer listed: %,d%n", result.gone().size());
      }
      return isRead(settings.een());
    }
  }

  /** Whether where a list begins was ever read; what it led to may still be missing. */
  private boolean isRead(PageAddress list) {
    boolean read =
        frontier.kept(list.toString()).stream().anyMatch(page -> page.address().equals(list));
    if (!read) {
      out.println(list + " could not be read");
    }
    return read;
  }

  private void report(
      String source, Tally tally, SortedMap<String, String> unread, CrawlRun run, CrawlLog log)
      throws IOException {
    log.lines().forEach(out::println);
    out.printf(
        Locale.ROOT,
        "%s in %.1f s: %,d requests, %,d profiles: %,d new, %,d changed, %,d unchanged, %,d"
            + " refused%n",
        source,
        run.seconds(clock.instant()),
        log.requests(),
        tally.added() + tally.changed() + tally.unchanged(),
        tally.added(),
        tally.changed(),
        tally.unchanged(),
        unread.size());
    List<String> refused = new ArrayList<>();
    unread.forEach((page, reason) -> refused.add(page + ": " + reason));
    show("refused: ", refused);
    run.unread(unread);
    append(run);
  }

  /** The profiles of the cluster platform; says whether their list could be read. */
  boolean platform() throws IOException, InterruptedException {
    String list = settings.eccp().toString();
    frontier.site(list, settings.platform());
    frontier.add(list, List.of(new Lead(settings.eccp(), Lead.START)), clock.instant());
    try (ProgressBar bar = Indexer.bar(ClusterPlatform.SOURCE, -1, " requests", progress)) {
      CrawlLog log = new CrawlLog(bar::stepTo);
      CrawlRun run = CrawlRun.start(ClusterPlatform.SOURCE, log, clock.instant());
      fetchWhatWaits(log, page -> false);
      PlatformCrawl.Result result;
      try (EntryStore store = store();
          PageReader reader = PageReader.open()) {
        long before = store.newest();
        PlatformCrawl crawl =
            new PlatformCrawl(store, frontier, reader, Vocabulary.shipped(), HOME);
        result = crawl.read(settings.eccp(), today(), clock.instant());
        run.wrote(result.tally(), before, store.newest());
      }
      if (result.tally().added() + result.tally().changed() > 0) {
        index();
      }
      report(ClusterPlatform.SOURCE, result.tally(), result.unread(), run, log);
      return isRead(settings.eccp());
    }
  }

  private SiteEntries.Result entries(List<PageAddress> sites, CrawlRun run) {
    SiteEntries.Result result;
    try (EntryStore store = store();
        PageReader reader = PageReader.open()) {
      long before = store.newest();
      LocalDate day = today();
      SiteEntries entries = new SiteEntries(store, frontier, reader, Vocabulary.shipped(), HOME);
      result = entries.read(sites, day, clock.instant());
      run.wrote(result.tally(), before, store.newest());
    }
    if (result.tally().changed() > 0) {
      index();
    }
    return result;
  }

  /** What is quoted, on the pages it is quoted from; says whether all of them were read. */
  boolean quotations() throws InterruptedException {
    Quotations quotations;
    try (EntryStore store = store()) {
      quotations = Quotations.of(store.entries());
    }
    List<Lead> leads = quotations.leads();
    frontier.site(Quotations.SOURCE, Math.max(1, leads.size()));
    frontier.add(Quotations.SOURCE, leads, clock.instant());
    try (ProgressBar bar = Indexer.bar(Quotations.SOURCE, -1, " requests", progress);
        PageReader reader = PageReader.open()) {
      CrawlLog log = new CrawlLog(bar::stepTo);
      fetchWhatWaits(log, quotations::isOn);
      log.lines().forEach(out::println);
      Quotations.Result found = quotations.lookUp(frontier, reader);
      found.missing().forEach(out::println);
      out.printf(
          Locale.ROOT,
          "%,d quotations stand on their page, %,d do not, %,d are of pages that were not read%n",
          found.standing(),
          found.missing().size(),
          found.unseen());
      return found.unseen() == 0;
    }
  }

  /** Addresses that we do not take are no reason to leave out the others. */
  private List<PageAddress> sitesOfClusters() {
    List<PageAddress> sites = new ArrayList<>();
    try (EntryStore store = store()) {
      store.entries().stream()
          .filter(Cluster.class::isInstance)
          .flatMap(entry -> ((Cluster) entry).identity().site().stream())
          .forEach(site -> {
            try {
              sites.add(PageAddress.of(site.toString()));
            } catch (IllegalArgumentException e) {
              out.println("left out: " + e.getMessage());
            }
          });
    }
    return sites;
  }

  private void report(SiteEntries.Result result, double seconds, CrawlRun run, CrawlLog log)
      throws IOException {
    log.lines().forEach(out::println);
    SortedMap<String, String> unread = new TreeMap<>();
    log.unread().forEach((page, reason) -> unread.put(page.toString(), reason));
    result.unread().forEach((page, reason) -> unread.put(page.toString(), reason));
    List<String> unreadable = new ArrayList<>();
    unread.forEach((page, reason) -> unreadable.add(page + " cannot be read: " + reason));
    show("", unreadable);
    show("", result.sentences());
    out.printf(
        Locale.ROOT,
        "%s in %.1f s: %,d requests: %s%n",
        SiteEntries.SOURCE,
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

  private void show(String what, List<String> sentences) {
    sentences.stream().limit(SHOWN).forEach(sentence -> out.println("  " + what + sentence));
    if (sentences.size() > SHOWN) {
      out.println("  … and " + (sentences.size() - SHOWN) + " more");
    }
  }
}
