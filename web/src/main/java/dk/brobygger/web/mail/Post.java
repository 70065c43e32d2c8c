package dk.brobygger.web.mail;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.entry.EntryType;
import dk.brobygger.corpus.store.Statement;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.Desk;
import dk.brobygger.search.digest.Bulletin;
import dk.brobygger.search.digest.Digest;
import dk.brobygger.search.standing.Sieve;
import dk.brobygger.web.account.Subscriber;
import dk.brobygger.web.account.Subscribers;
import dk.brobygger.web.account.Wishes;
import dk.brobygger.web.page.Wording;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Writes digests to all subscribers and sends what waits. What was told is noted in the transaction
 * that puts the mail into the outbox: killed at any moment, the next run goes on where this one
 * stood. Safe for many threads.
 */
public final class Post {

  /** Subscribers whose mails are noted in one transaction: some 5 MB. */
  private static final int PORTION = 100;

  private final Desk desk;
  private final Subscribers subscribers;
  private final Outbox outbox;
  private final MailSettings settings;
  private final Mime mime;
  private final Map<Language, LetterWriter> writers = new EnumMap<>(Language.class);
  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(null, ContentType.Html, null, "dk.brobygger.web.template");

  /** The post of a data folder. */
  public Post(Desk desk, MailSettings settings) {
    this.desk = desk;
    this.settings = settings;
    this.subscribers = new Subscribers(desk.store().database());
    this.outbox = new Outbox(desk.store().database());
    this.mime = new Mime(settings);
    for (Language language : Language.OF_USERS) {
      writers.put(
          language, new LetterWriter(new Wording(language, desk.vocabulary(), desk.tagger())));
    }
  }

  /** Who gets mail. */
  public Subscribers subscribers() {
    return subscribers;
  }

  /** What was written. */
  public Outbox outbox() {
    return outbox;
  }

  /**
   * Writes to everybody whose time it is, of everything since they were told last: after an outage
   * one mail each. Doing it again on the same day writes nothing.
   *
   * @param on the last day to tell of
   * @param now the moment
   * @return how many mails were written
   */
  public int write(LocalDate on, Instant now) {
    List<Statement> statements = desk.store().statements(EntryType.CALL, on);
    Map<Round, List<Subscriber>> due = new LinkedHashMap<>();
    for (Subscriber subscriber : subscribers.active()) {
      Round.of(subscriber, on)
          .ifPresent(
              round -> due.computeIfAbsent(round, some -> new ArrayList<>()).add(subscriber));
    }
    long newest = statements.stream().mapToLong(Statement::number).max().orElse(0);
    int written = 0;
    for (Map.Entry<Round, List<Subscriber>> group : due.entrySet()) {
      Round round = group.getKey();
      written += write(round, round.bulletin(statements, on), group.getValue(), newest, now);
    }
    return written;
  }

  private int write(
      Round round, Bulletin bulletin, List<Subscriber> due, long newest, Instant now) {
    Sieve sieve = bulletin.sieve(desk.standing());
    return portions(due).parallelStream()
        .mapToInt(some -> {
          Known known = Known.of(desk, subscribers, some);
          List<Told> told =
              some.stream()
                  .map(one -> told(round, one, known.news(one, bulletin, sieve), newest, now))
                  .toList();
          return note(told, now);
        })
        .sum();
  }

  private static List<List<Subscriber>> portions(List<Subscriber> all) {
    List<List<Subscriber>> portions = new ArrayList<>();
    for (int from = 0; from < all.size(); from += PORTION) {
      portions.add(all.subList(from, Math.min(all.size(), from + PORTION)));
    }
    return portions;
  }

  /** What subscribers are told of a span of days, in their order. */
  public List<Digest> digests(List<Subscriber> all, Bulletin bulletin) {
    Sieve sieve = bulletin.sieve(desk.standing());
    return portions(all).parallelStream()
        .flatMap(some -> {
          Known known = Known.of(desk, subscribers, some);
          return some.stream().map(one -> known.digest(one, bulletin, sieve));
        })
        .toList();
  }

  /**
   * What somebody is told, and the mail that tells it; none where there is nothing to tell. Digests
   * are let go of: a portion of them is much to have at once.
   */
  private record Told(
      Subscriber subscriber, LocalDate on, Contents contents, String id, Optional<byte[]> mail) {}

  private Told told(Round round, Subscriber subscriber, Digest digest, long newest, Instant now) {
    String id = mime.id(round.kind().word(), subscriber.id(), digest.on().toString());
    Reader reader = reader(subscriber);
    Optional<Letter> letter =
        digest.isEmpty()
            ? quiet(round, subscriber, reader, digest.on())
            : Optional.of(letter(digest, subscriber.wishes().language(), reader));
    return new Told(
        subscriber,
        digest.on(),
        Contents.of(
            round, newest, digest.items().stream().map(item -> item.news().call().id()).toList()),
        id,
        letter.map(worded -> mail(id, subscriber.address(), reader, worded, now)));
  }

  /** That there is nothing to tell, to who wishes to hear it and has heard nothing for a week. */
  private Optional<Letter> quiet(Round round, Subscriber subscriber, Reader reader, LocalDate on) {
    return subscriber
        .mailedOn()
        .filter(last ->
            round.kind() == Round.Kind.DIGEST
                && subscriber.wishes().quietLine()
                && !on.isBefore(last.plusDays(Wishes.QUIET_DAYS)))
        .map(last -> writer(subscriber.wishes().language()).quiet(last, reader));
  }

  /**
   * In one transaction, and one after the other: SQLite would have the second one wait asleep. Who
   * has left or was erased since the mails were begun gets none.
   *
   * @return how many mails were written
   */
  private synchronized int note(List<Told> all, Instant now) {
    return desk.store()
        .database()
        .jdbi()
        .inTransaction(handle -> {
          int written = 0;
          for (Told one : all) {
            if (Subscribers.isActive(handle, one.subscriber().id()) && put(handle, one, now)) {
              note(handle, one);
              written += one.mail().isPresent() ? 1 : 0;
            }
          }
          return written;
        });
  }

  /** Who left and came back on the day of a mail is told of what came since with the next one. */
  private static boolean put(Handle handle, Told one, Instant now) {
    return one.mail()
        .map(mail ->
            Outbox.put(
                handle,
                new Outbox.Written(
                    one.id(),
                    one.subscriber().id(),
                    one.contents().kind().word(),
                    one.on(),
                    one.subscriber().address(),
                    mail,
                    Optional.of(one.contents())),
                now))
        .orElse(true);
  }

  private static void note(Handle handle, Told one) {
    handle
        .createUpdate(
            "INSERT OR IGNORE INTO told (subscriber, call) SELECT :id, value FROM"
                + " json_each(:calls)")
        .bind("id", one.subscriber().id())
        .bind("calls", json(one.contents().calls()))
        .execute();
    String until =
        switch (one.contents().kind()) {
          case DIGEST -> "told_until";
          case CLOSING -> "closing_until";
        };
    handle
        .createUpdate(
            "UPDATE subscriber SET <until> = :on, mailed_on = CASE WHEN :mailed THEN :on ELSE"
                + " mailed_on END, told_statement = CASE WHEN :all THEN :newest ELSE"
                + " told_statement END WHERE id = :id")
        .define("until", until)
        .bind("all", one.contents().kind() == Round.Kind.DIGEST)
        .bind("newest", one.contents().newest())
        .bind("on", one.on().toString())
        .bind("mailed", one.mail().isPresent())
        .bind("id", one.subscriber().id())
        .execute();
  }

  private static String json(List<EntryId> calls) {
    ArrayNode written = JsonNodeFactory.instance.arrayNode();
    calls.forEach(call -> written.add(call.toString()));
    return written.toString();
  }

  private byte[] mail(String id, String to, Reader reader, Letter letter, Instant now) {
    return mime.write(
        id,
        to,
        letter.subject(),
        LetterText.of(letter),
        Optional.of(html(letter)),
        reader.subscription("/unsubscribe"),
        now);
  }

  private Reader reader(Subscriber subscriber) {
    return new Reader(
        subscriber.wishes().most(),
        subscriber.wishes().cluster(),
        settings.site(),
        Optional.of(subscribers.token(subscriber.id())));
  }

  /** A digest in words. */
  public Letter letter(Digest digest, Language language, Reader reader) {
    return writer(language).write(digest, reader);
  }

  private LetterWriter writer(Language language) {
    LetterWriter writer = writers.get(language);
    if (writer == null) {
      throw new IllegalStateException("nobody writes " + language);
    }
    return writer;
  }

  /** A letter as HTML, in UTF-8. */
  private byte[] html(Letter letter) {
    Utf8ByteOutput html = new Utf8ByteOutput();
    templates.render("mail/digest.jte", Map.of("letter", letter), html);
    return html.toByteArray();
  }

  /** A letter as plain text. */
  public String text(Letter letter) {
    return LetterText.of(letter);
  }

  /** Where the pages are. */
  public MailSettings settings() {
    return settings;
  }

  /** Asks somebody to confirm by a link; once a day at most. */
  public void askToConfirm(Subscriber subscriber, Instant now) {
    LocalDate day = Wishes.day(now);
    Language language = subscriber.wishes().language();
    // Who has left and asks again on the same day is sent another mail, not the same one.
    String id = mime.id("confirm", subscriber.id(), day + "." + now.getEpochSecond());
    byte[] mail =
        mime.write(
            id,
            subscriber.address(),
            Wording.message(language, "confirm.subject"),
            Wording.message(
                    language, "confirm.text", reader(subscriber).subscription("").orElseThrow())
                + "\n",
            Optional.empty(),
            Optional.empty(),
            now);
    desk.store()
        .database()
        .jdbi()
        .useTransaction(handle ->
            Outbox.put(
                handle,
                new Outbox.Written(
                    id,
                    subscriber.id(),
                    "confirm",
                    day,
                    subscriber.address(),
                    mail,
                    Optional.empty()),
                now));
  }

  /** Hands over what is due. */
  public Outbox.Sent send(Mailer mailer, Instant now) {
    return outbox.send(mailer, settings.from(), now);
  }
}
