package dk.brobygger.benchmarks.standing;

import dk.brobygger.benchmarks.outside.Outside;
import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.sample.Sample;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import dk.brobygger.indexer.source.DailySnapshot;
import dk.brobygger.search.language.CompetenceTagger;
import dk.brobygger.search.match.CompetenceIndex;
import dk.brobygger.search.match.Profile;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * Many profiles against the calls of one day: whom each call may concern, ours beside Lucene's
 * Monitor, the OpenSearch percolator and brute force; then all digests of the day.
 */
public final class StandingSpeed {

  private static final int CALLS = 600;
  private static final int ROUNDS = 7;

  /** With more profiles the others take minutes to answer, and are asked in one round. */
  private static final int MOST_IN_ROUNDS = 20_000;

  private static final LocalDate DAY = LocalDate.of(2026, 5, 31);

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
   * @param digests whether the digests of the day are made, too
   * @param launcher starts the command that writes digests; without one they are not written
   * @param out where to
   * @throws IllegalStateException if the answers differ
   */
  public static void run(
      Path data, int profiles, boolean digests, Optional<Path> launcher, PrintWriter out)
      throws IOException {
    StandingSpeed speed = new StandingSpeed(data, out);
    List<Cluster> real =
        speed.sample.stream().filter(Cluster.class::isInstance).map(Cluster.class::cast).toList();
    List<Cluster> crowd = Crowd.of(real, profiles);
    speed.concerned(crowd);
    if (digests) {
      DigestSpeed.run(crowd, speed.calls, DAY, launcher, out);
    }
  }

  private void concerned(List<Cluster> crowd) throws IOException {
    List<Set<String>> wanted =
        crowd.parallelStream()
            .map(one -> Set.copyOf(Profile.of(one, tagger.mentions(one)).all().keySet()))
            .toList();
    List<Set<String>> had =
        calls.stream()
            .map(one -> Set.copyOf(Profile.of(one, tagger.mentions(one)).offered().keySet()))
            .toList();
    List<BitSet> truth = bruteForce(wanted, had);
    int rounds = crowd.size() > MOST_IN_ROUNDS ? 1 : ROUNDS;
    long start = System.nanoTime();
    CompetenceIndex index = new CompetenceIndex(wanted, vocabulary);
    double made = seconds(start);
    start = System.nanoTime();
    try (MonitorPeer peer = new MonitorPeer(wanted, vocabulary)) {
      double registered = seconds(start);
      List<Double> ratios = new ArrayList<>();
      List<Double> ours = new ArrayList<>();
      List<Double> theirs = new ArrayList<>();
      for (int round = 0; round < rounds; round++) {
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
          "asked: ours %.4f s, Lucene Monitor in batches %.3f s; median of rounds: %d",
          median(ours), median(theirs), rounds);
      print(
          "ratio %.1f (%.1f to %.1f); the answers are those of brute force",
          median(ratios), Collections.min(ratios), Collections.max(ratios));
      percolated(wanted, had, truth, median(ours), rounds);
    }
  }

  private void percolated(
      List<Set<String>> wanted, List<Set<String>> had, List<BitSet> truth, double ours, int rounds)
      throws IOException {
    Optional<Path> home = Outside.home();
    Optional<String> missing = Outside.PERCOLATOR.missing(home);
    if (missing.isPresent()) {
      print("%s", missing.get());
      return;
    }
    OpenSearchPeer peer = OpenSearchPeer.ask(home.orElseThrow(), wanted, had, rounds, vocabulary);
    check("the OpenSearch percolator", peer.answers(), truth);
    print(
        "OpenSearch percolator in one batch: made ready %.2f s, asked %.3f s; ratio %.1f",
        peer.registered(), median(peer.asked()), median(peer.asked()) / ours);
  }

  /** Each profile with each call, as sets of the numbers of competences. */
  private List<BitSet> bruteForce(List<Set<String>> wanted, List<Set<String>> had) {
    Map<String, Integer> numbers = new HashMap<>();
    List<BitSet> answering = wanted.stream().map(one -> numbered(answering(one), numbers)).toList();
    List<BitSet> calls = had.stream().map(one -> numbered(one, numbers)).toList();
    return calls.parallelStream()
        .map(call -> {
          BitSet concerned = new BitSet();
          for (int number = 0; number < answering.size(); number++) {
            if (answering.get(number).intersects(call)) {
              concerned.set(number);
            }
          }
          return concerned;
        })
        .toList();
  }

  private Set<String> answering(Set<String> wanted) {
    Set<String> answering = new HashSet<>();
    for (String id : wanted) {
      answering.addAll(vocabulary.narrowerClosure(id));
      answering.addAll(vocabulary.broaderClosure(id));
    }
    return answering;
  }

  private static BitSet numbered(Set<String> competences, Map<String, Integer> numbers) {
    BitSet numbered = new BitSet();
    competences.forEach(id -> numbered.set(numbers.computeIfAbsent(id, one -> numbers.size())));
    return numbered;
  }

  private static void check(String who, List<BitSet> answer, List<BitSet> truth) {
    if (!answer.equals(truth)) {
      throw new IllegalStateException("the answers of " + who + " are not those of brute force");
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
