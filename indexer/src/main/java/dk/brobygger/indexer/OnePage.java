package dk.brobygger.indexer;

import dk.brobygger.indexer.fetch.FetchOutcome;
import dk.brobygger.indexer.fetch.FetchOutcome.Deferred;
import dk.brobygger.indexer.fetch.FetchOutcome.Failed;
import dk.brobygger.indexer.fetch.FetchOutcome.Fetched;
import dk.brobygger.indexer.fetch.FetchOutcome.Moved;
import dk.brobygger.indexer.fetch.FetchOutcome.Refused;
import dk.brobygger.indexer.fetch.FetchOutcome.Unchanged;
import dk.brobygger.indexer.fetch.FetchRequest;
import dk.brobygger.indexer.fetch.Fetcher;
import dk.brobygger.indexer.fetch.PageAddress;
import dk.brobygger.indexer.fetch.Robots;

/** One page that somebody wants to see now, fetched as politely as a crawl fetches many. */
final class OnePage {

  /** As many as browsers followed before they gave up (RFC 1945, section 9.3). */
  private static final int MOST_REDIRECTS = 5;

  private final Fetcher fetcher;

  OnePage(Fetcher fetcher) {
    this.fetcher = fetcher;
  }

  /**
   * Fetches it, wherever it has moved; the robots rules of each host on the way are asked first.
   *
   * @throws IllegalArgumentException if there is no page or it must not be fetched
   */
  Fetched fetch(PageAddress address) {
    PageAddress at = address;
    for (int hops = 0; hops <= MOST_REDIRECTS; hops++) {
      if (!rules(at.robots()).allows(at)) {
        throw refusal(at, "the robots rules of its host forbid it, or cannot be reached");
      }
      FetchOutcome outcome = fetcher.fetch(FetchRequest.get(at));
      switch (outcome) {
        case Fetched page -> {
          return page;
        }
        case Moved moved -> at = moved.to();
        case Refused refused -> throw refusal(at, refused.reason());
        case Failed failed -> throw refusal(at, failed.reason());
        case Deferred later -> throw refusal(at, "its host wants to be asked later");
        case Unchanged same -> throw new IllegalStateException(at + " is unchanged since never");
      }
    }
    throw refusal(address, "it has moved more than " + MOST_REDIRECTS + " times");
  }

  private static IllegalArgumentException refusal(PageAddress address, String reason) {
    return new IllegalArgumentException("cannot fetch " + address + ": " + reason);
  }

  /** RFC 9309, section 2.3.1: redirects are followed, and what is refused is no rule. */
  private Robots rules(PageAddress address) {
    PageAddress at = address;
    for (int hops = 0; hops <= Robots.MOST_REDIRECTS; hops++) {
      switch (fetcher.fetch(FetchRequest.robots(at))) {
        case Fetched rules -> {
          return Robots.read(address, rules.body());
        }
        case Moved moved -> at = moved.to();
        case Failed failed -> {
          return failed.isAnswered() ? Robots.NONE : Robots.UNREACHABLE;
        }
        case Refused refused -> {
          return Robots.UNREACHABLE;
        }
        case Deferred later -> {
          return Robots.UNREACHABLE;
        }
        case Unchanged same -> {
          return Robots.NONE;
        }
      }
    }
    return Robots.NONE; // five redirects are as if there were no file
  }
}
