package dk.brobygger.search.match;

import dk.brobygger.search.engine.Answer;
import dk.brobygger.search.engine.Question;
import dk.brobygger.search.engine.SearchEngine;
import dk.brobygger.search.query.Facet;
import dk.brobygger.search.query.Query;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much it says that somebody speaks of a competence: the fewer do, the more. 0 to 1, the
 * logarithm of the share of entries (inverse document frequency, Spärck Jones 1972) over its
 * largest possible value.
 */
public final class Rarity {

  /** Of those that somebody speaks of; asked for thousands of times a match. */
  private final Map<String, Double> spoken = new HashMap<>();

  private final double unspoken;
  private final long total;

  private Rarity(long total, Map<String, Long> entries) {
    entries.forEach((competence, some) -> spoken.put(competence, rarity(total, some)));
    this.unspoken = rarity(total, 0);
    this.total = total;
  }

  private static double rarity(long total, long entries) {
    return Math.log((total + 2.0) / (entries + 1.0)) / Math.log(total + 2.0);
  }

  /** Counted over all entries that match. */
  public static Rarity among(SearchEngine engine, Query query) {
    Answer answer = engine.ask(Question.count(query, Set.of(Facet.COMPETENCE)));
    Map<String, Long> entries = new HashMap<>();
    answer
        .counts()
        .getOrDefault(Facet.COMPETENCE, List.of())
        .forEach(count -> entries.put(count.value(), count.entries()));
    return new Rarity(answer.total(), entries);
  }

  /** Among how many entries it was counted. */
  public long total() {
    return total;
  }

  /** The rarity of a competence, 0 to 1. */
  public double of(String competence) {
    return spoken.getOrDefault(competence, unspoken);
  }
}
