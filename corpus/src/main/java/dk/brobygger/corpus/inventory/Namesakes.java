package dk.brobygger.corpus.inventory;

import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Organisation;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Entries that look as if they were about the same. */
final class Namesakes {

  private Namesakes() {}

  static Finding sameName(List<Cluster> clusters, List<Organisation> organisations) {
    return new Finding(
        "names and aliases that several bear",
        shared(Bearer.all(clusters, organisations), Bearer::plainNames));
  }

  static Finding sameDomain(List<Cluster> clusters, List<Organisation> organisations) {
    return new Finding(
        "home pages of several on one domain",
        shared(
            Bearer.all(clusters, organisations),
            bearer -> bearer.domain().map(Set::of).orElse(Set.of())));
  }

  private static List<String> shared(List<Bearer> bearers, Function<Bearer, Set<String>> signs) {
    Map<String, Set<String>> bySign = new LinkedHashMap<>();
    for (Bearer bearer : bearers) {
      for (String sign : signs.apply(bearer)) {
        bySign.computeIfAbsent(sign, each -> new LinkedHashSet<>()).add(bearer.id().toString());
      }
    }
    return bySign.entrySet().stream()
        .filter(each -> each.getValue().size() > 1)
        .map(each -> each.getKey() + ": " + String.join(", ", each.getValue()))
        .toList();
  }
}
