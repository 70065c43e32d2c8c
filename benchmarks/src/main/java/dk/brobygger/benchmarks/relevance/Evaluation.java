package dk.brobygger.benchmarks.relevance;

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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Ours beside plain BM25 on tasks of one year, in one run, as a table. */
public final class Evaluation {

  private static final int RANKED = 100;

  private final PrintWriter out;

  private Evaluation(PrintWriter out) {
    this.out = out;
  }

  /**
   * Judges and prints.
   *
   * @param data the folder of real data
   * @param year the year judged on
   * @param out where the table goes
   */
  public static void run(Path data, int year, PrintWriter out) throws IOException {
    TimeSplit split = new TimeSplit(data, year);
    Evaluation evaluation = new Evaluation(out);
    out.printf(
        Locale.ROOT,
        "Judged on projects signed in %d, knowing those before.%n%n%-44s %-11s %18s %8s %9s %9s%n",
        year,
        "task",
        "ranking",
        "nDCG@10",
        "MRR@10",
        "recall@50",
        "@100");
    evaluation.calls(split.calls());
    evaluation.partners(split.partners());
    out.flush();
  }

  private void calls(Task<Candidate.OfCall> task) {
    try (History history = new History(task.history());
        CallRanker ours = new CallRanker(task.candidates(), history, CallRanker.shippedWeights());
        PlainBm25 plain = new PlainBm25(task.candidates())) {
      compare(task, task.name(), task.right(), plain, idea -> ours.rank(idea, RANKED));
    }
  }

  private void partners(Task<Candidate.OfPartner> task) {
    try (History history = new History(task.history());
        PartnerRanker ours =
            new PartnerRanker(task.candidates(), history, PartnerRanker.shippedWeights());
        PlainBm25 plain = new PlainBm25(task.candidates())) {
      Map<String, List<Ranked>> ranked = new java.util.HashMap<>();
      task.ideas().forEach(idea -> ranked.put(idea.id(), ours.rank(idea, RANKED)));
      Function<Idea, List<Ranked>> asRanked = idea -> ranked.getOrDefault(idea.id(), List.of());
      compare(task, task.name(), task.right(), plain, asRanked);
      compare(task, "  of these, partners new to the lead", task.fresh(), plain, asRanked);
    }
  }

  private void compare(
      Task<?> task,
      String name,
      Map<String, Set<String>> right,
      PlainBm25 plain,
      Function<Idea, List<Ranked>> ours) {
    List<Measures> peer = new ArrayList<>();
    List<Measures> mine = new ArrayList<>();
    for (Idea idea : task.ideas()) {
      Set<String> wanted = right.getOrDefault(idea.id(), Set.of());
      if (!wanted.isEmpty()) {
        peer.add(Measures.of(plain.rank(idea, RANKED), wanted));
        mine.add(Measures.of(ours.apply(idea).stream().map(Ranked::id).toList(), wanted));
      }
    }
    out.printf(
        Locale.ROOT, "%s: %,d candidates, %d ideas%n", name, task.candidates().size(), mine.size());
    row("plain BM25", peer);
    row("Brobygger", mine);
    out.printf(
        Locale.ROOT,
        "%-44s %-11s %18.2f%n%n",
        "",
        "ratio",
        Measures.mean(mine).ndcg() / Measures.mean(peer).ndcg());
  }

  private void row(String ranking, List<Measures> all) {
    Measures mean = Measures.mean(all);
    out.printf(
        Locale.ROOT,
        "%-44s %-11s %9.4f ± %.4f %8.4f %9.4f %9.4f%n",
        "",
        ranking,
        mean.ndcg(),
        Measures.interval(all),
        mean.reciprocalRank(),
        mean.recall50(),
        mean.recall100());
  }
}
