package dk.brobygger.benchmarks.relevance;

import dk.brobygger.search.sentence.SentenceModel;
import dk.brobygger.search.signal.CallRanker;
import dk.brobygger.search.signal.Candidate;
import dk.brobygger.search.signal.History;
import dk.brobygger.search.signal.Idea;
import dk.brobygger.search.signal.PartnerRanker;
import dk.brobygger.search.signal.Ranked;
import dk.brobygger.search.signal.Weights;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What each signal is worth: the ranking with all of them beside rankings that do without one, each
 * with weights learnt anew on the year before the judged one.
 *
 * @param <S> the signals
 */
public final class SignalWorth<S extends Enum<S>> {

  private static final int RANKED = 100;

  private final Task<?> task;
  private final Function<Idea, Map<S, double[]>> signals;
  private final Learning learning;
  private final PrintWriter out;

  private SignalWorth(
      Task<?> task, Function<Idea, Map<S, double[]>> signals, Learning learning, PrintWriter out) {
    this.task = task;
    this.signals = signals;
    this.learning = learning;
    this.out = out;
  }

  /**
   * Learns, judges and prints what the signals of calls are worth.
   *
   * @param data the folder of real data
   * @param year the year judged on; learnt is on the one before
   * @param model the sentence model, if that signal is to be there
   * @param out where the table goes
   */
  public static void ofCalls(Path data, int year, Optional<SentenceModel> model, PrintWriter out)
      throws IOException {
    Learning learning = Learning.ofCalls(new TimeSplit(data, year - 1).calls(), model);
    Task<Candidate.OfCall> task = new TimeSplit(data, year).calls();
    long start = System.nanoTime();
    try (History history = new History(task.history());
        CallRanker ranker =
            new CallRanker(
                task.candidates(), history, new Weights<CallRanker.Signal>(Map.of()), model)) {
      out.printf(Locale.ROOT, "Made ready in %.1f s.%n", secondsSince(start));
      new SignalWorth<CallRanker.Signal>(task, ranker::signals, learning, out).print(year);
    }
  }

  /**
   * Learns, judges and prints what the signals of partners are worth.
   *
   * @param data the folder of real data
   * @param year the year judged on; learnt is on the one before
   * @param out where the tables go
   */
  public static void ofPartners(Path data, int year, PrintWriter out) throws IOException {
    Task<Candidate.OfPartner> past = new TimeSplit(data, year - 1).partners(TimeSplit.IDEAS);
    Task<Candidate.OfPartner> task = new TimeSplit(data, year).partners(TimeSplit.IDEAS);
    try (History known = new History(past.history());
        History history = new History(task.history());
        PartnerRanker ranker =
            new PartnerRanker(
                task.candidates(), history, new Weights<PartnerRanker.Signal>(Map.of()))) {
      Learning learning = Learning.ofPartners(past, known);
      new SignalWorth<PartnerRanker.Signal>(task, ranker::signals, learning, out).print(year);
    }
  }

  private static double secondsSince(long start) {
    return Duration.ofNanos(System.nanoTime() - start).toMillis() / 1_000.0;
  }

  private void print(int year) {
    long start = System.nanoTime();
    List<S> all = List.copyOf(signals.apply(task.ideas().getFirst()).keySet());
    List<List<S>> choices = new ArrayList<>(List.of(all));
    all.forEach(one -> choices.add(all.stream().filter(other -> other != one).toList()));
    List<Weights<S>> weights = choices.stream().map(this::learnt).toList();
    out.printf(
        Locale.ROOT, "Learnt on projects signed in %d in %.1f s.%n", year - 1, secondsSince(start));
    start = System.nanoTime();
    List<Map<String, List<String>>> rankings = rankings(weights);
    out.printf(
        Locale.ROOT,
        "Judged on %d ideas of %d among %,d, %.1f ms an idea.%n",
        task.ideas().size(),
        year,
        task.candidates().size(),
        secondsSince(start) * 1_000 / task.ideas().size());
    print(task.name(), all, rankings, task.right());
    if (!task.fresh().isEmpty()) {
      print(task.name() + ", new to the lead", all, rankings, task.fresh());
    }
    out.flush();
  }

  private Weights<S> learnt(List<S> some) {
    double[] learnt = learning.of(some).weights();
    Map<S, Double> weights = new HashMap<>();
    for (int place = 0; place < learnt.length; place++) {
      weights.put(some.get(place), learnt[place]);
    }
    return new Weights<>(weights);
  }

  /** For each of these weights, and for each idea, the ids that come first. */
  private List<Map<String, List<String>>> rankings(List<Weights<S>> weights) {
    List<Map<String, List<String>>> rankings = new ArrayList<>();
    weights.forEach(one -> rankings.add(new HashMap<>()));
    for (Idea idea : task.ideas()) {
      Map<S, double[]> values = signals.apply(idea);
      for (int choice = 0; choice < rankings.size(); choice++) {
        double[] scores = weights.get(choice).scores(values, task.candidates().size());
        rankings
            .get(choice)
            .put(
                idea.id(),
                Ranked.best(task.candidates(), scores, RANKED, idea.organisation().orElse(""))
                    .stream()
                    .map(Ranked::id)
                    .toList());
      }
    }
    return rankings;
  }

  private void print(
      String name,
      List<S> signals,
      List<Map<String, List<String>>> rankings,
      Map<String, Set<String>> right) {
    out.printf(
        Locale.ROOT, "%n%-24s %9s %24s %8s%n", "without", "nDCG@10", "of this it costs", "ratio");
    double[] all = judged(rankings.getFirst(), right);
    out.printf(Locale.ROOT, "%-24s %9.4f   %s%n", "", mean(all), name);
    for (int place = 0; place < signals.size(); place++) {
      double[] without = judged(rankings.get(place + 1), right);
      double[] lost = new double[all.length];
      Arrays.setAll(lost, idea -> all[idea] - without[idea]);
      out.printf(
          Locale.ROOT,
          "%-24s %9.4f %13.4f ± %.4f %10.3f%n",
          Weights.word(signals.get(place)),
          mean(without),
          mean(lost),
          Measures.interval(lost),
          mean(all) / mean(without));
    }
  }

  /** The nDCG@10 of each idea that has a right answer. */
  private double[] judged(Map<String, List<String>> ranked, Map<String, Set<String>> right) {
    return task.ideas().stream()
        .map(Idea::id)
        .filter(id -> !right.getOrDefault(id, Set.of()).isEmpty())
        .mapToDouble(id ->
            Measures.of(ranked.getOrDefault(id, List.of()), right.getOrDefault(id, Set.of()))
                .ndcg())
        .toArray();
  }

  private static double mean(double[] all) {
    return Arrays.stream(all).average().orElse(0);
  }
}
