package dk.brobygger.search.standing;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.search.score.Blocker;
import dk.brobygger.search.score.Score;
import java.util.List;

/**
 * That a call answers a subscription: once, however many of its searches find it.
 *
 * @param call the call
 * @param explanation why, as a tree of points with quotations
 * @param blockers what keeps the profile's cluster from applying
 * @param profile whether the standing profile is answered
 * @param searches the names of the saved searches that find it, in the order they were saved
 */
public record Answering(
    Call call, Score explanation, List<Blocker> blockers, boolean profile, List<String> searches) {

  /** Keeps copies. */
  public Answering {
    blockers = List.copyOf(blockers);
    searches = List.copyOf(searches);
  }

  /** The points of the explanation. */
  public double score() {
    return explanation.points();
  }

  /** The same, also found by a saved search. */
  Answering foundBy(String search) {
    List<String> all = new java.util.ArrayList<>(searches);
    all.add(search);
    return new Answering(call, explanation, blockers, profile, all);
  }
}
