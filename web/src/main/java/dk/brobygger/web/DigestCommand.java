package dk.brobygger.web;

import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.entry.EntryType;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.CommandLines;
import dk.brobygger.search.Desk;
import dk.brobygger.search.digest.Bulletin;
import dk.brobygger.search.digest.Digest;
import dk.brobygger.search.digest.DigestJson;
import dk.brobygger.search.standing.Sieve;
import dk.brobygger.search.standing.Subscription;
import dk.brobygger.web.account.Subscriber;
import dk.brobygger.web.account.Wishes;
import dk.brobygger.web.mail.DailyPost;
import dk.brobygger.web.mail.Letter;
import dk.brobygger.web.mail.MailSettings;
import dk.brobygger.web.mail.Outbox;
import dk.brobygger.web.mail.Post;
import dk.brobygger.web.mail.Reader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what each subscriber is told of a day, or tells them. */
@Command(
    name = "digest",
    description = {
      "Says what each subscriber is told of a day: new, changed and closing calls that fit.",
      "While nobody has subscribed, every Danish cluster's profile stands, as a preview.",
      "With --send writes to each whose time it is of all since they were told last, once."
    },
    mixinStandardHelpOptions = true)
final class DigestCommand implements Callable<Integer> {

  private final Clock clock;

  @Spec private CommandSpec spec;

  @Option(names = "--on", description = "the day; today where it is not given")
  private Optional<LocalDate> on;

  @Option(names = "--data", defaultValue = "data", description = "data folder (${DEFAULT-VALUE})")
  private Path data;

  @Option(names = "--json", description = "print JSON")
  private boolean json;

  @Option(names = "--lang", defaultValue = "da", description = "da or en (${DEFAULT-VALUE})")
  private String lang;

  @Option(
      names = "--send",
      description =
          "send; by the server of DATA/mail.properties, or into files of DATA/mail without one")
  private boolean send;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields before a command runs
  DigestCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Instant now = clock.instant();
    LocalDate day = on.orElseGet(() -> Wishes.day(now));
    Language language = Language.ofUsers(lang);
    CommandLines.apart(spec, "--send", "--json", "--lang");
    try (Desk desk = Desk.open(data, now)) {
      Post post = new Post(desk, MailSettings.of(data, MailSettings.NONE.site()));
      if (send) {
        refuseFuture(day, now);
        send(post, day, now);
      } else {
        show(desk, post, day, language);
      }
      out().flush();
    }
    return 0;
  }

  /** Whoever is told of a day is told of none before it again. */
  private static void refuseFuture(LocalDate day, Instant now) {
    LocalDate today = Wishes.day(now);
    if (day.isAfter(today)) {
      throw new IllegalArgumentException(
          "on is " + day + ", must not be after today, " + today + ", where mails are sent");
    }
  }

  private void send(Post post, LocalDate day, Instant now) {
    if (!post.subscribers().any()) {
      throw new IllegalArgumentException("nobody has subscribed in " + data + ": nothing is sent");
    }
    out().printf("%d written%n", post.write(day, now));
    out().flush();
    Outbox.Sent sent = post.send(DailyPost.mailer(post.settings(), data), now);
    out()
        .printf(
            "%d sent, %d refused, %d to be tried again%n",
            sent.accepted(), sent.bounced(), sent.deferred());
    out().printf("links lead to %s%n", post.settings().site());
  }

  private void show(Desk desk, Post post, LocalDate day, Language language) {
    Bulletin bulletin = Bulletin.of(desk.store().statements(EntryType.CALL, day), day);
    List<Told> told =
        post.subscribers().any() ? told(post, bulletin) : previews(desk, bulletin, language);
    if (json) {
      out().println(DigestJson.of(day, told.stream().map(Told::digest).toList()).toPrettyString());
    } else {
      told.parallelStream()
          .filter(one -> !one.digest().isEmpty())
          .map(one -> said(post, one))
          .forEachOrdered(out()::println);
    }
  }

  private static List<Told> told(Post post, Bulletin bulletin) {
    List<Subscriber> readers = post.subscribers().active();
    List<Digest> digests = post.digests(readers, bulletin);
    return IntStream.range(0, digests.size())
        .mapToObj(at -> Told.to(readers.get(at), digests.get(at)))
        .toList();
  }

  /** While nobody has subscribed, what would be told of every Danish cluster's profile. */
  private static List<Told> previews(Desk desk, Bulletin bulletin, Language language) {
    Sieve sieve = bulletin.sieve(desk.standing());
    return desk.store().entries().stream()
        .filter(Cluster.class::isInstance)
        .map(Cluster.class::cast)
        .filter(cluster -> cluster.identity().seat().country().equals("DK"))
        .sorted(Comparator.comparing(Cluster::id))
        .map(cluster ->
            new Told(
                Digest.of(Subscription.of(cluster), bulletin, sieve, call -> true),
                Optional.of(cluster.id()),
                language))
        .toList();
  }

  /**
   * A digest, and for whom it is worded; whoever types the command gets no link that acts for them.
   */
  private record Told(Digest digest, Optional<EntryId> cluster, Language language) {

    static Told to(Subscriber subscriber, Digest digest) {
      return new Told(digest, subscriber.wishes().cluster(), subscriber.wishes().language());
    }
  }

  private static String said(Post post, Told told) {
    Letter letter =
        post.letter(
            told.digest(),
            told.language(),
            Reader.onlooker(told.cluster(), post.settings().site()));
    return "== " + told.digest().subscriber() + ": " + letter.subject() + "\n" + post.text(letter);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
