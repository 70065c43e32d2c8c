package dk.brobygger.search.invitation;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.Identity;
import dk.brobygger.corpus.entry.Opportunity;
import dk.brobygger.corpus.entry.Organisation;
import dk.brobygger.corpus.entry.Seat;
import dk.brobygger.search.engine.Hit;
import dk.brobygger.search.engine.Question;
import dk.brobygger.search.engine.SearchEngine;
import dk.brobygger.search.match.PartnerMatcher;
import dk.brobygger.search.query.Facet;
import dk.brobygger.search.query.Query;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Composes delegations.
 *
 * <p>Hosts are the clusters and organisations of the destination that answer the theme best. Of the
 * Danish ones that answer it, those are invited one after the other who add most to what the hosts
 * have found so far: a second good visitor of the same host counts half, a third a third. This is a
 * greedy choice under decreasing returns, which is never worse than 63 % of the best there is
 * (Nemhauser, Wolsey, Fisher 1978). Who is the first of their league or region counts a little
 * more, so that delegations mix. Safe for many threads.
 */
public final class Composer {

  /** As many Danish ones are looked at for each who may travel. */
  private static final int LOOKED_AT = 3;

  /** A region is a filter of ours, so more are asked of the engine. */
  private static final int MOST_HITS = 300;

  /** What the first of a league or a region counts more. */
  private static final double MIXING = 0.15;

  private static final int NUTS_2 = 4;

  private final SearchEngine engine;
  private final PartnerMatcher partners;

  /** Composes of what an engine finds. */
  public Composer(SearchEngine engine, PartnerMatcher partners) {
    this.engine = engine;
    this.partners = partners;
  }

  /**
   * A delegation.
   *
   * @param journey where and when
   * @param theme what it is about
   * @param today the day labels are judged on
   * @throws IllegalArgumentException if nobody there, or nobody in Denmark, answers the theme
   */
  public Proposal compose(Journey journey, Query theme, LocalDate today) {
    List<Hit> hosts = best(theme, journey.destination(), journey.hosts());
    List<Hit> guests = best(theme, Seat.in("DK"), journey.delegates() * LOOKED_AT);
    List<List<Pair>> offers = new ArrayList<>();
    for (Hit guest : guests) {
      offers.add(
          hosts.stream()
              .map(host -> pair(guest.entry(), host.entry(), today))
              .filter(Pair::isFounded)
              .sorted(Comparator.comparingDouble(Pair::value).reversed())
              .toList());
    }
    offers.removeIf(List::isEmpty);
    return new Proposal(journey, hosts, chosen(offers, journey.delegates()));
  }

  private Pair pair(Entry guest, Entry host, LocalDate today) {
    return new Pair(guest, host, partners.between(guest, host, today));
  }

  private List<Hit> best(Query theme, Seat home, int most) {
    Query there =
        new Query.Every(
            List.of(
                new Query.Any(
                    List.of(
                        new Query.Has(Facet.TYPE, "cluster"),
                        new Query.Has(Facet.TYPE, "organisation"))),
                new Query.Has(Facet.COUNTRY, home.country()),
                theme));
    List<Hit> best =
        engine.ask(Question.only(there, MOST_HITS)).hits().stream()
            .filter(hit -> isIn(home.region(), hit.entry()))
            .limit(most)
            .toList();
    if (best.isEmpty()) {
      throw new IllegalArgumentException(
          "theme is answered by nobody in "
              + home.region().orElse(home.country())
              + ", must be something that is done there");
    }
    return best;
  }

  private static boolean isIn(Optional<String> region, Entry entry) {
    return region.isEmpty()
        || region(entry).map(code -> code.startsWith(region.get())).orElse(false);
  }

  private static List<Invitation> chosen(List<List<Pair>> offers, int most) {
    List<List<Pair>> left = new ArrayList<>(offers);
    List<Invitation> chosen = new ArrayList<>();
    while (chosen.size() < most && !left.isEmpty()) {
      List<Pair> next =
          left.stream().max(Comparator.comparingDouble(offer -> gain(offer, chosen))).orElseThrow();
      left.remove(next);
      chosen.add(invitation(next, chosen));
    }
    return chosen;
  }

  private static Invitation invitation(List<Pair> pairs, Collection<Invitation> before) {
    Entry guest = pairs.getFirst().guest();
    return new Invitation(
        guest,
        pairs,
        league(guest)
            .filter(league ->
                before.stream().noneMatch(one -> league(one.guest()).equals(Optional.of(league)))),
        region(guest)
            .map(Composer::second)
            .filter(code ->
                before.stream()
                    .noneMatch(one ->
                        region(one.guest()).map(Composer::second).equals(Optional.of(code)))));
  }

  /** What the hosts gain if this one comes too. */
  private static double gain(List<Pair> offer, List<Invitation> chosen) {
    double gain = 0;
    for (Pair pair : offer) {
      List<Double> visits = new ArrayList<>();
      for (Invitation one : chosen) {
        one.pairs().stream()
            .filter(other -> other.host().id().equals(pair.host().id()))
            .forEach(other -> visits.add(other.value()));
      }
      double before = worth(visits);
      visits.add(pair.value());
      gain += worth(visits) - before;
    }
    Invitation invitation = invitation(offer, chosen);
    int firsts =
        (invitation.newLeague().isPresent() ? 1 : 0) + (invitation.newRegion().isPresent() ? 1 : 0);
    return gain * (1 + MIXING * firsts);
  }

  /** What visits are worth to a host: the best counts whole, the second half, and so on. */
  private static double worth(List<Double> visits) {
    visits.sort(Comparator.reverseOrder());
    double worth = 0;
    for (int i = 0; i < visits.size(); i++) {
      worth += visits.get(i) / (i + 1);
    }
    return worth;
  }

  private static Optional<Integer> league(Entry entry) {
    return entry instanceof Cluster cluster ? cluster.standing().league() : Optional.empty();
  }

  private static Optional<String> region(Entry entry) {
    return identity(entry).flatMap(known -> known.seat().region());
  }

  private static String second(String region) {
    return region.substring(0, Math.min(NUTS_2, region.length()));
  }

  /** Who a cluster or an organisation is; calls and opportunities are nobody. */
  static Optional<Identity> identity(Entry entry) {
    return switch (entry) {
      case Cluster cluster -> Optional.of(cluster.identity());
      case Organisation organisation -> Optional.of(organisation.identity());
      case Call call -> Optional.empty();
      case Opportunity opportunity -> Optional.empty();
    };
  }
}
