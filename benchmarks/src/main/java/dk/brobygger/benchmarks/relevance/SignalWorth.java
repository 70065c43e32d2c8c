package dk.brobygger.benchmarks.relevance;

import dk.brobygger.search.sentence.SentenceModel;
import dk.brobygger.search.signal.CallRanker;
import dk.brobygger.search.signal.Candidate;
import dk.brobygger.search.signal.History;
import dk.brobygger.search.signal.Idea;
import dk.brobygger.search.signal.Ranked;
import dk.brobygger.search.signal.Weights;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What each signal of calls is worth: the ranking with all of them beside rankings that do without
 * one, each with weights learnt anew on the year before the judged one.
 */
public final class SignalWorth {

  private static final int RANKED = 100;

  private final Learning learning;
  private final List<Asked> asked;
  private final List<Candidate.OfCall> calls;
  private final PrintWriter out;

  private SignalWorth(
      Learning learning, List<Asked> asked, List<Candidate.OfCall> calls, PrintWriter out) {
    this.learning = learning;
    this.asked = asked;
    this.calls = calls;
    this.out = out;
  }

  /** An idea's signals for each call, and the calls that were right. */
  private record Asked(Map<CallRanker.Signal, double[]> signals, Set<String> right) {}

  /**
   * Learns, judges and prints.
   *
   * @param data the folder of real data
   * @param year the year judged on; learnt is on the one before
   * @param model the sentence model, if that signal is to be there
   * @param out where the table goes
   */
  public static void run(Path data, int year, Optional<SentenceModel> model, PrintWriter out)
      throws IOException {
    Learning learning = Learning.ofCalls(new TimeSplit(data, year - 1).calls(), model);
    Task<Candidate.OfCall> task = new TimeSplit(data, year).calls();
    out.printf(
        Locale.ROOT,
        "Learnt on projects signed in %d, judged on %d ideas of %d among %,d calls.%n",
        year - 1,
        task.ideas().size(),
        year,
        task.candidates().size());
    new SignalWorth(learning, asked(task, model, out), task.candidates(), out).print();
    out.flush();
  }

  private static List<Asked> asked(
      Task<Candidate.OfCall> task, Optional<SentenceModel> model, PrintWriter out) {
    List<Asked> asked = new ArrayList<>();
    long start = System.nanoTime();
    try (History history = new History(task.history());
        CallRanker ranker =
            new CallRanker(
                task.candidates(), history, new Weights<CallRanker.Signal>(Map.of()), model)) {
      long ready = System.nanoTime();
      for (Idea idea : task.ideas()) {
        asked.add(new Asked(ranker.signals(idea), task.right().getOrDefault(idea.id(), Set.of())));
      }
      out.printf(
          Locale.ROOT,
          "Made ready in %.1f s, %.1f ms an idea.%n%n",
          seconds(start, ready),
          seconds(ready, System.nanoTime()) * 1_000 / asked.size());
    }
    return asked;
  }

  private static double seconds(long from, long to) {
    return Duration.ofNanos(to - from).toMillis() / 1_000.0;
  }

  private void print() {
    List<CallRanker.Signal> signals = List.copyOf(asked.getFirst().signals().keySet());
    double[] all = judged(signals);
    out.printf(
        Locale.ROOT, "%-24s %9s %24s %8s%n", "without", "nDCG@10", "of this it costs", "ratio");
    out.printf(Locale.ROOT, "%-24s %9.4f%n", "", mean(all));
    for (CallRanker.Signal signal : signals) {
      double[] without = judged(signals.stream().filter(one -> one != signal).toList());
      double[] lost = new double[all.length];
      for (int idea = 0; idea < all.length; idea++) {
        lost[idea] = all[idea] - without[idea];
      }
      out.printf(
          Locale.ROOT,
          "%-24s %9.4f %13.4f ± %.4f %10.3f%n",
          Weights.word(signal),
          mean(without),
          mean(lost),
          Measures.interval(lost),
          mean(all) / mean(without));
      out.flush();
    }
  }

  /** The nDCG@10 of each idea, with weights learnt for these signals alone. */
  private double[] judged(List<CallRanker.Signal> signals) {
    Map<CallRanker.Signal, Double> learnt = new EnumMap<>(CallRanker.Signal.class);
    double[] weights = learning.of(signals).likeliest();
    for (int place = 0; place < weights.length; place++) {
      learnt.put(signals.get(place), weights[place]);
    }
    Weights<CallRanker.Signal> all = new Weights<>(learnt);
    return asked.stream()
        .mapToDouble(
            one -> Measures.of(ranked(all.scores(one.signals(), calls.size())), one.right()).ndcg())
        .toArray();
  }

  private List<String> ranked(double[] scores) {
    return Ranked.best(calls, scores, RANKED, "").stream().map(Ranked::id).toList();
  }

  private static double mean(double[] all) {
    return Arrays.stream(all).average().orElse(0);
  }
}
