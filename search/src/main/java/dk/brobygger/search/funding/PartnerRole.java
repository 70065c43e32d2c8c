package dk.brobygger.search.funding;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.CallKind;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Maturity;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.score.Caution;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * That a small or local cluster joins what several countries must apply for, and does not
 * coordinate it. It costs no points: the call still fits.
 */
final class PartnerRole {

  private PartnerRole() {}

  /**
   * What a small cluster should think of; empty for others, and where the call does not say that
   * several countries are needed, nor its type of action.
   *
   * @param cluster who would apply
   * @param call for what; cascade and national calls ask little enough for all
   * @param today the day labels are judged on
   */
  static Optional<Caution> caution(Cluster cluster, Call call, LocalDate today) {
    if (cluster.standing().maturity(today) != Maturity.SMALL
        || call.kind() == CallKind.CASCADE
        || call.kind() == CallKind.NATIONAL) {
      return Optional.empty();
    }
    return Optional.of(Applicants.of(call))
        .filter(Applicants::ofSeveralCountries)
        .map(PartnerRole::caution);
  }

  private static Caution caution(Applicants applicants) {
    return new Caution(
        "partner-role",
        false,
        Map.of(
            Language.EN,
            "Take part as a partner, do not coordinate: an application by "
                + applicants.english()
                + " is much for a small cluster to lead.",
            Language.DA,
            "Deltag som partner, og koordiner ikke: en ansøgning fra "
                + applicants.danish()
                + " er meget at lede for en lille klynge."),
        applicants.evidence(),
        Optional.empty());
  }
}
