package dk.brobygger.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.DeadlineModel;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The deadlines of topics that the search and the details tell, each in its own way. */
class TopicDeadlinesTest extends TopicDetailsSite {

  /** Only dates: in the overview of the money, or in the actions. */
  private void dates(String identifier, String overview, String actions) {
    portal.detail(
        identifier,
        """
        {"TopicDetails": {"identifier": "%s", "ccm2Id": 815, "actions": [%s],
         "budgetOverviewJSONItem": {"budgetTopicActionMap": {"4711": [
           {"action": "OTHER-1 - RIA", "deadlineModel": "single-stage",
            "deadlineDates": ["2026-12-24"]},
           {"action": "%s - RIA"%s}]}}}}
        """
            .formatted(identifier, actions, identifier, overview));
  }

  private List<String> deadlines(String identifier) {
    return call(identifier).timetable().deadlines().stream()
        .map(one -> one.stage() + " " + one.at())
        .toList();
  }

  @Test
  void deadlinesThatTheSearchLeavesOut_areThoseOfTheDetails() {
    portal.show(List.of(row("T-1", "Wind", List.of())));
    dates(
        "T-1",
        ", \"deadlineModel\": \"two-stage\", \"plannedOpeningDate\": \"2027-03-04\","
            + " \"deadlineDates\": [\"2027-09-17\", \"2027-04-29\"]",
        "");
    crawl(DAY);
    assertThat(deadlines("T-1")).containsExactly("1 2027-04-29T17:00", "2 2027-09-17T17:00");
    Call call = call("T-1");
    assertThat(call.timetable().model()).isEqualTo(DeadlineModel.TWO_STAGE);
    assertThat(call.timetable().opens()).contains(LocalDate.parse("2027-03-04"));
    assertThat(
            call.provenance().claims().stream()
                .filter(claim -> claim.fields().contains("deadlines"))
                .map(claim -> claim.source().getPath()))
        .containsExactly("/data/topicDetails/t-1.json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"29 April 2027", "2027-04-29", "1808956800000"})
  void deadlineOfAnAction_isReadHoweverItIsWritten(String written) {
    portal.show(List.of(row("T-1", "Wind", List.of())));
    dates("T-1", "", "{\"deadlineDates\": [\"" + written + "\"]}");
    crawl(DAY);
    assertThat(deadlines("T-1")).containsExactly("1 2027-04-29T17:00");
  }

  @Test
  void deadlineThatCannotBeRead_leavesAllAsTheSearchShowsThem() {
    portal.show(List.of(row("T-1", "Wind")));
    dates("T-1", "", "{\"deadlineDates\": [\"29 April 2027\", \"see call document\"]}");
    crawl(DAY);
    assertThat(deadlines("T-1")).containsExactly("1 2027-09-15T17:00");
    assertThat(call("T-1").provenance().disagreements()).isEmpty();
  }

  @Test
  void detailsThatTellStages_addThemToTheDeadlineOfTheSearch() {
    portal.show(List.of(row("T-1", "Wind", List.of("2027-04-29T12:00:00.000+0000"))));
    dates(
        "T-1",
        ", \"deadlineModel\": \"two-stage\", \"deadlineDates\": [\"2027-04-29\", \"2027-09-17\"]",
        "");
    crawl(DAY);
    assertThat(deadlines("T-1")).containsExactly("1 2027-04-29T12:00", "2 2027-09-17T17:00");
    assertThat(call("T-1").provenance().disagreements()).isEmpty();
    assertThat(call("T-1").provenance().claims())
        .filteredOn(claim -> claim.fields().contains("deadlines"))
        .as("both sources")
        .hasSize(2);
  }

  @Test
  void otherDeadlinesInTheDetails_areADisagreementUntilTheyAgree() {
    portal.show(List.of(row("T-1", "Wind")));
    dates("T-1", ", \"deadlineDates\": [\"2027-10-01\"]", "");
    crawl(DAY);
    crawl(DAY.plusDays(1));
    assertThat(deadlines("T-1")).containsExactly("1 2027-09-15T17:00");
    assertThat(call("T-1").provenance().disagreements())
        .singleElement()
        .satisfies(other -> {
          assertThat(other.field()).isEqualTo("deadlines");
          assertThat(other.value()).contains("2027-10-01T17:00");
          assertThat(other.claim().source().getPath()).isEqualTo("/data/topicDetails/t-1.json");
          assertThat(other.claim().date()).isEqualTo(DAY);
        });
    portal.show(List.of(row("T-1", "Wind", List.of("2027-10-01T00:00:00.000+0000"))));
    crawl(DAY.plusDays(2));
    assertThat(deadlines("T-1")).containsExactly("1 2027-10-01T17:00");
    assertThat(call("T-1").provenance().disagreements()).isEmpty();
  }
}
