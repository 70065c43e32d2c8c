package dk.brobygger.search.standing;

import dk.brobygger.corpus.entry.Cluster;
import java.util.List;
import java.util.Optional;

/**
 * What somebody wants to be told of.
 *
 * @param subscriber who, by an id that says nothing about the person
 * @param profile the cluster whose profile stands, where one does
 * @param searches saved searches, in the order they were saved
 */
public record Subscription(
    String subscriber, Optional<Cluster> profile, List<StandingSearch> searches) {

  /** Keeps a copy. */
  public Subscription {
    searches = List.copyOf(searches);
  }

  /** The standing profile of a cluster, known by the cluster's id. */
  public static Subscription of(Cluster cluster) {
    return new Subscription(cluster.id().toString(), Optional.of(cluster), List.of());
  }
}
