package dk.brobygger.search;

import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.completion.Completion;
import dk.brobygger.search.engine.Answer;
import dk.brobygger.search.engine.Hit;
import dk.brobygger.search.engine.Question;
import dk.brobygger.search.query.Expansion;
import dk.brobygger.search.query.Reading;
import dk.brobygger.search.score.Evidence;
import dk.brobygger.search.score.Passages;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command line of asking: {@code search}, {@code match} and {@code corpus check}. */
@Command(
    name = "brobygger",
    description = "Finds partners abroad and EU money for Danish business clusters.",
    mixinStandardHelpOptions = true)
public final class Search {

  private static final int SHOWN_REASONS = 3;

  private final Clock clock;

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields before a command runs
  private Search(Clock clock) {
    this.clock = clock;
  }

  /** Runs one command. */
  public static void main(String[] arguments) {
    System.exit(line(Clock.systemUTC()).execute(arguments));
  }

  /** The commands, ready to be executed. */
  static CommandLine line(Clock clock) {
    CommandLine line =
        CommandLines.of(new Search(clock), new MatchCommand(clock), new CorpusCommand(clock));
    // A word with a minus says what must not be found; it is no option.
    Objects.requireNonNull(line.getSubcommands().get("search"))
        .setUnmatchedOptionsArePositionalParams(true);
    return line;
  }

  @Command(description = "Searches everything: words, \"phrases\", country:DE, type:call, -not.")
  int search(
      @Parameters(
              arity = "1",
              index = "0..*",
              paramLabel = "WORD",
              description = "what to search for")
          List<String> words,
      @Option(
              names = "--data",
              defaultValue = "data",
              description = "data folder (${DEFAULT-VALUE})")
          Path data,
      @Option(
              names = "--top",
              defaultValue = "10",
              converter = Top.class,
              description = "how many (${DEFAULT-VALUE})")
          int top,
      @Option(
              names = "--without",
              paramLabel = "ADDED",
              split = ";",
              defaultValue = "",
              description = "what not to look for besides the words, as the answer names it")
          Set<String> without,
      @Option(
              names = "--exact",
              description = "only the words as they are written, and nothing added or corrected")
          boolean exact,
      @Option(
              names = "--complete",
              description = "instead of searching, say what the words may be the beginning of")
          boolean complete,
      // No -h: that would take words such as -havvind for itself.
      @Option(names = "--help", usageHelp = true, description = "show this help and exit")
          boolean help) {
    CommandLines.apart(spec, "--complete", "--top", "--exact", "--without");
    CommandLines.apart(spec, "--exact", "--without");
    for (String word : words) {
      if (word.startsWith("--")) {
        throw new IllegalArgumentException(
            "there is no option \"" + word + "\"; search --help lists them");
      }
    }
    try (Desk desk = open(spec, data, clock.instant())) {
      String typed = String.join(" ", words);
      if (complete) {
        desk.completer().complete(typed, Language.EN, clock.instant()).forEach(this::print);
        return 0;
      }
      Reading reading =
          exact
              ? desk.readExactly(typed, clock.instant())
              : desk.read(typed, without, clock.instant());
      Answer answer = desk.engine().ask(Question.best(reading.query(), top));
      out().println(answer.total() + (answer.total() == 1 ? " entry" : " entries"));
      print(reading);
      printNeedless(without, reading);
      answer.hits().forEach(this::print);
    }
    return 0;
  }

  /** How many may be asked for, as in the API. */
  static final class Top extends CommandLines.Count {
    Top() {
      super(1, 200);
    }
  }

  /** Opens a data folder; says so where it is new, since its name may be mistyped. */
  static Desk open(CommandSpec spec, Path data, Instant now) {
    if (!Files.exists(data)) {
      spec.commandLine().getErr().println(data + " is new, and filled from the shipped sample");
    }
    return Desk.open(data, now);
  }

  private void print(Completion completion) {
    out()
        .printf(
            Locale.ROOT,
            "%-10s  %s  (%s)%n",
            completion.kind().name().toLowerCase(Locale.ROOT),
            completion.text(),
            completion.id());
  }

  private void print(Reading reading) {
    for (Expansion one : reading.expansions()) {
      if (one.kind() == Expansion.Kind.SPELLING && one.used()) {
        out()
            .printf(
                "searching for %1$s, for %2$s only with --without %1$s%n",
                one.added(), one.typed());
      }
    }
    reading.proposals().forEach(other -> out().println("or did you mean: " + other));
    List<String> also =
        reading.expansions().stream()
            .filter(one -> one.used() && one.kind() != Expansion.Kind.SPELLING)
            .map(Expansion::added)
            .distinct()
            .toList();
    if (!also.isEmpty()) {
      out()
          .println("also searched for: " + String.join(", ", also) + " (--without takes one away)");
    }
  }

  private void printNeedless(Set<String> without, Reading reading) {
    Set<String> added =
        reading.expansions().stream().map(Expansion::added).collect(Collectors.toSet());
    without.stream()
        .filter(one -> !one.isBlank() && !added.contains(one))
        .forEach(
            one -> out().println("--without is \"" + one + "\", which is not searched for anyway"));
  }

  private void print(Hit hit) {
    out().printf(Locale.ROOT, "%n%s%n  %s%n", hit.entry().name(), hit.entry().id());
    for (Evidence words : Passages.best(hit.entry(), hit.highlights(), SHOWN_REASONS)) {
      out().println("  " + words.field() + ": “" + oneLine(words.text()) + "”");
    }
  }

  static String oneLine(String text) {
    return text.replaceAll("\\s+", " ");
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
