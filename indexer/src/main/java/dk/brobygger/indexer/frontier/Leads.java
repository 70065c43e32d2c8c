package dk.brobygger.indexer.frontier;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dk.brobygger.indexer.fetch.PageAddress;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Which pages of a site wait to be fetched, within how many of them it may have, inside one
 * transaction.
 */
final class Leads {

  /** So many leads for each page that may be fetched are kept to choose from. */
  private static final int CHOICE = 20;

  /** One of the news and a few of their parts; some sites have one for each of their words. */
  private static final int MOST_FEEDS = 3;

  /** Sitemaps take at most this part of a site's pages, so that they do not take all of them. */
  private static final int SITEMAP_PART = 3;

  /** What counts of a site's budget: pages that are visited again, were they there or not. */
  private static final String WATCHED =
      " visited IS NOT NULL AND due IS NOT NULL AND outcome NOT IN ('moved', 'refused') ";

  private final Handle handle;
  private final Hosts hosts;

  Leads(Handle handle, Hosts hosts) {
    this.handle = handle;
    this.hosts = hosts;
  }

  /**
   * Adds where a page of a site leads, and stops where the site has had all its pages.
   *
   * @param worth what the page is worth, by which it may be a feed
   */
  void follow(String site, int worth, List<Lead> leads, Instant now) {
    if (worth == Lead.FEED) {
      addNews(site, leads, now);
    } else {
      add(site, leads, now);
    }
    keepToBudget(site);
  }

  /** Adds pages unless they are known, or their site has had enough of them or of their kind. */
  void add(String site, List<Lead> leads, Instant now) {
    ArrayNode pages = JsonNodeFactory.instance.arrayNode();
    Set<String> places = new LinkedHashSet<>();
    for (Lead lead : leads) {
      if (Lead.isList(lead.worth())) {
        add(site, lead, 0, now);
      } else {
        PageAddress address = lead.address();
        pages
            .addArray()
            .add(address.toString())
            .add(address.host())
            .add(address.origin())
            .add(lead.worth());
        places.add(address.host());
      }
    }
    if (!pages.isEmpty() && put(site, pages, now) > 0) {
      places.forEach(hosts::refresh);
    }
  }

  /** All at once: a page has many links, and most lead to where others have led. */
  private int put(String site, ArrayNode leads, Instant now) {
    return handle
        .createUpdate(
            """
            INSERT OR IGNORE INTO page (address, site, host, origin, worth, due)
            SELECT value ->> 0, :site, value ->> 1, value ->> 2, value ->> 3, :now
            FROM json_each(:leads)
            WHERE NOT EXISTS (SELECT 1 FROM page WHERE address = value ->> 0)
            ORDER BY key LIMIT max(0, coalesce((SELECT budget FROM site WHERE name = :site), 0)
              * :choice - (SELECT count(*) FROM page WHERE site = :site))
            """)
        .bind("site", site)
        .bind("leads", leads.toString())
        .bind("now", now.toEpochMilli())
        .bind("choice", CHOICE)
        .execute();
  }

  /** Adds a page unless it is known, or its site has had enough of them or of its kind. */
  void add(String site, Lead lead, int hops, Instant now) {
    if (!Lead.isList(lead.worth()) || lists(site, lead.worth()) < mostLists(site, lead.worth())) {
      added(lead, put(site, lead, hops, now, CHOICE));
    }
  }

  /**
   * Adds what a feed names, also where its site has had as many pages as it may: what is new takes
   * the place of the oldest page that is worth no more. What was known and never visited waits
   * again.
   */
  private void addNews(String site, List<Lead> leads, Instant now) {
    int waiting = 0;
    for (Lead lead : leads) {
      int put = put(site, lead, 0, now, Integer.MAX_VALUE);
      put = put > 0 ? put : waitAgain(site, lead, now);
      added(lead, put);
      waiting += put;
    }
    if (waiting > 0) {
      int worth = leads.stream().mapToInt(Lead::worth).min().orElse(0);
      makeRoom(site, waiting, worth);
    }
  }

  private void added(Lead lead, int rows) {
    if (rows > 0) {
      hosts.refresh(lead.address().host());
    }
  }

  private int put(String site, Lead lead, int hops, Instant now, int choice) {
    return handle
        .createUpdate(
            """
            INSERT OR IGNORE INTO page (address, site, host, origin, worth, hops, due)
            SELECT :address, name, :host, :origin, :worth, :hops, :now FROM site
            WHERE name = :site AND budget * :choice >
              (SELECT count(*) FROM page WHERE site = :site)
            """)
        .bind("address", lead.address().toString())
        .bind("site", site)
        .bind("host", lead.address().host())
        .bind("origin", lead.address().origin())
        .bind("worth", lead.worth())
        .bind("hops", hops)
        .bind("now", now.toEpochMilli())
        .bind("choice", choice)
        .execute();
  }

  private int waitAgain(String site, Lead lead, Instant now) {
    return handle
        .createUpdate(
            """
            UPDATE page SET due = :now, worth = max(worth, :worth)
            WHERE address = :address AND site = :site AND visited IS NULL AND due IS NULL
            """)
        .bind("address", lead.address().toString())
        .bind("site", site)
        .bind("worth", lead.worth())
        .bind("now", now.toEpochMilli())
        .execute();
  }

  /** Gives up as many visited pages as it takes for so many more, the oldest first. */
  private void makeRoom(String site, int waiting, int worth) {
    handle
        .createUpdate(
            """
            UPDATE page SET due = NULL WHERE address IN (
              SELECT address FROM page WHERE site = :site AND worth <= :worth AND\
            """
                + WATCHED
                + """
                ORDER BY worth, visited LIMIT max(0, :waiting + (SELECT count(*) FROM page
                 WHERE site = :site AND\
                """
                + WATCHED
                + ") - (SELECT budget FROM site WHERE name = :site)))")
        .bind("site", site)
        .bind("worth", worth)
        .bind("waiting", waiting)
        .execute();
  }

  /** How many feeds or sitemaps of a site are known. */
  private int lists(String site, int worth) {
    return handle
        .createQuery(
            """
            SELECT count(*) FROM page WHERE site = :site AND worth = :worth
              AND (outcome IS NULL OR outcome <> 'moved')
            """)
        .bind("site", site)
        .bind("worth", worth)
        .mapTo(Integer.class)
        .one();
  }

  private int mostLists(String site, int worth) {
    return worth == Lead.FEED ? MOST_FEEDS : Math.max(1, budget(site) / SITEMAP_PART);
  }

  private int budget(String site) {
    return handle
        .createQuery("SELECT budget FROM site WHERE name = :site")
        .bind("site", site)
        .mapTo(Integer.class)
        .findOne()
        .orElse(0);
  }

  /** Where a site has had as many pages as it may, what was never visited waits no longer. */
  private void keepToBudget(String site) {
    int left =
        handle
            .createUpdate(
                """
                UPDATE page SET due = NULL WHERE site = :site AND visited IS NULL
                  AND due IS NOT NULL AND (SELECT budget FROM site WHERE name = :site) <=
                    (SELECT count(*) FROM page WHERE site = :site AND\
                """
                    + WATCHED
                    + ")")
            .bind("site", site)
            .execute();
    if (left > 0) {
      handle
          .createQuery("SELECT DISTINCT host FROM page WHERE site = :site")
          .bind("site", site)
          .mapTo(String.class)
          .list()
          .forEach(hosts::refresh);
    }
  }
}
