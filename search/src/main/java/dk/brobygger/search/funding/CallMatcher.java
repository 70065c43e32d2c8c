package dk.brobygger.search.funding;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.CallKind;
import dk.brobygger.corpus.entry.CallStatus;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Deadline;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.entry.Maturity;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import dk.brobygger.search.engine.Hit;
import dk.brobygger.search.engine.Question;
import dk.brobygger.search.engine.SearchEngine;
import dk.brobygger.search.language.CompetenceTagger;
import dk.brobygger.search.match.Profile;
import dk.brobygger.search.match.ProfileQuery;
import dk.brobygger.search.match.Profiles;
import dk.brobygger.search.match.SharedCompetence;
import dk.brobygger.search.match.Weighing;
import dk.brobygger.search.query.Facet;
import dk.brobygger.search.query.Query;
import dk.brobygger.search.score.Blocker;
import dk.brobygger.search.score.Caution;
import dk.brobygger.search.score.Match;
import dk.brobygger.search.score.Matches;
import dk.brobygger.search.score.Placing;
import dk.brobygger.search.score.Ranking;
import dk.brobygger.search.score.Score;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Ranks the calls a cluster can apply for, with reasons. Safe for many threads.
 *
 * <p>First the gate: a call whose every reachable deadline has passed is in no list; one that the
 * cluster may not apply for, or for which it is too late to begin, is listed apart with the rule.
 * Then the score: a sum of the competences in common, the words in common and how well the type of
 * action suits what the cluster needs. Beside it stands what should be thought of and has no
 * points: that fewer days are left than an application usually takes, how near the market it wants
 * its projects, that the small had better not coordinate, who won such money before.
 */
public final class CallMatcher {

  /** How many calls are asked of the engine before they are scored; four pages of answers. */
  private static final int CANDIDATES = 200;

  /** How many are asked of the engine where a page shows a few calls like another one. */
  private static final int LIKE = 40;

  /** How many closed topics are taken for like a call: our choice, as many as can be looked up. */
  private static final int FORERUNNERS = 5;

  /** The share of the points of the most alike that others must have: our choice. */
  private static final double LIKE_ENOUGH = 0.5;

  /**
   * Said where only words are in common, which may mean something else: who wants visitors to a
   * destination wants no Destination Earth.
   */
  private static final Caution THIN =
      Caution.of(
          "thin",
          "No competence is in common, only words: see for yourselves whether it is about what you"
              + " do.",
          "Ingen kompetence er fælles, kun ord: se selv, om det handler om det, I laver.");

  /** The criterion of competences in common. */
  static final String COMPETENCE = "competence";

  static final Query CALLS = new Query.Has(Facet.TYPE, "call");

  private final SearchEngine engine;
  private final Vocabulary vocabulary;
  private final Profiles profiles;
  private final Weighing weighing;

  /** Ranks what this engine finds, by the competences of this vocabulary. */
  public CallMatcher(SearchEngine engine, Vocabulary vocabulary, CompetenceTagger tagger) {
    this.engine = engine;
    this.vocabulary = vocabulary;
    this.profiles = new Profiles(tagger);
    this.weighing = new Weighing(engine, vocabulary, CALLS);
  }

  /**
   * The calls that fit a cluster best at a moment.
   *
   * @param cluster who looks for money
   * @param now the moment deadlines are judged at
   * @param most how many at most, 1 or more; of the blocked ones as many as lie among these ranks
   */
  public Matches match(Cluster cluster, Instant now, int most) {
    Matches best =
        ranking(cluster, now).best(most).foundBy(ProfileQuery.expansions(profiles.of(cluster)));
    WonBefore won = new WonBefore(engine, cluster);
    return won.nothing() ? best : best.map(match -> withWins(match, won, now));
  }

  /** Only those that are shown are compared with what was won before. */
  private Match withWins(Match match, WonBefore won, Instant now) {
    return match.entry() instanceof Call call
        ? won.of(call, forerunners(call, now)).map(match::with).orElse(match)
        : match;
  }

  /**
   * Where one entry stands among the calls for a cluster, and why not higher.
   *
   * @param cluster who looks for money
   * @param asked the entry; of any kind
   * @param now the moment deadlines are judged at
   * @param place the last place that is looked at, 1 or more: 20 answers why it is not among the
   *     first 20
   */
  public Placing why(Cluster cluster, Entry asked, Instant now, int place) {
    Ranking ranking = ranking(cluster, now);
    return ranking
        .placing(asked.id(), place)
        .orElseGet(() -> {
          Query alone = new Query.Id(asked.id().toString());
          return ranking.outside(
              asked,
              Eligibility.against(cluster, asked, now),
              found(cluster, alone, now, 1).stream().findFirst().map(Ranking.Scored::score));
        });
  }

  /**
   * The calls most like a call, by the competences and the words they have in common.
   *
   * @param call to which; it is not one of them
   * @param now the moment deadlines are judged at
   * @param open whether those that can still be applied for are wanted, or those that have closed:
   *     what was asked for before shows what is asked for again, and when
   * @param most how many at most, 1 or more
   * @return the most alike first, each with a competence in common
   */
  public List<Match> like(Call call, Instant now, boolean open, int most) {
    return like(call, now, open, other -> true, most);
  }

  private List<Match> like(Call call, Instant now, boolean open, Predicate<Call> wanted, int most) {
    Profile ours = profiles.of(call);
    Query reachable = new Query.Applicable(now, false);
    Query query =
        new Query.Every(
            List.of(
                CALLS,
                open ? reachable : new Query.Not(reachable),
                new Query.Not(new Query.Id(call.id().toString())),
                ProfileQuery.ofTitled(ours)));
    SharedCompetence.Wanted asked = weighing.shared().wanted(ours.offered());
    List<Ranking.Scored> alike = new ArrayList<>();
    for (Hit hit : engine.ask(Question.only(query, LIKE)).hits()) {
      if (!(hit.entry() instanceof Call other)
          || isClosed(other, now) == open
          || !wanted.test(other)) {
        continue;
      }
      Score competence =
          asked.score(COMPETENCE, profiles.of(hit).offered(), ReadyCall.COMPETENCE_POINTS);
      if (competence.points() > 0) {
        Score words = words(hit);
        alike.add(
            new Ranking.Scored(
                hit.entry(), List.of(), new Score.Sum("match", List.of(competence, words))));
      }
    }
    return new Ranking(call.id(), alike).best(most).ranked();
  }

  /**
   * The topics that show who wins what a call gives: itself, which may have paid before its last
   * deadline, and the closed ones most like it, at most five, each with half the points of the
   * first or more. A cascade call is none: it has the identifier of a topic whose winners give its
   * money.
   */
  public List<Call> forerunners(Call call, Instant now) {
    List<Match> like = like(call, now, false, CallMatcher::isTopic, FORERUNNERS);
    double least = like.isEmpty() ? 0 : like.getFirst().score() * LIKE_ENOUGH;
    Stream<Call> near =
        like.stream().filter(one -> one.score() >= least).map(Match::entry).map(Call.class::cast);
    return Stream.concat(Stream.of(call).filter(CallMatcher::isTopic), near).toList();
  }

  private static boolean isTopic(Call call) {
    return call.kind() == CallKind.TOPIC;
  }

  private Ranking ranking(Cluster cluster, Instant now) {
    List<Ranking.Scored> scored = new ArrayList<>();
    for (Ranking.Scored one : found(cluster, new Query.Applicable(now, false), now, CANDIDATES)) {
      if (one.entry() instanceof Call call && !isClosed(call, now)) {
        scored.add(one);
      }
    }
    return new Ranking(cluster.id(), scored);
  }

  private static boolean isClosed(Call call, Instant now) {
    return call.timetable().status(now) == CallStatus.CLOSED;
  }

  /** Calls that fit a condition and have something in common with a cluster. */
  private List<Ranking.Scored> found(Cluster cluster, Query condition, Instant now, int most) {
    Profile ours = profiles.of(cluster);
    Query query = new Query.Every(List.of(CALLS, condition, ProfileQuery.ofTitled(ours)));
    SharedCompetence.Wanted wanted = weighing.shared().wanted(ours.all());
    LocalDate today = Deadline.day(now);
    Maturity needs = cluster.standing().maturity(today);
    ActionFit fit = new ActionFit(cluster, ours, vocabulary);
    List<Ranking.Scored> found = new ArrayList<>();
    for (Hit hit : engine.ask(Question.only(query, most)).hits()) {
      if (hit.entry() instanceof Call call) {
        Score competence =
            wanted.score(COMPETENCE, profiles.of(hit).offered(), ReadyCall.COMPETENCE_POINTS);
        ReadyCall ready = ReadyCall.of(call);
        found.add(
            new Ranking.Scored(
                call,
                ready.blockers(cluster, now),
                cautions(ready, competence, cluster, now, fit),
                ready.score(needs, competence, words(hit))));
      }
    }
    return found;
  }

  private static List<Caution> cautions(
      ReadyCall ready, Score competence, Cluster cluster, Instant now, ActionFit fit) {
    List<Caution> cautions = new ArrayList<>();
    if (competence.points() == 0) {
      cautions.add(THIN);
    }
    ready.leadTime(now).ifPresent(cautions::add);
    cautions.addAll(ready.cautions(cluster, Deadline.day(now)));
    cautions.addAll(fit.cautions(ready.call()));
    return cautions;
  }

  /**
   * Makes some calls ready to be matched with many clusters.
   *
   * @param calls which calls
   * @param now the moment deadlines are judged at
   * @param least the points a call must have to fit, besides a competence in common
   */
  public CallSelection select(Set<EntryId> calls, Instant now, double least) {
    return new CallSelection(engine, vocabulary, profiles, weighing.shared(), calls, now, least);
  }

  /** What its kind and size tell a cluster to think of before it applies for a call. */
  public static List<Caution> cautions(Cluster cluster, Call call, Instant now) {
    return ReadyCall.of(call).cautions(cluster, Deadline.day(now));
  }

  /** What a call is worth for the words by which it was found. */
  public static Score words(Hit hit) {
    return ProfileQuery.score(hit, ReadyCall.WORD_POINTS);
  }

  /** Whether a call lets those of a cluster's country in, and pays them as a rule. */
  public static boolean pays(Call call, Cluster cluster) {
    return ReadyCall.of(call).pays(cluster);
  }

  /** What keeps a cluster from applying for a call; none where it may. */
  public static List<Blocker> blockers(Cluster cluster, Call call) {
    return Eligibility.blockers(cluster, call);
  }
}
