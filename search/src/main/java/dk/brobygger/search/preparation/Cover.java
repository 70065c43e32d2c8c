package dk.brobygger.search.preparation;

import dk.brobygger.corpus.entry.EntryId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The greedy answer to weighted set cover: each next one is who adds most of what is still lacking
 * for what it takes to win it over, which is taken to be half for who fits twice as well (Chvátal
 * 1979, A greedy heuristic for the set-covering problem: at worst ln n times as dear as the best
 * choice). Once there is one, the next comes from another country if any there adds something,
 * since most EU calls want three countries with ours.
 */
final class Cover {

  /** With us an application of six, as many as one can bring together by telephone. */
  static final int MOST = 5;

  /**
   * Who could be chosen.
   *
   * @param cluster its id
   * @param country where it sits
   * @param points how well it fits
   * @param competences ids of what it has
   */
  record Offer(EntryId cluster, String country, double points, Set<String> competences) {}

  /**
   * Who is chosen.
   *
   * @param offer the chosen
   * @param adds what it has that was lacking until then, in the order of what is lacking
   */
  record Pick(Offer offer, List<String> adds) {}

  private final Set<String> lacking;
  private final List<Pick> picks = new ArrayList<>();
  private final Set<String> countries = new HashSet<>();

  private Cover(Set<String> lacking) {
    this.lacking = new LinkedHashSet<>(lacking);
  }

  /**
   * Who together bring most of what is lacking, at most {@link #MOST}.
   *
   * @param lacking ids of competences
   * @param offers each cluster once, in any order
   */
  static List<Pick> of(Set<String> lacking, List<Offer> offers) {
    Cover cover = new Cover(lacking);
    while (cover.picks.size() < MOST && cover.pick(offers)) {}
    return List.copyOf(cover.picks);
  }

  private boolean pick(List<Offer> offers) {
    Optional<Pick> abroad = countries.size() == 1 ? best(offers, countries) : Optional.empty();
    Optional<Pick> next = abroad.or(() -> best(offers, Set.of()));
    next.ifPresent(pick -> {
      picks.add(pick);
      countries.add(pick.offer().country());
      pick.adds().forEach(lacking::remove);
    });
    return next.isPresent();
  }

  private Optional<Pick> best(List<Offer> offers, Set<String> without) {
    return offers.stream()
        .filter(offer -> !without.contains(offer.country()))
        .map(offer ->
            new Pick(offer, lacking.stream().filter(offer.competences()::contains).toList()))
        .filter(pick -> !pick.adds().isEmpty())
        .min(
            Comparator.comparing((Pick pick) -> -pick.adds().size() * pick.offer().points())
                .thenComparing(pick -> pick.offer().cluster().toString()));
  }
}
