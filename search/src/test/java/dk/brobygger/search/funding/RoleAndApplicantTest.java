package dk.brobygger.search.funding;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.json.EntryJson;
import dk.brobygger.search.score.Blocker;
import dk.brobygger.search.score.Evidence;
import dk.brobygger.search.score.Score;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may apply, and which part in a call suits a cluster of which league. */
class RoleAndApplicantTest {

  private static Call call(String kind, String type) {
    return (Call)
        EntryJson.read(
            """
            {"id": "call/one", "name": "One", "programme": "P", "kind": "%s", "actionType": "%s"}\
            """
                .formatted(kind, type));
  }

  private static Cluster league(int league) {
    return (Cluster)
        EntryJson.read(
            """
            {"id": "cluster/x", "name": "X", "country": "DK", "league": %d}\
            """
                .formatted(league));
  }

  @ParameterizedTest
  @CsvSource({
    "topic, HORIZON Innovation Actions, 5, 2.5, 0",
    "topic, HORIZON Research and Innovation Actions, 0, 0, 0",
    "topic, HORIZON Coordination and Support Actions, 5, 5, 0",
    "cascade, Subgrants, 0, 5, 5",
    "national, Grants, 0, 5, 5",
  })
  void actionSuitsALeague(String kind, String type, double first, double second, double third) {
    ReadyCall ready = new ReadyCall(call(kind, type));
    assertThat(ready.role(league(1)).points()).isEqualTo(first);
    assertThat(ready.role(league(2)).points()).isEqualTo(second);
    assertThat(ready.role(league(3)).points()).isEqualTo(third);
    for (int league = 1; league <= 3; league++) {
      Score role = ready.role(league(league));
      assertThat(role.evidence()).hasSize(role.points() > 0 ? 1 : 0);
      assertThat(role.evidence()).map(Evidence::text).allMatch(type::equals);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "HORIZON TMA MSCA Postdoctoral Fellowships - European Fellowships, Postdoctoral Fellowships",
    "HORIZON ERC Grants, ERC Grants",
  })
  void grantOfOneResearcher_isNotForAClusterOrganisation(String type, String quoted) {
    Blocker blocker = Eligibility.blockers(league(2), call("topic", type)).getFirst();
    assertThat(blocker.rule()).isEqualTo("single-researcher");
    assertThat(blocker.evidence()).map(Evidence::text).contains(quoted);
  }

  @Test
  void doctoralNetwork_isForOrganisations() {
    assertThat(Eligibility.blockers(league(2), call("topic", "HORIZON TMA MSCA Doctoral Networks")))
        .isEmpty();
  }
}
