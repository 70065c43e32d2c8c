package dk.brobygger.search.engine;

import dk.brobygger.search.query.Facet;
import java.util.List;
import java.util.Map;

/**
 * What an engine found.
 *
 * @param total how many entries match; where the question does not have them counted, no more than
 *     match and no fewer than were found
 * @param hits the best of them, best first; equal scores in the order of their ids
 * @param counts for each facet asked for, its values with the most entries, most first
 */
public record Answer(long total, List<Hit> hits, Map<Facet, List<Count>> counts) {

  /** Keeps copies. */
  public Answer {
    hits = List.copyOf(hits);
    counts = Map.copyOf(counts);
  }

  /**
   * How many matching entries have a value of a facet.
   *
   * @param value the value, as in {@link dk.brobygger.search.query.Query.Has}
   * @param entries how many entries
   */
  public record Count(String value, long entries) {}
}
