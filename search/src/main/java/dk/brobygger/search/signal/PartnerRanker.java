package dk.brobygger.search.signal;

import dk.brobygger.corpus.vocabulary.Geography;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.Engines;
import dk.brobygger.search.engine.TextScores;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Ranks a closed list of possible partners for ideas. Safe for many threads. */
public final class PartnerRanker implements AutoCloseable {

  /**
   * Shares of likeness are logarithms of 1 + 300 times the share: what the first few projects show
   * counts most (300 and 3,000 were tried on 2023).
   */
  private static final double SPREAD = 300;

  /** How fast a past project loses worth, a year: chosen on 2023 among 0, 0.2 and 0.4. */
  private static final double FADING = 0.4;

  /** How many projects unlike the idea a partner is taken to have besides its own. */
  private static final double PROVING = 3;

  /** So many parts of a topic's code, without years and numbers, name its family. */
  private static final int FAMILY_PARTS = 3;

  /** What is known of a partner for an idea. */
  public enum Signal {
    /**
     * Words of the idea stand in what it has shown (BM25 as a share of the best other than who
     * asks).
     */
    WORDS,
    /** The same, repeated words of the idea counted less; known only where there is no history. */
    DAMPED_WORDS,
    /**
     * It has shown competences of the vocabulary that the idea speaks of, or others that are part
     * of the same (BM25 as a share of the best other than who asks); known only where there is no
     * history.
     */
    COMPETENCES,
    /** What part of its name stands in the idea; words that few names hold count more. */
    NAME,
    /** 1 where the idea names its city. */
    CITY,
    /** 1 where the idea names its country. */
    COUNTRY,
    /**
     * It took part in projects rather like the idea, of a family of topics whose projects are like
     * it: those of one cluster and destination of a programme, whatever their year.
     */
    FAMILY,
    /** How like the idea its projects are on the whole; a few of them prove little. */
    FOCUS,
    /**
     * It took part in projects of the one that asks, those like the idea counting more; as a
     * logarithm.
     */
    TOGETHER,
    /**
     * A walk from the projects like the idea and those of the one that asks meets it: to who took
     * part in them, to their other projects, and to who took part in those.
     */
    CONSORTIUM,
    /** 1 where it is of the country of the one that asks: history shows that it is preferred. */
    SAME_COUNTRY,
    /** 1 where it has not worked with the one that asks. */
    NEW
  }

  private final List<Candidate.OfPartner> partners;

  /** Where each partner stands among them, by its id. */
  private final Map<String, Integer> placeOf = new HashMap<>();

  private final TextScores words;
  private final Optional<TextScores> competences;
  private final Names names;
  private final List<Set<String>> cities;
  private final List<Set<String>> countries;
  private final History history;
  private final Weights<Signal> weights;
  private final Participations participations;
  private final int newest;
  private final int[] families;

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
    for (int place = 0; place < partners.size(); place++) {
      placeOf.put(partners.get(place).id(), place);
    }
    this.history = history;
    this.weights = weights;
    this.words = Engines.textScores(shown(partners, Bag::words));
    this.competences =
        history.projects().isEmpty()
            ? Optional.of(
                Engines.textScores(shown(partners, text -> Bag.competences(text, Language.EN))))
            : Optional.empty();
    this.names = new Names(partners.stream().map(Candidate.OfPartner::name).toList());
    this.cities = named(partner -> partner.city().filter(city -> city.length() > 3));
    this.countries =
        named(partner ->
            partner
                .country()
                .filter(Geography::isCountry)
                .map(code -> Geography.countryName(code, Language.EN)));
    this.participations = new Participations(partners, history.projects());
    this.newest = history.projects().stream().mapToInt(PastProject::year).max().orElse(0);
    this.families = families(history.projects());
  }

  /** The weights shipped with the program, for ranking with this history. */
  public static Weights<Signal> shippedWeights(History history) {
    return Weights.shipped(weightsFile(history), Signal.class);
  }

  /** The file of weights for ranking with this history; what words count without one differs. */
  public static String weightsFile(History history) {
    return history.projects().isEmpty()
        ? "partner-weights-without-history.properties"
        : "partner-weights.properties";
  }

  /**
   * The terms of each partner's name and of all it has shown; what many show is read once.
   *
   * @param reading what a text is read for
   */
  private static List<List<String>> shown(
      List<Candidate.OfPartner> partners, Function<String, List<String>> reading) {
    Map<String, List<String>> read = new HashMap<>();
    return partners.stream()
        .map(partner ->
            Stream.concat(
                    Stream.of(partner.name()),
                    partner.competences().stream().map(Candidate.Shown::text).distinct())
                .flatMap(text -> read.computeIfAbsent(text, reading).stream())
                .toList())
        .toList();
  }

  /** The words of one place of each partner; none where it is not known. */
  private List<Set<String>> named(Function<Candidate.OfPartner, Optional<String>> place) {
    Map<String, Set<String>> read = new HashMap<>();
    return partners.stream()
        .map(place)
        .map(name ->
            name.map(one -> read.computeIfAbsent(one, each -> Set.copyOf(Bag.words(each))))
                .orElse(Set.of()))
        .toList();
  }

  private static double[] standingIn(Question question, List<Set<String>> places) {
    return places.stream()
        .mapToDouble(
            words -> !words.isEmpty() && question.counts().keySet().containsAll(words) ? 1 : 0)
        .toArray();
  }

  /** The best partners for an idea, best first; never the one that asks. */
  public List<Ranked> rank(Idea idea, int most) {
    return Ranked.best(
        partners,
        weights.scores(signals(idea), partners.size()),
        most,
        idea.organisation().orElse(""));
  }

  /**
   * Every signal for every partner, in the order they were given; where there is no history those
   * that need none, and two that read the texts once more.
   */
  public Map<Signal, double[]> signals(Idea idea) {
    Question question = Question.of(idea);
    Map<Signal, double[]> signals = new EnumMap<>(Signal.class);
    signals.put(Signal.WORDS, ofBest(words.of(question.counts()), idea));
    signals.put(Signal.NAME, names.standingIn(question.counts().keySet()));
    signals.put(Signal.CITY, standingIn(question, cities));
    signals.put(Signal.COUNTRY, standingIn(question, countries));
    if (competences.isPresent()) {
      Map<String, Double> spoken = Bag.counts(Bag.competences(idea.prose(), idea.language()));
      signals.put(Signal.DAMPED_WORDS, ofBest(words.of(Bag.damped(question.counts())), idea));
      signals.put(Signal.COMPETENCES, ofBest(competences.get().of(Bag.damped(spoken)), idea));
      return signals;
    }
    double[] likeness = history.likeness(question);
    double[] related = participations.sums(ofFamilies(likeness));
    signals.put(Signal.FAMILY, spread(Numbers.shares(related)));
    signals.put(Signal.FOCUS, focus(likeness));
    double[] joint = joint(idea, likeness);
    signals.put(
        Signal.TOGETHER,
        Arrays.stream(participations.sums(faded(joint))).map(Math::log1p).toArray());
    signals.put(Signal.CONSORTIUM, spread(consortium(likeness, joint)));
    signals.put(Signal.SAME_COUNTRY, sameCountry(idea));
    signals.put(
        Signal.NEW,
        Arrays.stream(participations.sums(joint)).map(one -> one > 0 ? 0 : 1).toArray());
    return signals;
  }

  /**
   * Each as a share of the best of all but the one that asks: a profile is like itself far more
   * than any other is, which would leave the others next to nothing.
   */
  private double[] ofBest(double[] scores, Idea idea) {
    idea.organisation().map(placeOf::get).ifPresent(place -> scores[place] = 0);
    return Numbers.ofGreatest(scores);
  }

  /** For each past project the number of its family; one whose topic is not known has its own. */
  private static int[] families(List<PastProject> projects) {
    Map<String, Integer> numbers = new HashMap<>();
    int[] families = new int[projects.size()];
    for (int place = 0; place < families.length; place++) {
      String own = " " + place;
      String name =
          projects
              .get(place)
              .topic()
              .map(topic -> family(topic.code()))
              .filter(any -> !any.isEmpty())
              .orElse(own);
      families[place] = numbers.computeIfAbsent(name, each -> numbers.size());
    }
    return families;
  }

  /** {@code HORIZON-CL5-D2} of {@code HORIZON-CL5-2021-D2-01-11}. */
  private static String family(String topic) {
    return Arrays.stream(topic.split("-"))
        .filter(part -> !part.matches("\\d+"))
        .limit(FAMILY_PARTS)
        .collect(Collectors.joining("-"));
  }

  /** How like the idea projects are, where those of their family are like it on the whole. */
  private double[] ofFamilies(double[] likeness) {
    double[] mean = meanOfFamily(faded(history.alike(likeness, 2, 300)));
    return Numbers.product(positive(likeness), mean);
  }

  private double[] meanOfFamily(double[] projects) {
    double[] sums = new double[projects.length];
    int[] counts = new int[projects.length];
    for (int place = 0; place < projects.length; place++) {
      sums[families[place]] += projects[place];
      counts[families[place]]++;
    }
    return Arrays.stream(families).mapToDouble(family -> sums[family] / counts[family]).toArray();
  }

  private static double[] positive(double[] likeness) {
    return Arrays.stream(likeness).map(one -> Math.max(0, one)).toArray();
  }

  private double[] focus(double[] likeness) {
    double[] focus = participations.sums(positive(likeness));
    double[] counts = participations.counts();
    for (int place = 0; place < focus.length; place++) {
      focus[place] /= counts[place] + PROVING;
    }
    return focus;
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

  /**
   * Half of the walkers set out from projects like the idea, half from those of the one that asks.
   */
  private double[] consortium(double[] likeness, double[] joint) {
    double[] alike = Numbers.shares(faded(history.alike(likeness, 1, 100)));
    double[] own = Numbers.shares(faded(joint));
    double[] start = Numbers.sum(alike, own);
    double[] first = participations.divided(start);
    double[] second = participations.divided(faded(participations.returned(first)));
    return Numbers.shares(Numbers.sum(Numbers.shares(first), Numbers.shares(second)));
  }

  private double[] faded(double[] weights) {
    double[] faded = weights.clone();
    for (int place = 0; place < faded.length; place++) {
      int year = history.projects().get(place).year();
      faded[place] *= year == 0 ? 1 : Math.exp(-FADING * (newest - year));
    }
    return faded;
  }

  private static double[] spread(double[] shares) {
    return Arrays.stream(shares).map(share -> Math.log1p(SPREAD * share)).toArray();
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
    competences.ifPresent(TextScores::close);
  }
}
