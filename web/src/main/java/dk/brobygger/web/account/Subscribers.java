package dk.brobygger.web.account;

import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.store.Database;
import dk.brobygger.search.standing.StandingSearch;
import dk.brobygger.web.Refusal;
import java.net.IDN;
import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;

/** All subscribers, in the database of the data folder. Safe for many threads. */
public final class Subscribers {

  /** Letters of domains, but for those of which the first IDNA made others (UTS 46, section 4). */
  private static final String LETTER = "[\\p{L}\\p{N}&&[^ßẞς]]";

  private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";

  /**
   * Atoms with dots between them, at a domain with a dot (RFC 5321, section 4.1.2). Letters beyond
   * ASCII before the at sign would need servers that all speak SMTPUTF8 (RFC 6531).
   */
  private static final Pattern ADDRESS =
      Pattern.compile(
          ("(?=.{1,64}@)%1$s(\\.%1$s)*@(?=.{1,180}$)(%2$s((%2$s|-)*%2$s)?\\.)+(%2$s|-){2,63}")
              .formatted(ATOM, LETTER));

  /** What tokens are made for. */
  private static final String SUBSCRIPTION = "subscription";

  private static final int MOST_SEARCHES = 20;

  private final Database database;
  private final Jdbi jdbi;
  private final Seal seal;

  /** Those of a data folder. What goes wrong there is told without what was being written. */
  public Subscribers(Database database) {
    this.database = database;
    this.jdbi = database.jdbi();
    // What fails is logged, and no log may hold an address.
    jdbi.getConfig(StatementExceptions.class)
        .setMessageRendering(StatementExceptions.MessageRendering.NONE);
    this.seal = Seal.in(database);
  }

  /** What acts for a subscriber in links, and nobody else can make. */
  public String token(String id) {
    return seal.token(SUBSCRIPTION, id);
  }

  /** The subscriber that a token acts for; empty where it was not made here. */
  public Optional<Subscriber> holder(String token) {
    return seal.open(SUBSCRIPTION, token).flatMap(this::find);
  }

  /**
   * Takes down that somebody asks to be told; they are told nothing until they confirm. Asking
   * again changes the wishes of who has not confirmed yet, and nothing for who has.
   *
   * @return who is to be asked for confirmation; empty where the address must not be written to, or
   *     has confirmed already
   * @throws Refusal if the address is none
   */
  public Optional<Subscriber> ask(String address, Wishes wishes, Instant now) {
    String typed = Normalizer.normalize(address.strip(), Normalizer.Form.NFC);
    if (!isAddress(typed)) {
      throw Refusal.address(typed);
    }
    String written = written(typed);
    return jdbi.inTransaction(handle -> {
      // Earlier versions kept the domain as it was typed.
      if (isSuppressed(handle, written) || isSuppressed(handle, typed)) {
        return Optional.empty();
      }
      // Nobody has two letter boxes that differ in capitals alone.
      Optional<Subscriber> known = known(handle, written).or(() -> known(handle, typed));
      if (known.isPresent()) {
        return known
            .filter(one -> one.confirmed().isEmpty())
            .flatMap(one -> {
              change(handle, one.id(), wishes);
              return SubscriberRows.find(handle, "id", one.id());
            });
      }
      String id = UUID.randomUUID().toString();
      handle
          .createUpdate(
              "INSERT INTO subscriber (id, address, language, frequency, days_off, most, asked_at)"
                  + " VALUES (:id, :address, '', '', '', 0, :now)")
          .bind("id", id)
          .bind("address", written)
          .bind("now", now.toString())
          .execute();
      change(handle, id, wishes);
      return SubscriberRows.find(handle, "id", id);
    });
  }

  private static Optional<Subscriber> known(Handle handle, String address) {
    return SubscriberRows.find(handle, "address COLLATE NOCASE", address);
  }

  /** Whether it is written as a mail address is, with no name beside it. */
  public static boolean isAddress(String address) {
    return domain(address).isPresent();
  }

  /**
   * An address as every mail server reads it, with the letters of its domain in ASCII; as it is
   * where it is none.
   */
  static String written(String address) {
    return domain(address)
        .map(domain -> address.substring(0, address.indexOf('@') + 1) + domain)
        .orElse(address);
  }

  /** The domain in ASCII (RFC 5891); none where the address is none. */
  private static Optional<String> domain(String address) {
    if (!ADDRESS.matcher(address).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          IDN.toASCII(address.substring(address.indexOf('@') + 1), IDN.USE_STD3_ASCII_RULES));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Tells somebody nothing more, until they confirm anew. */
  public void leave(String id) {
    jdbi.useTransaction(handle -> leave(handle, id));
  }

  private static void leave(Handle handle, String id) {
    handle.execute(
        "UPDATE subscriber SET confirmed = NULL, told_until = NULL, told_statement = NULL,"
            + " closing_until = NULL, mailed_on = NULL WHERE id = ?",
        id);
    // Who asks again on the same day is to be asked to confirm again.
    handle.execute(
        "DELETE FROM outbox WHERE subscriber = ? AND (next_try IS NOT NULL OR kind = 'confirm')",
        id);
  }

  /**
   * Tells somebody nothing more who cannot be reached, within a transaction; the address is not
   * taken up again. What is kept of them stays until it is erased.
   */
  public void suppress(Handle handle, String id, LocalDate day) {
    Optional<Subscriber> known = SubscriberRows.find(handle, "id", id);
    if (known.isPresent()) {
      suppress(handle, known.get(), day);
      leave(handle, id);
    }
  }

  private void suppress(Handle handle, Subscriber subscriber, LocalDate day) {
    handle.execute(
        "INSERT OR IGNORE INTO suppressed (fingerprint, since) VALUES (?, ?)",
        fingerprint(subscriber.address()),
        day.toString());
  }

  /**
   * Begins telling somebody who asked; what was new before that day is not told. Whoever has the
   * link of a mail can be reached: an address that mails came back from counts no longer as such.
   */
  public void confirm(String id, LocalDate day) {
    jdbi.useTransaction(handle -> {
      SubscriberRows.find(handle, "id", id)
          .filter(one -> one.confirmed().isEmpty())
          .ifPresent(one ->
              handle.execute(
                  "DELETE FROM suppressed WHERE fingerprint = ?", fingerprint(one.address())));
      handle
          .createUpdate(
              "UPDATE subscriber SET confirmed = :day, told_until = coalesce(told_until,"
                  + " :before), mailed_on = :day, bounces = 0 WHERE id = :id AND confirmed IS NULL")
          .bind("id", id)
          .bind("day", day.toString())
          .bind("before", day.minusDays(1).toString())
          .execute();
    });
  }

  /** Writes down other wishes. */
  public void change(String id, Wishes wishes) {
    jdbi.useHandle(handle -> change(handle, id, wishes));
  }

  private static void change(Handle handle, String id, Wishes wishes) {
    handle
        .createUpdate(
            "UPDATE subscriber SET language = :language, cluster = :cluster,"
                + " frequency = :frequency, days_off = :daysOff, away_from = :awayFrom,"
                + " away_to = :awayTo, most = :most, closing_at_once = :closing,"
                + " quiet_line = :quiet WHERE id = :id")
        .bind("id", id)
        .bind("language", wishes.language().code())
        .bind("cluster", wishes.cluster().map(EntryId::toString))
        .bind("frequency", wishes.frequency().word())
        .bind("daysOff", written(wishes.daysOff()))
        .bind("awayFrom", wishes.away().map(away -> away.from().toString()))
        .bind("awayTo", wishes.away().map(away -> away.to().toString()))
        .bind("most", wishes.most())
        .bind("closing", wishes.closingAtOnce())
        .bind("quiet", wishes.quietLine())
        .execute();
  }

  /**
   * Saves a search, in the place of one with the same name.
   *
   * @throws Refusal if there are too many
   */
  public void save(String id, StandingSearch search) {
    jdbi.useTransaction(handle -> {
      long others =
          SubscriberRows.searches(handle, id).stream()
              .filter(saved -> !saved.name().equals(search.name()))
              .count();
      if (others >= MOST_SEARCHES) {
        throw Refusal.searches(MOST_SEARCHES);
      }
      handle
          .createUpdate(
              "INSERT OR REPLACE INTO saved_search (subscriber, name, words)"
                  + " SELECT id, :name, :words FROM subscriber WHERE id = :id")
          .bind("id", id)
          .bind("name", search.name())
          .bind("words", search.words())
          .execute();
    });
  }

  /** Forgets a saved search. */
  public void forget(String id, String search) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate("DELETE FROM saved_search WHERE subscriber = :id AND name = :name")
            .bind("id", id)
            .bind("name", search)
            .execute());
  }

  /** Never tells of a call again. */
  public void unwanted(String id, EntryId call) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                "INSERT INTO told (subscriber, call, unwanted)"
                    + " SELECT id, :call, 1 FROM subscriber WHERE id = :id"
                    + " ON CONFLICT (subscriber, call) DO UPDATE SET unwanted = 1")
            .bind("id", id)
            .bind("call", call.toString())
            .execute());
  }

  /** The calls a subscriber was told of. */
  public Set<String> told(String id) {
    return told(List.of(id)).getOrDefault(id, Set.of());
  }

  /** The calls a subscriber wants to hear no more of. */
  public Set<String> unwanted(String id) {
    return unwanted(List.of(id)).getOrDefault(id, Set.of());
  }

  /** The mails that were written to a subscriber, oldest first. */
  List<Mail> mails(String id) {
    return jdbi.withHandle(handle -> SubscriberRows.mails(handle, id));
  }

  /** The calls that each of some subscribers was told of, by id; none where there are none. */
  public Map<String, Set<String>> told(List<String> ids) {
    return calls(ids, 0);
  }

  /** The calls that each of some subscribers wants to hear no more of, in the same way. */
  public Map<String, Set<String>> unwanted(List<String> ids) {
    return calls(ids, 1);
  }

  private Map<String, Set<String>> calls(List<String> ids, int unwanted) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "SELECT subscriber, call FROM told WHERE subscriber IN (<ids>)"
                    + " AND unwanted >= :unwanted")
            .bindList("ids", ids)
            .bind("unwanted", unwanted)
            .map((row, context) -> Map.entry(row.getString("subscriber"), row.getString("call")))
            .stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toSet()))));
  }

  /**
   * Erases a subscriber with everything that is kept of them, mails that wait included, and writes
   * down a fingerprint of the address, so that it is not taken up again.
   */
  public void erase(String id, LocalDate day) {
    jdbi.useTransaction(handle -> {
      Optional<Subscriber> known = SubscriberRows.find(handle, "id", id);
      if (known.isPresent()) {
        suppress(handle, known.get(), day);
        handle.execute("DELETE FROM told WHERE subscriber = ?", id);
        handle.execute("DELETE FROM saved_search WHERE subscriber = ?", id);
        handle.execute("DELETE FROM outbox WHERE subscriber = ?", id);
        handle.execute("DELETE FROM subscriber WHERE id = ?", id);
      }
    });
    database.forget();
  }

  /** Whether an address must not be written to. */
  public boolean isSuppressed(String address) {
    return jdbi.withHandle(handle -> isSuppressed(handle, address));
  }

  private boolean isSuppressed(Handle handle, String address) {
    return handle
            .createQuery("SELECT count(*) FROM suppressed WHERE fingerprint = :fingerprint")
            .bind("fingerprint", fingerprint(address))
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  private String fingerprint(String address) {
    return seal.mac("suppressed", address.strip().toLowerCase(Locale.ROOT));
  }

  /** Whether somebody is still there and wishes mail, asked within a transaction. */
  public static boolean isActive(Handle handle, String id) {
    return handle
        .createQuery("SELECT 1 FROM subscriber WHERE id = :id AND confirmed IS NOT NULL")
        .bind("id", id)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /** Whether anybody has subscribed and confirmed it. */
  public boolean any() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("SELECT count(*) FROM subscriber WHERE confirmed IS NOT NULL")
            .mapTo(Integer.class)
            .one())
        > 0;
  }

  /** Those mails go to, by id. */
  public List<Subscriber> active() {
    return jdbi.withHandle(
        handle -> SubscriberRows.confirmed(handle).stream().filter(Subscriber::active).toList());
  }

  /** The subscriber with an id. */
  public Optional<Subscriber> find(String id) {
    return jdbi.withHandle(handle -> SubscriberRows.find(handle, "id", id));
  }

  private static String written(Set<DayOfWeek> days) {
    return days.stream().sorted().map(DayOfWeek::name).collect(Collectors.joining(" "));
  }
}
