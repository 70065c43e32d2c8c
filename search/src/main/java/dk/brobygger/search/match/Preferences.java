package dk.brobygger.search.match;

import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.EntryId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a seeker has said of partners it was shown. It is kept nowhere: it comes with each question,
 * on pages in the address, so that it can be bookmarked, shared and undone, and nothing is known of
 * who said it.
 *
 * @param liked those it wants more like
 * @param unwanted those that are not for it
 */
public record Preferences(List<Cluster> liked, List<Cluster> unwanted) {

  /** Nothing was said. */
  public static final Preferences NONE = new Preferences(List.of(), List.of());

  /** Keeps copies; refuses one that is both liked and unwanted. */
  public Preferences {
    liked = List.copyOf(liked);
    unwanted = List.copyOf(unwanted);
    Set<EntryId> both = new HashSet<>(liked.stream().map(Cluster::id).toList());
    Optional<EntryId> twice = unwanted.stream().map(Cluster::id).filter(both::contains).findFirst();
    if (twice.isPresent()) {
      throw new PreferenceException(twice.get(), PreferenceException.Reason.BOTH);
    }
  }

  /** Whether more like a cluster are wanted. */
  boolean liked(EntryId id) {
    return liked.stream().anyMatch(one -> one.id().equals(id));
  }

  /** Whether a cluster is not for the seeker. */
  boolean unwanted(EntryId id) {
    return unwanted.stream().anyMatch(one -> one.id().equals(id));
  }
}
