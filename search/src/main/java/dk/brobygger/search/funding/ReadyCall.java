package dk.brobygger.search.funding;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.CallKind;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Maturity;
import dk.brobygger.search.score.Blocker;
import dk.brobygger.search.score.Evidence;
import dk.brobygger.search.score.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A call, ready to be scored for any number of clusters. Immutable, safe for many threads. */
final class ReadyCall {

  /**
   * What the rarest competence in common is worth alone. With words at 100 at the most, 30 had
   * ideas find their topics, and texts their calls, worse than plain BM25; 4 to 8 do not differ.
   */
  static final double COMPETENCE_POINTS = 6;

  /** What words in common are worth less than. */
  static final double WORD_POINTS = 100;

  /** What a type of action that suits what the cluster needs is worth at the most. */
  static final double ROLE_POINTS = 5;

  private final Call call;
  private final List<Restriction> restrictions;
  private final Score worldLeading;
  private final Score strong;
  private final Score emerging;
  private final Score small;

  /** Makes a call ready. */
  ReadyCall(Call call) {
    this.call = call;
    this.restrictions = Restriction.of(call);
    String type = call.terms().actionType().orElse("").toLowerCase(Locale.ROOT);
    boolean lowThreshold = call.kind() == CallKind.CASCADE || call.kind() == CallKind.NATIONAL;
    boolean innovation = type.contains("innovation actions") && !type.contains("research");
    boolean coordination = type.contains("coordination and support");
    String fact = type.isEmpty() ? "programme" : "actionType";
    this.worldLeading = role(innovation || coordination ? 1 : 0, fact);
    this.strong = role(coordination || lowThreshold ? 1 : innovation ? 0.5 : 0, fact);
    this.emerging = role(lowThreshold ? 1 : coordination ? 0.5 : 0, fact);
    this.small = role(lowThreshold ? 1 : 0, fact);
  }

  private Score role(double share, String fact) {
    return new Score.Leaf(
        "role", ROLE_POINTS * share, share == 0 ? List.of() : List.of(Evidence.whole(call, fact)));
  }

  Call call() {
    return call;
  }

  /** What keeps a cluster from applying for it. */
  List<Blocker> blockers(Cluster cluster) {
    return Eligibility.blockers(cluster, restrictions);
  }

  /**
   * What a cluster with these needs gains most from: the world-leading coordinate innovation
   * actions, the strong join them and coordination actions, those that emerge begin with cascade
   * and national money and are seen by coordination actions, the small begin with such money.
   */
  Score role(Maturity needs) {
    return switch (needs) {
      case WORLD_LEADING -> worldLeading;
      case STRONG -> strong;
      case EMERGING -> emerging;
      case SMALL -> small;
    };
  }

  /**
   * The score of a cluster.
   *
   * @param needs what it needs
   * @param competence the competences in common
   * @param words the words in common
   */
  Score score(Maturity needs, Score competence, Score words) {
    List<Score> parts = new ArrayList<>();
    parts.add(competence);
    parts.add(words);
    parts.add(role(needs));
    parts.removeIf(part -> part.points() == 0);
    return new Score.Sum("match", parts);
  }
}
