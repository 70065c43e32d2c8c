package dk.brobygger.search.funding;

import dk.brobygger.corpus.entry.Call;
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
import java.util.List;
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

  /** Quotations beyond the third say little of words in common. */
  static final int QUOTATIONS = 3;

  /** The criterion of competences in common. */
  static final String COMPETENCE = "competence";

  static final Query CALLS = new Query.Has(Facet.TYPE, "call");

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
    SharedCompetence shared = shared();
    List<Scored> scored = new ArrayList<>();
    for (Hit hit : engine.ask(Question.best(query, CANDIDATES)).hits()) {
      if (hit.entry() instanceof Call call && call.timetable().status(now) != CallStatus.CLOSED) {
        Score competence =
            shared.score(
                COMPETENCE, ours.all(), profiles.of(call).offered(), ReadyCall.COMPETENCE_POINTS);
        scored.add(
            new Scored(
                call, Eligibility.blockers(cluster, call), score(cluster, call, competence, hit)));
      }
    }
    return ranked(cluster, scored, most);
  }

  private static Score score(Cluster cluster, Call call, Score competence, Hit hit) {
    List<Evidence> quoted = Passages.best(call, hit.highlights(), QUOTATIONS);
    double words = quoted.isEmpty() ? 0 : ProfileQuery.points(hit);
    return new ReadyCall(call).score(cluster, competence, words, quoted);
  }

  /**
   * Makes some calls ready to be matched with many clusters.
   *
   * @param calls which calls
   * @param now the moment deadlines are judged at
   * @param least the points a call must have to fit; 30 or more, so that a competence must be in
   *     common
   */
  public CallSelection select(Set<EntryId> calls, Instant now, double least) {
    return new CallSelection(engine, vocabulary, profiles, shared(), calls, now, least);
  }

  /** What keeps a cluster from applying for a call; none where it may. */
  public static List<Blocker> blockers(Cluster cluster, Call call) {
    return Eligibility.blockers(cluster, call);
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

  private record Scored(Call call, List<Blocker> blockers, Score score) {}
}
