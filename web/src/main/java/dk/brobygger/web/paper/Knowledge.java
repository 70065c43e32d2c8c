package dk.brobygger.web.paper;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.CallKind;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Deadline;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.entry.Organisation;
import dk.brobygger.search.Desk;
import dk.brobygger.search.delegation.Encounter;
import dk.brobygger.search.engine.Hit;
import dk.brobygger.search.engine.Question;
import dk.brobygger.search.query.Query;
import dk.brobygger.search.score.Match;
import dk.brobygger.search.score.Score;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a data folder tells of those who meet: who they are, what they have for each other, and what
 * they could apply for together. Without a folder it tells nothing.
 */
public final class Knowledge {

  /** Calls further down the ranking of one of two are nothing they would do together. */
  private static final int CALLS_LOOKED_AT = 100;

  private final Optional<Desk> desk;
  private final Instant now;

  /** The calls of a cluster, which meets many. */
  private final Map<EntryId, Map<EntryId, Match>> calls = new HashMap<>();

  private Knowledge(Optional<Desk> desk, Instant now) {
    this.desk = desk;
    this.now = now;
  }

  /** What a data folder tells at a moment; the folder stays open while the papers are written. */
  public static Knowledge of(Desk desk, Instant now) {
    return new Knowledge(Optional.of(desk), now);
  }

  /** Nothing is known, at a moment. */
  public static Knowledge none(Instant now) {
    return new Knowledge(Optional.empty(), now);
  }

  /** The moment at which it is told. */
  Instant now() {
    return now;
  }

  /** Somebody, by the id in the delegation where that is one of ours, or by the whole name. */
  public Optional<Entry> entry(String id, String name) {
    return desk.flatMap(folder -> byId(folder, id).or(() -> called(folder, name)));
  }

  private static Optional<Entry> byId(Desk folder, String id) {
    try {
      return folder.store().entry(EntryId.of(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // an id that staff gave
    }
  }

  private static Optional<Entry> called(Desk folder, String name) {
    return folder.engine().ask(Question.only(new Query.Called(name), 1)).hits().stream()
        .map(Hit::entry)
        .findFirst();
  }

  /** The id of somebody who can be met: a cluster or an organisation. */
  public Optional<EntryId> party(String id, String name) {
    return entry(id, name)
        .filter(one -> one instanceof Cluster || one instanceof Organisation)
        .map(Entry::id);
  }

  /** The meetings two have had and what came of them, the latest first. */
  List<Encounter> met(Entry delegate, Entry host) {
    return desk.map(folder -> folder.encounters().between(delegate.id(), host.id(), today()))
        .orElse(List.of())
        .reversed();
  }

  private LocalDate today() {
    return Deadline.day(now);
  }

  /** What two have for each other. */
  Optional<Score> between(Entry delegate, Entry host) {
    return desk.map(folder -> folder.partners().between(delegate, host, today()));
  }

  /**
   * The open calls that both could answer, the best for the one it fits less first; national
   * schemes are for one of them only.
   */
  List<Call> calls(Entry delegate, Entry host) {
    if (!(delegate instanceof Cluster one && host instanceof Cluster other)) {
      return List.of();
    }
    Map<EntryId, Match> theirs = callsOf(other);
    return callsOf(one).values().stream()
        .filter(match -> theirs.containsKey(match.entry().id()))
        .sorted(
            Comparator.comparingDouble(
                    (Match match) -> Math.min(match.score(), score(theirs, match.entry().id())))
                .reversed())
        .map(match -> (Call) match.entry())
        .filter(call -> call.kind() != CallKind.NATIONAL)
        .toList();
  }

  private static double score(Map<EntryId, Match> matches, EntryId call) {
    return Optional.ofNullable(matches.get(call)).map(Match::score).orElse(0.0);
  }

  private Map<EntryId, Match> callsOf(Cluster cluster) {
    return calls.computeIfAbsent(
        cluster.id(),
        id -> {
          Map<EntryId, Match> ranked = new HashMap<>();
          desk.ifPresent(folder ->
              folder
                  .calls()
                  .match(cluster, now, CALLS_LOOKED_AT)
                  .ranked()
                  .forEach(match -> ranked.put(match.entry().id(), match)));
          return ranked;
        });
  }
}
