package dk.brobygger.benchmarks.relevance;

import static java.util.Objects.requireNonNull;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.CallFamily;
import dk.brobygger.corpus.entry.CallKind;
import dk.brobygger.corpus.entry.CallStatus;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.DeadlineModel;
import dk.brobygger.corpus.entry.Entry;
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
import dk.brobygger.search.delegation.Encounters;
import dk.brobygger.search.engine.EntrySink;
import dk.brobygger.search.engine.Index;
import dk.brobygger.search.engine.SearchEngine;
import dk.brobygger.search.funding.CallMatcher;
import dk.brobygger.search.language.CompetenceTagger;
import dk.brobygger.search.match.PartnerMatcher;
import dk.brobygger.search.match.Seeker;
import dk.brobygger.search.score.Match;
import dk.brobygger.search.score.Matches;
import dk.brobygger.search.signal.Candidate;
import dk.brobygger.search.signal.Idea;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The ranking of the pages and of {@code match}, each point of which is explained and which knows
 * no history: calls that are open to all, or clusters abroad that say what partners have shown; for
 * clusters that say of themselves what an idea says. Or real clusters for one of them.
 */
final class Explained implements Peer {

  /** Any moment does: no call here has a deadline. */
  private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");

  /** Where those are at home whom the pages are made for. */
  private static final String HOME = "DK";

  /** Where somebody is at home of whom it is not said. */
  private static final String NOWHERE = "XX";

  private final EntrySink sink;
  private final Matcher matcher;
  private final Function<Idea, Cluster> asking;
  private final Map<EntryId, String> ids = new HashMap<>();

  /** Ranks entries for a cluster. */
  private interface Matcher {
    Matches match(Cluster cluster, int most);
  }

  /**
   * Has entries ranked.
   *
   * @param entries by the ids of the candidates they are
   * @param asking the cluster that an idea is of
   */
  private Explained(
      Map<String, ? extends Entry> entries,
      Function<Idea, Cluster> asking,
      Function<SearchEngine, Matcher> matching) {
    Index index = Engines.inMemory(Vocabulary.shipped(), CompetenceTagger.shipped());
    this.sink = index.writer().orElseThrow();
    entries.forEach((id, entry) -> {
      ids.put(entry.id(), id);
      sink.put(entry);
    });
    sink.commit(1);
    this.asking = asking;
    this.matcher = matching.apply(index.engine());
  }

  /** Ranks calls. */
  static Explained ofCalls(List<Candidate.OfCall> calls) {
    return new Explained(
        standIns(calls, EntryType.CALL, Explained::call),
        idea -> asking(idea, HOME), // calls are for those of some countries only
        engine -> {
          CallMatcher matcher =
              new CallMatcher(engine, Vocabulary.shipped(), CompetenceTagger.shipped());
          return (cluster, most) -> matcher.match(cluster, NOW, most);
        });
  }

  /** Ranks partners abroad. */
  static Explained ofPartners(List<Candidate.OfPartner> partners) {
    return new Explained(
        standIns(partners, EntryType.CLUSTER, Explained::partner),
        idea -> asking(idea, NOWHERE),
        Explained::matchingPartners);
  }

  /** Ranks clusters by all that is known of them, for ideas that one of them has. */
  static Explained ofClusters(List<Cluster> clusters) {
    Map<String, Cluster> byId = new LinkedHashMap<>();
    clusters.forEach(cluster -> byId.put(cluster.id().toString(), cluster));
    return new Explained(
        byId,
        idea -> requireNonNull(byId.get(idea.organisation().orElseThrow()), idea.id()),
        Explained::matchingPartners);
  }

  private static Matcher matchingPartners(SearchEngine engine) {
    PartnerMatcher matcher =
        new PartnerMatcher(
            engine, Vocabulary.shipped(), CompetenceTagger.shipped(), () -> Encounters.NONE);
    LocalDate today = NOW.atZone(ZoneOffset.UTC).toLocalDate();
    return (cluster, most) -> matcher.match(new Seeker(cluster, today), most);
  }

  private static <C extends Candidate> Map<String, Entry> standIns(
      List<C> candidates, EntryType type, BiFunction<EntryId, C, Entry> entry) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (C candidate : candidates) {
      EntryId id = new EntryId(type, "candidate-" + entries.size());
      entries.put(candidate.id(), entry.apply(id, candidate));
    }
    return entries;
  }

  private static Entry partner(EntryId id, Candidate.OfPartner partner) {
    return cluster(
        id,
        partner.name(),
        partner.country().orElse(NOWHERE),
        Texts.english(
            partner.competences().stream()
                .map(Candidate.Shown::text)
                .collect(Collectors.joining("\n"))));
  }

  private static Entry call(EntryId id, Candidate.OfCall call) {
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

  private static Cluster asking(Idea idea, String unlessSaid) {
    String prose =
        String.join(
            "\n",
            Stream.concat(Stream.of(idea.title(), idea.text()), idea.keywords().stream()).toList());
    return cluster(
        new EntryId(EntryType.CLUSTER, "asking"),
        "Asking",
        idea.country().orElse(unlessSaid),
        new Texts(Map.of(idea.language(), prose)));
  }

  private static Cluster cluster(EntryId id, String name, String country, Texts description) {
    return new Cluster(
        id,
        Identity.of(name, Seat.in(country)),
        Standing.UNKNOWN,
        Set.of(),
        Optional.empty(),
        new Strategy(description, Texts.NONE, Texts.NONE, List.of(), List.of()),
        Provenance.NONE);
  }

  @Override
  public String name() {
    return "Brobygger's pages";
  }

  @Override
  public List<String> rank(Idea idea, int most) {
    return matches(idea, most).stream().map(this::candidate).toList();
  }

  /** The best for an idea, with reasons. */
  List<Match> matches(Idea idea, int most) {
    return matcher.match(asking.apply(idea), most).ranked();
  }

  /** The id of the candidate that was found. */
  String candidate(Match match) {
    EntryId found = match.entry().id();
    return ids.getOrDefault(found, found.toString());
  }

  @Override
  public void close() {
    sink.close();
  }
}
