package dk.brobygger.search.funding;

import static dk.brobygger.search.funding.EligibilityTest.call;
import static dk.brobygger.search.funding.EligibilityTest.cluster;
import static dk.brobygger.search.funding.EligibilityTest.told;
import static dk.brobygger.search.funding.EligibilityTest.topic;
import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.json.EntryJson;
import dk.brobygger.search.score.Caution;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Of which countries those must be who apply, and who of them is paid. */
class ApplicantCountriesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
  private static final Cluster DANISH = cluster("DK");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Financial support for start-ups registered in Estonia for new tools"
            + "|start-ups registered in Estonia",
        "Vouchers for SMEs established in Spain, Portugal or the Netherlands"
            + "|SMEs established in Spain, Portugal or the Netherlands",
        "Innovation Funding for Estonian Cybersecurity Companies for developing products"
            + "|Estonian Cybersecurity Companies",
        "Call for proposal for support to Slovenian and Croatian SCOs to campaigns"
            + "|Slovenian and Croatian SCOs",
        "Small Grants for Grassroots Coding Projects in Belgium and the Netherlands as part of EU"
            + " Code Week|Projects in Belgium and the Netherlands",
        "Støtte til virksomheder registreret i Norge og Island"
            + "|virksomheder registreret i Norge og Island"
      })
  void cascadeCall_whoseTitleNamesOtherCountries_isClosed(String title, String words) {
    Call call = call("cascade", title, "en", "Tools.", "Lump sum.");
    assertThat(told(DANISH, call)).isEqualTo("country: " + words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Open Call: Textile organisations in Athens and Rotterdam",
        "Open Call for Danish and Swedish SMEs",
        "Fostering Ukrainians' access to culture",
        "Call for Pilots within the European data space"
      })
  void cascadeCall_whoseTitleNamesNoOtherCountry_isOpen(String title) {
    assertThat(told(DANISH, call("cascade", title, "en", "Tools.", "Lump sum."))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CN|Entities established in China are excluded.|US DK",
        "CN|Legal entities established in China are not eligible to take part in Research and"
            + " Innovation Actions (RIAs) and Innovation Actions (IAs).|US UK",
        "UK|Participation is limited to legal entities established in Member States, Norway and"
            + " Iceland.|NO IS PL",
        "US|In this topic participation is limited to legal entities established in Member States"
            + " and Associated Countries.|UK TR DK",
        "TR|It is limited to legal entities established in Member States, Iceland and Norway and"
            + " the following additional associated countries: Canada, Israel, Republic of Korea,"
            + " New Zealand, Switzerland, and the United Kingdom.|KR UK NO NZ DK",
        "NO|It is limited to legal entities established in Member States and in countries"
            + " associated to the Euratom Research and Training Programme (Ukraine and"
            + " Switzerland).|UA CH DE"
      })
  void clustersOfCountriesThatTheRulesLeaveOut_mayNotApply(
      String country, String rule, String open) {
    Call call = topic("Tools.", "Lump sum. " + rule);
    assertThat(told(cluster(country), call)).startsWith("country: ");
    for (String one : open.split(" ")) {
      assertThat(told(cluster(one), call)).as(one).isEmpty();
    }
  }

  @Test
  void listOfCountriesThatGoesOnWithOthers_isNotRead() {
    Call call =
        topic(
            "Tools.",
            "Limited to legal entities established in Member States, associated countries, OECD"
                + " countries and MERCOSUR countries.");
    assertThat(told(cluster("US"), call)).isEmpty();
  }

  @Test
  void coordinationActions_areOpenToThoseWhomOnlyOtherActionsLeaveOut() {
    String rule =
        "Entities established in China are not eligible in Research and Innovation Actions and"
            + " Innovation Actions.";
    assertThat(told(cluster("CN"), typed("HORIZON Coordination and Support Actions", rule)))
        .isEmpty();
    assertThat(told(cluster("CN"), typed("HORIZON Innovation Actions", rule)))
        .isEqualTo("country: Entities established in China are not eligible");
  }

  private static Call typed(String type, String rule) {
    return (Call)
        EntryJson.read(
            """
            {"id": "call/one", "name": "One", "programme": "HORIZON", "actionType": "%s",
             "conditions": {"en": "%s"}}
            """
                .formatted(type, rule));
  }

  @Test
  void defence_isForTheUnionAndNorway_andItsIndustryForUkraineToo() {
    Call fund = (Call) EntryJson.read(defence("EDF-2026-RA"));
    Call industry = (Call) EntryJson.read(defence("EDF-EDIP-P-2027-LS-IRA-KEC"));
    assertThat(told(cluster("US"), fund)).isEqualTo("country: EDF");
    assertThat(told(cluster("UA"), fund)).isEqualTo("country: EDF");
    assertThat(told(cluster("UA"), industry)).isEmpty();
    assertThat(told(cluster("NO"), fund)).isEmpty();
    assertThat(told(DANISH, fund)).isEmpty();
  }

  private static String defence(String id) {
    return "{\"id\": \"call/%1$s\", \"identifier\": \"%1$s\", \"name\": \"One\",".formatted(id)
        + " \"programme\": \"EDF\"}";
  }

  @Test
  void clustersOfRichCountriesFarAway_takePartInHorizonEuropeForTheirOwnMoney() {
    Call call = typed("HORIZON Innovation Actions", "Lump sum.");
    assertThat(ReadyCall.of(call).cautions(cluster("US"), TODAY))
        .extracting(Caution::rule)
        .containsExactly("own-money");
    assertThat(ReadyCall.of(call).cautions(cluster("JP"), TODAY)).isEmpty();
    assertThat(ReadyCall.of(call).pays(cluster("US"))).isFalse();
    assertThat(ReadyCall.of(call).pays(cluster("JP"))).isTrue();
    assertThat(ReadyCall.of(call("national", "N", "en", "T.", "Lump sum.")).pays(cluster("US")))
        .isTrue();
  }

  @Test
  void otherProgrammes_payNeighboursOnly() {
    Call other = topic("T.", "Lump sum.");
    assertThat(ReadyCall.of(other).pays(cluster("JP"))).isFalse();
    assertThat(ReadyCall.of(other).pays(cluster("NO"))).isTrue();
    Call euratom =
        (Call)
            EntryJson.read("{\"id\": \"call/one\", \"name\": \"One\", \"programme\": \"EURATOM\"}");
    assertThat(ReadyCall.of(euratom).pays(cluster("NO"))).isFalse();
    assertThat(ReadyCall.of(euratom).pays(cluster("CH"))).isTrue();
  }

  @Test
  void clusterOfACountryThatIsNamed_mayApply() {
    Call call = topic("Tools.", "Open only to entities established in Norway and Sweden.");
    assertThat(told(cluster("SE"), topic("T.", "Only entities established in Norway and Sweden.")))
        .isEmpty();
    assertThat(told(DANISH, topic("T.", "Only entities established in Norway and Sweden.")))
        .isEqualTo("country: Only entities established in Norway and Sweden");
    assertThat(told(DANISH, call)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Participation is limited to legal entities established in Member States, Norway and"
            + " Iceland.",
        "Only entities established in Iceland, Norway or an associated country.",
        "Only entities established in Norway and Denmark.",
        "Entities established in China are not eligible.",
        "At least one entity established in Germany.",
        "SME registered in a Nordic country."
      })
  void countriesThatDoNotShutADaneOut_areNoRestriction(String rule) {
    assertThat(told(DANISH, topic("Tools.", rule))).isEmpty();
  }
}
