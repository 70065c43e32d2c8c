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
 * @param values how many values of each facet to give, those that most entries have; 0 to {@link
 *     #MOST_VALUES}
 * @param counted whether all that match are counted; where they need not be, those that cannot be
 *     among the best are passed over
 */
public record Question(
    Query query, int from, int size, Set<Facet> facets, int values, boolean counted) {

  /** Most answers that one question gives. */
  public static final int MOST = 1000;

  /** Most values of a facet that one question gives. */
  public static final int MOST_VALUES = 2_000;

  /** Refuses impossible pages. */
  public Question {
    facets = Set.copyOf(facets);
    check("from", from, 10_000);
    check("size", size, MOST);
    check("values", values, MOST_VALUES);
  }

  private static void check(String name, int value, int most) {
    if (value < 0 || value > most) {
      throw new IllegalArgumentException(name + " is " + value + ", must be 0 to " + most);
    }
  }

  /** The best so many, and how many match. */
  public static Question best(Query query, int size) {
    return new Question(query, 0, size, Set.of(), 0, true);
  }

  /** The best so many and nothing else. */
  public static Question only(Query query, int size) {
    return new Question(query, 0, size, Set.of(), 0, false);
  }

  /** How many match, and how many of them have each value of some facets. */
  public static Question count(Query query, Set<Facet> facets) {
    return new Question(query, 0, 0, facets, MOST_VALUES, true);
  }
}
