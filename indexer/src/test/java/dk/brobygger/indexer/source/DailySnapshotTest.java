package dk.brobygger.indexer.source;

import static dk.brobygger.indexer.source.Shown.call;
import static dk.brobygger.indexer.source.Shown.calls;
import static dk.brobygger.indexer.source.Shown.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dk.brobygger.corpus.entry.Budget;
import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.CallKind;
import dk.brobygger.corpus.entry.CallStatus;
import dk.brobygger.corpus.entry.Claim;
import dk.brobygger.corpus.entry.DeadlineModel;
import dk.brobygger.corpus.vocabulary.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DailySnapshotTest {

  @Test
  void topic_isReadWithAllItStates() {
    Call call = call("one-topic.json");
    assertThat(call.id()).hasToString("call/HORIZON-TEST-2026-01");
    assertThat(call.kind()).isEqualTo(CallKind.TOPIC);
    assertThat(call.name()).isEqualTo("Wind at sea");
    assertThat(call.family().programme()).isEqualTo("HORIZON");
    assertThat(call.family().callIdentifier()).contains("HORIZON-TEST-2026");
    assertThat(call.family().destination()).contains("Clean energy");
    assertThat(call.text().in(Language.EN)).contains("Turbines that float.");
    assertThat(call.timetable().opens()).contains(LocalDate.parse("2026-03-01"));
    assertThat(call.terms().actionType()).contains("HORIZON Innovation Actions");
    assertThat(call.terms().budget())
        .isEqualTo(
            new Budget(
                Optional.of(6_000_000L),
                Optional.of(2),
                Optional.of(2_000_000L),
                Optional.of(3_000_000L)));
  }

  @Test
  void claim_namesWhatTheTopicStatesAndTheDayOfTheSnapshot() {
    Call call = call("one-topic.json");
    Claim claim = call.provenance().claims().getFirst();
    assertThat(call.provenance().claims()).hasSize(1);
    assertThat(claim.date()).isEqualTo(LocalDate.parse("2026-03-13"));
    assertThat(claim.source()).isEqualTo(call.site().orElseThrow());
    assertThat(claim.fields())
        .contains("name", "text", "budget", "deadlines", "status", "actionType")
        .doesNotContain("id", "kind", "type", "claims", "keywords", "conditions")
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "one-topic-in-two-languages.json",
        "one-topic-in-two-languages-french-first.json",
        "old-copy-without-action-type.json"
      })
  void copiesOfOneTopic_areOneCallInEnglishWithActionType(String name) {
    assertThat(call(name).name()).isEqualTo("Wind at sea");
    assertThat(call(name).terms().actionType()).isPresent();
  }

  @Test
  void topicUnderTwoTitles_hasThatOfTheHighestReference() {
    assertThat(call("one-topic-under-two-titles.json").name()).isEqualTo("Wind at sea, new title");
  }

  @ParameterizedTest
  @ValueSource(strings = {"budget-of-zero.json", "budget-missing.json"})
  void budgetOfZero_isUnknown(String name) {
    assertThat(call(name).terms().budget()).isEqualTo(Budget.UNKNOWN);
    assertThat(call(name).provenance().claims().getFirst().fields()).doesNotContain("budget");
  }

  @ParameterizedTest
  @CsvSource({"deadline-at-midnight.json", "deadline-written-as-utc.json", "one-topic.json"})
  void deadline_isAtFiveInBrusselsWhateverIsWrittenBehindIt(String name) {
    var deadline = call(name).timetable().deadlines().getFirst();
    assertThat(deadline.at()).isEqualTo(LocalDateTime.parse("2026-09-15T17:00"));
    assertThat(deadline.instant()).isEqualTo(Instant.parse("2026-09-15T15:00:00Z"));
  }

  @Test
  void callWithoutDeadline_hasNone() {
    assertThat(call("deadline-missing.json").timetable().deadlines()).isEmpty();
  }

  @Test
  void flagOpen_isNotBelievedAfterTheDeadline() {
    Call call = call("flag-open-after-deadline.json");
    assertThat(call.timetable().flag()).isEqualTo(CallStatus.OPEN);
    assertThat(call.timetable().status(Instant.parse("2026-03-13T10:00:00Z")))
        .isEqualTo(CallStatus.CLOSED);
  }

  @Test
  void twoStageTopic_isClosedToNewcomersAfterItsFirstStage() {
    Call call = call("two-stage.json");
    assertThat(call.timetable().model()).isEqualTo(DeadlineModel.TWO_STAGE);
    assertThat(call.timetable().status(Instant.parse("2026-04-01T14:59:59Z")))
        .isEqualTo(CallStatus.OPEN);
    assertThat(call.timetable().status(Instant.parse("2026-04-01T15:00:00Z")))
        .isEqualTo(CallStatus.CLOSED);
  }

  @Test
  void cascadeCallsOfOneTopic_areTwoCallsUnderTheirOwnTitles() {
    assertThat(calls("cascade-calls-of-one-topic.json"))
        .extracting(call -> call.id().toString(), Call::name, Call::identifier)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "call/13501COMPETITIVE_CALL",
                "GreenMantis Innovation Support Scheme",
                "SMP-COSME-2024-CLUSTER-01"),
            org.assertj.core.groups.Tuple.tuple(
                "call/13502COMPETITIVE_CALL",
                "BlueBridge first open call",
                "SMP-COSME-2024-CLUSTER-01"));
  }

  @Test
  void externalAction_keepsTheSlashesOfItsIdentifier() {
    assertThat(call("external-action.json").id()).hasToString("call/EuropeAid/186661/DD/ACT/JM");
    assertThat(call("external-action.json").kind()).isEqualTo(CallKind.EXTERNAL);
  }

  @Test
  void strayHtml_isTakenOff() {
    Call call = call("stray-html.json");
    assertThat(call.name()).isEqualTo("Wind & waves at sea");
    assertThat(call.text().in(Language.EN).orElseThrow().lines().filter(line -> !line.isBlank()))
        .containsExactly("Turbines that float.", "Less than <5 % loss.", "Steel", "Rope");
  }

  @Test
  void doubleEncodedText_isMended() {
    Call call = call("double-encoded-text.json");
    assertThat(call.name()).isEqualTo("Ørsted’s “wind” – 5 °C");
    assertThat(call.text().in(Language.EN)).contains("Energía, façade, Łódź, Ελλάδα …");
  }

  @Test
  void refusedRecords_areNamedWithTheReasonAndTheRestGoesOn() {
    SourceFile file = file("refused-records-between-good-ones.json");
    assertThat(file.reading().entries())
        .map(entry -> entry.id().key())
        .containsExactly("1", "HORIZON-TEST-2026-01", "HORIZON-TEST-2026-12");
    assertThat(file.refused())
        .containsExactly(
            "50000002TOPICSen: identifier is missing, must be a text",
            "50000003TOPICSen: status is \"31094599\", must be 31094501, 31094502 or 31094503",
            "50000004TOPICSen: kind is \"0\", must be 1, 2 or 8",
            "50000005TOPICSen: deadlineDate is \"soon\", must be a date such as 2026-09-15",
            "50000006TOPICSen: startDate is \"2026\", must be a date such as 2026-09-15",
            "50000007TOPICSen: site is \"ftp://example.org/x\", must be an http or https address",
            "50000008TOPICSen: title says nothing, must be a text",
            "50000009TOPICSen: id is missing, must be a text",
            "50000010TOPICSen: id is \"call/X-"
                + "9".repeat(300)
                + "\", its key must be 1 to 200 characters without white space",
            "a grant without id: id is missing, must be a text");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "every-record-refused.json|holds no call: 50000001TOPICSen: title is missing, must be a"
            + " text",
        "generated-at-missing.json|generatedAt is missing before the grants",
        "generated-at-no-moment.json|generatedAt is \"yesterday\", must be a moment such as"
            + " 2026-04-02T05:49:12Z",
        "not-a-snapshot.json|grants is missing, must be a list: no daily snapshot",
        "list-of-grants.json|file is no JSON object, must be a daily snapshot",
        "two-snapshots-in-one.json|goes on after its object, must be one daily snapshot"
      })
  void whatIsNoSnapshot_isRefusedInOneSentence(String name, String sentence) {
    assertThatThrownBy(() -> file(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(sentence);
  }

  @Test
  void truncatedSnapshot_isNotRead() {
    assertThatThrownBy(() -> file("truncated.json"))
        .isInstanceOfAny(JsonProcessingException.class, java.io.UncheckedIOException.class);
  }
}
