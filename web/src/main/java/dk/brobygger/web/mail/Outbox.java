package dk.brobygger.web.mail;

import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.store.Database;
import dk.brobygger.web.account.Subscribers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Mails that were written and wait to be accepted. Each is handed over at least once, in the same
 * bytes with the same Message-ID, however often this process or the server dies between. Safe for
 * many threads; two processes that send at once may repeat a mail and lose none.
 */
public final class Outbox {

  /** Time between tries: quickly at first, since most troubles are short (RFC 5321, 4.5.4.1). */
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(6));

  /** A digest that is four days old is given up (RFC 5321, section 4.5.4.1: at least 4-5 days). */
  private static final int MOST_TRIES = 20;

  private final Jdbi jdbi;

  /** That of a data folder. */
  public Outbox(Database database) {
    this.jdbi = database.jdbi();
  }

  /**
   * A mail that waits.
   *
   * @param id its Message-ID
   * @param subscriber whose
   * @param recipient the address it goes to
   * @param mail the whole mail
   * @param tries how often it was tried
   */
  record Waiting(String id, String subscriber, String recipient, byte[] mail, int tries) {}

  /**
   * How sending went.
   *
   * @param accepted mails handed over
   * @param bounced mails that were refused for good
   * @param deferred mails that will be tried again
   */
  public record Sent(int accepted, int bounced, int deferred) {}

  /** What a report of a mail that came back was worth. */
  public enum Heard {
    /** The subscriber is written to no more. */
    SUPPRESSED,
    /** It may yet be delivered, or the next one may; the answer was noted. */
    NOTED,
    /** The same was reported before. */
    KNOWN,
    /** No mail with this Message-ID was sent from here to an address that the report names. */
    STRANGER
  }

  /**
   * Hears that a mail came back. It counts only if it names both the Message-ID and the address of
   * a mail that was handed over: Message-IDs hold a random number that only the recipient and the
   * servers on the way have seen, so that nobody can have a stranger's mail stopped.
   *
   * @param bounce what was reported
   * @param subscribers those of the same data folder
   * @param day the day from which nothing more is written, where that follows
   */
  public Heard bounced(Bounce bounce, Subscribers subscribers, LocalDate day) {
    return jdbi.inTransaction(handle -> {
      Optional<HandedOver> mail = handedOver(handle, bounce.id());
      Optional<Bounce.Report> report =
          mail.flatMap(known ->
              bounce.reports().stream()
                  .filter(one -> one.addresses().contains(known.recipient()))
                  .findFirst());
      return report
          .map(one -> bounced(handle, mail.orElseThrow(), one, bounce.id(), subscribers, day))
          .orElse(Heard.STRANGER);
    });
  }

  /**
   * A mail that somebody else answers for.
   *
   * @param recipient the address in lower case
   */
  private record HandedOver(
      String subscriber, String recipient, String outcome, Optional<String> answer) {}

  private static Optional<HandedOver> handedOver(Handle handle, String id) {
    return handle
        .createQuery(
            "SELECT subscriber, recipient, outcome, answer FROM outbox WHERE message_id = :id"
                + " AND outcome IN ('accepted', 'bounced')")
        .bind("id", id)
        .map((row, context) ->
            new HandedOver(
                row.getString("subscriber"),
                row.getString("recipient").toLowerCase(Locale.ROOT),
                row.getString("outcome"),
                Optional.ofNullable(row.getString("answer"))))
        .findOne();
  }

  private static Heard bounced(
      Handle handle,
      HandedOver mail,
      Bounce.Report report,
      String id,
      Subscribers subscribers,
      LocalDate day) {
    if (mail.outcome().equals("bounced")
        || mail.answer().filter(report.answer()::equals).isPresent()) {
      return Heard.KNOWN;
    }
    handle
        .createUpdate(
            "UPDATE outbox SET outcome = :outcome, answer = :answer WHERE message_id = :id")
        .bind("outcome", report.permanent() ? "bounced" : "accepted")
        .bind("answer", report.answer())
        .bind("id", id)
        .execute();
    if (!report.permanent()) {
      return Heard.NOTED;
    }
    subscribers.suppress(handle, mail.subscriber(), day);
    return Heard.SUPPRESSED;
  }

  /**
   * A mail that was written.
   *
   * @param id its Message-ID
   * @param subscriber whose
   * @param kind what it is about; one of a kind for a subscriber and day counts
   * @param day the day it tells of
   * @param recipient the address it goes to
   * @param mail the whole mail
   * @param contents what it tells of, where it is a digest
   */
  record Written(
      String id,
      String subscriber,
      String kind,
      LocalDate day,
      String recipient,
      byte[] mail,
      Optional<Contents> contents) {}

  /**
   * Puts a mail in, inside a transaction, to be sent from a moment on.
   *
   * @return whether it is the first of its kind for the subscriber and day; another one is not kept
   */
  static boolean put(Handle handle, Written mail, Instant now) {
    return handle
            .createUpdate(
                "INSERT OR IGNORE INTO outbox (message_id, subscriber, kind, day, recipient, mail,"
                    + " next_try, told_after, told_known, told_newest, told_calls) VALUES (:id,"
                    + " :subscriber, :kind, :day, :recipient, :mail, :now, :after, :known, :newest,"
                    + " :calls)")
            .bind("id", mail.id())
            .bind("subscriber", mail.subscriber())
            .bind("kind", mail.kind())
            .bind("day", mail.day().toString())
            .bind("recipient", mail.recipient())
            .bind("mail", mail.mail())
            .bind("now", written(now))
            .bind("after", mail.contents().map(told -> told.after().toString()))
            .bind("known", mail.contents().map(Contents::known))
            .bind("newest", mail.contents().map(Contents::newest))
            .bind("calls", mail.contents().map(told -> written(told.calls())))
            .execute()
        > 0;
  }

  private static String written(List<EntryId> calls) {
    return calls.stream().map(EntryId::toString).collect(Collectors.joining(" "));
  }

  /** What the mails of a day told a subscriber; more than one where wishes changed on that day. */
  List<Contents> contents(String subscriber, LocalDate day) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "SELECT kind, told_after, told_known, told_newest, told_calls FROM outbox"
                    + " WHERE subscriber = :subscriber AND day = :day AND told_calls <> ''"
                    + " ORDER BY kind")
            .bind("subscriber", subscriber)
            .bind("day", day.toString())
            .map((row, context) ->
                new Contents(
                    Round.Kind.of(row.getString("kind")),
                    LocalDate.parse(row.getString("told_after")),
                    row.getLong("told_known"),
                    row.getLong("told_newest"),
                    Stream.of(row.getString("told_calls").split(" ")).map(EntryId::of).toList()))
            .list());
  }

  /**
   * Hands over all that is due at a moment.
   *
   * @param mailer takes them
   * @param from the sender's address
   * @param now the moment
   */
  public Sent send(Mailer mailer, String from, Instant now) {
    int accepted = 0;
    int bounced = 0;
    int deferred = 0;
    for (String id : due(now)) {
      Optional<Waiting> waiting = waiting(id);
      if (waiting.isPresent()) {
        Waiting mail = waiting.get();
        switch (mailer.deliver(mail.id(), from, mail.recipient(), mail.mail())) {
          case Delivery.Accepted done -> {
            accepted += note(mail, "accepted", "", Optional.empty());
          }
          case Delivery.Bounced refused -> {
            bounced += note(mail, "bounced", refused.answer(), Optional.empty());
          }
          case Delivery.Deferred later -> {
            deferred += defer(mail, later.reason(), now);
          }
        }
      }
    }
    return new Sent(accepted, bounced, deferred);
  }

  private int defer(Waiting mail, String reason, Instant now) {
    boolean last = mail.tries() + 1 >= MOST_TRIES;
    Duration pause = PAUSES.get(Math.min(mail.tries(), PAUSES.size() - 1));
    return note(
        mail,
        last ? "given-up" : "waiting",
        reason,
        last ? Optional.empty() : Optional.of(now.plus(pause)));
  }

  private int note(Waiting mail, String outcome, String answer, Optional<Instant> next) {
    return jdbi.inTransaction(handle -> {
      handle
          .createUpdate(
              "UPDATE outbox SET outcome = :outcome, answer = :answer, next_try = :next,"
                  + " tries = tries + 1 WHERE message_id = :id")
          .bind("outcome", outcome)
          .bind("answer", answer)
          .bind("next", next.map(Outbox::written))
          .bind("id", mail.id())
          .execute();
      switch (outcome) {
        case "accepted" ->
            handle.execute("UPDATE subscriber SET bounces = 0 WHERE id = ?", mail.subscriber());
        case "bounced" ->
            handle.execute(
                "UPDATE subscriber SET bounces = bounces + 1 WHERE id = ?", mail.subscriber());
        default -> {}
      }
      return 1;
    });
  }

  /** To the second, so that moments are in the order of their letters. */
  private static String written(Instant moment) {
    return moment.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private List<String> due(Instant now) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "SELECT message_id FROM outbox WHERE next_try <= :now ORDER BY next_try,"
                    + " message_id")
            .bind("now", written(now))
            .mapTo(String.class)
            .list());
  }

  /** Read when its turn comes: it may have been erased, or sent by another process. */
  private Optional<Waiting> waiting(String id) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("SELECT * FROM outbox WHERE message_id = :id AND next_try IS NOT NULL")
            .bind("id", id)
            .map((row, context) ->
                new Waiting(
                    row.getString("message_id"),
                    row.getString("subscriber"),
                    row.getString("recipient"),
                    row.getBytes("mail"),
                    row.getInt("tries")))
            .findOne());
  }

  /** How many mails have an outcome: waiting, accepted, bounced or given-up. */
  public int count(String outcome) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("SELECT count(*) FROM outbox WHERE outcome = :outcome")
            .bind("outcome", outcome)
            .mapTo(Integer.class)
            .one());
  }
}
