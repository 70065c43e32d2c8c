package dk.brobygger.search.funding;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.CallKind;
import dk.brobygger.corpus.entry.CallStatus;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import dk.brobygger.search.engine.Hit;
import dk.brobygger.search.engine.Question;
import dk.brobygger.search.engine.SearchEngine;
import dk.brobygger.search.language.CompetenceTagger;
import dk.brobygger.search.match.Profile;
import dk.brobygger.search.match.ProfileQuery;
import dk.brobygger.search.match.Profiles;
import dk.brobygger.search.match.Rarity;
import dk.brobygger.search.match.SharedCompetence;
import dk.brobygger.search.query.Facet;
import dk.brobygger.search.query.Query;
import dk.brobygger.search.score.Blocker;
import dk.brobygger.search.score.Evidence;
import dk.brobygger.search.score.Match;
import dk.brobygger.search.score.Matches;
import dk.brobygger.search.score.Passages;
import dk.brobygger.search.score.Score;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Ranks the calls a cluster can apply for, with reasons. Safe for many threads.
 *
 * <p>First the gate: a call whose every reachable deadline has passed is in no list; one that the
 * cluster may not apply for is listed apart with the rule. Then the score: a sum of the competences
 * in common, the words in common and how well the type of action suits the cluster's league.
 */
public final class CallMatcher {

  /** How many calls are asked of the engine before they are scored; four pages of answers. */
  private static final int CANDIDATES = 200;

  private static final double COMPETENCE_POINTS = 30;
  private static final double ROLE_POINTS = 5;

  private static final Query CALLS = new Query.Has(Facet.TYPE, "call");

  private final SearchEngine engine;
  private final Vocabulary vocabulary;
  private final Profiles profiles;
  private volatile @Nullable Counted counted;

  /** Ranks what this engine finds, by the competences of this vocabulary. */
  public CallMatcher(SearchEngine engine, Vocabulary vocabulary, CompetenceTagger tagger) {
    this.engine = engine;
    this.vocabulary = vocabulary;
    this.profiles = new Profiles(tagger);
  }

  /**
   * The calls that fit a cluster best at a moment.
   *
   * @param cluster who looks for money
   * @param now the moment deadlines are judged at
   * @param most how many at most, 1 or more; of the blocked ones as many as lie among these ranks
   */
  public Matches match(Cluster cluster, Instant now, int most) {
    Profile ours = profiles.of(cluster);
    Query query =
        new Query.Every(List.of(CALLS, new Query.Applicable(now, false), ProfileQuery.of(ours)));
    Scoring scoring = new Scoring(ours, cluster, shared());
    return ranked(cluster, scoring.all(ask(query, CANDIDATES, true), now), most);
  }

  /**
   * Of some calls those that fit a cluster, with the very scores that {@link #match(Cluster,
   * Instant, int)} gives them, and ranked among each other.
   *
   * @param cluster who looks for money
   * @param now the moment deadlines are judged at
   * @param calls which calls
   * @param least the points a call must have to be among them
   */
  public Matches match(Cluster cluster, Instant now, Set<EntryId> calls, double least) {
    Profile ours = profiles.of(cluster);
    Scoring scoring = new Scoring(ours, cluster, shared());
    List<Scored> scored = new ArrayList<>();
    for (Set<String> some : portions(calls.stream().map(EntryId::toString).toList())) {
      // Quoting is slow, and without quotations no score is lower.
      Set<String> hopeful = new HashSet<>();
      for (Hit hit : ask(among(some, now, ours), Question.MOST, false)) {
        if (hit.entry() instanceof Call call && scoring.bound(call, hit) >= least) {
          hopeful.add(call.id().toString());
        }
      }
      if (!hopeful.isEmpty()) {
        scored.addAll(scoring.all(ask(among(hopeful, now, ours), Question.MOST, true), now));
      }
    }
    scored.removeIf(one -> one.score().points() < least);
    return ranked(cluster, scored, Integer.MAX_VALUE);
  }

  /** What keeps a cluster from applying for a call; none where it may. */
  public static List<Blocker> blockers(Cluster cluster, Call call) {
    return Eligibility.blockers(cluster, call);
  }

  private static Query among(Set<String> calls, Instant now, Profile ours) {
    return new Query.Every(
        List.of(
            CALLS,
            new Query.Applicable(now, false),
            ProfileQuery.of(ours),
            new Query.OneOf(calls)));
  }

  private static List<Set<String>> portions(List<String> ids) {
    List<Set<String>> portions = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += Question.MOST) {
      portions.add(Set.copyOf(ids.subList(from, Math.min(ids.size(), from + Question.MOST))));
    }
    return portions;
  }

  private List<Hit> ask(Query query, int most, boolean highlighting) {
    return engine.ask(new Question(query, 0, most, Set.of(), highlighting)).hits();
  }

  /** Counting is slow beside matching one profile, and changes with the index only. */
  private SharedCompetence shared() {
    long applied = engine.applied();
    Counted known = counted;
    if (known == null || known.applied() != applied) {
      known = new Counted(applied, new SharedCompetence(vocabulary, Rarity.among(engine, CALLS)));
      counted = known;
    }
    return known.shared();
  }

  private record Counted(long applied, SharedCompetence shared) {}

  private static Matches ranked(Cluster cluster, List<Scored> scored, int most) {
    scored.sort(
        Comparator.comparingDouble((Scored one) -> one.score().points())
            .reversed()
            .thenComparing(one -> one.call().id()));
    List<Match> ranked = new ArrayList<>();
    List<Match> blocked = new ArrayList<>();
    for (Scored one : scored) {
      if (ranked.size() == most) {
        break;
      }
      Match match = new Match(one.call(), ranked.size() + 1, one.blockers(), one.score());
      (one.blockers().isEmpty() ? ranked : blocked).add(match);
    }
    return new Matches(cluster.id(), ranked, blocked);
  }

  /** Scores calls for one cluster. */
  private final class Scoring {

    private final Profile ours;
    private final Cluster cluster;
    private final SharedCompetence shared;

    Scoring(Profile ours, Cluster cluster, SharedCompetence shared) {
      this.ours = ours;
      this.cluster = cluster;
      this.shared = shared;
    }

    /** All that are not closed. */
    List<Scored> all(List<Hit> hits, Instant now) {
      List<Scored> scored = new ArrayList<>();
      for (Hit hit : hits) {
        if (hit.entry() instanceof Call call && call.timetable().status(now) != CallStatus.CLOSED) {
          scored.add(new Scored(call, Eligibility.blockers(cluster, call), score(call, hit)));
        }
      }
      return scored;
    }

    private Score score(Call call, Hit hit) {
      List<Evidence> quoted = Passages.best(call, hit.highlights(), 3);
      List<Score> parts = new ArrayList<>();
      parts.add(competence(call));
      parts.add(new Score.Leaf("words", quoted.isEmpty() ? 0 : ProfileQuery.points(hit), quoted));
      parts.add(role(cluster, call));
      parts.removeIf(part -> part.points() == 0);
      return new Score.Sum("match", parts);
    }

    private Score competence(Call call) {
      return shared.score("competence", ours.all(), profiles.of(call).offered(), COMPETENCE_POINTS);
    }

    /** The score with any words quoted at all. */
    double bound(Call call, Hit hit) {
      return competence(call).points() + ProfileQuery.points(hit) + role(cluster, call).points();
    }
  }

  /**
   * What a cluster of this league gains most from: the world-leading coordinate innovation actions,
   * the strong join them and coordination actions, the small begin with cascade and national money.
   */
  private static Score role(Cluster cluster, Call call) {
    int league = cluster.standing().league().orElse(2);
    String type = call.terms().actionType().orElse("").toLowerCase(Locale.ROOT);
    boolean lowThreshold = call.kind() == CallKind.CASCADE || call.kind() == CallKind.NATIONAL;
    boolean innovation = type.contains("innovation actions") && !type.contains("research");
    boolean coordination = type.contains("coordination and support");
    double share =
        switch (league) {
          case 1 -> innovation || coordination ? 1 : 0;
          case 2 -> coordination || lowThreshold ? 1 : innovation ? 0.5 : 0;
          default -> lowThreshold ? 1 : 0;
        };
    String fact = type.isEmpty() ? "programme" : "actionType";
    return new Score.Leaf(
        "role", ROLE_POINTS * share, share == 0 ? List.of() : List.of(Evidence.whole(call, fact)));
  }

  private record Scored(Call call, List<Blocker> blockers, Score score) {}
}
