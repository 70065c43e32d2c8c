package dk.brobygger.search.match;

import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.LabelLevel;
import dk.brobygger.corpus.entry.Maturity;
import dk.brobygger.corpus.vocabulary.Ecosystem;
import dk.brobygger.search.score.Bridge;
import dk.brobygger.search.score.Caution;
import dk.brobygger.search.score.Evidence;
import dk.brobygger.search.score.Score;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What two have for each other, as the parts of a score; parts without points too.
 *
 * <p>A label of theirs that holds counts by what we need: who is world-leading works with peers of
 * gold and silver, the strong are lifted by gold, those who emerge by any label, and to the small a
 * label says that somebody is sound. One whose end nobody knows counts half: bronze and silver hold
 * for two or three years, and most that are shown around are older. For one thread.
 */
final class PartnerFit {

  private static final double EXCHANGE_POINTS = 30;
  private static final double COMMON_POINTS = 15;

  /**
   * What words in common are worth less than. This and the points of competences, ecosystems and
   * countries were set by hand on 2026-11-29, mostly on the half of the clusters with known
   * alliances that {@code ./brobygger evaluate} says was looked at.
   */
  private static final double WORD_POINTS = 140;

  /** With 1, 0.7, 0.5 and 0.3 clusters find their allies as well; only strangers fall. */
  private static final double WORDS_ALONE = 0.5;

  private static final double CHAIN_POINTS = 6;
  private static final double COOPERATION_POINTS = 5;
  private static final double COMMON_PARTNER_POINTS = 2;
  private static final double LANGUAGE_POINTS = 2;
  private static final double FRESH_POINTS = 2;

  /** Days after which what was read is worth half: staff, members and labels have changed. */
  private static final double HALF_LIFE = 730;

  private static final String WORDS = "words";
  private static final String ECOSYSTEM = "ecosystem";

  /** Criteria that make a partner; the others count only beside one of them. */
  private static final Set<String> FITS =
      Set.of(
          "exchange",
          "common-ground",
          "value-chain",
          WORDS,
          ECOSYSTEM,
          "network",
          "past-cooperation");

  private static final Caution THIN =
      Caution.of(
          "thin",
          "No competence is in common, only words: see for yourselves whether it is worth a talk.",
          "Ingen kompetence er fælles, kun ord: se selv, om det er en samtale værd.");

  private static final double ECOSYSTEM_POINTS = 14;
  private static final double NETWORK_POINTS = 6;
  private static final double TARGET_POINTS = 10;

  private final Profile ours;
  private final SharedCompetence.Wanted sought;
  private final SharedCompetence.Wanted offered;
  private final ValueChains chains;
  private final ValueChains.Stages stages;
  private final LocalDate today;
  private final Optional<AtHome> home;

  /**
   * Whatever others have for one.
   *
   * @param ours whose profile others are compared with
   * @param shared compares competences
   * @param today the day labels are judged on
   */
  PartnerFit(Profile ours, SharedCompetence shared, LocalDate today) {
    this.ours = ours;
    this.chains = shared.chains();
    this.stages = chains.stages(ours.offered());
    Set<String> own = new HashSet<>(ours.all().keySet());
    own.addAll(stages.chains());
    this.sought = shared.wanted(ours.sought(), own);
    this.offered = shared.wanted(ours.offeredOrSought(), own);
    this.today = today;
    this.home =
        ours.entry() instanceof Cluster cluster
            ? Optional.of(new AtHome(cluster, today))
            : Optional.empty();
  }

  /** Whether two have something in common besides languages, countries and the like. */
  static boolean isFit(Score match) {
    return match.parts().stream()
        .anyMatch(part -> part.points() > 0 && FITS.contains(part.criterion()));
  }

  /**
   * What should be thought of where all that two have in common are words, and at most an ecosystem
   * as wide as health: whoever speaks of a coast and of services is no partner in tourism for it.
   */
  static Optional<Caution> thin(Score match) {
    return isSolid(match.parts()) ? Optional.empty() : Optional.of(THIN);
  }

  private static boolean isSolid(List<Score> parts) {
    return parts.stream()
        .anyMatch(part ->
            part.points() > 0
                && FITS.contains(part.criterion())
                && !part.criterion().equals(WORDS)
                && !part.criterion().equals(ECOSYSTEM));
  }

  /**
   * What words in common with one are worth less than: where nothing else is in common they may
   * mean something else, and count half.
   *
   * @param theirs its profile
   * @param parts what else it has
   */
  double wordPoints(Profile theirs, List<Score> parts) {
    return (isSolid(parts) ? 1 : WORDS_ALONE) * WORD_POINTS * offered.share(theirs.all());
  }

  /** The parts of a score with one who has this profile. */
  List<Score> with(Profile theirs) {
    List<Score> parts = new ArrayList<>();
    parts.add(
        new Score.Harmonic(
            "exchange",
            List.of(
                sought.score("they-offer-what-we-seek", theirs.offeredOrSought(), EXCHANGE_POINTS),
                offered.score("we-offer-what-they-seek", theirs.sought(), EXCHANGE_POINTS))));
    parts.add(offered.score("common-ground", theirs.offered(), COMMON_POINTS));
    Score chain = chains.score(stages, theirs.offered(), CHAIN_POINTS);
    parts.add(chain);
    if (ours.entry() instanceof Cluster cluster && theirs.entry() instanceof Cluster other) {
      Common ecosystems = common("ecosystems", cluster, other);
      parts.add(
          new Score.Leaf(
              "ecosystem", ECOSYSTEM_POINTS * ecosystems.share(), ecosystems.evidence()));
      Common networks = common("networks", cluster, other);
      parts.add(
          new Score.Leaf("network", networks.any() ? NETWORK_POINTS : 0, networks.evidence()));
      parts.add(targetCountry(cluster, other));
      parts.add(theirTargetCountry(cluster, other));
      parts.add(language(cluster, other));
      label(cluster, other).ifPresent(parts::add);
      home.flatMap(it -> it.score(other, chain.points() > 0)).ifPresent(parts::add);
    }
    freshness(theirs.entry()).ifPresent(parts::add);
    return parts;
  }

  /**
   * Values that a listing fact of two holds.
   *
   * @param share how many of those that either names
   * @param evidence theirs and ours, value by value
   */
  private record Common(double share, List<Evidence> evidence) {
    boolean any() {
      return share > 0;
    }
  }

  private static Common common(String fact, Cluster ours, Cluster theirs) {
    List<String> mine = values(ours, fact);
    List<Evidence> evidence = new ArrayList<>();
    int both = 0;
    int either = mine.size();
    for (String value : values(theirs, fact)) {
      if (mine.contains(value)) {
        both++;
        evidence.add(listed(theirs, fact, value));
        evidence.add(listed(ours, fact, value));
      } else {
        either++;
      }
    }
    return new Common(both == 0 ? 0 : (double) both / either, evidence);
  }

  private static List<String> values(Cluster cluster, String fact) {
    return switch (fact) {
      case "ecosystems" -> cluster.ecosystems().stream().map(Ecosystem::id).toList();
      case "networks" -> cluster.standing().networks();
      case "languages" -> cluster.identity().languages();
      case "targetCountries" -> cluster.strategy().targetCountries();
      default -> throw new IllegalArgumentException(fact + " is no listing fact");
    };
  }

  /** Quotes one of the values that a listing fact holds. */
  static Evidence listed(Cluster cluster, String fact, String value) {
    int start = 0;
    for (String each : values(cluster, fact)) {
      if (each.equals(value)) {
        break;
      }
      start += each.length() + "; ".length();
    }
    return new Evidence(cluster, fact, start, start + value.length());
  }

  private static Score targetCountry(Cluster ours, Cluster theirs) {
    String country = theirs.identity().seat().country();
    return ours.strategy().targetCountries().contains(country)
        ? new Score.Leaf(
            "target-country",
            TARGET_POINTS,
            List.of(Evidence.whole(theirs, "country"), listed(ours, "targetCountries", country)))
        : new Score.Leaf("target-country", 0, List.of());
  }

  private static Score theirTargetCountry(Cluster ours, Cluster theirs) {
    String country = ours.identity().seat().country();
    return theirs.strategy().targetCountries().contains(country)
        ? new Score.Leaf(
            "their-target-country",
            TARGET_POINTS,
            List.of(listed(theirs, "targetCountries", country), Evidence.whole(ours, "country")))
        : new Score.Leaf("their-target-country", 0, List.of());
  }

  /** A language of both besides English, which is taken for granted where nothing is stated. */
  private static Score language(Cluster ours, Cluster theirs) {
    for (String language : ours.identity().languages()) {
      if (!language.equals("en") && theirs.identity().languages().contains(language)) {
        return new Score.Leaf(
            "language",
            LANGUAGE_POINTS,
            List.of(listed(theirs, "languages", language), listed(ours, "languages", language)));
      }
    }
    return new Score.Leaf("language", 0, List.of());
  }

  /**
   * What it is worth that one took part in a project with somebody, or knows who knows them. That
   * two are of one network, or have met, counts by itself.
   */
  static Optional<Score> known(Bridge bridge) {
    List<Bridge.Link> links = bridge.links();
    if (links.size() == 1 && links.getFirst().tie() == Bridge.Tie.NETWORK) {
      return Optional.empty();
    }
    return Optional.of(
        new Score.Leaf(
            links.size() == 1 ? "past-cooperation" : "common-partner",
            links.size() == 1 ? COOPERATION_POINTS : COMMON_PARTNER_POINTS,
            links.stream().flatMap(link -> link.evidence().stream()).toList()));
  }

  /** How lately it was read what it is; nothing where nobody knows where it was read. */
  private Optional<Score> freshness(Entry theirs) {
    Evidence name = new Evidence(theirs, "name", 0, theirs.name().length());
    return name.date()
        .map(read -> {
          long days = Math.max(0, ChronoUnit.DAYS.between(read, today));
          return new Score.Leaf(
              "freshness", FRESH_POINTS * Math.pow(0.5, days / HALF_LIFE), List.of(name));
        });
  }

  private Optional<Score> label(Cluster cluster, Cluster theirs) {
    return theirs
        .standing()
        .held(today)
        .map(label -> {
          double points = points(cluster.standing().maturity(today), label.level());
          List<Evidence> words = List.of(Evidence.whole(theirs, "label"));
          return label.validUntil().isPresent()
              ? new Score.Leaf("label", points, words)
              : new Score.Leaf("label-end-unknown", points / 2, words);
        });
  }

  private static double points(Maturity ours, LabelLevel theirs) {
    return switch (ours) {
      case WORLD_LEADING -> theirs == LabelLevel.BRONZE ? 1 : 3;
      case STRONG ->
          switch (theirs) {
            case BRONZE -> 1;
            case SILVER -> 2;
            case GOLD -> 3;
          };
      case EMERGING -> 2;
      case SMALL -> 1;
    };
  }
}
