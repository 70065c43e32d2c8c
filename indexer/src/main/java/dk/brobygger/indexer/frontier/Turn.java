package dk.brobygger.indexer.frontier;

import dk.brobygger.indexer.fetch.FetchRequest;
import dk.brobygger.indexer.fetch.HostPace;
import dk.brobygger.indexer.fetch.PageAddress;

/**
 * The right to ask one host one thing, until it is given back with what came of it.
 *
 * @param purpose what for
 * @param subject the origin whose rules are asked for, or the page; empty for a question of a
 *     source
 * @param request what to ask
 * @param pace the host's pace before the request
 * @param hops how many redirects led here
 */
public record Turn(Purpose purpose, String subject, FetchRequest request, HostPace pace, int hops) {

  /** What a host is asked for. */
  public enum Purpose {
    /** The robots rules of an origin. */
    ROBOTS,
    /** A page, a sitemap or a feed. */
    PAGE,
    /** An answer that a source itself asks for. */
    QUESTION
  }

  /** The address that is asked. */
  public PageAddress address() {
    return request.address();
  }

  /** The name of the host that is asked. */
  public String host() {
    return address().host();
  }
}
