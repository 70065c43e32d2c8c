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
import java.util.Optional;

/**
 * Compares two sets of competences through the vocabulary: one that is wanted and one that is had.
 * The same or a narrower competence fits fully, a broader one by half.
 */
public final class SharedCompetence {

  /** A broader competence than the one wanted may or may not contain it. */
  private static final double BROADER_FIT = 0.5;

  /** Reasons beyond the fifth say little and would let long profiles win by length. */
  private static final int MOST_REASONS = 5;

  private final Vocabulary vocabulary;
  private final Rarity rarity;

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
    return first(vocabulary.narrowerClosure(id), had)
        .map(theirs -> new Fit(id, rarity.of(id), theirs, ours))
        .or(() ->
            vocabulary.broaderClosure(id).stream()
                .filter(had::containsKey)
                .findFirst()
                .flatMap(broader ->
                    first(List.of(broader), had)
                        .map(theirs ->
                            new Fit(broader, BROADER_FIT * rarity.of(broader), theirs, ours))));
  }

  private static Optional<Evidence> first(Collection<String> ids, Map<String, Evidence> had) {
    for (String id : ids) {
      if (had.get(id) instanceof Evidence words) {
        return Optional.of(words);
      }
    }
    return Optional.empty();
  }

  private record Fit(String competence, double worth, Evidence theirs, Evidence ours) {}
}
