package dk.brobygger.corpus.inventory;

import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Entry;
import java.util.Collection;
import java.util.List;

/** What is not known, or was not seen on a public page. */
final class Gaps {

  private Gaps() {}

  static Finding withoutHomePage(List<Cluster> clusters) {
    return new Finding(
        "clusters without a home page",
        clusters.stream()
            .filter(cluster -> cluster.identity().site().isEmpty())
            .map(cluster -> cluster.id().toString())
            .toList());
  }

  static Finding unchecked(Collection<? extends Entry> entries) {
    return new Finding(
        "entries with fields that were not seen on a public page",
        entries.stream()
            .filter(entry -> !entry.provenance().unchecked().isEmpty())
            .map(entry -> entry.id() + ": " + String.join(", ", entry.provenance().unchecked()))
            .toList());
  }
}
