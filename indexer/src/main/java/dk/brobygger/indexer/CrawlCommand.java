package dk.brobygger.indexer;

import dk.brobygger.indexer.source.ClusterPlatform;
import dk.brobygger.indexer.source.EenProfiles;
import dk.brobygger.indexer.source.EuPortal;
import dk.brobygger.search.CommandLines;
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
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code crawl}. */
@Command(
    name = "crawl",
    description = {
      "Asks the EU portal, the sites of clusters, the Enterprise Europe Network and the European"
          + " Cluster Collaboration Platform what is new, politely, takes it into the store,"
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
  private static final String SITES = SiteEntries.SOURCE;
  private static final List<String> SOURCES =
      List.of(
          EuPortal.SOURCE, SITES, EenProfiles.SOURCE, ClusterPlatform.SOURCE, Quotations.SOURCE);

  private final Clock clock;

  private CommandSpec spec;

  @Option(
      names = "--source",
      description = {
        "only this one: eu-portal, sites, een, eccp or quotations;",
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

    @Option(
        names = "--demo",
        description =
            "show the crawler at work, five days in some seconds, on a made-up portal of this"
                + " machine; --data must be a new folder, and nobody else is asked")
    private boolean demo;
  }

  @SuppressWarnings("NullAway.Init") // picocli sets the fields before the command runs
  CrawlCommand(Clock clock) {
    this.clock = clock;
  }

  /** Where the command is told how it was called; its help lists the settings as they are. */
  @Spec
  void spec(CommandSpec given) {
    spec = given;
    given
        .usageMessage()
        .footerHeading(
            "Settings in crawl.properties, with what they count as where not set, times as in ISO"
                + " 8601 (PT2S are seconds, PT2M minutes, PT2H hours):%n")
        .sectionMap() // as they stand: an address that is wrapped is none
        .put(UsageMessageSpec.SECTION_KEY_FOOTER, help -> CrawlSetting.help());
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (source.filter(name -> !SOURCES.contains(name)).isPresent()) {
      throw new IllegalArgumentException(
          "--source is \"" + source.get() + "\", must be one of " + String.join(", ", SOURCES));
    }
    CommandLines.apart(spec, "--demo", "--source");
    if (when.demo) {
      new CrawlDemo(data, clock, spec.commandLine().getOut()).run();
      return 0;
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
      ZonedDateTime now = clock.instant().atZone(Crawl.HOME);
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
    return Crawl.run(data, settings, clock, spec.commandLine().getOut(), progress, this::sources)
        ? 0
        : INCOMPLETE;
  }

  /** Says whether all that is wanted was read in full. */
  private boolean sources(Crawl crawl) throws IOException, InterruptedException {
    if (source.equals(Optional.of(Quotations.SOURCE))) {
      return crawl.quotations();
    }
    boolean full = !isWanted(EuPortal.SOURCE) || crawl.portal();
    if (isWanted(SITES)) {
      crawl.sites();
    }
    if (isWanted(EenProfiles.SOURCE)) {
      full &= crawl.profiles();
    }
    if (isWanted(ClusterPlatform.SOURCE)) {
      full &= crawl.platform();
    }
    return full;
  }

  private boolean isWanted(String name) {
    return source.filter(only -> !only.equals(name)).isEmpty();
  }
}
