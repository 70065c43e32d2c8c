package dk.brobygger.search;

import dk.brobygger.corpus.entry.Deadline;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.inventory.Goal;
import dk.brobygger.corpus.inventory.Inventory;
import dk.brobygger.corpus.inventory.InventoryText;
import dk.brobygger.corpus.json.EntryLines;
import dk.brobygger.corpus.sample.Sample;
import dk.brobygger.corpus.store.EntryStore;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command line of what is known: {@code corpus check}. */
@Command(
    name = "corpus",
    description = "Says what is known, and what is missing.",
    mixinStandardHelpOptions = true)
final class CorpusCommand {

  /** Exit code where something is missing or malformed. */
  private static final int MISSING = 1;

  private final Clock clock;

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields before a command runs
  CorpusCommand(Clock clock) {
    this.clock = clock;
  }

  @Command(
      description =
          "Counts the shipped sample and vocabulary, or a data folder, beside what is wanted.",
      exitCodeList = {"0:everything is there", "1:something is missing, see the last lines"},
      exitCodeListHeading = "Exit codes:%n",
      mixinStandardHelpOptions = true)
  int check(
      @Option(names = "--data", description = "data folder; the sample where it is not given")
          Optional<Path> data,
      @Option(names = "--on", description = "as if it were this day; today where it is not given")
          Optional<LocalDate> on,
      @Option(names = "--verbose", description = "name every entry to look at") boolean verbose)
      throws NoSuchFileException {
    List<String> malformed = new ArrayList<>();
    List<Entry> entries = data.isPresent() ? stored(data.get()) : shipped(malformed);
    LocalDate day = on.orElseGet(() -> Deadline.day(clock.instant()));
    Inventory inventory = Inventory.of(entries, Vocabulary.shipped(), day);
    InventoryText.of(inventory, verbose).forEach(out()::println);
    malformed.forEach(fault -> out().println("malformed: " + fault));
    for (Goal goal : inventory.missing()) {
      out()
          .println(
              "missing: "
                  + goal.what()
                  + " are "
                  + goal.held()
                  + ", must be at least "
                  + goal.wanted());
    }
    return malformed.isEmpty() && inventory.missing().isEmpty() ? 0 : MISSING;
  }

  private static List<Entry> shipped(List<String> malformed) {
    List<Entry> entries = new ArrayList<>();
    Sample.lines((file, line) -> {
      switch (line) {
        case EntryLines.Read read -> entries.add(read.entry());
        case EntryLines.Refused refused -> malformed.add(Sample.fault(file, refused));
      }
    });
    return entries;
  }

  private static List<Entry> stored(Path folder) throws NoSuchFileException {
    if (!Files.isDirectory(folder)) {
      throw new NoSuchFileException(folder.toString());
    }
    try (EntryStore store = EntryStore.open(folder)) {
      return store.entries();
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
