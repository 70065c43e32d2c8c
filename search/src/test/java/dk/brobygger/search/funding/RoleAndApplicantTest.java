package dk.brobygger.search.funding;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.LabelLevel;
import dk.brobygger.corpus.json.EntryJson;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.language.CompetenceTagger;
import dk.brobygger.search.match.Profile;
import dk.brobygger.search.score.Blocker;
import dk.brobygger.search.score.Caution;
import dk.brobygger.search.score.Evidence;
import dk.brobygger.search.score.Score;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may apply, and which part in a call suits a cluster of which league and label. */
class RoleAndApplicantTest {

  private static final LocalDate TODAY = LocalDate.of(2027, 3, 10);

  private static Call call(String kind, String type) {
    return (Call)
        EntryJson.read(
            """
            {"id": "call/one", "name": "One", "programme": "P", "kind": "%s", "actionType": "%s"}\
            """
                .formatted(kind, type));
  }

  private static Cluster league(int league) {
    return cluster("\"league\": " + league);
  }

  private static Cluster labelled(String level, String until) {
    return cluster(
        "\"league\": 2, \"label\": {\"level\": \"%s\", \"validUntil\": \"%s\"}"
            .formatted(level, until));
  }

  private static Cluster cluster(String facts) {
    return (Cluster)
        EntryJson.read(
            """
            {"id": "cluster/x", "name": "X", "country": "DK", %s}\
            """
                .formatted(facts));
  }

  private static Score role(ReadyCall ready, Cluster cluster) {
    return ready.role(cluster.standing().maturity(TODAY));
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
    assertThat(role(ready, league(1)).points()).isEqualTo(first);
    assertThat(role(ready, league(2)).points()).isEqualTo(second);
    assertThat(role(ready, league(3)).points()).isEqualTo(third);
    for (int league = 1; league <= 3; league++) {
      Score role = role(ready, league(league));
      assertThat(role.evidence()).hasSize(role.points() > 0 ? 1 : 0);
      assertThat(role.evidence()).map(Evidence::text).allMatch(type::equals);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "topic, HORIZON Innovation Actions, 0, 2.5",
    "topic, HORIZON Research and Innovation Actions, 0, 0",
    "topic, HORIZON Coordination and Support Actions, 2.5, 5",
    "cascade, Subgrants, 5, 5",
    "national, Grants, 5, 5",
  })
  void bronzeOfLeagueTwo_beginsWithWhatAsksLittle_whileItHolds(
      String kind, String type, double bronze, double strong) {
    ReadyCall ready = new ReadyCall(call(kind, type));
    Score role = role(ready, labelled("bronze", "2027-03-10"));
    assertThat(role.points()).isEqualTo(bronze);
    assertThat(role.evidence())
        .map(Evidence::text)
        .hasSize(bronze > 0 ? 1 : 0)
        .allMatch(type::equals);
    assertThat(role(ready, labelled("silver", "2027-03-10")).points()).isEqualTo(strong);
    assertThat(role(ready, labelled("bronze", "2027-03-09")).points()).isEqualTo(strong);
  }

  @Test
  void labelThatIsSwitched_changesWhatSuits() {
    ReadyCall ready = new ReadyCall(call("topic", "HORIZON Innovation Actions"));
    assertThat(role(ready, league(2).labelled(Optional.of(LabelLevel.GOLD), TODAY)).points())
        .isEqualTo(5);
    assertThat(role(ready, league(2).labelled(Optional.of(LabelLevel.BRONZE), TODAY)).points())
        .isZero();
  }

  @Test
  void clusterOfNoLeague_isJudgedByItsLabelAlone() {
    ReadyCall ready = new ReadyCall(call("topic", "HORIZON Innovation Actions"));
    Cluster gold = cluster("\"label\": {\"level\": \"gold\"}");
    assertThat(role(ready, gold).points()).isEqualTo(5);
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

  @Test
  void moneyOfTheAccelerator_isToldToBeForSingleCompanies() {
    Caution caution =
        ReadyCall.of(call("topic", "HORIZON EIC Accelerator - Blended finance"))
            .applicants(league(2))
            .orElseThrow();
    assertThat(caution.text().get(Language.DA)).startsWith("En enkelt startup");
    assertThat(caution.evidence()).map(Evidence::text).contains("EIC Accelerator");
    assertThat(ReadyCall.of(call("topic", "HORIZON Innovation Actions")).applicants(league(2)))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "{\"en\": \"Founders only.\"}, Founders only.",
    "{\"en\": \"Founders only.\" ; \"da\": \"Kun founders.\"}, Kun founders."
  })
  void conditionsOfNationalMoney_areQuotedAsTheyWereWritten(String conditions, String quoted) {
    String json =
        """
        {"id": "call/one", "name": "One", "programme": "DK", "kind": "%s", "conditions": %s}\
        """;
    String written = conditions.replace(';', ',');
    Call national = (Call) EntryJson.read(json.formatted("national", written));
    assertThat(ReadyCall.of(national).applicants(league(2)).orElseThrow().evidence())
        .map(Evidence::text)
        .contains(quoted);
    Call topic = (Call) EntryJson.read(json.formatted("topic", written));
    assertThat(ReadyCall.of(topic).applicants(league(2))).isEmpty();
    assertThat(ReadyCall.of(call("national", "Grants")).applicants(league(2))).isEmpty();
  }

  @Test
  void topic_isNotAboutWhatItsWholeCallIsAboutBesides() {
    Call topic =
        (Call)
            EntryJson.read(
                """
                {"id": "call/one", "name": "Wave energy", "programme": "HORIZON", "kind": "topic",
                 "callTitle": "Batteries and energy"}
                """);
    Profile profile = Profile.of(topic, CompetenceTagger.shipped().mentions(topic));
    assertThat(profile.offered().values()).isNotEmpty();
    assertThat(profile.all().values())
        .extracting(said -> said.words().field())
        .containsOnly("name");
  }
}
