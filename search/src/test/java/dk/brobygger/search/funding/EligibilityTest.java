package dk.brobygger.search.funding;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.json.EntryJson;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.score.Blocker;
import dk.brobygger.search.score.Caution;
import dk.brobygger.search.score.Evidence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may apply, as calls say it in their own words. */
class EligibilityTest {

  private static final Cluster DANISH = cluster("DK");

  static Cluster cluster(String country) {
    return (Cluster)
        EntryJson.read(
            "{\"id\": \"cluster/x\", \"name\": \"X\", \"country\": \"%s\"}".formatted(country));
  }

  static Call call(String kind, String name, String language, String text, String rules) {
    return (Call)
        EntryJson.read(
            """
            {"id": "call/one", "name": "%s", "programme": "P", "kind": "%s",
             "text": {"%3$s": "%4$s"}, "conditions": {"%3$s": "%5$s"}}
            """
                .formatted(name, kind, language, text, rules));
  }

  static Call topic(String text, String rules) {
    return call("topic", "One", "en", text, rules);
  }

  static String told(Cluster cluster, Call call) {
    List<Blocker> blockers = Eligibility.blockers(cluster, call);
    assertThat(blockers.isEmpty() || ReadyCall.of(call).applicants(cluster).isEmpty()).isTrue();
    for (Blocker blocker : blockers) {
      assertThat(blocker.text()).containsOnlyKeys(Language.EN, Language.DA);
    }
    return blockers.stream()
        .map(one -> one.rule() + ": " + one.evidence().map(Evidence::text).orElseThrow())
        .findFirst()
        .orElse("");
  }

  private static Optional<Caution> caution(Call call) {
    assertThat(Eligibility.blockers(DANISH, call)).isEmpty();
    return ReadyCall.of(call).applicants(DANISH);
  }

  private static String quoted(Call call) {
    return caution(call).flatMap(Caution::evidence).map(Evidence::text).orElse("");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Only for the consortium of the running partnership; 30 %."
            + "|Only for the consortium of the running partnership",
        "Only the coordinators of the consortium funded in 2024 can apply."
            + "|Only the coordinators of the consortium funded in 2024 can apply",
        "The proposal must be submitted by the coordinator of the consortium funded under X-01."
            + "|must be submitted by the coordinator of the consortium funded under X-01",
        "The grant goes to an identified beneficiary.|identified beneficiary",
        "Grants are awarded to named beneficiaries.|to named beneficiaries",
        "Only invited consortia could submit.|Only invited consortia",
        "Applications by invitation only.|by invitation only",
        "Kun for konsortiet bag det løbende partnerskab.|"
            + "Kun for konsortiet bag det løbende partnerskab",
        "Kun inviterede konsortier kan søge.|Kun inviterede konsortier"
      })
  void callForThoseWhoAreChosen_isClosedToOthers_inTheWordsOfTheCall(String rule, String words) {
    assertThat(told(DANISH, topic("Farming.", rule))).isEqualTo("running-action: " + words);
    assertThat(told(DANISH, topic(rule, "Lump sum."))).isEqualTo("running-action: " + words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Not only for the consortium of the partnership but for all.",
        "The draft guidance for participation in restricted calls applies.",
        "Proposals must build on what the consortium of the partnership funded.",
        "Applicants are invited to consider synergies.",
        "A consortium is needed.",
        "The coordinator of the consortium must be a company."
      })
  void wordsThatOnlySoundLikeARestriction_areNone(String rule) {
    assertThat(told(DANISH, topic("Farming.", rule))).isEmpty();
    assertThat(caution(topic("Farming.", rule))).isEmpty();
  }

  @Test
  void runningProject_thatMayTakePartnersUp_canBeJoined() {
    Call call =
        topic(
            "Materials.",
            "The proposal must be submitted by the coordinator of the consortium funded under X. It"
                + " may include additional partners.");
    assertThat(quoted(call)).startsWith("must be submitted by the coordinator");
    assertThat(caution(call).orElseThrow().text().get(Language.DA)).endsWith("spørg dem.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FuseNet Support of Master Students going on an internship abroad|internship",
        "FuseNet Support of Master Students in attending Educational Events|Master Students",
        "Phortify Grants for Master Thesis Project|Master Thesis",
        "Financial support for Master’s Thesis mobility in companies|Master’s Thesis",
        "INDUSAC OPEN CALL FOR STUDENTS AND RESEARCHERS|STUDENTS",
        "AI4CI - Fee waivers for Ulm University|Fee waivers",
        "The Digital Humanism Summer School 2026|Summer School",
        "Second Call for Proposals for Individual Grants|Individual Grants"
      })
  void cascadeCall_whoseTitleSaysThatItIsForPersons_isClosed(String title, String words) {
    assertThat(told(DANISH, call("cascade", title, "en", "Tools.", "Lump sum.")))
        .isEqualTo("person: " + words);
    assertThat(told(DANISH, call("topic", title, "en", "Tools.", "Lump sum."))).isEmpty();
  }

  @Test
  void moneyOfFounders_isForPersons() {
    String rule = "Founders med en afsluttet videregående uddannelse.";
    assertThat(told(DANISH, call("national", "One", "da", "Penge.", rule)))
        .isEqualTo("person: Founders med en afsluttet videregående uddannelse");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Based on an agreement with a procurement agent appointed by those Member States for it."
            + "|procurement agent appointed by those Member States",
        "The results should contribute to support common procurement, leading to cooperation."
            + "|contribute to support common procurement"
      })
  void moneyForWhatStatesBuyTogether_isForStates(String text, String words) {
    assertThat(told(DANISH, topic(text, "Lump sum."))).isEqualTo("states: " + words);
  }

  @Test
  void moneyForASingleApplicantOfAWideningCountry_isClosedToOthers_andOpenToThese() {
    Call sample =
        topic(
            "Prepares deep-tech SMEs in widening countries for the EIC Accelerator.",
            "A single SME applies; no consortium.");
    assertThat(told(DANISH, sample)).isEqualTo("widening-only: SMEs in widening countries");
    assertThat(told(cluster("PL"), sample)).isEmpty();
    Call portal =
        topic(
            "Deep-tech startups in the Widening countries.",
            "Applications may only be submitted by one legal entity (mono-beneficiary).The"
                + " following applies:Beneficiaries must be a small and medium enterprise (SME)"
                + " established in a Horizon Europe Widening country.");
    assertThat(told(DANISH, portal))
        .isEqualTo("widening-only: SME) established in a Horizon Europe Widening country");
    Call fellowship =
        topic("Fellows.", "The host organisation must be located in a Widening country.");
    assertThat(told(DANISH, fellowship)).startsWith("widening-only: host organisation must be");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Participation as coordinators is limited to legal entities established in Widening"
            + " countries.|coordinators is limited to legal entities established in Widening"
            + " countries",
        "Links institutions of the Widening countries acting as co-ordinators with others."
            + "|Widening countries acting as co-ordinators",
        "A research institution in a widening country works with two others."
            + "|in a widening country works with"
      })
  void consortiumLedFromAWideningCountry_isOpenToPartners(String text, String words) {
    Call call = topic(text, "Lump sum.");
    assertThat(quoted(call)).isEqualTo(words);
    assertThat(caution(call).orElseThrow().text().get(Language.EN)).endsWith("as a partner.");
    assertThat(ReadyCall.of(call).applicants(cluster("PL"))).isEmpty();
    assertThat(caution(topic("Exchange with SMEs in widening countries.", "Lump sum."))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|Employees of universities and hospitals; a host pays."
            + "|Employees of universities and hospitals",
        "da|Ansatte ved universiteter og hospitaler; en vært betaler."
            + "|Ansatte ved universiteter og hospitaler",
        "en|Two to eight years after the PhD.|Two to eight years after the PhD",
        "da|To til otte år efter ph.d.-graden.|To til otte år efter ph.d.-graden",
        "da|Ph.d.-grad mindst otte år før fristen.|Ph.d.-grad mindst otte år før fristen",
        "da|Ansøgeren er ansat som forsker på et hospital.|Ansøgeren er ansat som forsker"
      })
  void nationalMoneyOfAResearcher_isNotForAClusterOrganisation(
      String language, String rule, String words) {
    assertThat(told(DANISH, call("national", "One", language, "Money.", rule)))
        .isEqualTo("single-researcher: " + words);
    assertThat(told(DANISH, call("topic", "One", language, "Money.", rule))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|Company or public organisation, and a candidate with a PhD no more than five years"
            + " old.",
        "da|Virksomhed og en kandidat med en ph.d., der højst er fem år gammel.",
        "en|A consortium of companies and employees of universities."
      })
  void organisationThatEmploysAResearcher_mayApply(String language, String rule) {
    assertThat(caution(call("national", "One", language, "Money.", rule))).isPresent();
  }

  @Test
  void prizesAndScholarships_areForPersons() {
    assertThat(
            told(
                DANISH,
                topic(
                    "A prize.",
                    "In order to be eligible, the applicants must:be a" + " natural person.")))
        .isEqualTo("person: applicants must:be a natural person");
    assertThat(told(DANISH, call("cascade", "AI Scholarship Call", "en", "Money.", "Lump sum.")))
        .isEqualTo("person: Scholarship");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cascade|Single micro, small or medium-sized company in an EU or EEA country."
            + "|Single micro, small or medium-sized company|you cannot.",
        "topic|A single SME applies; no consortium.|A single SME applies|you cannot.",
        "cascade|SMEs and start-ups; 70 % of costs.|SMEs and start-ups|you hardly can.",
        "cascade|Women-led start-ups, six months old.|Women-led start-ups, six months old"
            + "|you hardly can.",
        "national|Dansk SMV med 250.000 kr. i kassen.|Dansk SMV med 250.000 kr. i kassen|you hardly"
            + " can.",
        "topic|Only projects on the list of PCIs; 50 %.|Only projects on the list of PCIs"
            + "|have one there.",
        "topic|End-users and public procurers from several countries are invited to submit."
            + "|public procurers from several countries are invited to submit|what is bought.",
        "topic|It is run as a co-funding action for organisations that recruit."
            + "|co-funding action for|for their calls.",
        "topic|Together cancer charities and funding agencies across the EU organise, fund and"
            + " implement calls.|charities and funding agencies across the EU organise, fund and"
            + " implement|for their calls."
      })
  void moneyOfCompanies_isToldToBeForMembers(String kind, String rule, String words, String end) {
    Caution caution = caution(call(kind, "One", "en", "Money.", rule)).orElseThrow();
    assertThat(caution.rule()).isEqualTo("applicant");
    assertThat(caution.evidence()).map(Evidence::text).contains(words);
    assertThat(caution.text().get(Language.EN)).endsWith(end);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Support will be given to independent European production companies able to develop."
            + "|given to independent European production companies",
        "The action grants are aimed at financial intermediaries that invest."
            + "|aimed at financial intermediaries"
      })
  void moneyOfOneKindOfCompany_isToldToBeForMembersThatAreSuch(String text, String words) {
    assertThat(quoted(topic(text, "Lump sum."))).isEqualTo(words);
    assertThat(caution(topic(text, "Lump sum.")).orElseThrow().text().get(Language.EN))
        .contains("of one kind");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Start-up packages of 2 years for consortia.",
        "Led by an innovative SME; at least two partners.",
        "Companies and knowledge institutions.",
        "SMEs, clusters and universities."
      })
  void moneyForOthersToo_isNotToldToBeForCompaniesAlone(String rule) {
    assertThat(caution(topic("Money.", rule))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "HORIZON Pre-commercial Procurement, Pre-commercial Procurement",
    "HORIZON Public Procurement of Innovative Solutions, Public Procurement of Innovative",
    "HORIZON Programme Cofund Actions, Cofund"
  })
  void actionOfBuyersOrFunders_isToldToBeOne_byItsType(String type, String words) {
    Call call =
        (Call)
            EntryJson.read(
                """
                {"id": "call/one", "name": "One", "programme": "HORIZON", "kind": "topic",
                 "actionType": "%s"}
                """
                    .formatted(type));
    Caution caution = caution(call).orElseThrow();
    assertThat(caution.evidence()).map(Evidence::text).contains(words);
    assertThat(caution.source()).isPresent();
    assertThat(caution.text()).isNotEqualTo(Map.of());
  }
}
