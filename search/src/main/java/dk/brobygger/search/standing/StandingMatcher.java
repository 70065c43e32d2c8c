package dk.brobygger.search.standing;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.CallStatus;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.search.engine.Hit;
import dk.brobygger.search.engine.Question;
import dk.brobygger.search.engine.SearchEngine;
import dk.brobygger.search.funding.CallMatcher;
import dk.brobygger.search.match.ProfileQuery;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Says which of some calls answer a subscription. Safe for many threads. */
public final class StandingMatcher {

  /**
   * The points a call must have to answer a profile: as many as the rarest competence in common is
   * worth alone. Of the Danish clusters' matches on 2026-04-02 the 60th or 80th had so many.
   */
  public static final double LEAST = 30;

  private final SearchEngine engine;
  private final CallMatcher calls;
  private final Reader reader;

  /** How the words of a saved search are read. */
  @FunctionalInterface
  public interface Reader {
    /** The question that the words ask at a moment. */
    Query read(String words, Instant now);
  }

  /**
   * Matches by these.
   *
   * @param engine finds what saved searches ask for
   * @param calls judges calls for a profile
   * @param reader reads saved searches as they are read when they are typed
   */
  public StandingMatcher(SearchEngine engine, CallMatcher calls, Reader reader) {
    this.engine = engine;
    this.calls = calls;
    this.reader = reader;
  }

  /**
   * Those of some calls that answer a subscription, best first; closed ones answer none.
   *
   * @param subscription whose
   * @param among which calls
   * @param now the moment deadlines are judged at
   */
  public List<Answering> answers(Subscription subscription, Set<EntryId> among, Instant now) {
    if (among.isEmpty()) {
      return List.of();
    }
    Map<EntryId, Answering> answers = new LinkedHashMap<>();
    subscription
        .profile()
        .ifPresent(cluster -> profile(calls.match(cluster, now, among, LEAST), answers));
    for (StandingSearch search : subscription.searches()) {
      found(search, among, now).forEach(hit -> add(hit, search.name(), subscription, answers));
    }
    return answers.values().stream()
        .sorted(
            Comparator.comparingDouble(Answering::score)
                .reversed()
                .thenComparing(one -> one.call().id()))
        .toList();
  }

  private static void profile(Matches matches, Map<EntryId, Answering> answers) {
    List<Match> all = new ArrayList<>(matches.ranked());
    all.addAll(matches.blocked());
    for (Match match : all) {
      answers.put(
          match.entry().id(),
          new Answering(
              (Call) match.entry(), match.explanation(), match.blockers(), true, List.of()));
    }
  }

  private List<Hit> found(StandingSearch search, Set<EntryId> among, Instant now) {
    Set<String> ids = among.stream().map(EntryId::toString).collect(Collectors.toSet());
    Query query =
        new Query.Every(
            List.of(
                reader.read(search.words(), now),
                new Query.Applicable(now, false),
                new Query.OneOf(ids)));
    return engine.ask(Question.best(query, Question.MOST)).hits().stream()
        .filter(hit ->
            hit.entry() instanceof Call call && call.timetable().status(now) != CallStatus.CLOSED)
        .toList();
  }

  private static void add(
      Hit hit, String search, Subscription subscription, Map<EntryId, Answering> answers) {
    Call call = (Call) hit.entry();
    answers.merge(
        call.id(), alone(call, hit, search, subscription), (known, same) -> known.foundBy(search));
  }

  /** A call that no profile asked for is worth what its words are. */
  private static Answering alone(Call call, Hit hit, String search, Subscription subscription) {
    List<Evidence> quoted = Passages.best(call, hit.highlights(), 3);
    List<Blocker> blockers =
        subscription
            .profile()
            .map(cluster -> CallMatcher.blockers(cluster, call))
            .orElse(List.of());
    List<Score> words =
        quoted.isEmpty()
            ? List.of()
            : List.of(new Score.Leaf("words", ProfileQuery.points(hit), quoted));
    return new Answering(call, new Score.Sum("match", words), blockers, false, List.of(search));
  }
}
