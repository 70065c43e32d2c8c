package dk.brobygger.search.match;

import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.search.score.Blocker;
import java.util.List;

/** The rules that keep an entry from being ranked as a partner, however well it fits. */
final class PartnerRules {

  private static final Blocker KIND =
      Blocker.of(
          "kind",
          "Only clusters are ranked as partners.",
          "Kun klynger kommer på listen over partnere.");

  private static final Blocker SELF =
      Blocker.of(
          "self",
          "It is the cluster that looks for partners.",
          "Det er klyngen, der søger partnere.");

  private static final Blocker UNWANTED =
      Blocker.of(
          "not-for-us",
          "You have said that it is not for you.",
          "I har sagt, at den ikke er noget for jer.");

  private PartnerRules() {}

  /**
   * The rules against one that was asked for; none where it can be ranked.
   *
   * @param seeker who looks for partners
   * @param asked the one
   * @param complements whether it stands at another stage of a value chain
   */
  static List<Blocker> against(Seeker seeker, Entry asked, boolean complements) {
    Cluster ours = seeker.cluster();
    if (!(asked instanceof Cluster theirs)) {
      return List.of(KIND);
    }
    return theirs.id().equals(ours.id())
        ? List.of(SELF)
        : new AtHome(ours, seeker.today()).against(theirs, complements).stream().toList();
  }

  /** What a seeker has itself said against one. */
  static List<Blocker> said(Seeker seeker, Cluster theirs) {
    return seeker.preferences().unwanted(theirs.id()) ? List.of(UNWANTED) : List.of();
  }
}
