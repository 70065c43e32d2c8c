package dk.brobygger.indexer.frontier;

import dk.brobygger.indexer.fetch.FetchOutcome;
import java.time.Instant;
import java.util.List;

/**
 * A turn that was taken.
 *
 * @param turn the turn
 * @param outcome what came of the request
 * @param leads where a page that was fetched leads
 * @param end the moment the answer ended
 */
public record Taken(Turn turn, FetchOutcome outcome, List<Lead> leads, Instant end) {

  /** Keeps a copy. */
  public Taken {
    leads = List.copyOf(leads);
  }
}
