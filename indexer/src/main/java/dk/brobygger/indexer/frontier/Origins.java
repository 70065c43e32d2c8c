package dk.brobygger.indexer.frontier;

import dk.brobygger.indexer.fetch.FetchOutcome;
import dk.brobygger.indexer.fetch.FetchOutcome.Deferred;
import dk.brobygger.indexer.fetch.FetchOutcome.Failed;
import dk.brobygger.indexer.fetch.FetchOutcome.Fetched;
import dk.brobygger.indexer.fetch.FetchOutcome.Moved;
import dk.brobygger.indexer.fetch.FetchOutcome.Refused;
import dk.brobygger.indexer.fetch.FetchOutcome.Unchanged;
import dk.brobygger.indexer.fetch.FetchRequest;
import dk.brobygger.indexer.fetch.PageAddress;
import dk.brobygger.indexer.fetch.Robots;
import dk.brobygger.indexer.frontier.Turn.Purpose;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The robots rules in the crawl file, inside one transaction. */
final class Origins {

  /** So often rules are asked for before they count as unreachable. */
  private static final int MOST_TRIES = 3;

  private final Handle handle;
  private final Hosts hosts;

  Origins(Handle handle, Hosts hosts) {
    this.handle = handle;
    this.hosts = hosts;
  }

  /** The next rules to ask a host for, its own or those that redirects led to it. */
  Optional<Turn> next(String host, Instant now) {
    return handle
        .createQuery(
            "SELECT name, address, hops FROM origin WHERE host = :host AND due <= :now"
                + " ORDER BY due LIMIT 1")
        .bind("host", host)
        .bind("now", now.toEpochMilli())
        .map((row, context) ->
            turn(
                row.getString("name"),
                PageAddress.of(row.getString("address")),
                row.getInt("hops")))
        .findOne();
  }

  private Turn turn(String origin, PageAddress address, int hops) {
    return new Turn(
        Purpose.ROBOTS, origin, FetchRequest.robots(address), hosts.pace(address.host()), hops);
  }

  boolean isFresh(String origin, Instant now) {
    return handle
        .createQuery("SELECT 1 FROM origin WHERE name = :origin AND until > :now")
        .bind("origin", origin)
        .bind("now", now.toEpochMilli())
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /** Begins to ask for the rules of an origin. */
  Optional<Turn> ask(String origin, PageAddress robots, Instant now) {
    handle
        .createUpdate(
            """
            INSERT INTO origin (name, address, host, due) VALUES (:origin, :address, :host, :now)
            ON CONFLICT (name) DO UPDATE SET address = excluded.address, host = excluded.host,
              hops = 0, tries = 0, due = excluded.due
            """)
        .bind("origin", origin)
        .bind("address", robots.toString())
        .bind("host", robots.host())
        .bind("now", now.toEpochMilli())
        .execute();
    return Optional.of(turn(origin, robots, 0));
  }

  /** The rules as they stand; unreachable while none have been read. */
  Robots rules(String origin) {
    return handle
        .createQuery("SELECT standing, rules FROM origin WHERE name = :origin")
        .bind("origin", origin)
        .map((row, context) ->
            switch (String.valueOf(row.getString("standing"))) {
              case "read" -> Robots.read(PageAddress.of(origin).robots(), row.getBytes("rules"));
              case "none" -> Robots.NONE;
              default -> Robots.UNREACHABLE;
            })
        .one();
  }

  /** Takes what asking for rules came to (RFC 9309, section 2.3.1). */
  void answered(Turn turn, FetchOutcome outcome, Instant end) {
    switch (outcome) {
      case Fetched fetched -> read(turn, fetched, end);
      case Moved moved when turn.hops() < Robots.MOST_REDIRECTS -> moved(turn, moved.to(), end);
      case Moved moved -> settle(turn.subject(), "none", Optional.empty(), end);
      case Unchanged unchanged -> settle(turn.subject(), "none", Optional.empty(), end);
      case Refused refused when refused.isPrivate() && turn.hops() == 0 ->
          markPrivate(turn.subject(), end);
      case Refused refused -> settle(turn.subject(), "unreachable", Optional.empty(), end);
      case Deferred deferred -> failed(turn, end);
      case Failed failed -> {
        if (failed.isAnswered()) {
          settle(turn.subject(), "none", Optional.empty(), end);
        } else {
          failed(turn, end);
        }
      }
    }
  }

  /** Its rules are unreachable because we refuse to ask, not because it did not answer. */
  void markPrivate(String origin, Instant end) {
    settle(origin, "private", Optional.empty(), end);
  }

  /** Has the rules and pages of those asked for that only we ourselves refused. */
  void askPrivateOnesAgain(Instant now) {
    List<String> asked =
        handle
            .createQuery(
                """
                UPDATE page SET due = :now, visited = NULL, outcome = NULL
                WHERE outcome = 'refused' AND body IS NULL
                  AND reason NOT LIKE 'redirect to another site%' AND origin IN (SELECT name FROM origin WHERE standing = 'private')
                RETURNING host
                """)
            .bind("now", now.toEpochMilli())
            .mapTo(String.class)
            .list();
    handle.execute("UPDATE origin SET standing = NULL, until = NULL WHERE standing = 'private'");
    asked.stream().distinct().forEach(hosts::refresh);
  }

  private void read(Turn turn, Fetched fetched, Instant end) {
    PageAddress own = PageAddress.of(turn.subject());
    settle(turn.subject(), "read", Optional.of(fetched.body()), end);
    Robots rules = Robots.read(own.robots(), fetched.body());
    hosts.slowDown(own.host(), rules.crawlDelay());
    hosts.refresh(own.host());
  }

  private void moved(Turn turn, PageAddress to, Instant end) {
    handle
        .createUpdate(
            "UPDATE origin SET address = :address, host = :host, hops = hops + 1, due = :now"
                + " WHERE name = :origin")
        .bind("origin", turn.subject())
        .bind("address", to.toString())
        .bind("host", to.host())
        .bind("now", end.toEpochMilli())
        .execute();
    hosts.refresh(to.host());
  }

  private void failed(Turn turn, Instant end) {
    handle
        .createUpdate("UPDATE origin SET tries = tries + 1 WHERE name = :origin")
        .bind("origin", turn.subject())
        .execute();
    int tries =
        handle
            .createQuery("SELECT tries FROM origin WHERE name = :origin")
            .bind("origin", turn.subject())
            .mapTo(Integer.class)
            .one();
    if (tries >= MOST_TRIES) {
      settle(turn.subject(), "unreachable", Optional.empty(), end);
    }
  }

  private void settle(String origin, String standing, Optional<byte[]> rules, Instant end) {
    handle
        .createUpdate(
            """
            UPDATE origin SET due = NULL, standing = :standing, rules = :rules, until = :until,
              tries = 0 WHERE name = :origin
            """)
        .bind("origin", origin)
        .bind("standing", standing)
        .bind("rules", rules.orElse(null))
        .bind("until", end.plus(Robots.FRESH).toEpochMilli())
        .execute();
    hosts.refresh(PageAddress.of(origin).host());
  }
}
