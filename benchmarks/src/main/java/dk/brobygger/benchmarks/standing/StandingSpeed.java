package dk.brobygger.benchmarks.standing;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Deadline;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.sample.Sample;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import dk.brobygger.indexer.source.DailySnapshot;
import dk.brobygger.search.Engines;
import dk.brobygger.search.engine.EntrySink;
import dk.brobygger.search.engine.Index;
import dk.brobygger.search.engine.SearchEngine;
import dk.brobygger.search.funding.CallMatcher;
import dk.brobygger.search.language.CompetenceTagger;
import dk.brobygger.search.match.Profile;
import dk.brobygger.search.query.Query;
import dk.brobygger.search.standing.ProfileIndex;
import dk.brobygger.search.standing.StandingMatcher;
import dk.brobygger.search.standing.Subscription;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * Many profiles against the calls of one day: whom each call may concern, ours beside Lucene's
 * Monitor and brute force; then every match, scored and with reasons.
 */
public final class StandingSpeed {

  private static final int CALLS = 600;
  private static final int ROUNDS = 7;
  private static final LocalDate DAY = LocalDate.of(2026, 4, 2);

  private final PrintWriter out;
  private final Vocabulary vocabulary = Vocabulary.shipped();
  private final CompetenceTagger tagger = new CompetenceTagger(vocabulary);
  private final List<Entry> sample = Sample.entries();
  private final List<Call> calls;

  private StandingSpeed(Path data, PrintWriter out) throws IOException {
    this.out = out;
    Path file = data.resolve("eu-calls/daily/" + DAY + ".json.gz");
    if (!Files.exists(file)) {
      throw new IllegalArgumentException("there is no " + file + ", must be a daily snapshot");
    }
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      calls =
          DailySnapshot.read(in).reading().entries().stream()
              .map(Call.class::cast)
              .limit(CALLS)
              .toList();
    }
  }

  /**
   * Measures and prints.
   *
   * @param data the shared data
   * @param profiles how many profiles
   * @param digests whether all matches are made, too
   * @param out where to
   * @throws IllegalStateException if the answers differ
   */
  public static void run(Path data, int profiles, boolean digests, PrintWriter out)
      throws IOException {
    StandingSpeed speed = new StandingSpeed(data, out);
    List<Cluster> real =
        speed.sample.stream().filter(Cluster.class::isInstance).map(Cluster.class::cast).toList();
    List<Cluster> crowd = Crowd.of(real, profiles);
    speed.concerned(crowd);
    if (digests) {
      speed.matches(crowd);
    }
  }

  private void concerned(List<Cluster> crowd) throws IOException {
    List<Set<String>> wanted =
        crowd.parallelStream()
            .map(one -> Set.copyOf(Profile.of(one, tagger).all().keySet()))
            .toList();
    List<Set<String>> had =
        calls.stream().map(one -> Set.copyOf(Profile.of(one, tagger).offered().keySet())).toList();
    List<Set<String>> answering = wanted.stream().map(this::answering).toList();
    List<BitSet> truth = bruteForce(answering, had);
    long start = System.nanoTime();
    ProfileIndex index = new ProfileIndex(wanted, vocabulary);
    double made = seconds(start);
    start = System.nanoTime();
    try (MonitorPeer peer = new MonitorPeer(wanted, vocabulary)) {
      double registered = seconds(start);
      List<Double> ratios = new ArrayList<>();
      List<Double> ours = new ArrayList<>();
      List<Double> theirs = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        start = System.nanoTime();
        List<BitSet> answer = had.stream().map(index::concerned).toList();
        ours.add(seconds(start));
        start = System.nanoTime();
        List<BitSet> other = peer.concerned(had);
        theirs.add(seconds(start));
        ratios.add(theirs.getLast() / ours.getLast());
        check("ours", answer, truth);
        check("Lucene Monitor", other, truth);
      }
      long pairs = truth.stream().mapToLong(BitSet::cardinality).sum();
      print(
          "%,d profiles, %,d calls: %,d pairs of %,d have a competence in common",
          crowd.size(), had.size(), pairs, (long) crowd.size() * had.size());
      print("made ready: ours %.2f s, Lucene Monitor %.2f s", made, registered);
      print(
          "asked: ours %.4f s, Lucene Monitor in one batch %.3f s; medians of %d rounds",
          median(ours), median(theirs), ROUNDS);
      print(
          "ratio %.1f (%.1f to %.1f); the answers are those of brute force",
          median(ratios), Collections.min(ratios), Collections.max(ratios));
    }
  }

  private Set<String> answering(Set<String> wanted) {
    Set<String> answering = new HashSet<>();
    for (String id : wanted) {
      answering.addAll(vocabulary.narrowerClosure(id));
      answering.addAll(vocabulary.broaderClosure(id));
    }
    return answering;
  }

  private static List<BitSet> bruteForce(List<Set<String>> answering, List<Set<String>> had) {
    return had.parallelStream()
        .map(call -> {
          BitSet concerned = new BitSet();
          for (int number = 0; number < answering.size(); number++) {
            if (!Collections.disjoint(answering.get(number), call)) {
              concerned.set(number);
            }
          }
          return concerned;
        })
        .toList();
  }

  private static void check(String who, List<BitSet> answer, List<BitSet> truth) {
    if (!answer.equals(truth)) {
      throw new IllegalStateException("the answers of " + who + " are not those of brute force");
    }
  }

  /** Every profile against all calls, scored and with quotations. */
  private void matches(List<Cluster> crowd) {
    Index index = Engines.inMemory(vocabulary, tagger);
    EntrySink sink = index.writer().orElseThrow();
    sample.stream().filter(Cluster.class::isInstance).forEach(sink::put);
    calls.forEach(sink::put);
    sink.commit(1);
    sink.close();
    try (SearchEngine engine = index.engine()) {
      CallMatcher matcher = new CallMatcher(engine, vocabulary, tagger);
      StandingMatcher standing =
          new StandingMatcher(engine, matcher, (words, now) -> new Query.Words(words));
      Set<EntryId> all = calls.stream().map(Call::id).collect(Collectors.toSet());
      Instant now = DAY.atStartOfDay(Deadline.BRUSSELS).toInstant();
      long start = System.nanoTime();
      long answers =
          crowd.parallelStream()
              .mapToLong(one -> standing.answers(Subscription.of(one), all, now).size())
              .sum();
      print(
          "matched, scored, with quotations: %,d answers in %.1f s on %d cores",
          answers, seconds(start), Runtime.getRuntime().availableProcessors());
    }
  }

  private void print(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
    out.flush();
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
