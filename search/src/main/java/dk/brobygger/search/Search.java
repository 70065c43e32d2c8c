package dk.brobygger.search;

import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.completion.Completion;
import dk.brobygger.search.delegation.Encounter;
import dk.brobygger.search.engine.Answer;
import dk.brobygger.search.engine.Hit;
import dk.brobygger.search.engine.Question;
import dk.brobygger.search.query.Expansion;
import dk.brobygger.search.query.Reading;
import dk.brobygger.search.score.Evidence;
import dk.brobygger.search.score.Match;
import dk.brobygger.search.score.MatchJson;
import dk.brobygger.search.score.Matches;
import dk.brobygger.search.score.Passages;
import dk.brobygger.search.score.Score;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command line of asking: {@code search} and {@code match}, and {@code corpus check}. */
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
    CommandLine line = CommandLines.of(new Search(clock), new CorpusCommand(clock));
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
      @Option(names = "--top", defaultValue = "10", description = "how many (${DEFAULT-VALUE})")
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
    checked(top);
    for (String word : words) {
      if (word.startsWith("--")) {
        throw new IllegalArgumentException(
            "there is no option \"" + word + "\"; search --help lists them");
      }
    }
    try (Desk desk = open(data, clock.instant())) {
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
      answer.hits().forEach(this::print);
    }
    return 0;
  }

  @Command(
      description = "Ranks partners abroad or calls for a cluster, with reasons.",
      mixinStandardHelpOptions = true)
  int match(
      @Parameters(paramLabel = "partners|calls", description = "what to look for") Wanted wanted,
      @Option(names = "--cluster", required = true, description = "id, such as cluster/made")
          String cluster,
      @Option(
              names = "--data",
              defaultValue = "data",
              description = "data folder (${DEFAULT-VALUE})")
          Path data,
      @Option(names = "--top", defaultValue = "20", description = "how many (${DEFAULT-VALUE})")
          int top,
      @Option(names = "--on", description = "as if it were this day; now where it is not given")
          Optional<LocalDate> on,
      @Option(names = "--json", description = "print JSON") boolean json) {
    checked(top);
    Instant now = moment(on);
    try (Desk desk = open(data, clock.instant())) {
      Cluster profile =
          desk.cluster(cluster)
              .orElseThrow(
                  () -> new IllegalArgumentException("there is no cluster \"" + cluster + "\""));
      Matches matches =
          switch (wanted) {
            case partners -> desk.partners().match(profile, day(now), top);
            case calls -> desk.calls().match(profile, now, top);
          };
      if (json) {
        out().println(MatchJson.of(matches).toPrettyString());
      } else {
        print(matches);
      }
    }
    return 0;
  }

  /** What can be matched. */
  enum Wanted {
    partners,
    calls
  }

  private Instant moment(Optional<LocalDate> on) {
    return on.map(day -> day.atStartOfDay(dk.brobygger.corpus.entry.Deadline.BRUSSELS).toInstant())
        .orElseGet(clock::instant);
  }

  private static LocalDate day(Instant now) {
    return now.atZone(dk.brobygger.corpus.entry.Deadline.BRUSSELS).toLocalDate();
  }

  private static void checked(int top) {
    if (top < 1 || top > 200) {
      throw new IllegalArgumentException("top is " + top + ", must be 1 to 200");
    }
  }

  /** Opens a data folder; says so where it is new, since its name may be mistyped. */
  private Desk open(Path data, Instant now) {
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

  private void print(Hit hit) {
    out().printf(Locale.ROOT, "%n%s%n  %s%n", hit.entry().name(), hit.entry().id());
    for (Evidence words : Passages.best(hit.entry(), hit.highlights(), SHOWN_REASONS)) {
      out().println("  " + words.field() + ": “" + oneLine(words.text()) + "”");
    }
  }

  private void print(Matches matches) {
    for (Match match : matches.ranked()) {
      out()
          .printf(
              Locale.ROOT,
              "%n%2d. %s  (%.1f points)%n    %s%n",
              match.rank(),
              match.entry().name(),
              match.score(),
              match.entry().id());
      match.explanation().parts().forEach(part -> print(part, "    "));
    }
    for (Match match : matches.blocked()) {
      out()
          .printf(
              Locale.ROOT,
              "%nnot possible: %s (would be number %d): %s%n",
              match.entry().name(),
              match.rank(),
              match.blockers().getFirst().text().get(dk.brobygger.corpus.vocabulary.Language.EN));
    }
  }

  private void print(Score score, String indent) {
    out().printf(Locale.ROOT, "%s%5.1f  %s", indent, score.points(), score.criterion());
    for (Evidence words : score.evidence()) {
      out().print("  “" + oneLine(words.text()) + "”");
    }
    score.meeting().ifPresent(met -> out().print("  " + told(met)));
    out().println();
    score.parts().forEach(part -> print(part, indent + "    "));
  }

  private static String told(Encounter met) {
    return "%s on %s, told by %s on %s"
        .formatted(met.name(), met.day(), met.by().isEmpty() ? "staff" : met.by(), met.told());
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ");
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
