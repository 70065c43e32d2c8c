package dk.brobygger.search.signal;

import dk.brobygger.search.Engines;
import dk.brobygger.search.engine.TextScores;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Ranks a closed list of possible partners for ideas. Safe for many threads. */
public final class PartnerRanker implements AutoCloseable {

  /**
   * Shares of likeness are logarithms of 1 + 300 times the share: what the first few projects show
   * counts most (300 and 3,000 were tried on 2023).
   */
  private static final double SPREAD = 300;

  /** How fast a past project loses worth, a year: chosen on 2023 among 0, 0.2 and 0.4. */
  private static final double FADING = 0.4;

  /** What is known of a partner for an idea. */
  public enum Signal {
    /** Words of the idea stand in what it has shown (BM25 as a share of the best). */
    WORDS,
    /** It took part in the projects most like the idea. */
    ALIKE,
    /** It took part in projects rather like the idea. */
    RATHER_ALIKE,
    /** It took part in projects of the one that asks, those like the idea counting more. */
    TOGETHER,
    /** The logarithm of how many projects it took part in. */
    EXPERIENCE,
    /** 1 where it is of the country of the one that asks. */
    SAME_COUNTRY,
    /** 1 where it has not worked with the one that asks. */
    NEW
  }

  private final List<Candidate.OfPartner> partners;
  private final TextScores words;
  private final History history;
  private final Weights<Signal> weights;
  private final int[][] members;
  private final double[] experience;
  private final int newest;

  /**
   * Ranks these partners.
   *
   * @param partners who is ranked
   * @param history past projects; an empty history teaches nothing
   * @param weights what each signal counts
   */
  public PartnerRanker(
      List<Candidate.OfPartner> partners, History history, Weights<Signal> weights) {
    this.partners = List.copyOf(partners);
    this.history = history;
    this.weights = weights;
    this.words =
        Engines.textScores(partners.stream().map(partner -> Bag.words(shown(partner))).toList());
    this.members = members();
    double[] projects = new double[partners.size()];
    for (int[] each : members) {
      for (int member : each) {
        projects[member]++;
      }
    }
    this.experience = java.util.Arrays.stream(projects).map(Math::log1p).toArray();
    this.newest = history.projects().stream().mapToInt(PastProject::year).max().orElse(0);
  }

  /** The weights shipped with the program, for use with a history. */
  public static Weights<Signal> shippedWeights() {
    return Weights.shipped("partner-weights.properties", Signal.class);
  }

  private static String shown(Candidate.OfPartner partner) {
    return partner.name()
        + partner.competences().stream()
            .map(one -> "\n" + one.text())
            .distinct()
            .collect(Collectors.joining());
  }

  /** For each past project the places of those who took part. */
  private int[][] members() {
    Map<String, Integer> places = new HashMap<>();
    for (int place = 0; place < partners.size(); place++) {
      places.put(partners.get(place).id(), place);
    }
    return history.projects().stream()
        .map(project ->
            project.participants().stream()
                .filter(places::containsKey)
                .mapToInt(places::get)
                .sorted()
                .toArray())
        .toArray(int[][]::new);
  }

  /** The best partners for an idea, best first; never the one that asks. */
  public List<Ranked> rank(Idea idea, int most) {
    return Ranked.best(
        partners,
        weights.scores(signals(idea), partners.size()),
        most,
        idea.organisation().orElse(""));
  }

  /** Every signal for every partner, in the order they were given. */
  public Map<Signal, double[]> signals(Idea idea) {
    Question question = Question.of(idea);
    Map<Signal, double[]> signals = new EnumMap<>(Signal.class);
    signals.put(Signal.WORDS, Numbers.ofGreatest(words.of(Bag.damped(question.counts()))));
    double[] likeness = history.likeness(question);
    signals.put(Signal.ALIKE, spread(history.alike(likeness, 1, 300)));
    signals.put(Signal.RATHER_ALIKE, spread(faded(history.alike(likeness, 2, 300))));
    double[] joint = joint(idea, likeness);
    signals.put(Signal.TOGETHER, spread(faded(joint)));
    signals.put(Signal.EXPERIENCE, experience);
    signals.put(Signal.SAME_COUNTRY, sameCountry(idea));
    double[] together = shared(joint);
    signals.put(
        Signal.NEW, java.util.Arrays.stream(together).map(one -> one > 0 ? 0 : 1).toArray());
    return signals;
  }

  /** Weights of the projects of the one that asks; those with many partners tie less. */
  private double[] joint(Idea idea, double[] likeness) {
    double[] weights = new double[likeness.length];
    for (int place = 0; place < weights.length; place++) {
      PastProject project = history.projects().get(place);
      if (idea.organisation().filter(project.participants()::contains).isPresent()) {
        double others = Math.max(1, project.participants().size() - 1.0);
        weights[place] = Math.exp(likeness[place] / 2) / Math.sqrt(others);
      }
    }
    return weights;
  }

  private double[] faded(double[] weights) {
    double[] faded = weights.clone();
    for (int place = 0; place < faded.length; place++) {
      int year = history.projects().get(place).year();
      faded[place] *= year == 0 ? 1 : Math.exp(-FADING * (newest - year));
    }
    return faded;
  }

  /** What each partner gets of the weights of the projects it took part in. */
  private double[] shared(double[] projects) {
    double[] shared = new double[partners.size()];
    for (int place = 0; place < projects.length; place++) {
      if (projects[place] > 0) {
        for (int member : members[place]) {
          shared[member] += projects[place];
        }
      }
    }
    return shared;
  }

  private double[] spread(double[] projects) {
    return java.util.Arrays.stream(Numbers.shares(shared(projects)))
        .map(share -> Math.log1p(SPREAD * share))
        .toArray();
  }

  private double[] sameCountry(Idea idea) {
    return partners.stream()
        .mapToDouble(partner ->
            partner.country().isPresent() && partner.country().equals(idea.country()) ? 1 : 0)
        .toArray();
  }

  @Override
  public void close() {
    words.close();
  }
}
