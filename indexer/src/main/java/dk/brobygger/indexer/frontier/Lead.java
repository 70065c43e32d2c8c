package dk.brobygger.indexer.frontier;

import dk.brobygger.indexer.fetch.PageAddress;

/**
 * An address that somebody thinks worth a visit.
 *
 * @param address where it leads
 * @param worth what it is worth beside others of its site; what is worth more is fetched first
 */
public record Lead(PageAddress address, int worth) {

  /** Where a site begins: may lead to another domain, since sites move. */
  public static final int START = 1_000;

  /** A feed, which knows the newest; it is asked every night. */
  public static final int FEED = 950;

  /** A sitemap, which knows the others. */
  public static final int LIST = 900;

  /** What a page may be worth, whose kind is known, at most. */
  private static final int MOST_PAGE = 100;

  /** Whether what is worth so much is a feed or sitemap, which leads to pages and is none. */
  public static boolean isList(int worth) {
    return worth > MOST_PAGE && worth < START;
  }
}
