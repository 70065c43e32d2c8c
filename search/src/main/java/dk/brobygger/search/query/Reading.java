package dk.brobygger.search.query;

import java.util.List;

/**
 * How something typed was read.
 *
 * @param query what is asked
 * @param expansions what is asked besides the words typed, in their order; those switched off too
 */
public record Reading(Query query, List<Expansion> expansions) {

  /** Keeps a copy. */
  public Reading {
    expansions = List.copyOf(expansions);
  }
}
