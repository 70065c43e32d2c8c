package dk.brobygger.search.match;

import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.search.score.Blocker;
import dk.brobygger.search.score.Evidence;
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

  private static final Blocker COUNTRY =
      Blocker.of(
          "country",
          "Partners are looked for abroad, and it is at home in the same country.",
          "Partnere søges i udlandet, og den hører hjemme i samme land.");

  private static final Blocker UNWANTED =
      Blocker.of(
          "not-for-us",
          "You have said that it is not for you.",
          "I har sagt, at den ikke er noget for jer.");

  private PartnerRules() {}

  /** The rules against one that was asked for; none where it can be ranked. */
  static List<Blocker> against(Cluster ours, Entry asked) {
    if (!(asked instanceof Cluster theirs)) {
      return List.of(KIND);
    }
    if (theirs.id().equals(ours.id())) {
      return List.of(SELF);
    }
    return theirs.identity().seat().country().equals(ours.identity().seat().country())
        ? List.of(COUNTRY.by(Evidence.whole(theirs, "country")))
        : List.of();
  }

  /** What a seeker has itself said against one. */
  static List<Blocker> said(Seeker seeker, Cluster theirs) {
    return seeker.preferences().unwanted(theirs.id()) ? List.of(UNWANTED) : List.of();
  }
}
