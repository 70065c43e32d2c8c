package dk.brobygger.search.match;

import dk.brobygger.corpus.vocabulary.Vocabulary;
import dk.brobygger.search.score.Evidence;
import dk.brobygger.search.score.Score;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Compares two sets of competences through the vocabulary: one that is wanted and one that is had.
 * The same or a narrower competence fits fully, a broader one by half. Safe for many threads.
 */
public final class SharedCompetence {

  /** A broader competence than the one wanted may or may not contain it. */
  private static final double BROADER_FIT = 0.5;

  /** Reasons beyond the fifth say little and would let long profiles win by length. */
  private static final int MOST_REASONS = 5;

  private final Vocabulary vocabulary;
  private final Rarity rarity;
  private final ValueChains chains;

  /** Asked again and again for the same few hundred competences. */
  private final Map<String, Around> arounds = new ConcurrentHashMap<>();

  /** Compares with this vocabulary, and counts rare competences more. */
  public SharedCompetence(Vocabulary vocabulary, Rarity rarity) {
    this.vocabulary = vocabulary;
    this.rarity = rarity;
    this.chains = new ValueChains(vocabulary, rarity);
  }

  /**
   * What several have, by number, and what each wanted competence finds among it: looked for once,
   * however many want it. Safe for many threads.
   */
  public static final class Stock {

    private final List<Map<String, Evidence>> had;
    private final Map<String, Answers> answers = new ConcurrentHashMap<>();

    private Stock(List<Map<String, Evidence>> had) {
      this.had = List.copyOf(had);
    }
  }

  /** What several have, each with the words that say so, to be compared with what many want. */
  public Stock stock(List<Map<String, Evidence>> had) {
    return new Stock(had);
  }

  /**
   * Compares what one wants with all that others have.
   *
   * @param wanted competences wanted, with the words that say so
   * @param stock what others have, as given by this
   */
  public Comparison compare(Map<String, Evidence> wanted, Stock stock) {
    List<Comparison.Wish> wishes = new ArrayList<>();
    wanted.forEach((id, words) -> wishes.add(new Comparison.Wish(words, answers(id, stock))));
    return new Comparison(wishes, stock.had.size());
  }

  /** Compares stages of value chains by the same rarity. */
  ValueChains chains() {
    return chains;
  }

  /** The score of {@link Comparison#score} for one who is compared with one other. */
  public Score.Sum score(
      String criterion, Map<String, Evidence> wanted, Map<String, Evidence> had, double points) {
    Fits fits = new Fits();
    wanted.forEach((id, words) -> fits.add(sought(id, had), words));
    return fits.score(criterion, points);
  }

  /** What one wants, compared with what several have. Immutable, safe for many threads. */
  public static final class Comparison {

    private final List<Wish> wishes;
    private final int others;

    private Comparison(List<Wish> wishes, int others) {
      this.wishes = wishes;
      this.others = others;
    }

    private record Wish(Evidence words, Answers answers) {}

    /**
     * For each number as many points as its score can have at the most, found without looking at
     * its parts. Wish by wish, since their worths lie side by side in memory.
     */
    public double[] most(double points) {
      double[][] best = new double[others][MOST_REASONS];
      for (Wish wish : wishes) {
        double[] worths = wish.answers().worths();
        for (int number = 0; number < others; number++) {
          insert(worths[number], best[number]);
        }
      }
      return Arrays.stream(best).mapToDouble(each -> sum(each, points)).toArray();
    }

    private static void insert(double worth, double[] best) {
      for (int place = MOST_REASONS - 1; place >= 0 && worth > best[place]; place--) {
        if (place < MOST_REASONS - 1) {
          best[place + 1] = best[place];
        }
        best[place] = worth;
      }
    }

    private static double sum(double[] best, double points) {
      double sum = 0;
      for (int place = 0; place < MOST_REASONS; place++) {
        sum += points * best[place] / (place + 1);
      }
      return sum;
    }

    /**
     * A sum of leaves, one for each wanted competence that is had, best first, at most five;
     * several wanted ones that the same broader one answers count once. The n-th is worth 1/n of
     * what it would be worth alone.
     *
     * @param criterion what the sum is called
     * @param number who has them
     * @param points what the rarest competence is worth alone
     */
    public Score.Sum score(String criterion, int number, double points) {
      Fits fits = new Fits();
      for (Wish wish : wishes) {
        fits.add(wish.answers().each()[number], wish.words());
      }
      return fits.score(criterion, points);
    }
  }

  private Answers answers(String id, Stock stock) {
    @Nullable Answers known = stock.answers.get(id);
    return known != null
        ? known
        : stock.answers.computeIfAbsent(
            id,
            unknown ->
                Answers.of(
                    stock.had.stream().map(had -> sought(unknown, had)).toArray(Answer[]::new)));
  }

  private @Nullable Answer sought(String id, Map<String, Evidence> had) {
    Around around = aroundOf(id);
    String theirs = nearest(around.narrower(), had);
    if (theirs != null) {
      return new Answer(id, rarity.of(id), words(had, theirs));
    }
    String broader = nearest(around.broader(), had);
    return broader == null
        ? null
        : new Answer(broader, BROADER_FIT * rarity.of(broader), words(had, broader));
  }

  private static Evidence words(Map<String, Evidence> had, String id) {
    return Objects.requireNonNull(had.get(id), id);
  }

  /** What is part of a competence and what it is part of, each nearest first, with its place. */
  private record Around(Map<String, Integer> narrower, Map<String, Integer> broader) {}

  /** Looked for without a lock first: it is asked for thousands of times a match. */
  private Around aroundOf(String id) {
    Around known = arounds.get(id);
    return known == null ? arounds.computeIfAbsent(id, this::around) : known;
  }

  private Around around(String id) {
    return new Around(
        places(vocabulary.narrowerClosure(id)), places(vocabulary.broaderClosure(id)));
  }

  private static Map<String, Integer> places(Collection<String> ids) {
    Map<String, Integer> places = new LinkedHashMap<>();
    ids.forEach(id -> places.put(id, places.size()));
    return places;
  }

  /** The nearest of these competences that is had, by going through whichever are fewer. */
  private static @Nullable String nearest(Map<String, Integer> places, Map<String, Evidence> had) {
    if (places.size() < had.size()) {
      for (String id : places.keySet()) {
        if (had.containsKey(id)) {
          return id;
        }
      }
      return null;
    }
    String nearest = null;
    int place = Integer.MAX_VALUE;
    for (String id : had.keySet()) {
      Integer found = places.get(id);
      if (found != null && found < place) {
        place = found;
        nearest = id;
      }
    }
    return nearest;
  }

  /**
   * What answers a wanted competence.
   *
   * @param competence what is in common
   * @param worth 0 to 1
   * @param theirs the words that say so
   */
  private record Answer(String competence, double worth, Evidence theirs) {}

  /**
   * What several have that answers one wish, by number.
   *
   * @param each the answers
   * @param worths what they are worth, 0 where there is none: most are asked for nothing else
   */
  private record Answers(@Nullable Answer[] each, double[] worths) {

    static Answers of(@Nullable Answer[] each) {
      return new Answers(
          each,
          Arrays.stream(each).mapToDouble(answer -> answer == null ? 0 : answer.worth()).toArray());
    }
  }

  /** What answers the wishes of one, the best for each competence. For one thread. */
  private static final class Fits {

    private static final Comparator<Fit> BEST_FIRST =
        Comparator.comparingDouble(Fit::worth).reversed().thenComparing(Fit::competence);

    private final Map<String, Fit> best = new HashMap<>();

    void add(@Nullable Answer answer, Evidence ours) {
      if (answer != null) {
        best.merge(
            answer.competence(),
            new Fit(answer, ours),
            (one, two) -> two.worth() > one.worth() ? two : one);
      }
    }

    Score.Sum score(String criterion, double points) {
      List<Fit> fits = new ArrayList<>(best.values());
      fits.sort(BEST_FIRST);
      List<Score> leaves = new ArrayList<>();
      for (Fit fit : fits.subList(0, Math.min(MOST_REASONS, fits.size()))) {
        double share = points * fit.worth() / (leaves.size() + 1);
        leaves.add(
            new Score.Leaf(fit.competence(), share, List.of(fit.answer().theirs(), fit.ours())));
      }
      return new Score.Sum(criterion, leaves);
    }
  }

  private record Fit(Answer answer, Evidence ours) {

    String competence() {
      return answer.competence();
    }

    double worth() {
      return answer.worth();
    }
  }
}
