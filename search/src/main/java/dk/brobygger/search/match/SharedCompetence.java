package dk.brobygger.search.match;

import dk.brobygger.corpus.vocabulary.Vocabulary;
import dk.brobygger.search.score.Evidence;
import dk.brobygger.search.score.Score;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

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

  /** Asked again and again for the same few hundred competences. */
  private final Map<String, Around> arounds = new ConcurrentHashMap<>();

  /** Compares with this vocabulary, and counts rare competences more. */
  public SharedCompetence(Vocabulary vocabulary, Rarity rarity) {
    this.vocabulary = vocabulary;
    this.rarity = rarity;
  }

  /**
   * A sum of leaves, one for each wanted competence that is had, best first, at most five; several
   * wanted ones that the same broader one answers count once. The n-th is worth 1/n of what it
   * would be worth alone.
   *
   * @param criterion what the sum is called
   * @param wanted competences wanted, with the words that say so
   * @param had competences had, with the words that say so
   * @param points what the rarest competence is worth alone
   */
  public Score.Sum score(
      String criterion, Map<String, Evidence> wanted, Map<String, Evidence> had, double points) {
    Map<String, Fit> best = new HashMap<>();
    wanted.forEach((id, words) ->
        fit(id, words, had)
            .ifPresent(fit ->
                best.merge(
                    fit.competence(), fit, (one, two) -> two.worth() > one.worth() ? two : one)));
    List<Fit> fits = new ArrayList<>(best.values());
    fits.sort(Comparator.comparingDouble(Fit::worth).reversed().thenComparing(Fit::competence));
    List<Score> leaves = new ArrayList<>();
    for (Fit fit : fits.subList(0, Math.min(MOST_REASONS, fits.size()))) {
      double share = points * fit.worth() / (leaves.size() + 1);
      leaves.add(new Score.Leaf(fit.competence(), share, List.of(fit.theirs(), fit.ours())));
    }
    return new Score.Sum(criterion, leaves);
  }

  private Optional<Fit> fit(String id, Evidence ours, Map<String, Evidence> had) {
    Around around = arounds.computeIfAbsent(id, this::around);
    return first(around.narrower(), had)
        .map(theirs -> new Fit(id, rarity.of(id), words(had, theirs), ours))
        .or(() ->
            first(around.broader(), had)
                .map(broader ->
                    new Fit(broader, BROADER_FIT * rarity.of(broader), words(had, broader), ours)));
  }

  private static Evidence words(Map<String, Evidence> had, String id) {
    return Objects.requireNonNull(had.get(id), id);
  }

  /** What is part of a competence and what it is part of, each with its place, nearest first. */
  private record Around(Map<String, Integer> narrower, Map<String, Integer> broader) {}

  private Around around(String id) {
    return new Around(
        places(vocabulary.narrowerClosure(id)), places(vocabulary.broaderClosure(id)));
  }

  private static Map<String, Integer> places(Collection<String> ids) {
    Map<String, Integer> places = new HashMap<>();
    ids.forEach(id -> places.put(id, places.size()));
    return places;
  }

  /** The nearest of these competences that is had; fewer are had than there are parts. */
  private static Optional<String> first(Map<String, Integer> places, Map<String, Evidence> had) {
    Optional<String> nearest = Optional.empty();
    int place = Integer.MAX_VALUE;
    for (String id : had.keySet()) {
      Integer found = places.get(id);
      if (found != null && found < place) {
        place = found;
        nearest = Optional.of(id);
      }
    }
    return nearest;
  }

  private record Fit(String competence, double worth, Evidence theirs, Evidence ours) {}
}
