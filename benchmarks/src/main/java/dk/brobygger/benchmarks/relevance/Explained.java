package dk.brobygger.benchmarks.relevance;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.CallFamily;
import dk.brobygger.corpus.entry.CallKind;
import dk.brobygger.corpus.entry.CallStatus;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.DeadlineModel;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.entry.EntryType;
import dk.brobygger.corpus.entry.Identity;
import dk.brobygger.corpus.entry.Provenance;
import dk.brobygger.corpus.entry.Seat;
import dk.brobygger.corpus.entry.Standing;
import dk.brobygger.corpus.entry.Strategy;
import dk.brobygger.corpus.entry.Terms;
import dk.brobygger.corpus.entry.Texts;
import dk.brobygger.corpus.entry.Timetable;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import dk.brobygger.search.Engines;
import dk.brobygger.search.engine.EntrySink;
import dk.brobygger.search.engine.Index;
import dk.brobygger.search.funding.CallMatcher;
import dk.brobygger.search.language.CompetenceTagger;
import dk.brobygger.search.score.Match;
import dk.brobygger.search.signal.Candidate;
import dk.brobygger.search.signal.Idea;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The ranking of the pages and of {@code match}, each point of which is explained and which knows
 * no history: calls that are open to all, for clusters that say of themselves what an idea says.
 */
final class Explained implements Peer {

  /** Any moment does: no call here has a deadline. */
  private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");

  private final EntrySink sink;
  private final CallMatcher matcher;
  private final Map<EntryId, String> ids = new HashMap<>();

  Explained(List<Candidate.OfCall> calls) {
    CompetenceTagger tagger = CompetenceTagger.shipped();
    Index index = Engines.inMemory(Vocabulary.shipped(), tagger);
    this.sink = index.writer().orElseThrow();
    for (Candidate.OfCall call : calls) {
      EntryId id = new EntryId(EntryType.CALL, "topic-" + ids.size());
      ids.put(id, call.id());
      sink.put(entry(id, call));
    }
    sink.commit(1);
    this.matcher = new CallMatcher(index.engine(), Vocabulary.shipped(), tagger);
  }

  private static Call entry(EntryId id, Candidate.OfCall call) {
    return new Call(
        id,
        CallKind.TOPIC,
        call.id(),
        call.title().isBlank() ? call.id() : call.title(),
        new CallFamily("HORIZON", Optional.empty(), Optional.empty(), Optional.empty()),
        Texts.english(call.text()),
        new Timetable(CallStatus.OPEN, Optional.empty(), DeadlineModel.CONTINUOUS, List.of()),
        Terms.UNKNOWN,
        List.of(),
        Optional.empty(),
        Provenance.NONE);
  }

  private static Cluster entry(Idea idea) {
    String prose =
        String.join(
            "\n",
            Stream.concat(Stream.of(idea.title(), idea.text()), idea.keywords().stream()).toList());
    return new Cluster(
        new EntryId(EntryType.CLUSTER, "asking"),
        Identity.of("Asking", Seat.in("DK")),
        Standing.UNKNOWN,
        Set.of(),
        Optional.empty(),
        new Strategy(
            new Texts(Map.of(idea.language(), prose)),
            Texts.NONE,
            Texts.NONE,
            List.of(),
            List.of()),
        Provenance.NONE);
  }

  @Override
  public String name() {
    return "Brobygger's pages";
  }

  @Override
  public List<String> rank(Idea idea, int most) {
    return matcher.match(entry(idea), NOW, most).ranked().stream()
        .map(Match::entry)
        .map(found -> ids.getOrDefault(found.id(), found.id().toString()))
        .toList();
  }

  @Override
  public void close() {
    sink.close();
  }
}
