package dk.brobygger.web;

import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.EntryType;
import dk.brobygger.search.Desk;
import dk.brobygger.search.digest.Bulletin;
import dk.brobygger.search.digest.Digest;
import dk.brobygger.search.digest.DigestJson;
import dk.brobygger.search.standing.Subscription;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what each subscriber is told of a day. */
@Command(
    name = "digest",
    description = {
      "Says what each subscriber is told of a day: new, changed and closing calls that fit.",
      "While nobody has subscribed, every Danish cluster's profile stands, as a preview."
    },
    mixinStandardHelpOptions = true)
final class DigestCommand implements Callable<Integer> {

  /** Where subscribers read their mail. */
  static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

  private final Clock clock;

  @Spec private CommandSpec spec;

  @Option(names = "--on", description = "the day; today where it is not given")
  private Optional<LocalDate> on;

  @Option(names = "--data", defaultValue = "data", description = "data folder (${DEFAULT-VALUE})")
  private Path data;

  @Option(names = "--json", description = "print JSON")
  private boolean json;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields before a command runs
  DigestCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    LocalDate day = on.orElseGet(() -> LocalDate.now(clock.withZone(COPENHAGEN)));
    try (Desk desk = Desk.open(data, clock.instant())) {
      Bulletin bulletin = Bulletin.of(desk.store().statements(EntryType.CALL, day), day);
      List<Digest> digests =
          subscriptions(desk).stream()
              .map(subscription -> Digest.of(subscription, bulletin, desk.standing()))
              .toList();
      if (json) {
        out().println(DigestJson.of(day, digests).toPrettyString());
      } else {
        digests.forEach(this::print);
      }
      out().flush();
    }
    return 0;
  }

  private static List<Subscription> subscriptions(Desk desk) {
    return desk.store().entries().stream()
        .filter(Cluster.class::isInstance)
        .map(Cluster.class::cast)
        .filter(cluster -> cluster.identity().seat().country().equals("DK"))
        .sorted(Comparator.comparing(Cluster::id))
        .map(Subscription::of)
        .toList();
  }

  private void print(Digest digest) {
    if (digest.isEmpty()) {
      return;
    }
    out().println(digest.subscriber());
    print("new", digest.fresh());
    print("changed", digest.changed());
    print("closing", digest.closing());
    print("blocked", digest.blocked());
  }

  private void print(String what, List<Digest.Item> items) {
    for (Digest.Item item : items) {
      out()
          .printf(
              Locale.ROOT,
              "  %-8s %5.1f  %s%n",
              what,
              item.answering().score(),
              item.news().call().title());
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
