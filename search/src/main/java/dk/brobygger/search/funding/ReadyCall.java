package dk.brobygger.search.funding;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.CallKind;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.search.score.Evidence;
import dk.brobygger.search.score.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A call, ready to be scored for any number of clusters. Immutable, safe for many threads. */
final class ReadyCall {

  /** What the rarest competence in common is worth alone. */
  static final double COMPETENCE_POINTS = 30;

  /** What a type of action that suits the cluster's league is worth at the most. */
  static final double ROLE_POINTS = 5;

  private final Call call;
  private final Score worldLeading;
  private final Score strong;
  private final Score small;

  /** Makes a call ready. */
  ReadyCall(Call call) {
    this.call = call;
    String type = call.terms().actionType().orElse("").toLowerCase(Locale.ROOT);
    boolean lowThreshold = call.kind() == CallKind.CASCADE || call.kind() == CallKind.NATIONAL;
    boolean innovation = type.contains("innovation actions") && !type.contains("research");
    boolean coordination = type.contains("coordination and support");
    String fact = type.isEmpty() ? "programme" : "actionType";
    this.worldLeading = role(innovation || coordination ? 1 : 0, fact);
    this.strong = role(coordination || lowThreshold ? 1 : innovation ? 0.5 : 0, fact);
    this.small = role(lowThreshold ? 1 : 0, fact);
  }

  private Score role(double share, String fact) {
    return new Score.Leaf(
        "role", ROLE_POINTS * share, share == 0 ? List.of() : List.of(Evidence.whole(call, fact)));
  }

  Call call() {
    return call;
  }

  /**
   * What a cluster of this league gains most from: the world-leading coordinate innovation actions,
   * the strong join them and coordination actions, the small begin with cascade and national money.
   */
  Score role(Cluster cluster) {
    return switch (cluster.standing().league().orElse(2)) {
      case 1 -> worldLeading;
      case 2 -> strong;
      default -> small;
    };
  }

  /**
   * The score of a cluster.
   *
   * @param competence the competences in common
   * @param words the words in common
   */
  Score score(Cluster cluster, Score competence, Score words) {
    List<Score> parts = new ArrayList<>();
    parts.add(competence);
    parts.add(words);
    parts.add(role(cluster));
    parts.removeIf(part -> part.points() == 0);
    return new Score.Sum("match", parts);
  }
}
