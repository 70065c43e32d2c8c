package dk.brobygger.indexer;

import dk.brobygger.corpus.sample.Sample;
import dk.brobygger.corpus.store.EntryStore;
import dk.brobygger.corpus.store.Tally;
import dk.brobygger.indexer.reconcile.CallJoin;
import dk.brobygger.indexer.source.SourceFile;
import dk.brobygger.search.CommandLines;
import dk.brobygger.search.Desk;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command line of finding out: {@code import}. */
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
    CommandLines.run(new Indexer(Clock.systemUTC()), arguments);
  }

  @Command(
      name = "import",
      description = "Reads files of a source into the store; reading one again changes nothing.")
  int importFiles(
      @Parameters(index = "0", paramLabel = "eu-calls", description = "the kind of source")
          String source,
      @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", description = "its files")
          List<Path> files,
      @Option(
              names = "--data",
              defaultValue = "data",
              description = "data folder (${DEFAULT-VALUE})")
          Path data,
      @Option(names = "--read", description = "day a full-text file was read; today if not given")
          Optional<LocalDate> read)
      throws IOException {
    if (!source.equals("eu-calls")) {
      throw new IllegalArgumentException("source is \"" + source + "\", must be eu-calls");
    }
    for (Path file : files) {
      if (!Files.isReadable(file) || Files.isDirectory(file)) {
        throw new IllegalArgumentException("cannot read " + file + ": must be a readable file");
      }
    }
    LocalDate today = read.orElseGet(() -> LocalDate.now(clock));
    importAll(inOrder(files), today, data);
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

  private void importAll(List<Path> files, LocalDate today, Path data) throws IOException {
    long start = System.nanoTime();
    Tally tally = Tally.NONE;
    List<String> refused = new ArrayList<>();
    try (EntryStore store = EntryStore.open(data);
        ProgressBar bar =
            new ProgressBarBuilder()
                .setTaskName("import")
                .setInitialMax(files.size())
                .setUnit(" files", 1)
                .build()) {
      Sample.fill(store, clock.instant());
      for (Path path : files) {
        SourceFile file = ImportFile.read(path, today);
        tally = tally.plus(store.record(file.reading(), clock.instant(), CallJoin::join));
        file.refused().forEach(reason -> refused.add(path.getFileName() + ", " + reason));
        bar.step();
      }
    }
    try (Desk desk = Desk.open(data, clock.instant())) {
      desk.engine().applied();
    }
    report(tally, refused, (System.nanoTime() - start) / 1e9);
  }

  private void report(Tally tally, List<String> refused, double seconds) {
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
