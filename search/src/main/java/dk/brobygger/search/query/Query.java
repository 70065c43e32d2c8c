package dk.brobygger.search.query;

import java.time.Instant;
import java.util.List;

/** What entries must be like, and what makes one a better answer. */
public sealed interface Query {

  /** Every entry, all equally good. */
  record All() implements Query {}

  /**
   * Any of these words in the prose, analysed as Danish and as English; more and rarer words score
   * more, and words in the name most.
   *
   * @param text the words
   */
  record Words(String text) implements Query {}

  /**
   * These words next to each other in this order.
   *
   * @param text the words
   */
  record Phrase(String text) implements Query {}

  /**
   * A competence, or one narrower than it, in whatever words of either language it is said.
   *
   * @param id the competence's id
   * @param weight how much it counts beside the other parts; positive
   */
  record Competence(String id, double weight) implements Query {
    /** Refuses weights that are not positive. */
    public Competence {
      if (!(weight > 0)) {
        throw new IllegalArgumentException("weight is " + weight + ", must be positive");
      }
    }
  }

  /**
   * Entries with one value of a facet; does not score.
   *
   * @param facet which property
   * @param value its value
   */
  record Has(Facet facet, String value) implements Query {}

  /**
   * Calls that a newcomer can still apply for, or will be able to; does not score.
   *
   * @param now the moment
   * @param openedOnly whether calls that have not opened yet are left out
   */
  record Applicable(Instant now, boolean openedOnly) implements Query {}

  /**
   * One entry, by its written id; does not score.
   *
   * @param id the written id
   */
  record Id(String id) implements Query {}

  /**
   * Any of these; each that matches adds its score.
   *
   * @param queries the parts; none of them matches nothing
   */
  record Any(List<Query> queries) implements Query {
    /** Keeps a copy. */
    public Any {
      queries = List.copyOf(queries);
    }
  }

  /**
   * All of these; their scores are added.
   *
   * @param queries the parts; none of them matches everything
   */
  record Every(List<Query> queries) implements Query {
    /** Keeps a copy. */
    public Every {
      queries = List.copyOf(queries);
    }
  }

  /**
   * Entries that do not match; does not score.
   *
   * @param query what must not match
   */
  record Not(Query query) implements Query {}
}
