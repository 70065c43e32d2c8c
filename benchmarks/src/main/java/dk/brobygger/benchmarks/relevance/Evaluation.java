package dk.brobygger.benchmarks.relevance;

import dk.brobygger.benchmarks.outside.Outside;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.sentence.SentenceModel;
import dk.brobygger.search.signal.CallRanker;
import dk.brobygger.search.signal.Candidate;
import dk.brobygger.search.signal.History;
import dk.brobygger.search.signal.Idea;
import dk.brobygger.search.signal.PartnerRanker;
import dk.brobygger.search.signal.Ranked;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Ours beside its peers on tasks of one year, in one run, as a table. Each task gives back what it
 * printed.
 */
public final class Evaluation {

  private static final int RANKED = 100;

  /** What trec_eval looks at, and so all that is published on the old collections. */
  private static final int DEEP = 1_000;

  /** Of so many times as many partners ranked enough are abroad. */
  private static final int AT_HOME_TOO = 4;

  private static final String OURS = "Brobygger";

  /** What {@code evaluate --year 2023 --settings} prints as the best for its first 100 ideas. */
  private static final Map<Outside, String> BEST_FOR_CALLS =
      Map.of(Outside.MORE_LIKE_THIS, "all 100 1", Outside.FULL_TEXT, "ts_rank 2 0.1");

  /** The same for partners, but for a difference of 0.001 that says nothing. */
  private static final Map<Outside, String> BEST_FOR_PARTNERS =
      Map.of(Outside.MORE_LIKE_THIS, "short 100 1", Outside.FULL_TEXT, "ts_rank 0 0.1");

  /** So many ideas tell the settings apart, and each is asked with all of them. */
  private static final int IDEAS_FOR_SETTINGS = 100;

  private final boolean tries;
  private final Optional<SentenceModel> model;
  private final PrintWriter out;

  /**
   * Judges nothing yet.
   *
   * @param tries whether OpenSearch and PostgreSQL are asked in all settings, and nobody else is
   * @param model a sentence model that calls are ranked with, too
   * @param out where the table goes
   */
  Evaluation(boolean tries, Optional<SentenceModel> model, PrintWriter out) {
    this.tries = tries;
    this.model = model;
    this.out = out;
  }

  /**
   * Judges and prints.
   *
   * @param data the folder of real data
   * @param year the year judged on
   * @param tries whether OpenSearch and PostgreSQL are asked in all settings, and nobody else is
   * @param model a sentence model that calls are ranked with, too
   * @param out where the table goes
   */
  public static void run(
      Path data, int year, boolean tries, Optional<SentenceModel> model, PrintWriter out)
      throws IOException {
    TimeSplit split = new TimeSplit(data, year);
    Evaluation evaluation = new Evaluation(tries, model, out);
    out.printf(
        Locale.ROOT,
        """
        Judged on projects signed in %d, knowing those before. Means with their 95 %% interval by resampling the
        ideas. MAP is of the first %,d, for the old collections %,d; x is how many times its nDCG@10 %s has.

        """,
        year,
        RANKED,
        DEEP,
        OURS);
    evaluation.head();
    evaluation.calls(evaluation.asked(split.calls()));
    evaluation.partners(evaluation.asked(split.partners(TimeSplit.IDEAS)));
    if (!tries) {
      evaluation.allies(split.allies());
      evaluation.clusters(Alliance.task(true));
      evaluation.clusters(Alliance.task(false));
      evaluation.calls(split.organisations());
      evaluation.calls(Twin.task(data, Language.EN));
      evaluation.calls(Twin.task(data, Language.DA));
      evaluation.classic(ClassicCollection.cacm(data));
      evaluation.classic(ClassicCollection.cranfield(data));
    }
    out.flush();
  }

  List<Judged> calls(Task<Candidate.OfCall> task) {
    try (OutsidePeers outside = new OutsidePeers(task.candidates(), BEST_FOR_CALLS, tries, out);
        Explained explained = Explained.ofCalls(task.candidates())) {
      List<Peer> more = new ArrayList<>(outside.peers());
      if (!tries) {
        more.add(explained);
      }
      return calls(task, more, RANKED);
    }
  }

  /** Collections that all of the field knows, by the texts all rank and by whole records. */
  List<Judged> classic(ClassicCollection collection) {
    try (PlainBm25 whole = new PlainBm25("plain BM25, whole records", collection.records())) {
      return calls(collection.task(), List.of(whole), DEEP);
    }
  }

  private List<Judged> calls(Task<Candidate.OfCall> task, List<Peer> more, int most) {
    try (History history = new History(task.history());
        CallRanker ours =
            new CallRanker(task.candidates(), history, CallRanker.shippedWeights(model), model);
        PlainBm25 plain = new PlainBm25(task.candidates());
        LucenePeers lucene = new LucenePeers(task.candidates())) {
      List<Peer> peers = new ArrayList<>(more);
      if (!tries) {
        peers.addAll(0, List.of(plain, lucene.fields(), lucene.moreLikeThis()));
      }
      Map<String, Map<String, List<String>>> rankings =
          rank(task, peers, most, idea -> ours.rank(idea, most));
      return show(task, task.name(), task.right(), rankings);
    }
  }

  /** All partners; where there is a history, those the lead had worked with; those it had not. */
  List<Judged> partners(Task<Candidate.OfPartner> task) {
    return partners(task, List.of(), RANKED, (idea, candidate) -> true);
  }

  /** The same of partners abroad, which the pages rank too; nobody is asked for those at home. */
  List<Judged> allies(Task<Candidate.OfPartner> task) {
    try (Explained explained = Explained.ofPartners(task.candidates())) {
      return abroad(task, explained);
    }
  }

  /** The same of shipped clusters, which the pages rank by all that is known of them. */
  List<Judged> clusters(Task<Candidate.OfPartner> task) {
    try (Explained explained = Explained.ofClusters(Alliance.clusters())) {
      return abroad(task, explained);
    }
  }

  private List<Judged> abroad(Task<Candidate.OfPartner> task, Peer explained) {
    Map<String, Optional<String>> countries = new HashMap<>();
    task.candidates().forEach(one -> countries.put(one.id(), one.country()));
    return partners(
        task,
        List.of(explained),
        AT_HOME_TOO * RANKED,
        (idea, candidate) -> !idea.country().equals(countries.get(candidate)));
  }

  /**
   * Ranks and judges partners.
   *
   * @param more peers besides those that all partners are ranked by
   * @param most how many are ranked, of whom the first hundred that count are judged
   * @param counts whether a candidate can be an answer to an idea
   */
  private List<Judged> partners(
      Task<Candidate.OfPartner> task, List<Peer> more, int most, BiPredicate<Idea, String> counts) {
    try (History history = new History(task.history());
        PartnerRanker ours =
            new PartnerRanker(task.candidates(), history, PartnerRanker.shippedWeights(history));
        Untaught untaught = Untaught.of(task.candidates());
        PlainBm25 plain = new PlainBm25(task.candidates());
        LucenePeers lucene = new LucenePeers(task.candidates());
        OutsidePeers outside = new OutsidePeers(task.candidates(), BEST_FOR_PARTNERS, tries, out)) {
      List<Peer> peers = new ArrayList<>(outside.peers());
      if (!tries) {
        peers.addAll(0, List.of(plain, lucene.fields(), lucene.moreLikeThis()));
        if (!task.history().isEmpty()) {
          peers.add(Acquaintance.adamicAdar(task.candidates(), task.history()));
          peers.add(Acquaintance.popularity(task.candidates(), task.history()));
          peers.add(untaught);
        }
        peers.addAll(more);
      }
      Map<String, Map<String, List<String>>> rankings =
          rank(task, peers, most, idea -> ours.rank(idea, most));
      for (Idea idea : task.ideas()) {
        rankings
            .values()
            .forEach(ranked ->
                ranked.computeIfPresent(
                    idea.id(),
                    (id, all) ->
                        all.stream().filter(one -> counts.test(idea, one)).limit(RANKED).toList()));
      }
      List<Judged> judged = new ArrayList<>(show(task, task.name(), task.right(), rankings));
      if (!task.history().isEmpty()) {
        judged.addAll(show(task, task.name() + ", known to the lead", task.known(), rankings));
        judged.addAll(show(task, task.name() + ", new to the lead", task.fresh(), rankings));
      }
      return judged;
    }
  }

  /** Ours for who knows of no earlier project. */
  private record Untaught(History none, PartnerRanker ranker) implements Peer {

    static Untaught of(List<Candidate.OfPartner> candidates) {
      History none = new History(List.of());
      return new Untaught(
          none, new PartnerRanker(candidates, none, PartnerRanker.shippedWeights(none)));
    }

    @Override
    public String name() {
      return OURS + " without a history";
    }

    @Override
    public List<String> rank(Idea idea, int most) {
      return ranker.rank(idea, most).stream().map(Ranked::id).toList();
    }

    @Override
    public void close() {
      ranker.close();
      none.close();
    }
  }

  private <C extends Candidate> Task<C> asked(Task<C> task) {
    return tries ? task.first(IDEAS_FOR_SETTINGS) : task;
  }

  /** For each way to rank, in the order of the table, for each idea the ids it ranks first. */
  private static Map<String, Map<String, List<String>>> rank(
      Task<?> task, List<Peer> peers, int most, Function<Idea, List<Ranked>> ours) {
    Map<String, Map<String, List<String>>> byName = new LinkedHashMap<>();
    for (Peer peer : peers) {
      byName.put(peer.name(), ranked(task, idea -> peer.rank(idea, most)));
    }
    byName.put(OURS, ranked(task, idea -> ours.apply(idea).stream().map(Ranked::id).toList()));
    return byName;
  }

  private static Map<String, List<String>> ranked(
      Task<?> task, Function<Idea, List<String>> ranking) {
    Map<String, List<String>> ranked = new HashMap<>();
    task.ideas().forEach(idea -> ranked.put(idea.id(), ranking.apply(idea)));
    return ranked;
  }

  private List<Judged> show(
      Task<?> task,
      String name,
      Map<String, Set<String>> right,
      Map<String, Map<String, List<String>>> rankings) {
    List<String> asked =
        task.ideas().stream()
            .map(Idea::id)
            .filter(id -> !right.getOrDefault(id, Set.of()).isEmpty())
            .toList();
    List<Judged> judged = new ArrayList<>();
    rankings.forEach((ranker, ranked) ->
        judged.add(
            new Judged(
                name,
                ranker,
                asked.stream()
                    .map(id ->
                        Measures.of(
                            ranked.getOrDefault(id, List.of()), right.getOrDefault(id, Set.of())))
                    .toList())));
    out.printf(
        Locale.ROOT,
        "%s: %,d candidates, %d ideas%n",
        name,
        task.candidates().size(),
        asked.size());
    double ours = judged.getLast().mean(Measure.NDCG);
    judged.forEach(one -> row(one, ours));
    out.println();
    out.flush();
    return judged;
  }

  private void head() {
    out.printf(
        Locale.ROOT,
        "%-30s%s %8s%n",
        "",
        Arrays.stream(Measure.values())
            .map(measure -> String.format(Locale.ROOT, "%17s", measure.title()))
            .collect(Collectors.joining()),
        "x");
  }

  private void row(Judged one, double ours) {
    String means =
        Arrays.stream(Measure.values())
            .map(measure ->
                String.format(
                    Locale.ROOT, "  %.4f ± %.4f", one.mean(measure), one.interval(measure)))
            .collect(Collectors.joining());
    out.printf(
        Locale.ROOT, "  %-28s%s %8.2f%n", one.ranking(), means, ours / one.mean(Measure.NDCG));
  }
}
