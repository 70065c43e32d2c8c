package dk.brobygger.search.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One thing asked for, and what else it is looked for by.
 *
 * @param expansions what else, also where it was switched off
 */
record Part(Query query, List<Expansion> expansions) {

  /**
   * Something that a part is looked for by besides.
   *
   * @param name how it is told
   * @param weight what it counts beside the words themselves
   */
  record Added(String name, Expansion.Kind kind, Query query, double weight) {}

  /** A competence as something to be looked for besides. */
  static Added competence(String id, Expansion.Kind kind, double weight) {
    return new Added(id, kind, new Query.Competence(id), weight);
  }

  boolean isBroadened() {
    return !expansions.isEmpty();
  }

  /** The words typed, or any of what was added and not switched off. */
  static Part of(String typed, List<Added> added, Set<String> without) {
    List<Query> ways = new ArrayList<>(List.of(PlainWords.all(typed)));
    List<Expansion> expansions = new ArrayList<>();
    for (Added one : added) {
      boolean used = !without.contains(one.name());
      expansions.add(new Expansion(typed, one.name(), one.kind(), used));
      if (used) {
        ways.add(new Query.Weighted(one.query(), one.weight()));
      }
    }
    return new Part(ways.size() == 1 ? ways.getFirst() : new Query.Either(ways), expansions);
  }
}
