package dk.brobygger.benchmarks.relevance;

import com.fasterxml.jackson.databind.JsonNode;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.sample.Sample;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.signal.Candidate;
import dk.brobygger.search.signal.Idea;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Clusters that have chosen each other: a network, a joint project or an agreement, as public pages
 * told of it, collected on 2026-11-29. They are not all that there are, and of each only the
 * members that are shipped: who is missing is not judged to be no ally, so figures are fair only
 * beside each other. What kind it was, and how long it lasted, is not looked at.
 *
 * @param name what it is called
 * @param members the identifiers of the clusters, of two countries at least
 * @param source the first page that told of it; where members were read on several, others told of
 *     the rest
 */
record Alliance(String name, List<String> members, URI source) {

  private static final String FILE = "allied-clusters.jsonl";

  /** Keeps a copy. */
  Alliance {
    members = List.copyOf(members);
  }

  /** All that were collected. */
  static List<Alliance> all() throws IOException {
    return JsonLines.shipped(FILE, Alliance::alliance);
  }

  private static Alliance alliance(JsonNode row) {
    return new Alliance(
        JsonLines.required(row, "alliance"),
        JsonLines.texts(row, "members"),
        URI.create(JsonLines.required(row, "source")));
  }

  /** All clusters that are shipped. */
  static List<Cluster> clusters() {
    return Sample.entries().stream()
        .filter(Cluster.class::isInstance)
        .map(Cluster.class::cast)
        .toList();
  }

  /**
   * From a cluster to the shipped clusters of other countries that it shares an alliance with,
   * without a history. All are known by their texts in English; the pages see all of a profile,
   * which in a tenth of the pairs names the same network on both sides.
   *
   * @param kept whether for the half of the clusters that was looked at the less while tuning, or
   *     for the other; no alliance is in both
   */
  static Task<Candidate.OfPartner> task(boolean kept) throws IOException {
    List<Alliance> alliances = all();
    Set<String> half = half(alliances, kept);
    Map<String, Cluster> clusters = new LinkedHashMap<>();
    clusters().forEach(cluster -> clusters.put(cluster.id().toString(), cluster));
    Map<String, Set<String>> right = new HashMap<>();
    for (Alliance alliance : alliances) {
      for (String one : alliance.members()) {
        for (String other : alliance.members()) {
          if (half.contains(one) && !country(clusters, one).equals(country(clusters, other))) {
            right.computeIfAbsent(one, id -> new TreeSet<>()).add(other);
          }
        }
      }
    }
    return new Task<>(
        "cluster to its allies abroad, " + (kept ? "kept" : "looked at"),
        clusters.values().stream().map(Alliance::candidate).toList(),
        clusters.values().stream()
            .filter(cluster -> right.containsKey(cluster.id().toString()))
            .map(Alliance::idea)
            .toList(),
        List.of(),
        right,
        Map.of());
  }

  private static String country(Map<String, Cluster> clusters, String id) {
    return Optional.ofNullable(clusters.get(id))
        .orElseThrow(
            () -> new IllegalArgumentException("member is " + id + ", must be a shipped cluster"))
        .identity()
        .seat()
        .country();
  }

  /**
   * Groups of clusters that no alliance joins, the greatest first, each to the lesser half. A new
   * alliance may move clusters to the other half, and what was tuned on is no longer apart then.
   */
  private static Set<String> half(List<Alliance> alliances, boolean kept) {
    List<Set<String>> groups = new ArrayList<>();
    for (Alliance alliance : alliances) {
      Set<String> group = new TreeSet<>(alliance.members());
      List<Set<String>> met =
          groups.stream().filter(one -> !Collections.disjoint(one, group)).toList();
      met.forEach(group::addAll);
      groups.removeAll(met);
      groups.add(group);
    }
    groups.sort(
        Comparator.comparingInt((Set<String> group) -> -group.size())
            .thenComparing(group -> group.iterator().next()));
    Set<String> keptOnes = new TreeSet<>();
    Set<String> others = new TreeSet<>();
    groups.forEach(group -> (keptOnes.size() < others.size() ? keptOnes : others).addAll(group));
    return kept ? keptOnes : others;
  }

  private static Candidate.OfPartner candidate(Cluster cluster) {
    return new Candidate.OfPartner(
        cluster.id().toString(),
        cluster.name(),
        Optional.of(cluster.identity().seat().country()),
        cluster.identity().seat().place(),
        texts(cluster).map(text -> new Candidate.Shown(text, Optional.empty())).toList());
  }

  private static Idea idea(Cluster cluster) {
    return new Idea(
        cluster.id().toString(),
        Language.EN,
        cluster.name(),
        String.join("\n", texts(cluster).toList()),
        List.of(),
        Optional.of(cluster.identity().seat().country()),
        Optional.of(cluster.id().toString()));
  }

  private static Stream<String> texts(Cluster cluster) {
    return Stream.of(
            cluster.strategy().description(),
            cluster.strategy().offers(),
            cluster.strategy().seeks())
        .flatMap(texts -> Optional.ofNullable(texts.byLanguage().get(Language.EN)).stream());
  }
}
