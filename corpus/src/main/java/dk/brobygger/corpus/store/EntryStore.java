package dk.brobygger.corpus.store;

import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.entry.EntryType;
import dk.brobygger.corpus.json.EntryJson;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * Every version of every entry, in one SQLite file.
 *
 * <p>What a method has returned is on disk: a process killed at any moment loses nothing that was
 * recorded and leaves nothing half. Writers of several processes wait for each other, readers never
 * wait (SQLite write-ahead log, <a href="https://www.sqlite.org/wal.html">sqlite.org/wal.html</a>).
 * Safe for many threads.
 */
public final class EntryStore implements AutoCloseable {

  private static final RowMapper<Version> VERSION =
      (row, context) ->
          new Version(
              row.getLong("number"),
              EntryId.of(row.getString("entry")),
              Instant.parse(row.getString("recorded_at")),
              Optional.ofNullable(row.getString("body")).map(EntryJson::read));

  private static final RowMapper<Statement> STATEMENT =
      (row, context) ->
          new Statement(
              row.getLong("number"),
              row.getString("source"),
              LocalDate.parse(row.getString("day")),
              EntryJson.read(row.getString("body")));

  private static final BinaryOperator<Entry> LATER = (known, read) -> read;

  private final Database database;
  private final Jdbi jdbi;

  private EntryStore(Database database) {
    this.database = database;
    this.jdbi = database.jdbi();
  }

  /**
   * Opens the store in a folder, makes folder and file where there are none, and brings an older
   * form of the file up to date.
   *
   * @throws StoreException if that cannot be done
   */
  public static EntryStore open(Path folder) {
    return new EntryStore(Database.open(folder));
  }

  /** The file it is kept in, for others who keep something beside it. */
  public Database database() {
    return database;
  }

  /**
   * Records a reading: the entries that say something new become versions, all or none of them.
   *
   * @param reading what was read; entries seen on a later day already are left alone
   * @param now the moment of recording
   * @param join makes one entry of the known one and the one just read
   * @return how many were new, changed and unchanged; when it returns they are on disk
   * @throws StoreException if it cannot be written; then nothing of it is
   */
  public Tally record(Reading reading, Instant now, BinaryOperator<Entry> join) {
    try {
      return jdbi.inTransaction(
          TransactionIsolationLevel.SERIALIZABLE,
          handle -> new Recording(handle, reading, now, join).run());
    } catch (JdbiException e) {
      throw new StoreException("cannot write to the store: " + Database.firstLine(e), e);
    }
  }

  /** Records a reading whose entries replace the known ones. */
  public Tally record(Reading reading, Instant now) {
    return record(reading, now, LATER);
  }

  /**
   * Removes an entry; its versions are kept and a last one without entry is added.
   *
   * @return whether there was one
   */
  public boolean remove(EntryId id, Instant now) {
    return jdbi.inTransaction(handle -> {
      if (latest(handle, id).isEmpty()) {
        return false;
      }
      Recording.append(handle, id, now, Optional.empty());
      return true;
    });
  }

  /** The number of the newest version; 0 while there is none. */
  public long newest() {
    return jdbi.withHandle(handle ->
        handle.createQuery("SELECT coalesce(max(number), 0) FROM version").mapTo(Long.class).one());
  }

  /** The versions after a number, in order, at most so many. */
  public List<Version> after(long number, int most) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("SELECT * FROM version WHERE number > :number ORDER BY number LIMIT :most")
            .bind("number", number)
            .bind("most", most)
            .map(VERSION)
            .list());
  }

  /** The entry as it is now; empty where there is none or it was removed. */
  public Optional<Entry> entry(EntryId id) {
    return jdbi.withHandle(handle -> latest(handle, id));
  }

  /** Some entries as they are now, by id; those that there are. */
  public Map<EntryId, Entry> entries(Collection<EntryId> ids) {
    Map<EntryId, Entry> entries = new HashMap<>();
    jdbi.useHandle(
        handle -> ids.forEach(id -> latest(handle, id).ifPresent(entry -> entries.put(id, entry))));
    return entries;
  }

  /** All entries as they are now, in the order of their last change; removed ones are left out. */
  public List<Entry> entries() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "SELECT * FROM version WHERE body IS NOT NULL AND number IN"
                    + " (SELECT max(number) FROM version GROUP BY entry) ORDER BY number")
            .map(VERSION)
            .stream()
            .flatMap(version -> version.entry().stream())
            .toList());
  }

  /** The entries as they are now of which a person has set a field, in the order of their ids. */
  public List<Entry> edited() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                SELECT * FROM version WHERE json_array_length(body, '$.edited') > 0
                  AND number IN (SELECT max(number) FROM version GROUP BY entry) ORDER BY entry
                """)
            .map(VERSION)
            .stream()
            .flatMap(version -> version.entry().stream())
            .toList());
  }

  /** All versions of an entry, oldest first. */
  public List<Version> history(EntryId id) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("SELECT * FROM version WHERE entry = :entry ORDER BY number")
            .bind("entry", id.toString())
            .map(VERSION)
            .list());
  }

  /**
   * What all sources had said of the entries of a type by a day, in the order of the days. The
   * same, but for their numbers, whenever and in whatever order the readings of the days were
   * recorded.
   *
   * @param type of which entries; removed ones are not left out
   * @param day the last day that counts
   */
  public List<Statement> statements(EntryType type, LocalDate day) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "SELECT * FROM statement WHERE entry LIKE :type AND day <= :day"
                    + " ORDER BY day, source, entry, number")
            .bind("type", type.word() + "/%")
            .bind("day", day.toString())
            .map(STATEMENT)
            .list());
  }

  /** The last day a source showed an entry; empty if it never did. */
  public Optional<LocalDate> lastSeen(String source, EntryId id) {
    return jdbi.withHandle(handle -> Recording.lastSeen(handle, source, id));
  }

  /** The last day a source was read; empty if it never was. */
  public Optional<LocalDate> lastRead(String source) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("SELECT max(last_seen) FROM sighting WHERE source = :source")
            .bind("source", source)
            .mapTo(String.class)
            .findOne()
            .map(LocalDate::parse));
  }

  /** The sources that have shown an entry. */
  public Set<String> sources(EntryId id) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("SELECT source FROM sighting WHERE entry = :entry")
            .bind("entry", id.toString())
            .mapTo(String.class)
            .set());
  }

  /** The entries that a source last showed before a day, in the order of their ids. */
  public List<EntryId> notSeenSince(String source, LocalDate day) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "SELECT entry FROM sighting WHERE source = :source AND last_seen < :day"
                    + " ORDER BY entry")
            .bind("source", source)
            .bind("day", day.toString())
            .mapTo(String.class)
            .map(EntryId::of)
            .list());
  }

  static Optional<Entry> latest(Handle handle, EntryId id) {
    return handle
        .createQuery("SELECT * FROM version WHERE entry = :entry ORDER BY number DESC LIMIT 1")
        .bind("entry", id.toString())
        .map(VERSION)
        .findOne()
        .flatMap(Version::entry);
  }

  /** Lets go of the file. */
  @Override
  public void close() {
    database.close();
  }
}
