package dk.brobygger.search.standing;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.search.score.Blocker;
import dk.brobygger.search.score.Score;
import java.util.List;
import java.util.function.Supplier;

/**
 * That a call answers a subscription: once, however many of its searches find it.
 *
 * @param call the call
 * @param score the points of the explanation
 * @param reasons makes the explanation
 * @param blockers what keeps the profile's cluster from applying
 * @param profile whether the standing profile is answered
 * @param searches the names of the saved searches that find it, in the order they were saved
 */
public record Answering(
    Call call,
    double score,
    Supplier<Score> reasons,
    List<Blocker> blockers,
    boolean profile,
    List<String> searches) {

  /** Keeps copies. */
  public Answering {
    blockers = List.copyOf(blockers);
    searches = List.copyOf(searches);
  }

  /** Why, as a tree of points with quotations; made anew each time. */
  public Score explanation() {
    return reasons.get();
  }

  /** The same, also found by a saved search. */
  Answering foundBy(String search) {
    List<String> all = new java.util.ArrayList<>(searches);
    all.add(search);
    return new Answering(call, score, reasons, blockers, profile, all);
  }
}
