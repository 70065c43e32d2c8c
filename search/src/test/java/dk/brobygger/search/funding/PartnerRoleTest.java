package dk.brobygger.search.funding;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.json.EntryJson;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.score.Caution;
import dk.brobygger.search.score.Evidence;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That a small cluster does not coordinate what several countries must apply for. */
class PartnerRoleTest {

  private static final LocalDate TODAY = LocalDate.of(2027, 3, 10);
  private static final String INNOVATION = "HORIZON Innovation Actions";
  private static final String THREE = "{\"entities\": 4, \"countries\": 3}";
  private static final String RULE = "four entities from three countries";

  private static Call call(String kind, String programme, String type, String consortium) {
    return (Call)
        EntryJson.read(
            """
            {"id": "call/one", "name": "One", "kind": "%s", "programme": "%s", "actionType": "%s",
             "consortium": %s, "conditions": {"en": "Who applies: %s."},
             "claims": [{"fields": ["consortium"], "words": "%s", "source": "https://example.org/",
                         "date": "2027-03-01"}]}
            """
                .formatted(kind, programme, type, consortium, RULE, RULE));
  }

  private static Optional<Caution> caution(String facts, Call call) {
    Cluster cluster =
        (Cluster)
            EntryJson.read(
                """
                {"id": "cluster/x", "name": "X", "country": "DK", %s}
                """
                    .formatted(facts));
    return PartnerRole.caution(cluster, call, TODAY);
  }

  private static Optional<Caution> small(Call call) {
    return caution("\"league\": 3", call);
  }

  @ParameterizedTest
  @ValueSource(strings = {INNOVATION, "HORIZON Research and Innovation Actions"})
  void smallCluster_isToldToJoinAnActionOfThreeCountries_byItsTypeThatIsQuoted(String type) {
    Caution caution = small(call("topic", "HORIZON", type, "{}")).orElseThrow();
    assertThat(caution.favourable()).isFalse();
    assertThat(caution.text())
        .containsEntry(
            Language.EN,
            "Take part as a partner, do not coordinate: an application by 3 partners from 3"
                + " countries, the general rule of Horizon Europe, is much for a small cluster to"
                + " lead.")
        .containsEntry(
            Language.DA,
            "Deltag som partner, og koordiner ikke: en ansøgning fra 3 partnere fra 3 lande, som er"
                + " hovedreglen i Horisont Europa, er meget at lede for en lille klynge.");
    assertThat(caution.evidence().map(Evidence::text)).contains(type);
  }

  @Test
  void countriesThatACallNames_areQuotedFromItsText() {
    Caution caution = small(call("topic", "LIFE", "Grants", THREE)).orElseThrow();
    assertThat(caution.text().get(Language.EN)).contains("by 4 partners from 3 countries is much");
    assertThat(caution.evidence().map(Evidence::text)).contains(RULE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "topic | HORIZON | HORIZON Coordination and Support Actions | {}",
        "topic | LIFE | Grants | {}",
        "topic | LIFE | Grants | {\"entities\": 2}",
        "topic | LIFE | Grants | {\"entities\": 2, \"countries\": 1}",
        "cascade | HORIZON | HORIZON Innovation Actions | {}",
        "national | NORDIC | Grants | {\"entities\": 4, \"countries\": 3}",
      })
  void whatOneOrOneCountryMayApplyFor_andWhatAsksLittle_needsNoCaution(
      String kind, String programme, String type, String consortium) {
    assertThat(small(call(kind, programme, type, consortium))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"league\": 1",
        "\"league\": 2",
        "\"league\": 2, \"label\": {\"level\": \"bronze\"}",
        "\"label\": {\"level\": \"silver\"}"
      })
  void largerCluster_mayCoordinate(String facts) {
    assertThat(caution(facts, call("topic", "HORIZON", INNOVATION, "{}"))).isEmpty();
  }
}
