package dk.brobygger.search.funding;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.search.score.Blocker;
import dk.brobygger.search.score.Caution;
import dk.brobygger.search.score.Score;
import java.util.List;

/**
 * That a call fits a cluster.
 *
 * @param call the call
 * @param blockers what keeps the cluster from applying, but that time is short: who is reminded of
 *     a deadline may have begun long ago
 * @param cautions what its kind and size tell the cluster to think of
 * @param explanation why, as a tree of points with quotations
 */
public record CallFit(
    Call call, List<Blocker> blockers, List<Caution> cautions, Score explanation) {

  /** Keeps copies. */
  public CallFit {
    blockers = List.copyOf(blockers);
    cautions = List.copyOf(cautions);
  }
}
