package dk.brobygger.search.funding;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.CallKind;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.vocabulary.Geography;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.score.Caution;
import dk.brobygger.search.score.Evidence;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * That those of a country far away may take part in Horizon Europe, but are not paid for it. It
 * costs no points: who has money of its own is welcome.
 */
final class OwnMoney {

  /** Regulation (EU) 2021/695, articles 22 and 23: who may take part, and who is paid. */
  private static final URI RULES = URI.create("https://eur-lex.europa.eu/eli/reg/2021/695/oj");

  private OwnMoney() {}

  /** What a cluster of such a country should think of; empty for others, and for other money. */
  static Optional<Caution> caution(Cluster cluster, Call call) {
    return call.kind() == CallKind.TOPIC
            && call.family().programme().equalsIgnoreCase("HORIZON")
            && Geography.paysItself(cluster.identity().seat().country())
        ? Optional.of(
            new Caution(
                "own-money",
                false,
                Map.of(
                    Language.EN,
                    "Partners of your country take part for their own money, as a rule.",
                    Language.DA,
                    "Partnere fra jeres land deltager som regel for egne penge."),
                Optional.of(Evidence.whole(call, "programme")),
                Optional.of(RULES)))
        : Optional.empty();
  }
}
