package dk.brobygger.benchmarks.relevance;

import dk.brobygger.search.sentence.SentenceModel;
import dk.brobygger.search.signal.CallRanker;
import dk.brobygger.search.signal.Candidate;
import dk.brobygger.search.signal.History;
import dk.brobygger.search.signal.Idea;
import dk.brobygger.search.signal.PartnerRanker;
import dk.brobygger.search.signal.PastProject;
import dk.brobygger.search.signal.Weights;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Learns the weights of the signals on one year: those under which the right candidates are the
 * likeliest choice (listwise softmax, Cao et al. 2007), by gradient descent with a little ridge.
 * Partners are told apart once more among those that come first then. Whoever has worked with the
 * lead is the likeliest partner by far, and needs no search; so what a partner counts for being new
 * is raised as long as the first pages for all partners and those for the new ones, which are what
 * a user cannot find alone, together grow better.
 *
 * <p>Climbing on the first page with every weight (coordinate ascent) fitted the year learnt from:
 * partners of 2024 then had 0.1576, new ones 0.0812, instead of 0.1617 and 0.0832. For calls it
 * brought nothing that can be told apart (2024: 0.6634 instead of 0.6585) and cost a collection of
 * another kind much (CACM: 0.332 instead of 0.349).
 */
public final class Learning {

  private static final int STEPS = 600;
  private static final double RIDGE = 0.002;
  private static final int SAMPLED = 2_000;
  private static final long SEED = 2_023;

  /** What the first page of partners new to the lead counts beside that of all of them. */
  private static final double FRESH = 2;

  /** So many of the best by each signal are in every sample. */
  private static final int PROMISING = 100;

  /** So many candidates that come first are told apart once more. */
  private static final int POOL = 600;

  /** What being new is tried to count more, in steps of a tenth. */
  private static final int MOST_TENTHS = 60;

  private final List<Sample> samples;
  private final List<Sample> fresh;
  private final List<Enum<?>> signals;

  /**
   * Learns from these.
   *
   * @param samples the questions
   * @param fresh the same with the right ones alone that are new to the one that asks; none where
   *     that is all the same
   * @param signals what is known of each candidate, in the order of the samples
   */
  private Learning(List<Sample> samples, List<Sample> fresh, List<? extends Enum<?>> signals) {
    this.samples = List.copyOf(samples);
    this.fresh = List.copyOf(fresh);
    this.signals = List.copyOf(signals);
  }

  /**
   * One question.
   *
   * @param candidates the signals of each candidate in the sample
   * @param standFor the logarithm of how many each stands for: those drawn by lot for many
   * @param right the places of the right ones in the sample
   */
  record Sample(double[][] candidates, double[] standFor, int[] right) {}

  /**
   * Learns on projects signed in a year and prints the files of weights, and then on allied
   * clusters what the criteria of the pages would count.
   *
   * @param data the folder of real data
   * @param year the year learnt from; judge on a later one
   * @param model a sentence model, if calls are to be ranked with one, too
   * @param out where the weights go
   */
  public static void run(Path data, int year, Optional<SentenceModel> model, PrintWriter out)
      throws IOException {
    TimeSplit split = new TimeSplit(data, year);
    String from =
        String.format(
            Locale.ROOT,
            "# Learnt by \"brobygger learn --year %d%s\" from"
                + " cordis/projects-until-2024.jsonl.gz:%n# projects signed in %1$d, knowing those"
                + " before; ideas drawn with seed %d, candidates with seed %d. Judge on later"
                + " years.",
            year,
            model.isPresent() ? " --sentence-model FOLDER" : "",
            TimeSplit.SEED,
            SEED);
    ofCalls(split.calls(), model).print(CallRanker.weightsFile(model), from, out);
    Task<Candidate.OfPartner> partners = split.partners(TimeSplit.FOR_PARTNERS);
    for (List<PastProject> known : List.of(partners.history(), List.<PastProject>of())) {
      try (History history = new History(known)) {
        ofPartners(partners, history).print(PartnerRanker.weightsFile(history), from, out);
      }
    }
    PagePoints.print(out);
    out.flush();
  }

  /** From samples that were gathered elsewhere. */
  static Learning of(List<Sample> samples, List<? extends Enum<?>> signals) {
    return new Learning(samples, List.of(), signals);
  }

  /** From the calls that projects were granted under. */
  static Learning ofCalls(Task<Candidate.OfCall> task, Optional<SentenceModel> model) {
    Sampling sampling = new Sampling(task);
    try (History history = new History(task.history());
        CallRanker ranker =
            new CallRanker(
                task.candidates(), history, new Weights<CallRanker.Signal>(Map.of()), model)) {
      for (Idea idea : task.ideas()) {
        sampling.add(idea, ranker.signals(idea), task.right());
      }
    }
    return new Learning(sampling.samples, List.of(), sampling.signals());
  }

  /**
   * From the partners that projects had.
   *
   * @param history what is known of earlier projects; where it is empty nobody is known to be new
   */
  static Learning ofPartners(Task<Candidate.OfPartner> task, History history) {
    Sampling all = new Sampling(task);
    Sampling fresh = new Sampling(task);
    try (PartnerRanker ranker =
        new PartnerRanker(
            task.candidates(), history, new Weights<PartnerRanker.Signal>(Map.of()))) {
      for (Idea idea : task.ideas()) {
        Map<PartnerRanker.Signal, double[]> values = ranker.signals(idea);
        all.add(idea, values, task.right());
        if (values.containsKey(PartnerRanker.Signal.NEW)) {
          fresh.add(idea, values, task.fresh());
        }
      }
    }
    return new Learning(all.samples, fresh.samples, all.signals());
  }

  /** What each signal counts, in their order. */
  double[] weights() {
    if (fresh.isEmpty()) {
      return likeliest();
    }
    double[] first = favouringNew(likeliest());
    return favouringNew(among(first).likeliest());
  }

  /** The same with those candidates alone that come first under some weights. */
  private Learning among(double[] weights) {
    return new Learning(
        samples.stream()
            .map(sample -> among(sample, weights))
            .filter(sample -> sample.right().length > 0)
            .toList(),
        fresh,
        signals);
  }

  private static Sample among(Sample sample, double[] weights) {
    List<Integer> best = best(scores(sample.candidates(), weights), POOL);
    Set<Integer> right = Arrays.stream(sample.right()).boxed().collect(Collectors.toSet());
    return new Sample(
        best.stream().map(place -> sample.candidates()[place]).toArray(double[][]::new),
        new double[best.size()],
        IntStream.range(0, best.size()).filter(place -> right.contains(best.get(place))).toArray());
  }

  /** The places of the greatest so many, greatest first, equal ones in order of place. */
  private static List<Integer> best(double[] scores, int most) {
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer place) -> -scores[place]))
        .limit(most)
        .toList();
  }

  /** The likeliest weights, with as much more for being new as makes first pages best. */
  private double[] favouringNew(double[] likeliest) {
    int signal = signals.indexOf(PartnerRanker.Signal.NEW);
    double[] best = likeliest;
    double most = 0;
    for (int tenths = 0; signal >= 0 && tenths <= MOST_TENTHS; tenths++) {
      double[] weights = likeliest.clone();
      weights[signal] += tenths / 10.0;
      double worth = FirstPage.worth(samples, weights) + FRESH * FirstPage.worth(fresh, weights);
      if (worth > most) {
        most = worth;
        best = weights;
      }
    }
    return best;
  }

  private void print(String file, String from, PrintWriter out) {
    double[] weights = weights();
    out.println(file + ":");
    out.println(from);
    for (int signal = 0; signal < weights.length; signal++) {
      out.printf(Locale.ROOT, "%s = %.2f%n", Weights.word(signals.get(signal)), weights[signal]);
    }
  }

  /** Gathers for each idea the signals of the right candidates and of others drawn by lot. */
  private static final class Sampling {

    private final Random random = new Random(SEED);
    private final List<? extends Candidate> candidates;
    private final List<Sample> samples = new ArrayList<>();
    private final Set<Enum<?>> known = new LinkedHashSet<>();

    Sampling(Task<?> task) {
      this.candidates = task.candidates();
    }

    <S extends Enum<S>> void add(
        Idea idea, Map<S, double[]> signals, Map<String, Set<String>> rightById) {
      Set<String> wanted = rightById.getOrDefault(idea.id(), Set.of());
      if (wanted.isEmpty()) {
        return;
      }
      List<Integer> places = new ArrayList<>();
      List<Double> standFor = new ArrayList<>();
      List<Integer> chosen = new ArrayList<>();
      boolean[] promising = promising(signals);
      double drawnFor = Math.log(Math.max(1, candidates.size() / (double) SAMPLED));
      for (int place = 0; place < candidates.size(); place++) {
        String id = candidates.get(place).id();
        boolean isRight = wanted.contains(id);
        boolean drawn = random.nextInt(candidates.size()) < SAMPLED;
        if ((isRight || drawn || promising[place]) && !id.equals(idea.organisation().orElse(""))) {
          if (isRight) {
            chosen.add(places.size());
          }
          places.add(place);
          standFor.add(isRight || promising[place] ? 0 : drawnFor);
        }
      }
      known.addAll(signals.keySet());
      List<double[]> values = List.copyOf(signals.values());
      samples.add(
          new Sample(
              places.stream()
                  .map(place -> values.stream().mapToDouble(each -> each[place]).toArray())
                  .toArray(double[][]::new),
              standFor.stream().mapToDouble(one -> one).toArray(),
              chosen.stream().mapToInt(one -> one).toArray()));
    }

    /** The best by each signal alone: the ones a ranking must tell apart. */
    private boolean[] promising(Map<?, double[]> signals) {
      boolean[] promising = new boolean[candidates.size()];
      for (double[] values : signals.values()) {
        best(values, PROMISING).forEach(place -> promising[place] = true);
      }
      return promising;
    }

    List<Enum<?>> signals() {
      return List.copyOf(known);
    }
  }

  /** The same as if there were these signals only, whose weights are learnt in this order. */
  Learning of(List<? extends Enum<?>> some) {
    int[] columns = some.stream().mapToInt(signals::indexOf).toArray();
    return new Learning(of(columns, samples), of(columns, fresh), some);
  }

  private static List<Sample> of(int[] columns, List<Sample> samples) {
    return samples.stream()
        .map(sample ->
            new Sample(
                Arrays.stream(sample.candidates())
                    .map(values -> IntStream.of(columns).mapToDouble(one -> values[one]).toArray())
                    .toArray(double[][]::new),
                sample.standFor(),
                sample.right()))
        .toList();
  }

  /** Adam (Kingma and Ba 2015) over all questions at once; the loss is convex. */
  private double[] likeliest() {
    double[] weights = new double[signals.size()];
    double[] mean = new double[weights.length];
    double[] square = new double[weights.length];
    for (int step = 1; step <= STEPS; step++) {
      double[] gradient = gradient(weights);
      for (int signal = 0; signal < weights.length; signal++) {
        mean[signal] = 0.9 * mean[signal] + 0.1 * gradient[signal];
        square[signal] = 0.999 * square[signal] + 0.001 * gradient[signal] * gradient[signal];
        double corrected = mean[signal] / (1 - Math.pow(0.9, step));
        double scale = Math.sqrt(square[signal] / (1 - Math.pow(0.999, step))) + 1e-8;
        weights[signal] -= 0.02 * corrected / scale;
      }
    }
    return weights;
  }

  private double[] gradient(double[] weights) {
    double[] gradient = new double[weights.length];
    samples.forEach(sample -> add(gradient, weights, sample));
    for (int signal = 0; signal < weights.length; signal++) {
      gradient[signal] = gradient[signal] / samples.size() + 2 * RIDGE * weights[signal];
    }
    return gradient;
  }

  /** The score of each candidate under some weights. */
  static double[] scores(double[][] candidates, double[] weights) {
    double[] scores = new double[candidates.length];
    for (int place = 0; place < scores.length; place++) {
      for (int signal = 0; signal < weights.length; signal++) {
        scores[place] += weights[signal] * candidates[place][signal];
      }
    }
    return scores;
  }

  private static void add(double[] gradient, double[] weights, Sample sample) {
    double[][] candidates = sample.candidates();
    int[] wanted = sample.right();
    double[] likely = scores(candidates, weights);
    double most = Double.NEGATIVE_INFINITY;
    for (int place = 0; place < likely.length; place++) {
      likely[place] += sample.standFor()[place];
      most = Math.max(most, likely[place]);
    }
    double sum = 0;
    for (int place = 0; place < likely.length; place++) {
      likely[place] = Math.exp(likely[place] - most);
      sum += likely[place];
    }
    for (int signal = 0; signal < weights.length; signal++) {
      for (int place = 0; place < likely.length; place++) {
        gradient[signal] += likely[place] / sum * candidates[place][signal];
      }
      for (int place : wanted) {
        gradient[signal] -= candidates[place][signal] / wanted.length;
      }
    }
  }
}
