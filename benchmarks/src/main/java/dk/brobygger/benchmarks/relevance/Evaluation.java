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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Ours beside its peers on tasks of one year, in one run, as a table. */
public final class Evaluation {

  private static final int RANKED = 100;
  private static final int DEEP = 1_000;
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

  private Evaluation(boolean tries, Optional<SentenceModel> model, PrintWriter out) {
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
        "Judged on projects signed in %d, knowing those before.%n%n%-44s %-26s %18s %8s %9s %9s%n",
        year,
        "task",
        "ranking",
        "nDCG@10",
        "MRR@10",
        "recall@50",
        "@100");
    evaluation.calls(evaluation.asked(split.calls()));
    evaluation.partners(evaluation.asked(split.partners(TimeSplit.IDEAS)));
    if (!tries) {
      evaluation.calls(split.organisations());
      evaluation.calls(Twin.task(data, Language.EN));
      evaluation.calls(Twin.task(data, Language.DA));
      evaluation.classic(ClassicCollection.cacm(data));
      evaluation.classic(ClassicCollection.cranfield(data));
    }
    out.flush();
  }

  private void calls(Task<Candidate.OfCall> task) {
    try (History history = new History(task.history());
        CallRanker ours =
            new CallRanker(task.candidates(), history, CallRanker.shippedWeights(model), model);
        PlainBm25 plain = new PlainBm25(task.candidates());
        LucenePeers lucene = new LucenePeers(task.candidates());
        OutsidePeers outside = new OutsidePeers(task.candidates(), BEST_FOR_CALLS, tries, out)) {
      List<Peer> peers = new ArrayList<>(outside.peers());
      if (!tries) {
        peers.addAll(0, List.of(plain, lucene.fields(), lucene.moreLikeThis()));
      }
      Map<String, Map<String, List<String>>> rankings =
          rank(task, peers, idea -> ours.rank(idea, RANKED));
      show(task, task.name(), task.right(), rankings);
    }
  }

  private void partners(Task<Candidate.OfPartner> task) {
    try (History history = new History(task.history());
        PartnerRanker ours =
            new PartnerRanker(task.candidates(), history, PartnerRanker.shippedWeights());
        PlainBm25 plain = new PlainBm25(task.candidates());
        LucenePeers lucene = new LucenePeers(task.candidates());
        OutsidePeers outside = new OutsidePeers(task.candidates(), BEST_FOR_PARTNERS, tries, out)) {
      List<Peer> peers = new ArrayList<>(outside.peers());
      if (!tries) {
        peers.addAll(0, List.of(plain, lucene.fields(), lucene.moreLikeThis()));
        peers.add(Acquaintance.adamicAdar(task.candidates(), task.history()));
        peers.add(Acquaintance.popularity(task.candidates(), task.history()));
      }
      Map<String, Map<String, List<String>>> rankings =
          rank(task, peers, idea -> ours.rank(idea, RANKED));
      show(task, task.name(), task.right(), rankings);
      show(task, "  of these, partners new to the lead", task.fresh(), rankings);
    }
  }

  /** Collections that all of the field knows, by the measure it knows them by. */
  private void classic(Task<Candidate.OfCall> task) {
    try (History none = new History(List.of());
        CallRanker ours =
            new CallRanker(task.candidates(), none, CallRanker.shippedWeights(model), model);
        PlainBm25 plain = new PlainBm25(task.candidates())) {
      out.printf(Locale.ROOT, "%s: %,d texts%n", task.name(), task.candidates().size());
      precision(task, plain.name(), idea -> plain.rank(idea, DEEP));
      precision(task, OURS, idea -> ours.rank(idea, DEEP).stream().map(Ranked::id).toList());
      out.println();
    }
  }

  private void precision(Task<?> task, String ranker, Function<Idea, List<String>> ranking) {
    List<Idea> asked =
        task.ideas().stream().filter(idea -> task.right().containsKey(idea.id())).toList();
    double mean =
        asked.stream()
            .mapToDouble(idea ->
                Measures.averagePrecision(
                    ranking.apply(idea), task.right().getOrDefault(idea.id(), Set.of())))
            .average()
            .orElse(0);
    out.printf(
        Locale.ROOT, "%-44s %-26s MAP %.4f of %d questions%n", "", ranker, mean, asked.size());
  }

  private <C extends Candidate> Task<C> asked(Task<C> task) {
    return tries ? task.first(IDEAS_FOR_SETTINGS) : task;
  }

  /** For each way to rank, in the order of the table, for each idea the ids it ranks first. */
  private static Map<String, Map<String, List<String>>> rank(
      Task<?> task, List<Peer> peers, Function<Idea, List<Ranked>> ours) {
    Map<String, Map<String, List<String>>> byName = new LinkedHashMap<>();
    for (Peer peer : peers) {
      byName.put(peer.name(), ranked(task, idea -> peer.rank(idea, RANKED)));
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

  private void show(
      Task<?> task,
      String name,
      Map<String, Set<String>> right,
      Map<String, Map<String, List<String>>> rankings) {
    List<String> asked =
        task.ideas().stream()
            .map(Idea::id)
            .filter(id -> !right.getOrDefault(id, Set.of()).isEmpty())
            .toList();
    out.printf(
        Locale.ROOT,
        "%s: %,d candidates, %d ideas%n",
        name,
        task.candidates().size(),
        asked.size());
    Map<String, Double> means = new LinkedHashMap<>();
    rankings.forEach((ranker, ranked) -> {
      List<Measures> each =
          asked.stream()
              .map(id ->
                  Measures.of(ranked.getOrDefault(id, List.of()), right.getOrDefault(id, Set.of())))
              .toList();
      means.put(ranker, Measures.mean(each).ndcg());
      row(ranker, each);
    });
    double mine = means.getOrDefault(OURS, 0.0);
    means.remove(OURS);
    means.forEach((peer, theirs) ->
        out.printf(Locale.ROOT, "%-44s %-26s %11.2f%n", "", "ratio to " + peer, mine / theirs));
    out.println();
    out.flush();
  }

  private void row(String ranking, List<Measures> all) {
    Measures mean = Measures.mean(all);
    out.printf(
        Locale.ROOT,
        "%-44s %-26s %9.4f ± %.4f %8.4f %9.4f %9.4f%n",
        "",
        ranking,
        mean.ndcg(),
        Measures.interval(all),
        mean.reciprocalRank(),
        mean.recall50(),
        mean.recall100());
  }
}
