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

  /** A sitemap or feed, which knows the others. */
  public static final int LIST = 900;
}
