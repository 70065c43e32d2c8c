package dk.brobygger.benchmarks.relevance;

import dk.brobygger.search.score.Match;
import dk.brobygger.search.score.Score;
import dk.brobygger.search.signal.Candidate;
import dk.brobygger.search.signal.Idea;
import dk.brobygger.search.signal.Weights;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What the criteria of the pages would count beside words, were they learnt from the allies of one
 * half of the clusters, and what that would be worth for the other half. The points that are
 * shipped are set by hand, as {@code FIGURES.md} tells; this says how far from them the data are. A
 * network in common is left out: where both name one it often is the very alliance.
 */
final class PagePoints {

  /** As the criteria of a score are called. */
  enum Criterion {
    WORDS,
    EXCHANGE,
    COMMON_GROUND,
    VALUE_CHAIN,
    ECOSYSTEM,
    TARGET_COUNTRY,
    THEIR_TARGET_COUNTRY
  }

  private static final List<Criterion> ALL = List.of(Criterion.values());

  /** More than there are clusters. */
  private static final int MOST = 1_000;

  private PagePoints() {}

  /** Learns on either half and prints. */
  static void print(PrintWriter out) throws IOException {
    try (Explained pages = Explained.ofClusters(Alliance.clusters())) {
      print(Alliance.task(false), Alliance.task(true), pages, out);
      print(Alliance.task(true), Alliance.task(false), pages, out);
    }
  }

  private static void print(
      Task<Candidate.OfPartner> from,
      Task<Candidate.OfPartner> to,
      Explained pages,
      PrintWriter out) {
    List<Learning.Sample> learnt = samples(from, pages);
    List<Learning.Sample> judged = samples(to, pages);
    double[] spreads = spreads(learnt);
    double[] weights =
        Learning.of(learnt.stream().map(one -> divided(one, spreads)).toList(), ALL).weights();
    double[] times = new double[weights.length];
    double words = weights[Criterion.WORDS.ordinal()] / spreads[Criterion.WORDS.ordinal()];
    for (int place = 0; place < times.length; place++) {
      times[place] = weights[place] / spreads[place] / words;
    }
    double[] shipped = new double[times.length];
    Arrays.fill(shipped, 1);
    out.printf("criteria of the pages, in times their points, learnt from %s:%n", from.name());
    ALL.forEach(
        one -> out.printf(Locale.ROOT, "%s = %.2f%n", Weights.word(one), times[one.ordinal()]));
    out.printf(
        Locale.ROOT,
        "by these criteria alone nDCG@10 of %s is %.4f, by the points that are shipped %.4f%n",
        to.name(),
        FirstPage.worth(judged, times),
        FirstPage.worth(judged, shipped));
  }

  /** The points of each that the pages rank, by criterion. */
  private static List<Learning.Sample> samples(Task<Candidate.OfPartner> task, Explained pages) {
    List<Learning.Sample> samples = new ArrayList<>();
    for (Idea idea : task.ideas()) {
      Set<String> allies = task.right().getOrDefault(idea.id(), Set.of());
      List<Match> ranked = pages.matches(idea, MOST);
      int[] right =
          IntStream.range(0, ranked.size())
              .filter(place -> allies.contains(pages.candidate(ranked.get(place))))
              .toArray();
      if (right.length > 0) {
        samples.add(
            new Learning.Sample(
                ranked.stream().map(PagePoints::points).toArray(double[][]::new),
                new double[ranked.size()],
                right));
      }
    }
    return samples;
  }

  private static double[] points(Match match) {
    double[] points = new double[ALL.size()];
    for (Score part : match.explanation().parts()) {
      ALL.stream()
          .filter(one -> Weights.word(one).equals(part.criterion()))
          .forEach(one -> points[one.ordinal()] = part.points());
    }
    return points;
  }

  /** Standard deviations: a little ridge is to hold back all criteria alike. */
  private static double[] spreads(List<Learning.Sample> samples) {
    double[] sums = new double[ALL.size()];
    double[] squares = new double[ALL.size()];
    long count = 0;
    for (Learning.Sample sample : samples) {
      for (double[] points : sample.candidates()) {
        count++;
        for (int place = 0; place < points.length; place++) {
          sums[place] += points[place];
          squares[place] += points[place] * points[place];
        }
      }
    }
    double[] spreads = new double[sums.length];
    for (int place = 0; place < sums.length; place++) {
      double mean = sums[place] / count;
      spreads[place] = Math.sqrt(squares[place] / count - mean * mean);
    }
    return spreads;
  }

  private static Learning.Sample divided(Learning.Sample sample, double[] spreads) {
    return new Learning.Sample(
        Arrays.stream(sample.candidates())
            .map(points ->
                IntStream.range(0, points.length)
                    .mapToDouble(one -> points[one] / spreads[one])
                    .toArray())
            .toArray(double[][]::new),
        sample.standFor(),
        sample.right());
  }
}
