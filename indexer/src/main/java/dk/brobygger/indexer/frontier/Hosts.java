package dk.brobygger.indexer.frontier;

import dk.brobygger.indexer.fetch.FetchOutcome;
import dk.brobygger.indexer.fetch.FetchOutcome.Deferred;
import dk.brobygger.indexer.fetch.FetchOutcome.Failed;
import dk.brobygger.indexer.fetch.FetchOutcome.Fetched;
import dk.brobygger.indexer.fetch.FetchOutcome.Moved;
import dk.brobygger.indexer.fetch.FetchOutcome.Refused;
import dk.brobygger.indexer.fetch.FetchOutcome.Unchanged;
import dk.brobygger.indexer.fetch.HostPace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The hosts in the crawl file and when each may be asked, inside one transaction. */
final class Hosts {

  private final Handle handle;
  private final Duration floor;

  Hosts(Handle handle, Duration floor) {
    this.handle = handle;
    this.floor = floor;
  }

  /** Hosts nobody is asking that can be asked for something now, longest due first. */
  List<String> due(Instant now, int most) {
    return handle
        .createQuery(
            "SELECT name FROM host WHERE busy = 0 AND due <= :now ORDER BY due LIMIT :most")
        .bind("now", now.toEpochMilli())
        .bind("most", most)
        .mapTo(String.class)
        .list();
  }

  Optional<Instant> nextDue() {
    return handle
        .createQuery("SELECT min(due) FROM host WHERE busy = 0 AND due IS NOT NULL")
        .mapTo(Long.class)
        .findOne()
        .map(Instant::ofEpochMilli);
  }

  boolean isFree(String host, Instant now) {
    know(host);
    return !pace(host).notBefore().isAfter(now)
        && handle
                .createQuery("SELECT busy FROM host WHERE name = :host")
                .bind("host", host)
                .mapTo(Integer.class)
                .one()
            == 0;
  }

  HostPace pace(String host) {
    return handle
        .createQuery("SELECT crawl_delay, failures, ended, later FROM host WHERE name = :host")
        .bind("host", host)
        .map((row, context) ->
            new HostPace(
                floor,
                Duration.ofMillis(row.getLong("crawl_delay")),
                row.getInt("failures"),
                Instant.ofEpochMilli(row.getLong("ended")),
                Instant.ofEpochMilli(row.getLong("later"))))
        .findOne()
        .orElseGet(() -> HostPace.of(floor));
  }

  private void know(String host) {
    handle
        .createUpdate("INSERT OR IGNORE INTO host (name) VALUES (:host)")
        .bind("host", host)
        .execute();
  }

  void ask(String host) {
    handle.createUpdate("UPDATE host SET busy = 1 WHERE name = :host").bind("host", host).execute();
  }

  /** A request of the process before may have reached its host at any moment until now. */
  void interrupted(Instant now) {
    List<String> asked =
        handle.createQuery("SELECT name FROM host WHERE busy = 1").mapTo(String.class).list();
    for (String host : asked) {
      rest(host, pace(host).interrupted(now));
      free(host);
      refresh(host);
    }
  }

  /** Works all waits out anew: the floor may be another one than when the hosts were asked. */
  void followSettings() {
    for (String host :
        handle.createQuery("SELECT name FROM host WHERE ended > 0").mapTo(String.class).list()) {
      rest(host, pace(host));
      refresh(host);
    }
  }

  private void free(String host) {
    handle.createUpdate("UPDATE host SET busy = 0 WHERE name = :host").bind("host", host).execute();
  }

  void answered(Turn turn, FetchOutcome outcome, Instant end) {
    free(turn.host());
    HostPace pace = pace(turn.host());
    rest(
        turn.host(),
        switch (outcome) {
          case Fetched fetched -> pace.answered(end);
          case Unchanged unchanged -> pace.answered(end);
          case Moved moved -> pace.answered(end);
          case Refused refused -> pace.answered(end);
          case Deferred deferred -> pace.failed(end, deferred.retryAfter());
          case Failed failed ->
              failed.isAnswered() ? pace.answered(end) : pace.failed(end, Optional.empty());
        });
  }

  /** The gap the host asks for, from its last answer on. */
  void slowDown(String host, Duration crawlDelay) {
    know(host);
    rest(host, pace(host).withCrawlDelay(crawlDelay));
  }

  private void rest(String host, HostPace pace) {
    handle
        .createUpdate(
            """
            UPDATE host SET crawl_delay = :delay, failures = :failures, ended = :ended,
              later = :later, not_before = :notBefore
            WHERE name = :host
            """)
        .bind("host", host)
        .bind("delay", pace.crawlDelay().toMillis())
        .bind("failures", pace.failures())
        .bind("ended", upToMillis(pace.ended()))
        .bind("later", upToMillis(pace.later()))
        .bind("notBefore", upToMillis(pace.notBefore()))
        .execute();
  }

  /** Never a moment sooner for lack of digits. */
  private static long upToMillis(Instant moment) {
    return moment.plusNanos(999_999).toEpochMilli();
  }

  /** Looks again when a host can be asked for what waits there. */
  void refresh(String host) {
    know(host);
    handle
        .createUpdate(
            """
            UPDATE host SET due = max(not_before, (
              SELECT min(due) FROM (
                SELECT due FROM origin WHERE host = :host AND due IS NOT NULL
                UNION ALL
                SELECT min(page.due) FROM page LEFT JOIN origin ON origin.name = page.origin
                WHERE page.host = :host AND page.due IS NOT NULL AND origin.due IS NULL)))
            WHERE name = :host
            """)
        .bind("host", host)
        .execute();
  }
}
