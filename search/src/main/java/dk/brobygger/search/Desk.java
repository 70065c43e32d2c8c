package dk.brobygger.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.sample.Sample;
import dk.brobygger.corpus.store.EntryStore;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import dk.brobygger.search.completion.Completer;
import dk.brobygger.search.delegation.Encounters;
import dk.brobygger.search.engine.EntrySink;
import dk.brobygger.search.engine.Index;
import dk.brobygger.search.engine.SearchEngine;
import dk.brobygger.search.funding.CallMatcher;
import dk.brobygger.search.funding.PastWinners;
import dk.brobygger.search.language.CompetenceTagger;
import dk.brobygger.search.language.KnownWords;
import dk.brobygger.search.language.TermBridge;
import dk.brobygger.search.match.PartnerMatcher;
import dk.brobygger.search.query.Facet;
import dk.brobygger.search.query.Filters;
import dk.brobygger.search.query.Query;
import dk.brobygger.search.query.QueryParser;
import dk.brobygger.search.query.Reading;
import dk.brobygger.search.standing.StandingMatcher;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A data folder with everything needed to answer from it: the store, the index that follows it, and
 * the matchers. One process at a time writes the index; others answer from what it has committed.
 * Safe for many threads, but for {@link #follow}, which one thread calls.
 */
public final class Desk implements AutoCloseable {

  /** How long another process may take to bring the index up to date before we give up. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** A closed call tells what was funded, but is nothing to apply for. */
  private static final double CLOSED_SHARE = 0.4;

  /**
   * Who searches here is Danish, knows the Danish ones and looks for somebody abroad who is as good
   * an answer; a Danish one that answers better still comes first.
   */
  private static final double DANISH_SHARE = 0.9;

  /** The same words are asked for again and again, page by page and by many. */
  private static final int KEPT_READINGS = 1_000;

  private final EntryStore store;
  private final Optional<EntrySink> sink;
  private final SearchEngine engine;
  private final Vocabulary vocabulary;
  private final CompetenceTagger tagger;
  private final Path meetings;
  private volatile Encounters encounters;
  private final PartnerMatcher partners;
  private final CallMatcher calls;
  private final PastWinners winners;
  private final Completer completer;
  private final StandingMatcher standing;
  private final Cache<Asked, Reading> readings =
      Caffeine.newBuilder().maximumSize(KEPT_READINGS).build();

  private Desk(Path folder, Instant now) {
    store = EntryStore.open(folder);
    Sample.fill(store, now);
    vocabulary = Vocabulary.shipped();
    tagger = CompetenceTagger.shipped();
    Index index = Engines.in(folder.resolve("index"), vocabulary, tagger);
    sink = index.writer();
    engine = index.engine();
    meetings = folder.resolve("meetings.jsonl");
    encounters = Encounters.read(meetings);
    partners = new PartnerMatcher(engine, vocabulary, tagger, this::encounters);
    calls = new CallMatcher(engine, vocabulary, tagger);
    winners = new PastWinners(engine);
    completer = new Completer(engine, vocabulary);
    standing =
        new StandingMatcher(
            calls,
            (typed, moment) ->
                read(new QueryParser(tagger, TermBridge.shipped()), typed, Set.of(), moment));
  }

  /**
   * Opens a data folder, fills an empty one with the shipped sample, and waits until the index is
   * up to date.
   *
   * @param folder the folder; made where there is none
   * @param now the moment an empty folder is filled at
   */
  public static Desk open(Path folder, Instant now) {
    Desk desk = new Desk(folder, now);
    desk.follow();
    desk.await();
    return desk;
  }

  /** Reads what the first question would wait for and the first page does not need. */
  public void warm() {
    tagger.readLabels();
    KnownWords.shipped();
  }

  /**
   * Brings the index up to date with the store, unless another process does.
   *
   * @return how many versions were applied
   */
  public long follow() {
    return sink.map(writer -> new Follower(store, writer).catchUp()).orElse(0L);
  }

  private void await() {
    long wanted = store.newest();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (engine.applied() < wanted) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(
            "index ends at version "
                + engine.applied()
                + " of "
                + wanted
                + " and another process holds it; stop that process and try again");
      }
      java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  /** The store. */
  public EntryStore store() {
    return store;
  }

  /** The engine over the index. */
  public SearchEngine engine() {
    return engine;
  }

  /** The words for competences. */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /**
   * How something typed is read: as {@link QueryParser} does for the texts that are here, with
   * Danish clusters and organisations a little behind those abroad, and closed calls behind the
   * rest.
   *
   * @param typed what was typed
   * @param without expansions that were switched off
   * @param now the moment calls are judged at
   * @throws dk.brobygger.search.query.FilterException if it asks by a value that no entry can have
   * @throws dk.brobygger.search.query.FilterNameException if it asks by what is no facet
   */
  public Reading read(String typed, Set<String> without, Instant now) {
    Filters.checkNames(typed);
    return readings
        .get(
            new Asked(typed, Set.copyOf(without), now, engine.applied()),
            asked -> {
              IndexedTexts texts = new IndexedTexts(engine, vocabulary);
              return read(
                  new QueryParser(tagger, TermBridge.shipped(), texts), typed, without, now);
            })
        .checked();
  }

  /**
   * What was typed, and when.
   *
   * @param applied the newest version of the texts by which it is read
   */
  private record Asked(String typed, Set<String> without, Instant now, long applied) {}

  private static Reading read(QueryParser parser, String typed, Set<String> without, Instant now) {
    Reading reading = parser.read(typed, without);
    return reading.asking(ranked(reading.query(), now));
  }

  /** How something typed is read exactly as it is written; ranked as by {@link #read}. */
  public Reading readExactly(String typed, Instant now) {
    Filters.checkNames(typed);
    Reading reading = new QueryParser(tagger, TermBridge.shipped()).exactly(typed).checked();
    return reading.asking(ranked(reading.query(), now));
  }

  private static Query ranked(Query query, Instant now) {
    Query call = new Query.Has(Facet.TYPE, "call");
    Query closed = new Query.Every(List.of(call, new Query.Not(new Query.Applicable(now, false))));
    Query danish =
        new Query.Every(List.of(new Query.Has(Facet.COUNTRY, "DK"), new Query.Not(call)));
    return new Query.Demoting(
        new Query.Demoting(query, closed, CLOSED_SHARE), danish, DANISH_SHARE);
  }

  /** Finds competences in texts. */
  public CompetenceTagger tagger() {
    return tagger;
  }

  /** The meetings there have been. */
  public Encounters encounters() {
    return encounters;
  }

  /** Counts other meetings from now on, and after the next start too. */
  public void remember(Encounters met) {
    if (!met.equals(encounters)) {
      met.write(meetings);
      encounters = met;
    }
  }

  /** What words may be the beginning of. */
  public Completer completer() {
    return completer;
  }

  /** Finds partners. */
  public PartnerMatcher partners() {
    return partners;
  }

  /** Finds calls. */
  public CallMatcher calls() {
    return calls;
  }

  /** Says who has won calls. */
  public PastWinners winners() {
    return winners;
  }

  /** Says whom calls concern. */
  public StandingMatcher standing() {
    return standing;
  }

  /**
   * The cluster with a written id; empty where there is none.
   *
   * @throws IllegalArgumentException if it is not the id of a cluster
   */
  public Optional<Cluster> cluster(String id) {
    EntryId written = EntryId.of(id);
    return switch (written.type()) {
      case CLUSTER -> store.entry(written).map(Cluster.class::cast);
      case ORGANISATION, CALL, OPPORTUNITY ->
          throw new IllegalArgumentException("cluster is \"" + id + "\", must begin with cluster/");
    };
  }

  /** Some clusters by id; those that there are. */
  public Map<EntryId, Cluster> clusters(Collection<EntryId> ids) {
    Map<EntryId, Cluster> clusters = new HashMap<>();
    store
        .entries(ids)
        .forEach((id, entry) -> {
          if (entry instanceof Cluster cluster) {
            clusters.put(id, cluster);
          }
        });
    return clusters;
  }

  @Override
  public void close() {
    sink.ifPresent(EntrySink::close);
    engine.close();
    store.close();
  }
}
