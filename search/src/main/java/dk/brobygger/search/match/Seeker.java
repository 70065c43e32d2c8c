package dk.brobygger.search.match;

import dk.brobygger.corpus.entry.Cluster;
import java.time.LocalDate;

/**
 * Who looks for partners, and when.
 *
 * @param cluster the cluster; as if it had another label where that is asked for
 * @param preferences what it has said of those it was shown
 * @param today the day labels and meetings are judged on
 */
public record Seeker(Cluster cluster, Preferences preferences, LocalDate today) {

  /** Refuses one that wants more like itself: everything is like it, and nothing more so. */
  public Seeker {
    if (preferences.liked(cluster.id())) {
      throw new PreferenceException(cluster.id(), PreferenceException.Reason.ITSELF);
    }
  }

  /** One that has said nothing yet. */
  public Seeker(Cluster cluster, LocalDate today) {
    this(cluster, Preferences.NONE, today);
  }
}
