package dk.brobygger.indexer;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.sample.Sample;
import dk.brobygger.corpus.store.EntryStore;
import dk.brobygger.corpus.store.Reading;
import dk.brobygger.corpus.store.Tally;
import dk.brobygger.indexer.reconcile.CallJoin;
import dk.brobygger.indexer.reconcile.EntryJoin;
import dk.brobygger.indexer.reconcile.Identification;
import dk.brobygger.indexer.source.CordisFiles;
import dk.brobygger.indexer.source.SourceFile;
import dk.brobygger.search.CommandLines;
import dk.brobygger.search.Desk;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command line of finding out: {@code import}, {@code crawl} and {@code extract}. */
@Command(
    name = "brobygger",
    description = "Brings facts into the store.",
    mixinStandardHelpOptions = true)
public final class Indexer {

  private static final int SHOWN_REFUSALS = 10;
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private final Clock clock;

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields before a command runs
  private Indexer(Clock clock) {
    this.clock = clock;
  }

  /** Runs one command. */
  public static void main(String[] arguments) {
    System.exit(commandLine(Clock.systemUTC()).execute(arguments));
  }

  /** The command by this clock, ready to be executed. */
  static CommandLine commandLine(Clock clock) {
    return CommandLines.of(new Indexer(clock), new CrawlCommand(clock), new ExtractCommand(clock))
        .registerConverter(LocalTime.class, Indexer::time);
  }

  private static LocalTime time(String written) {
    try {
      return LocalTime.parse(written);
    } catch (DateTimeParseException e) {
      throw new CommandLine.TypeConversionException(
          "\"" + written + "\", must be a time of day such as 04:00");
    }
  }

  @Command(
      name = "import",
      description = "Reads files of a source into the store; reading one again changes nothing.",
      mixinStandardHelpOptions = true)
  int importFiles(
      @Parameters(index = "0", paramLabel = "eu-calls|cordis", description = "the kind of source")
          String source,
      @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", description = "its files")
          List<Path> files,
      @Option(
              names = "--data",
              defaultValue = "data",
              description = "data folder (${DEFAULT-VALUE})")
          Path data,
      @Option(
              names = "--read",
              description = "day full texts or CORDIS were read; today if not given")
          Optional<LocalDate> read,
      @Option(
              names = "--progress",
              negatable = true,
              defaultValue = "${sys:brobygger.terminal:-false}",
              fallbackValue = "true",
              description = "draw a bar on standard error; as it stands only on a terminal")
          boolean progress) {
    if (!source.equals("eu-calls") && !source.equals("cordis")) {
      throw new IllegalArgumentException(
          "source is \"" + source + "\", must be eu-calls or cordis");
    }
    for (Path file : files) {
      if (!Files.isReadable(file) || Files.isDirectory(file)) {
        throw new IllegalArgumentException("cannot read " + file + ": must be a readable file");
      }
    }
    read.ifPresent(day -> checkPast("--read", day));
    LocalDate day = read.orElseGet(() -> LocalDate.now(clock));
    if (source.equals("cordis")) {
      importCordis(files, day, data, progress);
    } else {
      importAll(inOrder(files), day, data, progress);
    }
    return 0;
  }

  /** In the order of the day in their names, so that what is newer comes later. */
  private static List<Path> inOrder(List<Path> files) {
    return files.stream().sorted(Comparator.comparing(Indexer::day)).toList();
  }

  private static String day(Path file) {
    Matcher day = DAY.matcher(file.getFileName().toString());
    return day.find() ? day.group() : "9999";
  }

  /** What an import has come to, file after file. */
  private static final class Progress {

    private int files;
    private Tally tally = Tally.NONE;
    private final List<String> refused = new ArrayList<>();
  }

  private void importAll(List<Path> files, LocalDate day, Path data, boolean drawn) {
    long start = System.nanoTime();
    Progress progress = new Progress();
    Optional<IllegalArgumentException> broken = Optional.empty();
    try (EntryStore store = EntryStore.open(data);
        ProgressBar bar = bar("import", files.size(), " files", drawn)) {
      Sample.fill(store, clock.instant());
      for (Path path : files) {
        importFile(store, path, day, progress);
        bar.step();
      }
    } catch (IllegalArgumentException e) {
      broken = Optional.of(e);
    }
    if (broken.isEmpty() || progress.files > 0) {
      try (Desk desk = Desk.open(data, clock.instant())) {
        desk.engine().applied();
      }
      report(progress, (System.nanoTime() - start) / 1e9);
    }
    if (broken.isPresent()) {
      throw new IllegalArgumentException(
          broken.get().getMessage() + standing(progress.files, files.size()), broken.get());
    }
  }

  /** All files are one reading: what an organisation took part in is spread over them. */
  private void importCordis(List<Path> files, LocalDate day, Path data, boolean drawn) {
    long start = System.nanoTime();
    Progress progress = new Progress();
    SourceFile read;
    try (ProgressBar bar = bar("import", files.size(), " files", drawn)) {
      read = CordisFiles.read(files, day, file -> bar.step());
    }
    progress.refused.addAll(read.refused());
    try (EntryStore store = EntryStore.open(data)) {
      Sample.fill(store, clock.instant());
      Identification known = Identification.of(store.entries());
      Reading reading =
          new Reading(CordisFiles.SOURCE, day, known.recognised(news(store, read.reading())));
      progress.tally = store.record(reading, clock.instant(), EntryJoin::join);
    }
    try (Desk desk = Desk.open(data, clock.instant())) {
      desk.engine().applied();
    }
    report(progress, (System.nanoTime() - start) / 1e9);
  }

  /** CORDIS knows less of a call than anybody else, so it is heard of those unknown so far only. */
  private static List<Entry> news(EntryStore store, Reading reading) {
    return reading.entries().stream()
        .filter(entry -> !(entry instanceof Call) || store.entry(entry.id()).isEmpty())
        .toList();
  }

  private void importFile(EntryStore store, Path path, LocalDate day, Progress progress) {
    SourceFile file = ImportFile.read(path, day);
    checkPast(path + ": the day it was read", file.reading().day());
    progress.tally =
        progress.tally.plus(store.record(file.reading(), clock.instant(), CallJoin::join));
    file.refused().forEach(reason -> progress.refused.add(path.getFileName() + ", " + reason));
    progress.files++;
  }

  /** A day to come would outlive all that is read until then. Zones are a day apart at most. */
  private void checkPast(String what, LocalDate day) {
    LocalDate latest = LocalDate.now(clock).plusDays(1);
    if (day.isAfter(latest)) {
      throw new IllegalArgumentException(what + " is " + day + ", must not be in the future");
    }
  }

  /** What a broken file leaves behind. */
  private static String standing(int recorded, int files) {
    if (recorded == 0) {
      return files == 1 ? "; nothing of it is recorded" : "; no file is recorded";
    }
    String before =
        recorded == 1 ? "the file before it is" : "the " + recorded + " files before it are";
    return "; nothing of it is recorded, " + before;
  }

  /** Drawn on standard error, or nowhere. */
  static ProgressBar bar(String task, int most, String unit, boolean drawn) {
    ProgressBarBuilder bar =
        new ProgressBarBuilder().setTaskName(task).setInitialMax(most).setUnit(unit, 1);
    return drawn
        ? bar.build()
        : bar.setConsumer(new DelegatingProgressBarConsumer(line -> {})).build();
  }

  private void report(Progress progress, double seconds) {
    Tally tally = progress.tally;
    List<String> refused = progress.refused;
    PrintWriter out = spec.commandLine().getOut();
    int all = tally.added() + tally.changed() + tally.unchanged() + refused.size();
    out.printf(
        Locale.ROOT,
        "%,d records in %.1f s: %,d new, %,d changed, %,d unchanged, %,d refused%n",
        all,
        seconds,
        tally.added(),
        tally.changed(),
        tally.unchanged(),
        refused.size());
    refused.stream().limit(SHOWN_REFUSALS).forEach(reason -> out.println("  refused: " + reason));
    if (refused.size() > SHOWN_REFUSALS) {
      out.println("  … and " + (refused.size() - SHOWN_REFUSALS) + " more");
    }
  }
}
