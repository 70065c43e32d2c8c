package dk.brobygger.corpus.store;

import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.json.EntryJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.jdbi.v3.core.Handle;

/** One reading on its way into the store, inside one transaction. */
final class Recording {

  private final Handle handle;
  private final Reading reading;
  private final Instant now;
  private final BinaryOperator<Entry> join;
  private Tally tally = Tally.NONE;

  Recording(Handle handle, Reading reading, Instant now, BinaryOperator<Entry> join) {
    this.handle = handle;
    this.reading = reading;
    this.now = now;
    this.join = join;
  }

  Tally run() {
    Map<EntryId, Entry> byId = new LinkedHashMap<>();
    reading.entries().forEach(entry -> byId.put(entry.id(), entry));
    byId.values().forEach(this::record);
    return tally;
  }

  private void record(Entry read) {
    state(read);
    Optional<LocalDate> lastSeen = lastSeen(handle, reading.source(), read.id());
    if (lastSeen.isPresent() && lastSeen.get().isAfter(reading.day())) {
      tally = tally.plus(new Tally(0, 0, 1));
      return;
    }
    Optional<Entry> known = EntryStore.latest(handle, read.id());
    Entry joined = known.map(entry -> join.apply(entry, read)).orElse(read);
    if (known.isEmpty()) {
      append(handle, read.id(), now, Optional.of(joined));
      tally = tally.plus(new Tally(1, 0, 0));
    } else if (!EntryJson.facts(joined).equals(EntryJson.facts(known.get()))) {
      append(handle, read.id(), now, Optional.of(joined));
      tally = tally.plus(new Tally(0, 1, 0));
    } else {
      tally = tally.plus(new Tally(0, 0, 1));
    }
    see(read.id());
  }

  /** Keeps what the source itself says, if it is something else than it said before that day. */
  private void state(Entry read) {
    String facts = EntryJson.fingerprint(read);
    Optional<Stated> before = statedBy(read.id(), reading.day());
    if (before.filter(stated -> stated.facts().equals(facts)).isPresent()) {
      return;
    }
    // An old reading that comes late must not speak for the last day, which said what came before.
    lastSeen(handle, reading.source(), read.id())
        .filter(day -> day.isAfter(reading.day()))
        .ifPresent(day ->
            statedBy(read.id(), day)
                .filter(later -> later.day().isBefore(day))
                .ifPresent(later -> write(read.id(), later.on(day))));
    write(read.id(), new Stated(reading.day(), EntryJson.write(read), facts));
  }

  private record Stated(LocalDate day, String body, String facts) {

    Stated on(LocalDate other) {
      return new Stated(other, body, facts);
    }
  }

  private Optional<Stated> statedBy(EntryId id, LocalDate day) {
    return handle
        .createQuery(
            """
            SELECT day, body, facts FROM statement
            WHERE source = :source AND entry = :entry AND day <= :day
            ORDER BY day DESC, number DESC LIMIT 1
            """)
        .bind("source", reading.source())
        .bind("entry", id.toString())
        .bind("day", day.toString())
        .map((row, context) ->
            new Stated(
                LocalDate.parse(row.getString("day")),
                row.getString("body"),
                row.getString("facts")))
        .findOne();
  }

  private void write(EntryId id, Stated stated) {
    handle
        .createUpdate(
            "INSERT INTO statement (source, entry, day, body, facts)"
                + " VALUES (:source, :entry, :day, :body, :facts)")
        .bind("source", reading.source())
        .bind("entry", id.toString())
        .bind("day", stated.day().toString())
        .bind("body", stated.body())
        .bind("facts", stated.facts())
        .execute();
  }

  private void see(EntryId id) {
    handle
        .createUpdate(
            """
            INSERT INTO sighting (source, entry, first_seen, last_seen)
            VALUES (:source, :entry, :day, :day)
            ON CONFLICT (source, entry) DO UPDATE SET last_seen = excluded.last_seen
            """)
        .bind("source", reading.source())
        .bind("entry", id.toString())
        .bind("day", reading.day().toString())
        .execute();
  }

  static Optional<LocalDate> lastSeen(Handle handle, String source, EntryId id) {
    return handle
        .createQuery("SELECT last_seen FROM sighting WHERE source = :source AND entry = :entry")
        .bind("source", source)
        .bind("entry", id.toString())
        .mapTo(String.class)
        .findOne()
        .map(LocalDate::parse);
  }

  static void append(Handle handle, EntryId id, Instant now, Optional<Entry> entry) {
    handle
        .createUpdate(
            "INSERT INTO version (entry, recorded_at, body) VALUES (:entry, :recordedAt, :body)")
        .bind("entry", id.toString())
        .bind("recordedAt", now.toString())
        .bind("body", entry.map(EntryJson::write))
        .execute();
  }
}
