package dk.brobygger.search.query;

import java.util.List;

/**
 * How something typed was read.
 *
 * @param query what is asked
 * @param expansions what is asked besides the words typed, or in their stead: corrections first,
 *     then in the order of the words; those switched off too
 * @param proposals other questions that may have been meant, as they would be typed
 */
public record Reading(Query query, List<Expansion> expansions, List<String> proposals) {

  /** Keeps copies. */
  public Reading {
    expansions = List.copyOf(expansions);
    proposals = List.copyOf(proposals);
  }

  /** Whether anything is asked for; not where no word says anything, or some are only ruled out. */
  public boolean asks() {
    return asks(query);
  }

  private static boolean asks(Query query) {
    return switch (query) {
      case Query.All all -> false;
      case Query.Not not -> false;
      case Query.Demoting demoting -> asks(demoting.query());
      case Query.Weighted weighted -> asks(weighted.query());
      case Query.Every every -> every.queries().stream().anyMatch(Reading::asks);
      default -> true;
    };
  }

  /**
   * The same; refuses one that asks for entries by a value that none can have.
   *
   * @throws FilterException if it does
   */
  public Reading checked() {
    Filters.check(query);
    return this;
  }

  /** The same with another question. */
  public Reading asking(Query other) {
    return new Reading(other, expansions, proposals);
  }
}
