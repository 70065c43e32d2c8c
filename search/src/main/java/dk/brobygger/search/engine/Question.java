package dk.brobygger.search.engine;

import dk.brobygger.search.query.Facet;
import dk.brobygger.search.query.Query;
import java.util.Set;

/**
 * What is asked of an engine.
 *
 * @param query what must match, and what scores
 * @param from how many of the best to pass over; not negative
 * @param size how many to give, 0 to {@link #MOST}
 * @param facets the facets to count over everything that matches
 * @param counted whether all that match are counted; where they need not be, those that cannot be
 *     among the best are passed over
 */
public record Question(Query query, int from, int size, Set<Facet> facets, boolean counted) {

  /** Most answers that one question gives. */
  public static final int MOST = 1000;

  /** Refuses impossible pages. */
  public Question {
    facets = Set.copyOf(facets);
    if (from < 0 || from > 10_000) {
      throw new IllegalArgumentException("from is " + from + ", must be 0 to 10000");
    }
    if (size < 0 || size > MOST) {
      throw new IllegalArgumentException("size is " + size + ", must be 0 to " + MOST);
    }
  }

  /** The best so many, and how many match. */
  public static Question best(Query query, int size) {
    return new Question(query, 0, size, Set.of(), true);
  }

  /** The best so many and nothing else. */
  public static Question only(Query query, int size) {
    return new Question(query, 0, size, Set.of(), false);
  }
}
