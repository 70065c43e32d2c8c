package dk.brobygger.search.funding;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.CallKind;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.vocabulary.Geography;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.score.Caution;
import dk.brobygger.search.score.Evidence;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * That those of a country far away may take part in what the EU pays for, but are not paid for it
 * as a rule. It costs no points: who has money of its own is welcome.
 */
final class OwnMoney {

  /**
   * Countries whose organisations Horizon Europe does not pay as a rule: of those not associated
   * the rich ones, and the large ones that the list of those paid leaves out (Horizon Europe work
   * programme 2026-2027, General Annex B).
   */
  private static final Set<String> PAY_THEMSELVES =
      Set.of(
          "AE", "AU", "BH", "BN", "BR", "BY", "CL", "CN", "HK", "IN", "KW", "MO", "MX", "OM", "QA",
          "RU", "SA", "SG", "TW", "US", "UY");

  /** Associated to Euratom (work programme 2026-2027, as its topics say). */
  private static final Set<String> EURATOM = Set.of("CH", "UA");

  /** Associated to most other programmes: the EEA, and those who are or may become candidates. */
  private static final Set<String> NEIGHBOURS =
      Set.of("AL", "BA", "CH", "GE", "IS", "LI", "MD", "ME", "MK", "NO", "RS", "TR", "UA", "XK");

  private OwnMoney() {}

  /** Whether a call pays those of a country, as a rule. */
  static boolean pays(Call call, String country) {
    if (call.kind() != CallKind.TOPIC || Geography.isMemberState(country)) {
      return true;
    }
    return switch (call.family().programme()) {
      case "HORIZON" -> !PAY_THEMSELVES.contains(country);
      case "EURATOM" -> EURATOM.contains(country);
      default -> NEIGHBOURS.contains(country);
    };
  }

  /** What a cluster of such a country should think of; empty for others, and for other money. */
  static Optional<Caution> caution(Cluster cluster, Call call) {
    return pays(call, cluster.identity().seat().country())
        ? Optional.empty()
        : Optional.of(
            new Caution(
                "own-money",
                false,
                Map.of(
                    Language.EN,
                    "Partners of your country get no money from this programme, as a rule.",
                    Language.DA,
                    "Partnere fra jeres land får som regel ingen penge fra dette program."),
                Optional.of(Evidence.whole(call, "programme")),
                Optional.empty()));
  }
}
