package dk.brobygger.benchmarks.speed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dk.brobygger.benchmarks.outside.Outside;
import dk.brobygger.benchmarks.outside.OutsideTexts;
import dk.brobygger.benchmarks.outside.ScratchFolder;
import dk.brobygger.benchmarks.relevance.LucenePeers;
import dk.brobygger.benchmarks.relevance.Peer;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.TextField;
import dk.brobygger.corpus.store.EntryStore;
import dk.brobygger.corpus.store.Reading;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.Desk;
import dk.brobygger.search.engine.Question;
import dk.brobygger.search.match.Seeker;
import dk.brobygger.search.score.MatchJson;
import dk.brobygger.search.score.Matches;
import dk.brobygger.search.score.Passages;
import dk.brobygger.search.signal.Candidate;
import dk.brobygger.search.signal.Idea;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The best twenty for profiles, explained, over very many entries, beside what Lucene's and
 * OpenSearch's MoreLikeThis take for ten without a reason; searches of typed words; and indexing.
 * One question at a time, and no profile twice.
 */
public final class ManySpeed {

  private static final int ROUNDS = 7;
  private static final int PROFILES = 100;

  /**
   * Rounds before those that count: with one, half of the time of the others was the compiler's.
   */
  private static final int WARMING = 6;

  private static final int EXPLAINED = 20;
  private static final int LIKE = 10;

  /** What {@code evaluate --settings} prints for Lucene's own number of words. */
  private static final String SETTING = "all 25 1";

  private static final JsonMapper JSON = new JsonMapper();

  private static final Instant NOW = Instant.parse("2026-06-01T04:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

  private final List<Entry> entries;
  private final List<Cluster> asking;
  private final PrintWriter out;

  private ManySpeed(List<Entry> entries, PrintWriter out) {
    this.entries = entries;
    this.out = out;
    List<Cluster> clusters = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry instanceof Cluster cluster && !cluster.strategy().description().isEmpty()) {
        clusters.add(cluster);
      }
    }
    Collections.shuffle(clusters, new Random(7));
    this.asking = clusters.subList(0, Math.min(clusters.size(), PROFILES * (WARMING + ROUNDS)));
  }

  /**
   * Measures and prints.
   *
   * @param data the shared data
   * @param many how many entries at least
   * @param kept where the data folder is made, and found again; without it one is made and deleted
   * @param out where to
   */
  public static void run(Path data, int many, Optional<Path> kept, PrintWriter out)
      throws IOException {
    ManySpeed speed = new ManySpeed(ManyEntries.of(data, many), out);
    speed.print("%,d entries, %,d of them ask", speed.entries.size(), speed.asking.size());
    IndexingSpeed.run(speed.entries, out);
    try (ScratchFolder scratch = ScratchFolder.of("many")) {
      Path folder = kept.orElse(scratch.path().resolve("data"));
      speed.fill(folder);
      long start = System.nanoTime();
      try (Desk desk = Desk.open(folder, NOW)) {
        speed.print("opened, with indexing where it was due: %.1f s", seconds(start));
        speed.profiles(desk);
        speed.searches(desk);
      }
    }
  }

  private void fill(Path folder) throws IOException {
    if (Files.exists(folder)) {
      return;
    }
    Files.createDirectories(folder);
    long start = System.nanoTime();
    try (EntryStore store = EntryStore.open(folder)) {
      store.record(new Reading("many", DAY.minusDays(1), entries), NOW);
    }
    print("stored in %.1f s", seconds(start));
  }

  private void profiles(Desk desk) throws IOException {
    Rounds partners = new Rounds();
    Rounds calls = new Rounds();
    Rounds lucene = new Rounds();
    Rounds openSearch = new Rounds();
    Optional<String> missing = Outside.MORE_LIKE_THIS.missing(Outside.home());
    try (LucenePeers peers = new LucenePeers(entries.stream().map(ManySpeed::candidate).toList());
        OutsideTexts outside = missing.isPresent() ? null : outside()) {
      Peer like = peers.moreLikeThis();
      for (int round = 0; round < WARMING + ROUNDS; round++) {
        int from = round * PROFILES;
        boolean counts = round >= WARMING;
        (counts ? partners : new Rounds())
            .run(
                from,
                from + PROFILES,
                number -> told(desk.partners().match(new Seeker(asking(number), DAY), EXPLAINED)));
        (counts ? lucene : new Rounds())
            .run(from, from + PROFILES, number -> like.rank(idea(asking(number)), LIKE).size());
        (counts ? calls : new Rounds())
            .run(
                from,
                from + PROFILES,
                number -> told(desk.calls().match(asking(number), NOW, EXPLAINED)));
        if (outside != null) {
          (counts ? openSearch : new Rounds()).add(asked(outside, from));
        }
      }
    }
    print("partners, %d explained:       %s", EXPLAINED, partners);
    print("calls, %d explained:          %s", EXPLAINED, calls);
    print("Lucene MoreLikeThis, %d:      %s", LIKE, lucene);
    print("partners' p95 to MoreLikeThis: %s", Rounds.ratio(partners, lucene, 95));
    print("calls' p95 to MoreLikeThis:    %s", Rounds.ratio(calls, lucene, 95));
    if (missing.isPresent()) {
      print("%s", missing.get());
    } else {
      print("OpenSearch more_like_this, %d: %s", LIKE, openSearch);
      print(
          "rate to OpenSearch: partners %.2f, calls %.2f",
          partners.rate() / openSearch.rate(), calls.rate() / openSearch.rate());
    }
  }

  /** Where there are few clusters they ask again. */
  private Cluster asking(int number) {
    return asking.get(number % asking.size());
  }

  private OutsideTexts outside() {
    return new OutsideTexts(
        Outside.MORE_LIKE_THIS,
        Outside.home().orElseThrow(),
        entries.stream()
            .map(entry -> new OutsideTexts.Text(entry.id().toString(), entry.name(), text(entry)))
            .toList(),
        "-Xmx4g");
  }

  private double[] asked(OutsideTexts outside, int from) {
    double[] seconds = new double[PROFILES];
    for (int number = 0; number < PROFILES; number++) {
      seconds[number] = outside.rank(SETTING, text(asking(from + number)), LIKE).seconds();
    }
    return seconds;
  }

  /** Written out with every reason, as who asks the server gets it. */
  private static int told(Matches matches) {
    try {
      return JSON.writeValueAsBytes(MatchJson.of(matches)).length;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of JSON cannot be written", e);
    }
  }

  private void searches(Desk desk) throws IOException {
    List<String> questions = questions();
    Rounds rounds = new Rounds();
    for (int round = 0; round <= ROUNDS; round++) {
      (round == 0 ? new Rounds() : rounds)
          .run(0, questions.size(), number -> found(desk, questions.get(number)));
    }
    print("searches of typed words, %d with words quoted: %s", LIKE, rounds);
  }

  private static int found(Desk desk, String typed) {
    return desk
        .engine()
        .ask(Question.only(desk.read(typed, Set.of(), NOW).query(), LIKE))
        .hits()
        .stream()
        .mapToInt(hit -> Passages.best(hit.entry(), hit.highlights(), 3).size())
        .sum();
  }

  /** What people may type, in Danish and English. */
  static List<String> questions() throws IOException {
    try (InputStream in = ManySpeed.class.getResourceAsStream("questions.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .toList();
    }
  }

  private static Candidate.OfCall candidate(Entry entry) {
    return new Candidate.OfCall(entry.id().toString(), entry.name(), text(entry));
  }

  private static Idea idea(Cluster cluster) {
    return new Idea(
        cluster.id().toString(),
        Language.EN,
        cluster.name(),
        text(cluster),
        List.of(),
        Optional.empty(),
        Optional.of(cluster.id().toString()));
  }

  /** All that an entry says, but its name. */
  static String text(Entry entry) {
    return entry.texts().stream()
        .filter(text -> !text.name().equals("name"))
        .map(TextField::text)
        .collect(Collectors.joining("\n"));
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private void print(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
    out.flush();
  }
}
