package dk.brobygger.benchmarks.relevance;

import dk.brobygger.search.signal.Candidate;
import dk.brobygger.search.signal.Idea;
import dk.brobygger.search.signal.PastProject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Something to rank, and what was right.
 *
 * @param name what it is called in a table
 * @param candidates what is ranked
 * @param ideas what it is ranked for
 * @param history what was known before
 * @param right for each idea the ids that were right; ideas without one do not count
 * @param fresh of the right ones those that history could not know; for partners those the lead had
 *     not worked with
 * @param <C> the kind of candidate
 */
record Task<C extends Candidate>(
    String name,
    List<C> candidates,
    List<Idea> ideas,
    List<PastProject> history,
    Map<String, Set<String>> right,
    Map<String, Set<String>> fresh) {

  /** For each idea the right ones that are not fresh. */
  Map<String, Set<String>> known() {
    Map<String, Set<String>> known = new HashMap<>();
    right.forEach((idea, answers) -> {
      Set<String> rest = new HashSet<>(answers);
      rest.removeAll(fresh.getOrDefault(idea, Set.of()));
      known.put(idea, rest);
    });
    return known;
  }

  /** The same of its first ideas only. */
  Task<C> first(int most) {
    List<Idea> some = ideas.subList(0, Math.min(most, ideas.size()));
    return new Task<>(name, candidates, some, history, right, fresh);
  }
}
