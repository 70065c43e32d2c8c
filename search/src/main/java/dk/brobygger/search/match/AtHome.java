package dk.brobygger.search.match;

import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Label;
import dk.brobygger.corpus.entry.LabelLevel;
import dk.brobygger.corpus.entry.Maturity;
import dk.brobygger.search.query.Facet;
import dk.brobygger.search.query.Query;
import dk.brobygger.search.score.Blocker;
import dk.brobygger.search.score.Evidence;
import dk.brobygger.search.score.Score;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Which clusters of its own country are partners for a cluster, by what it needs: for one that is
 * world-leading those of bronze that stand at another stage of a value chain, for one that emerges
 * all of them, and before others who fit as well; for all others none.
 */
final class AtHome {

  /** As much as a country it wants to work with: new competences are what it is short of. */
  private static final double EMERGING_POINTS = 10;

  /** More than two countries that wish for each other, so that peers at home come before those. */
  private static final double PEER_POINTS = 22;

  private static final Blocker ABROAD =
      rule(
          "Partners are looked for abroad, and it is at home in the same country.",
          "Partnere søges i udlandet, og den hører hjemme i samme land.");

  private static final Blocker NO_BRONZE =
      rule(
          "Partners are looked for abroad and, for a world-leading cluster, among those at home"
              + " that hold a bronze label and stand at another stage of a value chain; it is at"
              + " home in the same country and holds no bronze label.",
          "Partnere søges i udlandet og for en klynge i verdensklasse blandt dem herhjemme, der har"
              + " et bronzemærke og står et andet sted i en værdikæde; den hører hjemme i samme"
              + " land og har intet bronzemærke.");

  private static final Blocker SAME_STAGE =
      rule(
          "Partners are looked for abroad and, for a world-leading cluster, among those at home"
              + " that hold a bronze label and stand at another stage of a value chain; it is at"
              + " home in the same country and stands at no other stage.",
          "Partnere søges i udlandet og for en klynge i verdensklasse blandt dem herhjemme, der har"
              + " et bronzemærke og står et andet sted i en værdikæde; den hører hjemme i samme"
              + " land og står ikke et andet sted.");

  private final String country;
  private final Maturity needs;
  private final LocalDate today;

  /**
   * Those at home of one cluster.
   *
   * @param ours the cluster
   * @param today the day labels are judged on
   */
  AtHome(Cluster ours, LocalDate today) {
    this.country = ours.identity().seat().country();
    this.needs = ours.standing().maturity(today);
    this.today = today;
  }

  private static Blocker rule(String english, String danish) {
    return Blocker.of("country", english, danish);
  }

  /** Those at home. */
  Query all() {
    return new Query.Has(Facet.COUNTRY, country);
  }

  /** Those at home that may be partners; empty where none is. */
  Optional<Query> wanted() {
    return switch (needs) {
      case WORLD_LEADING ->
          Optional.of(
              new Query.Every(
                  List.of(all(), new Query.Has(Facet.LABEL, LabelLevel.BRONZE.word()))));
      case EMERGING -> Optional.of(all());
      case STRONG, SMALL -> Optional.empty();
    };
  }

  /**
   * The rule that keeps one at home out; none for one that is abroad.
   *
   * @param theirs the one
   * @param complements whether it stands at another stage of a value chain
   */
  Optional<Blocker> against(Cluster theirs, boolean complements) {
    if (isAbroad(theirs)) {
      return Optional.empty();
    }
    return switch (needs) {
      case WORLD_LEADING ->
          !holdsBronze(theirs)
              ? Optional.of(NO_BRONZE.by(labelOrCountry(theirs)))
              : complements
                  ? Optional.empty()
                  : Optional.of(SAME_STAGE.by(Evidence.whole(theirs, "label")));
      case EMERGING -> Optional.empty();
      case STRONG, SMALL -> Optional.of(ABROAD.by(Evidence.whole(theirs, "country")));
    };
  }

  /** What it is worth that one is at home; empty where it is not, or is no partner. */
  Optional<Score> score(Cluster theirs, boolean complements) {
    if (isAbroad(theirs) || against(theirs, complements).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        needs == Maturity.WORLD_LEADING
            ? new Score.Leaf(
                "emerging-at-home", EMERGING_POINTS, List.of(Evidence.whole(theirs, "label")))
            : new Score.Leaf(
                "peer-at-home", PEER_POINTS, List.of(Evidence.whole(theirs, "country"))));
  }

  /** Whether a score says that one stands at another stage of a value chain. */
  static boolean complements(Score score) {
    return score.parts().stream()
        .anyMatch(part -> part.criterion().equals(ValueChains.CRITERION) && part.points() > 0);
  }

  private boolean isAbroad(Cluster theirs) {
    return !theirs.identity().seat().country().equals(country);
  }

  private boolean holdsBronze(Cluster theirs) {
    return theirs
        .standing()
        .held(today)
        .map(Label::level)
        .filter(level -> level == LabelLevel.BRONZE)
        .isPresent();
  }

  private static Evidence labelOrCountry(Cluster theirs) {
    return Evidence.whole(theirs, theirs.field("label").isPresent() ? "label" : "country");
  }
}
