package dk.brobygger.web;

import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.Seat;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import dk.brobygger.search.Desk;
import dk.brobygger.search.invitation.Invitation;
import dk.brobygger.search.invitation.Journey;
import dk.brobygger.search.invitation.Pair;
import dk.brobygger.search.invitation.Proposal;
import dk.brobygger.search.language.CompetenceTagger;
import dk.brobygger.search.query.Expansion;
import dk.brobygger.search.query.Reading;
import dk.brobygger.search.score.Evidence;
import dk.brobygger.search.score.Score;
import dk.brobygger.web.delegation.Composition;
import dk.brobygger.web.delegation.Proposed;
import dk.brobygger.web.page.Showing;
import dk.brobygger.web.page.Wording;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Proposes a delegation: whom to ask and whom to take along, with reasons, as a file to plan. */
@Command(
    name = "compose",
    description =
        "Proposes whom to take along and whom to ask, and writes them with their wishes to a file"
            + " for staff to change and \"delegation plan\" to read.",
    mixinStandardHelpOptions = true)
final class CompositionCommand implements Callable<Integer> {

  private static final int HOSTS_NAMED = 2;

  private final Clock clock;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "IN.json", description = "the file to write")
  private Path file;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "ES|ES21",
      description = "where: a country, or a NUTS region of it")
  private String destination;

  @Option(names = "--theme", required = true, description = "what about, as one would search")
  private String theme;

  @Option(names = "--from", required = true, description = "first day, such as 2027-03-02")
  private LocalDate first;

  @Option(names = "--until", description = "last day; the first where it is not given")
  private Optional<LocalDate> last;

  @Option(
      names = "--zone",
      required = true,
      paramLabel = "ZONE",
      description = "where the clocks are, such as Europe/Madrid")
  private String zone;

  @Option(
      names = "--delegates",
      defaultValue = "6",
      description = "how many to take along at most (${DEFAULT-VALUE})")
  private int delegates;

  @Option(
      names = "--hosts",
      defaultValue = "8",
      description = "how many to ask at most (${DEFAULT-VALUE})")
  private int hosts;

  @Option(names = "--lang", defaultValue = "da", description = "da or en (${DEFAULT-VALUE})")
  private String lang;

  @Option(names = "--data", defaultValue = "data", description = "data folder (${DEFAULT-VALUE})")
  private Path data;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields before a command runs
  CompositionCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    Seat home = Journey.destination(destination);
    Journey journey = new Journey(home, first, last.orElse(first), delegates, hosts);
    ZoneId place = zone();
    Wording wording =
        new Wording(Language.ofUsers(lang), Vocabulary.shipped(), CompetenceTagger.shipped());
    Instant now = clock.instant();
    try (Desk desk = Desk.open(data, now)) {
      Composition composed = Composition.of(desk, journey, theme, place, wording, now);
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, composed.json().toPrettyString() + "\n");
      tell(composed, onTheme(composed.asked(), desk.vocabulary()), wording);
    }
    return 0;
  }

  /** The competences the theme names, and those narrower: reasons that name one come first. */
  private static Set<String> onTheme(Reading asked, Vocabulary vocabulary) {
    return asked.expansions().stream()
        .filter(one -> one.used() && one.kind() == Expansion.Kind.COMPETENCE)
        .flatMap(one -> vocabulary.narrowerClosure(one.added()).stream())
        .collect(Collectors.toSet());
  }

  private ZoneId zone() {
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "zone is \"" + zone + "\", must be a zone such as Europe/Madrid", e);
    }
  }

  private void tell(Composition composed, Set<String> theme, Wording wording) {
    PrintWriter out = spec.commandLine().getOut();
    Proposal proposal = composed.proposal();
    out.println(wording.say("compose.hosts"));
    Proposed reasons = Proposed.of(composed.json(), wording);
    for (int i = 0; i < proposal.hosts().size(); i++) {
      out.println("  " + named(proposal.hosts().get(i).entry(), wording));
      reasons.hosts().get(i).reasons().forEach(reason -> out.println("      " + reason));
    }
    out.println();
    out.println(wording.say("compose.delegates"));
    for (int i = 0; i < proposal.invitations().size(); i++) {
      Invitation invitation = proposal.invitations().get(i);
      out.println("  " + named(invitation.guest(), wording));
      reasons.delegates().get(i).reasons().forEach(reason -> out.println("      " + reason));
      invitation.pairs().stream()
          .limit(HOSTS_NAMED)
          .forEach(pair -> out.println("      " + reason(pair, theme, wording)));
    }
    out.println();
    out.println(wording.say("compose.next", file));
    out.flush();
  }

  private static String named(Entry entry, Wording wording) {
    return Showing.seat(entry)
        .map(seat -> entry.name() + " (" + wording.seat(seat) + ")")
        .orElse(entry.name());
  }

  /** The host, what a meeting is worth, and the words of both that say most of why. */
  private static String reason(Pair pair, Set<String> theme, Wording wording) {
    return pair.host().name()
        + " "
        + wording.points(pair.value())
        + best(pair.score(), theme).map(leaf -> ": " + quoted(leaf, wording)).orElse("");
  }

  private static String quoted(Score leaf, Wording wording) {
    Evidence theirs = leaf.evidence().getFirst();
    Evidence ours = leaf.evidence().getLast();
    return wording.say(
        "compose.reason",
        wording.criterion(leaf.criterion()),
        wording.decoded(wording.quoted(theirs)),
        wording.decoded(wording.quoted(ours)));
  }

  private static Optional<Score> best(Score score, Set<String> theme) {
    return leaves(score)
        .filter(leaf -> leaf.evidence().size() == 2)
        .max(
            Comparator.comparing((Score leaf) -> theme.contains(leaf.criterion()))
                .thenComparingDouble(Score::points));
  }

  private static Stream<Score> leaves(Score score) {
    return score.parts().isEmpty()
        ? Stream.of(score)
        : score.parts().stream().flatMap(CompositionCommand::leaves);
  }
}
