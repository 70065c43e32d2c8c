package dk.brobygger.search.funding;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.search.score.Blocker;
import dk.brobygger.search.score.Score;
import java.util.List;
import java.util.function.Supplier;

/**
 * That a call fits a cluster.
 *
 * @param call the call
 * @param blockers what keeps the cluster from applying
 * @param points those of the explanation
 * @param reasons makes the explanation, a tree of points with quotations: quoting is slow, and most
 *     calls that fit are never shown
 */
public record CallFit(Call call, List<Blocker> blockers, double points, Supplier<Score> reasons) {

  /** Keeps a copy. */
  public CallFit {
    blockers = List.copyOf(blockers);
  }
}
