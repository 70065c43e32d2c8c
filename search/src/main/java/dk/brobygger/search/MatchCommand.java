package dk.brobygger.search;

import com.fasterxml.jackson.databind.JsonNode;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Deadline;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryType;
import dk.brobygger.search.match.Preferences;
import dk.brobygger.search.match.Seeker;
import dk.brobygger.search.match.Tip;
import dk.brobygger.search.match.TipJson;
import dk.brobygger.search.score.MatchJson;
import dk.brobygger.search.score.Matches;
import dk.brobygger.search.score.Placing;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command line of matching: who and what fits a cluster, and why somebody does not. */
@Command(
    name = "match",
    description =
        "Ranks partners or calls for a cluster, with reasons; partners abroad, and at home where"
            + " its league and label ask for them.",
    mixinStandardHelpOptions = true)
final class MatchCommand implements Runnable {

  private final Clock clock;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "partners|calls", description = "what to look for")
  private Wanted wanted;

  @Option(names = "--cluster", required = true, description = "id, such as cluster/made")
  private String cluster;

  @Option(names = "--data", defaultValue = "data", description = "data folder (${DEFAULT-VALUE})")
  private Path data;

  @Option(
      names = "--top",
      defaultValue = "20",
      converter = Search.Top.class,
      description = "how many (${DEFAULT-VALUE})")
  private int top;

  @Option(names = "--on", description = "as if it were this day; now where it is not given")
  private Optional<LocalDate> on;

  @Option(
      names = "--as",
      paramLabel = "none|bronze|silver|gold",
      description = "as if the cluster had this quality label, in the league that goes with it")
  private Optional<LabelSwitch> as;

  @Option(
      names = "--why",
      paramLabel = "ENTRY",
      description = "instead of the list, say why this one is not among the first; an id or a name")
  private Optional<String> why;

  @Option(
      names = "--more-like",
      paramLabel = "ID",
      description = "a cluster that more like it are wanted of; may be given again")
  private List<String> liked = List.of();

  @Option(
      names = "--not-for-us",
      paramLabel = "ID",
      description = "a cluster that is not for the one that asks; may be given again")
  private List<String> unwanted = List.of();

  @Option(
      names = "--tips",
      description = "instead of the list, say which changes of the profile would bring more")
  private boolean tips;

  @Option(names = "--json", description = "print JSON")
  private boolean json;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields before a command runs
  MatchCommand(Clock clock) {
    this.clock = clock;
  }

  /** What can be matched. */
  enum Wanted {
    partners,
    calls
  }

  @Override
  public void run() {
    CommandLines.apart(spec, "--tips", "--why", "--top");
    if (wanted == Wanted.calls && (tips || !liked.isEmpty() || !unwanted.isEmpty())) {
      throw new IllegalArgumentException(
          "calls have no --tips, --more-like or --not-for-us, which are for partners only");
    }
    Instant now =
        on.map(day -> day.atStartOfDay(Deadline.BRUSSELS).toInstant()).orElseGet(clock::instant);
    try (Desk desk = Search.open(spec, data, clock.instant())) {
      Cluster asking = known(desk, "--cluster", cluster);
      Cluster profile =
          as.map(label -> asking.labelled(label.level(), Deadline.day(now))).orElse(asking);
      if (tips) {
        List<Tip> found = desk.partners().tips(seeker(desk, profile, now));
        print(() -> TipJson.of(profile.id(), found), text -> text.print(found));
      } else if (why.isPresent()) {
        Placing placing = why(desk, profile, meant(desk, why.get()), now);
        print(() -> MatchJson.of(profile.id(), placing), text -> text.print(placing));
      } else {
        Matches matches = matches(desk, profile, now);
        print(() -> MatchJson.of(matches), text -> text.print(matches));
      }
    }
  }

  private static Cluster known(Desk desk, String option, String id) {
    if (!id.matches("cluster/.+")) {
      throw new IllegalArgumentException(
          option + " is \"" + id + "\", must be the id of a cluster such as cluster/made");
    }
    return desk.cluster(id)
        .orElseThrow(() -> new IllegalArgumentException("there is no cluster \"" + id + "\""));
  }

  private Seeker seeker(Desk desk, Cluster profile, Instant now) {
    return new Seeker(
        profile,
        new Preferences(
            liked.stream().map(id -> known(desk, "--more-like", id)).toList(),
            unwanted.stream().map(id -> known(desk, "--not-for-us", id)).toList()),
        Deadline.day(now));
  }

  private Matches matches(Desk desk, Cluster profile, Instant now) {
    return switch (wanted) {
      case partners -> desk.partners().match(seeker(desk, profile, now), top);
      case calls -> desk.calls().match(profile, now, top);
    };
  }

  private Placing why(Desk desk, Cluster profile, Entry asked, Instant now) {
    return switch (wanted) {
      case partners -> desk.partners().why(seeker(desk, profile, now), asked, top);
      case calls -> desk.calls().why(profile, asked, now, top);
    };
  }

  private Entry meant(Desk desk, String written) {
    EntryType type =
        switch (wanted) {
          case partners -> EntryType.CLUSTER;
          case calls -> EntryType.CALL;
        };
    List<Entry> meant = desk.completer().meant(written, type);
    if (meant.size() == 1) {
      return meant.getFirst();
    }
    throw new IllegalArgumentException(
        meant.isEmpty()
            ? "nothing is called \"" + written + "\""
            : "why is \""
                + written
                + "\", must be one of "
                + String.join(", ", meant.stream().map(one -> one.id().toString()).toList()));
  }

  private void print(Supplier<JsonNode> node, Consumer<MatchText> text) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(node.get().toPrettyString());
    } else {
      text.accept(new MatchText(out));
    }
  }
}
