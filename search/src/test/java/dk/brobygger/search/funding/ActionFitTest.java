package dk.brobygger.search.funding;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.json.EntryJson;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.Shelf;
import dk.brobygger.search.match.Profile;
import dk.brobygger.search.score.Caution;
import dk.brobygger.search.score.Evidence;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActionFitTest {

  private static final String INNOVATION = "HORIZON Innovation Actions";
  private static final String RESEARCH = "HORIZON Research and Innovation Actions";
  private static final String COORDINATION = "HORIZON Coordination and Support Actions";

  private static Call call(String programme, String type, String trl) {
    return (Call)
        EntryJson.read(
            """
            {"id":"call/one","name":"One","programme":"%s","actionType":"%s","trl":{%s},
             "text":{"en":"Outcome.\\nProjects may begin at TRL 4. They reach TRL 5-6 by the end."}}
            """
                .formatted(programme, type, trl));
  }

  private static List<Caution> cautions(String offers, Call call) {
    Cluster cluster =
        (Cluster)
            EntryJson.read(
                """
                {"id":"cluster/x","name":"X","country":"DK","offers":{"en":"%s"},
                 "seeks":{"en":"Partners at TRL 9."}}
                """
                    .formatted(offers));
    Profile profile = Profile.of(cluster, Shelf.TAGGER.mentions(cluster));
    return new ActionFit(cluster, profile, Shelf.VOCABULARY).cautions(call);
  }

  private static List<String> english(List<Caution> cautions) {
    return cautions.stream().map(one -> one.text().getOrDefault(Language.EN, "")).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "We work at TRL 1-3.|'start':4,'end':6|The call begins at TRL 4; your profile says “TRL"
            + " 1-3”.",
        "We work at TRL 7-9.|'end':6|The call ends at TRL 6; your profile says “TRL 7-9”.",
        "TRL 2-3 and TRL 5-6.|'start':4,'end':6|"
            + "The call goes from TRL 4 to 6, and your profile says “TRL 2-3”, “TRL 5-6”."
      })
  void levelsOfTheProfile_areHeldAgainstThoseOfTheCall(String offers, String trl, String said) {
    List<Caution> cautions = cautions(offers, call("LIFE", "", trl.replace('\'', '"')));
    assertThat(english(cautions)).containsExactly(said);
    assertThat(cautions.getFirst().favourable()).isEqualTo(said.contains("goes from"));
    assertThat(cautions.getFirst().evidence().map(Evidence::text))
        .contains("They reach TRL 5-6 by the end");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TRL-niveau 7-9",
        "TRL-niveauerne 7-9",
        "TRL niveau 7 til 9",
        "TRL levels 7-9",
        "TRL-level 7–9",
        "TRL: 7-9",
        "TRL 7 to 9",
        "TRL 7 and 9",
        "TRL 7 og 9",
        "TRL7/9",
        "TRLs 7 and TRL 9",
        "technology readiness levels (TRL) 7-9",
        "teknologisk modenhedsniveau 7-9"
      })
  void levels_areReadHoweverTheyAreWritten(String said) {
    for (String offers : List.of("We test at " + said + " in Odense.", "Vi er på " + said)) {
      assertThat(english(cautions(offers, call("LIFE", "", "\"end\":6"))))
          .containsExactly("The call ends at TRL 6; your profile says “" + said + "”.");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "We build boats.|'start':4,'end':6",
        "From TRL 3 on.|'start':4,'end':6",
        "TRL 3-5.|'end':6",
        "TRL 7-8.|'start':4",
        "TRL 1-3 and TRL 7-9.|'start':4,'end':6",
        "We test at TRL 3 and 8 partners.|'start':4,'end':6",
        "Vi er på TRL 3 og 8 medlemmer hjælper.|'start':4",
        "Vi er på TRL-niveau 3 og 25 medlemmer.|'start':4"
      })
  void whatIsNotCertain_isNotSaid(String offers, String trl) {
    assertThat(cautions(offers, call("LIFE", "", trl.replace('\'', '"')))).isEmpty();
  }

  @Test
  void researchAlone_isFarFromAnInnovationAction() {
    String offers = "Federated learning, reinforcement learning.";
    List<Caution> cautions = cautions(offers, call("HORIZON", INNOVATION, ""));
    assertThat(english(cautions))
        .singleElement()
        .asString()
        .startsWith("An innovation action is for new or better products")
        .contains("is research: ");
    assertThat(cautions.getFirst().favourable()).isFalse();
    assertThat(cautions.getFirst().evidence().map(Evidence::text)).contains(INNOVATION);
    assertThat(cautions.getFirst().source()).isPresent();
    assertThat(cautions(offers, call("HORIZON", RESEARCH, ""))).isEmpty();
    assertThat(cautions(offers + " Wind farm control.", call("HORIZON", INNOVATION, ""))).isEmpty();
    assertThat(cautions("Federated learning.", call("HORIZON", INNOVATION, ""))).isEmpty();
  }

  @Test
  void runningAndUsingAlone_isFarFromResearch() {
    String offers = "Blade repair, wind farm control.";
    assertThat(english(cautions(offers, call("HORIZON", RESEARCH, ""))))
        .singleElement()
        .asString()
        .startsWith("A research and innovation action is for new knowledge");
    assertThat(cautions(offers, call("HORIZON", INNOVATION, ""))).isEmpty();
  }

  @Test
  void coordinationAction_isForClusters_inHorizonEurope() {
    List<Caution> cautions = cautions("We build boats.", call("HORIZON", COORDINATION, ""));
    assertThat(cautions).singleElement().matches(Caution::favourable);
    assertThat(cautions("We build boats.", call("DIGITAL", COORDINATION, ""))).isEmpty();
  }

  @Test
  void readinessOfACall_isQuotedAsASentence_orNotAtAll() {
    assertThat(ReadinessWords.of(call("LIFE", "", "\"start\":4")).map(Evidence::text))
        .contains("Projects may begin at TRL 4");
    assertThat(ReadinessWords.of(call("LIFE", "", "\"end\":8"))).isEmpty();
  }
}
