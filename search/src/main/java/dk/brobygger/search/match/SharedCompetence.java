package dk.brobygger.search.match;

import dk.brobygger.corpus.vocabulary.Vocabulary;
import dk.brobygger.search.score.Evidence;
import dk.brobygger.search.score.Score;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
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

  /**
   * So much else may somebody speak of; who speaks of k times as much has 1/k of the points. Few
   * clusters speak of a dozen competences, and texts that speak of all fit everybody. As with
   * Tversky's contrast of features (1977), only what is not in common takes away, so that no word
   * that earned points can cost any.
   */
  private static final double ELSE = 10;

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

    private final List<Map<String, Said>> had;
    private final Map<String, Answers> answers = new ConcurrentHashMap<>();

    private Stock(List<Map<String, Said>> had) {
      this.had = List.copyOf(had);
    }
  }

  /** What several have, each with the words that say so, to be compared with what many want. */
  public Stock stock(List<Map<String, Said>> had) {
    return new Stock(had);
  }

  /**
   * Compares what one wants with all that others have.
   *
   * @param wanted competences wanted, with the words that say so
   * @param stock what others have, as given by this
   */
  public Comparison compare(Map<String, Said> wanted, Stock stock) {
    List<Comparison.Wish> wishes = new ArrayList<>();
    wanted.forEach(
        (id, said) -> wishes.add(new Comparison.Wish(said.words(), answers(id, said, stock))));
    return new Comparison(wishes, stock.had, wanted(wanted));
  }

  /** Among how many entries rarity was counted. */
  long entries() {
    return rarity.total();
  }

  /** Compares stages of value chains by the same rarity. */
  ValueChains chains() {
    return chains;
  }

  /**
   * What one wants, to be compared with one other after the other.
   *
   * @param wanted competences wanted, with the words that say so
   */
  public Wanted wanted(Map<String, Said> wanted) {
    return wanted(wanted, Set.of());
  }

  /**
   * The same of others who are not the worse for having something else.
   *
   * @param besides that, or what it is part of, or what is part of it
   */
  Wanted wanted(Map<String, Said> wanted, Set<String> besides) {
    return new Wanted(wanted, besides);
  }

  /**
   * What one wants, and what each competence that somebody has is to it: looked for once, however
   * many have it. What is wanted often is wanted more. For one thread.
   */
  public final class Wanted {

    private final List<String> ids;
    private final List<Said> ours;
    private final Map<String, List<Relation>> relations = new HashMap<>();
    private final Set<String> inCommon = new HashSet<>();
    private final Map<String, Double> surenesses = new HashMap<>();

    private Wanted(Map<String, Said> wanted, Set<String> besides) {
      this.ids = List.copyOf(wanted.keySet());
      this.ours = List.copyOf(wanted.values());
      for (int wish = 0; wish < ids.size(); wish++) {
        relate(wish, aroundOf(ids.get(wish)));
      }
      for (String id : besides) {
        inCommon.addAll(aroundOf(id).narrower().keySet());
        inCommon.addAll(aroundOf(id).broader().keySet());
      }
    }

    private void relate(int wish, Around around) {
      around.narrower().forEach((id, steps) -> add(new Relation(wish, id, steps, false)));
      int furthest = around.narrower().size();
      around
          .broader()
          .forEach((id, steps) -> {
            if (!around.narrower().containsKey(id)) {
              add(new Relation(wish, id, furthest + steps, true));
            }
          });
    }

    private void add(Relation one) {
      relations.computeIfAbsent(one.theirs(), unrelated -> new ArrayList<>()).add(one);
    }

    /** The score of {@link Comparison#score} for one who has these, with the words that say so. */
    public Score.Sum score(String criterion, Map<String, Said> had, double points) {
      Fits fits = new Fits(this);
      @Nullable Answer[] answers = answers(had);
      for (int number = 0; number < answers.length; number++) {
        fits.add(answers[number], ours.get(number).words());
      }
      return fits.score(criterion, points * share(had));
    }

    /** How sure it is that a competence is wanted, or what is part of it. */
    private double sureness(String common) {
      return surenesses.computeIfAbsent(
          common,
          whole -> {
            Set<String> parts = aroundOf(whole).narrower().keySet();
            IntStream wishes = IntStream.range(0, ids.size());
            return Said.sureness(
                wishes
                    .filter(wish -> parts.contains(ids.get(wish)))
                    .map(wish -> ours.get(wish).times())
                    .sum());
          });
    }

    /** What is left of the points of one who speaks of very much else, more than 0 to 1. */
    double share(Map<String, Said> had) {
      return had.size() <= ELSE ? 1 : Math.min(1, ELSE / unasked(had));
    }

    private double unasked(Map<String, Said> had) {
      int unasked = 0;
      for (String theirs : had.keySet()) {
        unasked += relations.containsKey(theirs) || inCommon.contains(theirs) ? 0 : 1;
      }
      return unasked;
    }

    /**
     * What answers each wish: the nearest competence that is had, rather a narrower one; the surer
     * the more often it or others of its kind are said.
     */
    private @Nullable Answer[] answers(Map<String, Said> had) {
      @Nullable Relation[] nearest = new Relation[ids.size()];
      int[] times = new int[ids.size()];
      had.forEach((theirs, said) -> {
        for (Relation one : relations.getOrDefault(theirs, List.of())) {
          int wish = one.wish();
          Relation known = nearest[wish];
          boolean alike = known != null && known.broader() == one.broader();
          if (known == null || one.steps() < known.steps()) {
            nearest[wish] = one;
            times[wish] = said.times() + (alike ? times[wish] : 0);
          } else if (alike) {
            times[wish] += said.times();
          }
        }
      });
      @Nullable Answer[] answers = new Answer[nearest.length];
      for (int wish = 0; wish < answers.length; wish++) {
        @Nullable Relation one = nearest[wish];
        answers[wish] = one == null ? null : answer(one, had, Said.sureness(times[wish]));
      }
      return answers;
    }

    private Answer answer(Relation one, Map<String, Said> had, double sureness) {
      Evidence theirs = Objects.requireNonNull(had.get(one.theirs()), one.theirs()).words();
      String common = one.broader() ? one.theirs() : ids.get(one.wish());
      double fit = one.broader() ? BROADER_FIT : 1;
      return new Answer(common, fit * rarity.of(common) * sureness, theirs);
    }
  }

  /**
   * How a competence that is had answers one that is wanted.
   *
   * @param wish the number of the one that is wanted
   * @param theirs the one that is had
   * @param steps how far away it is; broader ones are further than all narrower ones
   * @param broader whether it is the broader of the two
   */
  private record Relation(int wish, String theirs, int steps, boolean broader) {}

  /** What one wants, compared with what several have. For one thread. */
  public static final class Comparison {

    private final List<Wish> wishes;
    private final List<Map<String, Said>> others;
    private final Wanted wanted;

    private Comparison(List<Wish> wishes, List<Map<String, Said>> others, Wanted wanted) {
      this.wishes = wishes;
      this.others = others;
      this.wanted = wanted;
    }

    private record Wish(Evidence words, Answers answers) {}

    /**
     * For each number as many points as its score can have at the most, found without looking at
     * its parts. Wish by wish, since their worths lie side by side in memory.
     */
    public double[] most(double points) {
      double[][] best = new double[others.size()][MOST_REASONS];
      for (Wish wish : wishes) {
        double[] worths = wish.answers().worths();
        for (int number = 0; number < others.size(); number++) {
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
     * what it would be worth alone, and all are worth less where they are a few among very many.
     *
     * @param criterion what the sum is called
     * @param number who has them
     * @param points what the rarest competence is worth alone
     */
    public Score.Sum score(String criterion, int number, double points) {
      Fits fits = new Fits(wanted);
      for (Wish wish : wishes) {
        fits.add(wish.answers().each()[number], wish.words());
      }
      return fits.score(criterion, points * wanted.share(others.get(number)));
    }
  }

  private Answers answers(String id, Said said, Stock stock) {
    @Nullable Answers known = stock.answers.get(id);
    if (known != null) {
      return known;
    }
    Wanted wish = wanted(Map.of(id, said));
    return stock.answers.computeIfAbsent(
        id,
        unknown ->
            Answers.of(stock.had.stream().map(had -> wish.answers(had)[0]).toArray(Answer[]::new)));
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

    private final Wanted wanted;
    private final Map<String, Fit> best = new HashMap<>();

    Fits(Wanted wanted) {
      this.wanted = wanted;
    }

    void add(@Nullable Answer answer, Evidence ours) {
      if (answer != null) {
        double worth = answer.worth() * wanted.sureness(answer.competence());
        best.merge(
            answer.competence(),
            new Fit(answer.competence(), worth, List.of(answer.theirs(), ours)),
            (one, two) -> two.worth() > one.worth() ? two : one);
      }
    }

    Score.Sum score(String criterion, double points) {
      List<Fit> fits = new ArrayList<>(best.values());
      fits.sort(BEST_FIRST);
      List<Score> leaves = new ArrayList<>();
      for (Fit fit : fits.subList(0, Math.min(MOST_REASONS, fits.size()))) {
        double share = points * fit.worth() / (leaves.size() + 1);
        leaves.add(new Score.Leaf(fit.competence(), share, fit.words()));
      }
      return new Score.Sum(criterion, leaves);
    }
  }

  private record Fit(String competence, double worth, List<Evidence> words) {}
}
