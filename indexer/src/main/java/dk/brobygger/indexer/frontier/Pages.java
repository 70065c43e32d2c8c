package dk.brobygger.indexer.frontier;

import dk.brobygger.indexer.fetch.FetchOutcome;
import dk.brobygger.indexer.fetch.FetchOutcome.Deferred;
import dk.brobygger.indexer.fetch.FetchOutcome.Failed;
import dk.brobygger.indexer.fetch.FetchOutcome.Fetched;
import dk.brobygger.indexer.fetch.FetchOutcome.Moved;
import dk.brobygger.indexer.fetch.FetchOutcome.Refused;
import dk.brobygger.indexer.fetch.FetchOutcome.Unchanged;
import dk.brobygger.indexer.fetch.FetchRequest;
import dk.brobygger.indexer.fetch.HostPace;
import dk.brobygger.indexer.fetch.PageAddress;
import dk.brobygger.indexer.fetch.Validators;
import dk.brobygger.indexer.frontier.Turn.Purpose;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.jdbi.v3.core.Handle;

/** The pages in the crawl file, inside one transaction. */
final class Pages {

  /** A little less than a day, so that a nightly crawl that began late finds them due. */
  private static final Duration SOON = Duration.ofHours(20);

  /** What stays the same is visited after twice the time, up to this. */
  private static final Duration LATE = Duration.ofDays(16);

  private static final int MOST_TRIES = 3;
  private static final int MOST_HOPS = 5;

  /** After so many failures in a row a host is left alone until the next visit. */
  private static final int SILENT = 4;

  private final Handle handle;
  private final Hosts hosts;
  private final Leads leads;

  Pages(Handle handle, Hosts hosts) {
    this.handle = handle;
    this.hosts = hosts;
    this.leads = new Leads(handle, hosts);
  }

  /** The page worth most of those that are due at a host and wait for no robots rules. */
  Optional<Turn> next(String host, Instant now) {
    HostPace pace = hosts.pace(host);
    return handle
        .createQuery(
            """
            SELECT page.address, page.hops, etag, modified FROM page
            LEFT JOIN origin ON origin.name = page.origin
            WHERE page.host = :host AND page.due <= :now AND origin.due IS NULL
            ORDER BY worth DESC, page.due LIMIT 1
            """)
        .bind("host", host)
        .bind("now", now.toEpochMilli())
        .map((row, context) -> turn(row, pace))
        .findOne();
  }

  private static Turn turn(ResultSet row, HostPace pace) throws SQLException {
    String address = row.getString("address");
    Validators known =
        new Validators(
            Optional.ofNullable(row.getString("etag")),
            Optional.ofNullable(row.getString("modified")));
    FetchRequest request = FetchRequest.get(PageAddress.of(address), known);
    return new Turn(Purpose.PAGE, address, request, pace, row.getInt("hops"));
  }

  /** What is known of a page before a visit. */
  private record Before(
      String site, int worth, int tries, int misses, Duration pause, Optional<byte[]> digest) {}

  private Before before(String address) {
    return handle
        .createQuery(
            "SELECT site, worth, tries, misses, pause, digest FROM page WHERE address = :address")
        .bind("address", address)
        .map((row, context) ->
            new Before(
                row.getString("site"),
                row.getInt("worth"),
                row.getInt("tries"),
                row.getInt("misses"),
                Duration.ofMillis(row.getLong("pause")),
                Optional.ofNullable(row.getBytes("digest"))))
        .one();
  }

  /** Writes down what a visit came to and when the next one is. */
  Visit settle(Turn turn, FetchOutcome outcome, Instant end) {
    Before before = before(turn.subject());
    return switch (outcome) {
      case Fetched fetched -> fetched(turn, before, fetched, end);
      case Unchanged unchanged -> unchanged(turn, before, end);
      case Moved moved -> moved(turn, before, moved.to(), end);
      case Refused refused -> write(turn, Visit.REFUSED, refused.reason(), SOON, end);
      case Deferred deferred -> again(turn, before, "status " + deferred.status(), end);
      case Failed failed when failed.isAnswered() -> answeredWithout(turn, before, failed, end);
      case Failed failed -> again(turn, before, failed.reason(), end);
    };
  }

  private static Duration longer(Before before) {
    if (before.worth() == Lead.FEED) {
      return SOON;
    }
    Duration twice = before.pause().multipliedBy(2);
    Duration atLeast = twice.compareTo(SOON) < 0 ? SOON : twice;
    return atLeast.compareTo(LATE) > 0 ? LATE : atLeast;
  }

  private Visit unchanged(Turn turn, Before before, Instant end) {
    handle
        .createUpdate("UPDATE page SET shown = :end WHERE address = :address")
        .bind("address", turn.subject())
        .bind("end", end.toEpochMilli())
        .execute();
    return write(turn, Visit.UNCHANGED, "", longer(before), end);
  }

  private Visit fetched(Turn turn, Before before, Fetched fetched, Instant end) {
    byte[] digest = DigestUtils.sha256(fetched.body());
    Visit visit =
        before
            .digest()
            .map(known -> Arrays.equals(known, digest) ? Visit.UNCHANGED : Visit.CHANGED)
            .orElse(Visit.NEW);
    handle
        .createUpdate(
            """
            UPDATE page SET etag = :etag, modified = :modified, type = :type, digest = :digest,
              body = :body, shown = :end WHERE address = :address
            """)
        .bind("address", turn.subject())
        .bind("etag", fetched.validators().etag().orElse(null))
        .bind("modified", fetched.validators().lastModified().orElse(null))
        .bind("type", fetched.type())
        .bind("digest", digest)
        .bind("body", Packed.pack(fetched.body()))
        .bind("end", end.toEpochMilli())
        .execute();
    return write(turn, visit, "", visit == Visit.UNCHANGED ? longer(before) : SOON, end);
  }

  private Visit moved(Turn turn, Before before, PageAddress to, Instant end) {
    if (turn.hops() >= MOST_HOPS) {
      return write(turn, Visit.FAILED, "over " + MOST_HOPS + " redirects", LATE, end);
    }
    if (before.worth() < Lead.START && !to.domain().equals(turn.address().domain())) {
      return write(turn, Visit.REFUSED, "redirect to another site, " + to.host(), LATE, end);
    }
    Visit visit = write(turn, Visit.MOVED, to.toString(), SOON, end);
    leads.add(before.site(), new Lead(to, before.worth()), turn.hops() + 1, end);
    return visit;
  }

  /** What is not there on one day only may be there again on the next. */
  private Visit answeredWithout(Turn turn, Before before, Failed failed, Instant end) {
    int status = failed.status().orElse(0);
    if (before.digest().isEmpty() || (status != 404 && status != 410)) {
      return write(turn, Visit.FAILED, failed.reason(), LATE, end);
    }
    boolean gone = before.misses() > 0;
    Visit visit =
        write(turn, gone ? Visit.GONE : Visit.MISSED, failed.reason(), gone ? LATE : SOON, end);
    handle
        .createUpdate("UPDATE page SET misses = :misses WHERE address = :address")
        .bind("address", turn.subject())
        .bind("misses", before.misses() + 1)
        .execute();
    return visit;
  }

  private Visit again(Turn turn, Before before, String reason, Instant end) {
    if (hosts.pace(turn.host()).failures() >= SILENT) {
      leaveAlone(turn.host(), reason, end);
      return write(turn, Visit.FAILED, reason, SOON, end);
    }
    if (before.tries() + 1 >= MOST_TRIES) {
      return write(turn, Visit.FAILED, reason, SOON, end);
    }
    handle
        .createUpdate(
            "UPDATE page SET tries = tries + 1, outcome = 'deferred', reason = :reason"
                + " WHERE address = :address")
        .bind("address", turn.subject())
        .bind("reason", reason)
        .execute();
    return Visit.DEFERRED;
  }

  private void leaveAlone(String host, String reason, Instant end) {
    handle
        .createUpdate(
            """
            UPDATE page SET tries = 0, outcome = 'failed', reason = 'host in trouble: ' || :reason,
              due = :later WHERE host = :host AND due <= :now
            """)
        .bind("host", host)
        .bind("reason", reason)
        .bind("later", end.plus(SOON).toEpochMilli())
        .bind("now", end.toEpochMilli())
        .execute();
  }

  private Visit write(Turn turn, Visit visit, String reason, Duration pause, Instant end) {
    handle
        .createUpdate(
            """
            UPDATE page SET outcome = :outcome, reason = :reason, visited = :end, due = :due,
              pause = :pause, tries = 0, misses = 0 WHERE address = :address
            """)
        .bind("address", turn.subject())
        .bind("outcome", visit.word())
        .bind("reason", reason)
        .bind("end", end.toEpochMilli())
        .bind("due", end.plus(pause).toEpochMilli())
        .bind("pause", pause.toMillis())
        .execute();
    return visit;
  }

  /** Adds where a page leads, to its own site, and stops where that has had all its pages. */
  void follow(String address, List<Lead> found, Instant now) {
    Before before = before(address);
    leads.follow(before.site(), before.worth(), found, now);
  }

  /** What waits for no further visit, as it is beyond the site's budget, is left so. */
  void askListsAgain(String site, Instant now) {
    handle
        .createUpdate(
            """
            UPDATE page SET due = :now
            WHERE site = :site AND worth >= :list AND due > :now AND visited <= :before
            """)
        .bind("site", site)
        .bind("list", Lead.LIST)
        .bind("now", now.toEpochMilli())
        .bind("before", now.minus(SOON).toEpochMilli())
        .execute();
    handle
        .createQuery("SELECT DISTINCT host FROM page WHERE site = :site AND worth >= :list")
        .bind("site", site)
        .bind("list", Lead.LIST)
        .mapTo(String.class)
        .list()
        .forEach(hosts::refresh);
  }

  /** The sites whose pages are of an origin. */
  List<String> sites(String origin) {
    return handle
        .createQuery("SELECT DISTINCT site FROM page WHERE origin = :origin")
        .bind("origin", origin)
        .mapTo(String.class)
        .list();
  }

  Optional<Fetched> content(PageAddress address) {
    return handle
        .createQuery(
            "SELECT type, body, etag, modified FROM page WHERE address = :address AND body IS NOT"
                + " NULL")
        .bind("address", address.toString())
        .map((row, context) ->
            new Fetched(
                address,
                row.getString("type"),
                Packed.unpack(row.getBytes("body")),
                new Validators(
                    Optional.ofNullable(row.getString("etag")),
                    Optional.ofNullable(row.getString("modified")))))
        .findOne();
  }

  Optional<Fetched> contentNow(PageAddress address, int hops) {
    Optional<String> moved =
        handle
            .createQuery("SELECT reason FROM page WHERE address = :address AND outcome = 'moved'")
            .bind("address", address.toString())
            .mapTo(String.class)
            .findOne();
    if (moved.isPresent()) {
      return hops == MOST_HOPS
          ? Optional.empty()
          : contentNow(PageAddress.of(moved.get()), hops + 1);
    }
    return handle
        .createQuery("SELECT outcome NOT IN ('gone', 'refused') FROM page WHERE address = :address")
        .bind("address", address.toString())
        .mapTo(Boolean.class)
        .findOne()
        .filter(there -> there)
        .flatMap(there -> content(address));
  }

  /** Not what is gone, has moved or must not be fetched any more; what was missed once is kept. */
  List<KeptPage> kept(String site) {
    return handle
        .createQuery(
            """
            SELECT address, worth, shown, digest, read_by, said, unread FROM page
            WHERE site = :site AND body IS NOT NULL AND outcome NOT IN ('gone', 'moved', 'refused')
            ORDER BY worth DESC, address
            """)
        .bind("site", site)
        .map((row, context) ->
            new KeptPage(
                PageAddress.of(row.getString("address")),
                row.getInt("worth"),
                Instant.ofEpochMilli(row.getLong("shown")),
                HexFormat.of().formatHex(row.getBytes("digest")),
                new PageReading(
                    row.getString("read_by"), row.getString("said"), row.getString("unread"))))
        .list();
  }

  /** Also what is gone, has moved or must not be fetched any more. */
  List<PageAddress> everKept(String site) {
    return handle
        .createQuery(
            "SELECT address FROM page WHERE site = :site AND body IS NOT NULL ORDER BY address")
        .bind("site", site)
        .mapTo(String.class)
        .map(PageAddress::of)
        .list();
  }

  boolean knows(PageAddress address) {
    return handle
        .createQuery("SELECT EXISTS (SELECT 1 FROM page WHERE address = :address)")
        .bind("address", address.toString())
        .mapTo(Boolean.class)
        .one();
  }

  void keep(PageAddress address, PageReading reading) {
    handle
        .createUpdate(
            "UPDATE page SET read_by = :readBy, said = :said, unread = :unread"
                + " WHERE address = :address")
        .bind("address", address.toString())
        .bind("readBy", reading.readBy())
        .bind("said", reading.said())
        .bind("unread", reading.unread())
        .execute();
  }

  Map<Visit, Integer> standing() {
    Map<Visit, Integer> standing = new EnumMap<>(Visit.class);
    handle
        .createQuery(
            "SELECT outcome, count(*) AS pages FROM page WHERE outcome IS NOT NULL GROUP BY"
                + " outcome")
        .map((row, context) ->
            Map.entry(
                Visit.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
                row.getInt("pages")))
        .forEach(entry -> standing.put(entry.getKey(), entry.getValue()));
    return standing;
  }
}
