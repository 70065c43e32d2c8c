package dk.brobygger.search.funding;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.CallKind;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Deadline;
import dk.brobygger.corpus.entry.Maturity;
import dk.brobygger.search.score.Blocker;
import dk.brobygger.search.score.Caution;
import dk.brobygger.search.score.Evidence;
import dk.brobygger.search.score.Score;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A call, ready to be scored for any number of clusters: what its words say of who may apply is
 * read once for each object that stands for it. Immutable, safe for many threads.
 */
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

  /** As many as there are calls open at a time, several times over. */
  private static final int KEPT = 10_000;

  /** Weak keys are compared as objects, which spares comparing long texts. */
  private static final Cache<Call, ReadyCall> READY =
      Caffeine.newBuilder().weakKeys().maximumSize(KEPT).build();

  private final Call call;
  private final List<Restriction> restrictions;
  private final Optional<Caution> applicants;
  private final Optional<Caution> leaders;
  private final Score worldLeading;
  private final Score strong;
  private final Score emerging;
  private final Score small;

  /** A call made ready. */
  static ReadyCall of(Call call) {
    return READY.get(call, ReadyCall::new);
  }

  /** Makes a call ready. */
  ReadyCall(Call call) {
    this.call = call;
    CallProse prose = CallProse.of(call);
    this.restrictions = Restriction.of(prose);
    this.applicants = ApplicantKind.applicants(prose);
    this.leaders = ApplicantKind.leaders(prose);
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
    return restrictions.stream()
        .filter(one -> one.against(cluster))
        .map(Restriction::blocker)
        .toList();
  }

  /** The same, and that it is too late for who begins at a moment. */
  List<Blocker> blockers(Cluster cluster, Instant now) {
    return Stream.concat(blockers(cluster).stream(), tooLate(now).stream()).toList();
  }

  private Optional<Blocker> tooLate(Instant now) {
    return call.timetable()
        .reachable(now)
        .flatMap(deadline -> LeadTime.tooLate(call, deadline, Deadline.day(now)));
  }

  /** That little time is left; empty where it is too late anyway. */
  Optional<Caution> leadTime(Instant now) {
    return call.timetable()
        .reachable(now)
        .filter(deadline -> tooLate(now).isEmpty())
        .flatMap(deadline -> LeadTime.caution(call, deadline, Deadline.day(now)));
  }

  /** Whether it lets those of a cluster's country in, and pays them. */
  boolean pays(Cluster cluster) {
    return restrictions.stream().noneMatch(one -> one.isOfCountries() && one.against(cluster))
        && OwnMoney.pays(call, cluster.identity().seat().country());
  }

  /** What its kind and size tell a cluster to think of before it applies. */
  List<Caution> cautions(Cluster cluster, LocalDate today) {
    return Stream.of(
            applicants(cluster),
            OwnMoney.caution(cluster, call),
            PartnerRole.caution(cluster, call, today))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Who applies for it, where that is not a cluster; empty where it cannot apply anyway. */
  Optional<Caution> applicants(Cluster cluster) {
    return blockers(cluster).isEmpty()
        ? leaders.filter(one -> !Restriction.isWidening(cluster)).or(() -> applicants)
        : Optional.empty();
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
