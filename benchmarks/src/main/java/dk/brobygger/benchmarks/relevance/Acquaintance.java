package dk.brobygger.benchmarks.relevance;

import dk.brobygger.search.signal.Candidate;
import dk.brobygger.search.signal.Idea;
import dk.brobygger.search.signal.PastProject;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Partners without a word of what they do: by the acquaintances they share with the one that asks,
 * those who know few counting more (Adamic and Adar 2003), or by how many projects they are in.
 */
final class Acquaintance implements Peer {

  private final String name;
  private final Set<String> candidates;
  private final Function<Idea, Map<String, Double>> scores;

  private Acquaintance(
      String name,
      List<Candidate.OfPartner> candidates,
      Function<Idea, Map<String, Double>> scores) {
    this.name = name;
    this.candidates = candidates.stream().map(Candidate::id).collect(Collectors.toSet());
    this.scores = scores;
  }

  static Peer adamicAdar(List<Candidate.OfPartner> candidates, List<PastProject> history) {
    Map<String, Set<String>> met = new HashMap<>();
    for (PastProject project : history) {
      for (String one : project.participants()) {
        // In order, as sums that end in another bit would break ties otherwise in each run.
        Set<String> known = met.computeIfAbsent(one, id -> new TreeSet<>());
        known.addAll(project.participants());
        known.remove(one);
      }
    }
    return new Acquaintance(
        "Adamic-Adar", candidates, idea -> shared(idea.organisation().orElse(""), met));
  }

  private static Map<String, Double> shared(String asking, Map<String, Set<String>> met) {
    Map<String, Double> scores = new HashMap<>();
    for (String friend : met.getOrDefault(asking, Set.of())) {
      Set<String> theirs = met.getOrDefault(friend, Set.of());
      // Who knows nobody but the one that asks shares no acquaintance.
      if (theirs.size() > 1) {
        theirs.forEach(one -> scores.merge(one, 1 / Math.log(theirs.size()), Double::sum));
      }
    }
    return scores;
  }

  static Peer popularity(List<Candidate.OfPartner> candidates, List<PastProject> history) {
    Map<String, Double> projects = new HashMap<>();
    history.forEach(
        project -> project.participants().forEach(one -> projects.merge(one, 1.0, Double::sum)));
    return new Acquaintance("popularity", candidates, idea -> projects);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<String> rank(Idea idea, int most) {
    return scores.apply(idea).entrySet().stream()
        .filter(one -> candidates.contains(one.getKey()))
        .filter(one -> !one.getKey().equals(idea.organisation().orElse("")))
        .sorted(
            Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(most)
        .map(Map.Entry::getKey)
        .toList();
  }
}
