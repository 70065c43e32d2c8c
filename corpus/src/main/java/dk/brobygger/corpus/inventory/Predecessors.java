package dk.brobygger.corpus.inventory;

import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.entry.Organisation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Predecessors that lead nowhere, or that could lead to an entry and do not. */
final class Predecessors {

  private Predecessors() {}

  static Finding missing(List<Cluster> clusters, List<Organisation> organisations) {
    List<Bearer> bearers = Bearer.all(clusters, organisations);
    Set<String> ids =
        bearers.stream().map(bearer -> bearer.id().toString()).collect(Collectors.toSet());
    List<String> lines = new ArrayList<>();
    for (Bearer bearer : bearers) {
      bearer.identity().predecessors().stream()
          .filter(named -> EntryId.isMeant(named) && !ids.contains(named))
          .forEach(named -> lines.add(bearer.id() + ": " + named));
    }
    return new Finding("predecessors named by an id that is not there", lines);
  }

  static Finding unlinked(List<Cluster> clusters, List<Organisation> organisations) {
    List<Bearer> bearers = Bearer.all(clusters, organisations);
    Map<String, String> byName = new HashMap<>();
    bearers.forEach(bearer ->
        bearer.plainNames().forEach(name -> byName.putIfAbsent(name, bearer.id().toString())));
    List<String> lines = new ArrayList<>();
    for (Bearer bearer : bearers) {
      for (String named : bearer.identity().predecessors()) {
        String id = byName.getOrDefault(Bearer.plain(named), bearer.id().toString());
        if (!EntryId.isMeant(named) && !id.equals(bearer.id().toString())) {
          lines.add(bearer.id() + ": \"" + named + "\" is " + id);
        }
      }
    }
    return new Finding("predecessors named in words that are there as an entry", lines);
  }
}
