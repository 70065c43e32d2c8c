package dk.brobygger.search.funding;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.CallStatus;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Deadline;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.entry.Maturity;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import dk.brobygger.search.engine.Hit;
import dk.brobygger.search.engine.Question;
import dk.brobygger.search.engine.SearchEngine;
import dk.brobygger.search.match.CompetenceIndex;
import dk.brobygger.search.match.Profile;
import dk.brobygger.search.match.ProfileQuery;
import dk.brobygger.search.match.Profiles;
import dk.brobygger.search.match.Said;
import dk.brobygger.search.match.SharedCompetence;
import dk.brobygger.search.query.Query;
import dk.brobygger.search.score.Score;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Some calls as they are at one moment, ready to be matched with any number of clusters: what is
 * the same for all of these is done once. Safe for many threads.
 */
public final class CallSelection {

  /** Sums in another order may differ by less. */
  private static final double ROUNDING = 1e-6;

  private final SearchEngine engine;
  private final Profiles profiles;
  private final LocalDate today;
  private final double least;
  private final List<Query.OneOf> portions;
  private final List<ReadyCall> ready = new ArrayList<>();
  private final Map<EntryId, Integer> numbers = new HashMap<>();
  private final CompetenceIndex index;
  private final SharedCompetence shared;
  private final SharedCompetence.Stock stock;

  CallSelection(
      SearchEngine engine,
      Vocabulary vocabulary,
      Profiles profiles,
      SharedCompetence shared,
      Set<EntryId> calls,
      Instant now,
      double least) {
    this.engine = engine;
    this.profiles = profiles;
    this.today = Deadline.day(now);
    this.least = least;
    this.shared = shared;
    List<Map<String, Said>> had = new ArrayList<>();
    for (Hit hit : open(calls, now)) {
      if (hit.entry() instanceof Call call && call.timetable().status(now) != CallStatus.CLOSED) {
        numbers.put(call.id(), ready.size());
        ready.add(ReadyCall.of(call));
        had.add(profiles.of(hit).offered());
      }
    }
    this.stock = shared.stock(had);
    this.index = new CompetenceIndex(had.stream().map(Map::keySet).toList(), vocabulary);
    this.portions = portions(ready.stream().map(one -> one.call().id()).toList());
  }

  private List<Hit> open(Set<EntryId> calls, Instant now) {
    List<Hit> open = new ArrayList<>();
    for (Query.OneOf some : portions(List.copyOf(calls))) {
      Query query =
          new Query.Every(List.of(CallMatcher.CALLS, new Query.Applicable(now, false), some));
      open.addAll(ask(query));
    }
    return open;
  }

  private static List<Query.OneOf> portions(List<EntryId> calls) {
    List<String> ids = calls.stream().map(EntryId::toString).toList();
    List<Query.OneOf> portions = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += Question.MOST) {
      portions.add(
          new Query.OneOf(
              Set.copyOf(ids.subList(from, Math.min(ids.size(), from + Question.MOST)))));
    }
    return portions;
  }

  private List<Hit> ask(Query query) {
    return engine.ask(Question.only(query, Question.MOST)).hits();
  }

  /** Those of the calls that are not closed and answer a question, with what is highlighted. */
  public List<Hit> asked(Query query) {
    List<Hit> hits = new ArrayList<>();
    for (Query.OneOf some : portions) {
      hits.addAll(ask(new Query.Every(List.of(query, some))));
    }
    return hits;
  }

  /**
   * Those of the calls that are not closed and fit a cluster, by a competence in common and enough
   * points, in no order, with the very scores that {@link CallMatcher#match} gives them.
   */
  public List<CallFit> fitting(Cluster cluster) {
    Profile ours = profiles.of(cluster);
    BitSet concerned = index.concerned(ours.all().keySet());
    if (concerned.isEmpty()) {
      return List.of();
    }
    SharedCompetence.Comparison comparison = shared.compare(ours.all(), stock);
    double[] most = comparison.most(ReadyCall.COMPETENCE_POINTS);
    Maturity needs = cluster.standing().maturity(today);
    List<CallFit> fitting = new ArrayList<>();
    for (Hit hit : asked(ProfileQuery.ofTitled(ours))) {
      Integer number = numbers.get(hit.entry().id());
      if (number != null && concerned.get(number) && reaches(number, most, hit, needs)) {
        fit(cluster, needs, comparison, number, hit).ifPresent(fitting::add);
      }
    }
    return fitting;
  }

  /** Whether the call can have the least points, found without looking at their parts. */
  private boolean reaches(int number, double[] most, Hit hit, Maturity needs) {
    double role = ready.get(number).role(needs).points();
    return most[number] + ProfileQuery.points(hit, ReadyCall.WORD_POINTS) + role
        >= least - ROUNDING;
  }

  private Optional<CallFit> fit(
      Cluster cluster,
      Maturity needs,
      SharedCompetence.Comparison comparison,
      int number,
      Hit hit) {
    ReadyCall call = ready.get(number);
    Score competence =
        comparison.score(CallMatcher.COMPETENCE, number, ReadyCall.COMPETENCE_POINTS);
    Score explanation = call.score(needs, competence, CallMatcher.words(hit));
    return explanation.points() < least
        ? Optional.empty()
        : Optional.of(
            new CallFit(
                call.call(), call.blockers(cluster), call.cautions(cluster, today), explanation));
  }
}
