package dk.brobygger.web.mail;

import dk.brobygger.corpus.entry.EntryType;
import dk.brobygger.corpus.store.Statement;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.Desk;
import dk.brobygger.search.digest.Bulletin;
import dk.brobygger.search.digest.Digest;
import dk.brobygger.search.standing.Subscription;
import dk.brobygger.web.account.AccountPages;
import dk.brobygger.web.account.Subscriber;
import dk.brobygger.web.account.Subscribers;
import dk.brobygger.web.page.Wording;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes digests to all subscribers and sends what waits. What was told is noted in the transaction
 * that puts the mail into the outbox: killed at any moment, the next run goes on where this one
 * stood. Safe for many threads.
 */
public final class Post {

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
    for (Language language : Language.values()) {
      writers.put(language, new LetterWriter(new Wording(language, desk.vocabulary())));
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
    Map<LocalDate, Bulletin> bulletins = new HashMap<>();
    int written = 0;
    for (Subscriber subscriber : subscribers.active()) {
      LocalDate after = subscriber.toldUntil().orElse(on.minusDays(1));
      if (subscriber.wishes().due(on, after)) {
        Bulletin bulletin =
            bulletins.computeIfAbsent(after, day -> Bulletin.of(statements, day, on));
        written += tell(subscriber, digest(subscriber, bulletin), now) ? 1 : 0;
      }
    }
    return written;
  }

  /** What a subscriber is told of a span of days. */
  public Digest digest(Subscriber subscriber, Bulletin bulletin) {
    Set<String> told = subscribers.told(subscriber.id());
    Set<String> unwanted = subscribers.unwanted(subscriber.id());
    return Digest.of(
            subscription(subscriber),
            bulletin,
            desk.standing(),
            call -> told.contains(call.toString()))
        .without(call -> unwanted.contains(call.toString()));
  }

  private Subscription subscription(Subscriber subscriber) {
    return new Subscription(
        subscriber.id(),
        subscriber.wishes().cluster().flatMap(id -> desk.cluster(id.toString())),
        subscriber.searches());
  }

  private boolean tell(Subscriber subscriber, Digest digest, Instant now) {
    Optional<byte[]> mail =
        digest.isEmpty() ? Optional.empty() : Optional.of(mail(subscriber, digest, now));
    String id = mime.id("digest", subscriber.id(), digest.on().toString());
    desk.store()
        .database()
        .jdbi()
        .useTransaction(handle -> {
          mail.ifPresent(bytes ->
              Outbox.put(
                  handle,
                  id,
                  subscriber.id(),
                  "digest",
                  digest.on(),
                  subscriber.address(),
                  bytes,
                  now));
          for (Digest.Item item : digest.items()) {
            handle.execute(
                "INSERT OR IGNORE INTO told (subscriber, call) VALUES (?, ?)",
                subscriber.id(),
                item.news().call().id().toString());
          }
          handle.execute(
              "UPDATE subscriber SET told_until = ? WHERE id = ?",
              digest.on().toString(),
              subscriber.id());
        });
    return mail.isPresent();
  }

  private byte[] mail(Subscriber subscriber, Digest digest, Instant now) {
    Reader reader = reader(subscriber);
    Letter letter = letter(digest, subscriber.wishes().language(), reader);
    return mime.write(
        mime.id("digest", subscriber.id(), digest.on().toString()),
        subscriber.address(),
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
        Optional.of(subscribers.seal().token(AccountPages.SUBSCRIPTION, subscriber.id())));
  }

  /** A digest in words. */
  public Letter letter(Digest digest, Language language, Reader reader) {
    LetterWriter writer = writers.get(language);
    if (writer == null) {
      throw new IllegalStateException("nobody writes " + language);
    }
    return writer.write(digest, reader);
  }

  /** A letter as HTML. */
  public String html(Letter letter) {
    StringOutput html = new StringOutput();
    templates.render("mail/digest.jte", Map.of("letter", letter), html);
    return html.toString();
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
    LocalDate day = now.atZone(DailyTime.COPENHAGEN).toLocalDate();
    Language language = subscriber.wishes().language();
    String id = mime.id("confirm", subscriber.id(), day.toString());
    byte[] mail =
        mime.write(
            id,
            subscriber.address(),
            Wording.message(language, "confirm.subject"),
            Wording.message(
                    language,
                    "confirm.text",
                    reader(subscriber).subscription("").orElseThrow().toString())
                + "\n",
            Optional.empty(),
            Optional.empty(),
            now);
    desk.store()
        .database()
        .jdbi()
        .useTransaction(handle ->
            Outbox.put(
                handle, id, subscriber.id(), "confirm", day, subscriber.address(), mail, now));
  }

  /** Hands over what is due. */
  public Outbox.Sent send(Mailer mailer, Instant now) {
    return outbox.send(mailer, settings.from(), now);
  }
}
