package dk.brobygger.search.standing;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.search.score.Blocker;
import dk.brobygger.search.score.Caution;
import dk.brobygger.search.score.Score;
import java.util.List;

/**
 * That a call answers a subscription: once, however many of its searches find it.
 *
 * @param call the call
 * @param explanation why, as a tree of points with quotations
 * @param blockers what keeps the profile's cluster from applying
 * @param cautions what its size tells that cluster to think of
 * @param profile whether the standing profile is answered
 * @param findings the saved searches that find it, in the order they were saved
 */
public record Answering(
    Call call,
    Score explanation,
    List<Blocker> blockers,
    List<Caution> cautions,
    boolean profile,
    List<Finding> findings) {

  /** Keeps copies. */
  public Answering {
    blockers = List.copyOf(blockers);
    cautions = List.copyOf(cautions);
    findings = List.copyOf(findings);
  }

  /** The points of the explanation. */
  public double score() {
    return explanation.points();
  }

  /** A call that answered once, and does not any more. */
  public static Answering unexplained(Call call) {
    return new Answering(
        call, new Score.Sum("match", List.of()), List.of(), List.of(), false, List.of());
  }

  /** The names of the saved searches that find it. */
  public List<String> searches() {
    return findings.stream().map(Finding::search).toList();
  }

  /** The same, also found by a saved search. */
  Answering foundBy(Finding finding) {
    List<Finding> all = new java.util.ArrayList<>(findings);
    all.add(finding);
    return new Answering(call, explanation, blockers, cautions, profile, all);
  }
}
