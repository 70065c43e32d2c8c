package dk.brobygger.indexer.source;

import static dk.brobygger.indexer.source.Shown.call;
import static dk.brobygger.indexer.source.Shown.calls;
import static dk.brobygger.indexer.source.Shown.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.brobygger.corpus.entry.Budget;
import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.CallKind;
import dk.brobygger.corpus.entry.DeadlineModel;
import dk.brobygger.corpus.vocabulary.Language;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FullTextFileTest {

  @Test
  void topic_isReadWithItsConditions() {
    Call call = call("one-topic-with-wrong-stage.jsonl");
    assertThat(call.id()).hasToString("call/HORIZON-TEST-2026-01");
    assertThat(call.terms().conditions().in(Language.EN))
        .contains("Three partners in three countries.");
    assertThat(call.terms().actionType()).contains("HORIZON Innovation Actions");
    assertThat(call.terms().budget())
        .isEqualTo(
            new Budget(
                Optional.empty(),
                Optional.of(2),
                Optional.of(2_000_000L),
                Optional.of(3_000_000L)));
    assertThat(call.provenance().claims().getFirst().date()).isEqualTo(Shown.DAY);
  }

  @Test
  void stage_isNotBelieved() {
    assertThat(call("one-topic-with-wrong-stage.jsonl").timetable().model())
        .isEqualTo(DeadlineModel.SINGLE_STAGE);
  }

  @Test
  void model_isThatOfTheRecordOrElseOfTheIdentifier() {
    assertThat(calls("topics-of-every-model.jsonl"))
        .map(call -> call.timetable().model())
        .containsExactly(
            DeadlineModel.SINGLE_STAGE,
            DeadlineModel.TWO_STAGE,
            DeadlineModel.MULTIPLE_CUT_OFF,
            DeadlineModel.TWO_STAGE,
            DeadlineModel.SINGLE_STAGE);
  }

  @Test
  void deadlineOfADay_isAtFiveInBrussels() {
    assertThat(
            call("one-topic-with-wrong-stage.jsonl").timetable().deadlines().getFirst().instant())
        .isEqualTo(Instant.parse("2026-09-15T15:00:00Z"));
  }

  @Test
  void keywords_areWithoutIdentifiersAndOnceEach() {
    assertThat(call("one-topic-with-wrong-stage.jsonl").keywords())
        .containsExactly("Wind power", "Floating turbines");
  }

  @Test
  void copiesOfOneTopic_areOneCallWhateverTheirOrder() {
    assertThat(call("one-topic-in-two-languages.jsonl").name()).isEqualTo("Wind at sea");
    assertThat(call("one-topic-under-two-titles.jsonl").name()).isEqualTo("Wind at sea, new title");
  }

  @Test
  void budgetOfZero_isUnknown() {
    assertThat(call("budget-of-zero.jsonl").terms().budget()).isEqualTo(Budget.UNKNOWN);
  }

  @Test
  void doubleEncodedHtml_isMendedAndTakenOff() {
    Call call = call("double-encoded-html.jsonl");
    assertThat(call.text().in(Language.EN)).contains("“Wind” – the EU’s\nsea & air");
    assertThat(call.terms().conditions().in(Language.EN))
        .contains("Conditions1. Page limit – 40 pages");
  }

  @Test
  void reference_saysTheKind() {
    assertThat(calls("cascade-and-external.jsonl"))
        .extracting(call -> call.id().key(), Call::kind)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("13501COMPETITIVE_CALL", CallKind.CASCADE),
            org.assertj.core.groups.Tuple.tuple("13502COMPETITIVE_CALL", CallKind.CASCADE),
            org.assertj.core.groups.Tuple.tuple("EuropeAid/186661/DD/ACT/JM", CallKind.EXTERNAL));
  }

  @Test
  void refusedLines_areNamedByTheirNumberAndTheRestGoesOn() {
    SourceFile file = file("refused-lines-between-good-ones.jsonl");
    assertThat(file.reading().entries())
        .map(entry -> entry.id().key())
        .containsExactly("HORIZON-TEST-2026-01", "T-11");
    assertThat(file.refused())
        .hasSize(8)
        .satisfiesExactly(
            two -> assertThat(two).startsWith("line 2: is not JSON: "),
            four -> assertThat(four).startsWith("line 4: is not "),
            five -> assertThat(five).isEqualTo("line 5: topicId is missing, must be a text"),
            six -> assertThat(six).isEqualTo("line 6: topicId is missing, must be a text"),
            seven ->
                assertThat(seven)
                    .isEqualTo(
                        "line 7: callStatus is \"maybe\", must be forthcoming, open or closed"),
            eight ->
                assertThat(eight)
                    .isEqualTo("line 8: deadline is \"soon\", must be a date such as 2026-09-15"),
            nine -> assertThat(nine).isEqualTo("line 9: reference is missing, must be a text"),
            ten -> assertThat(ten).startsWith("line 10: is not "))
        .allSatisfy(sentence -> assertThat(sentence).doesNotContain("\n"));
  }

  @Test
  void topicOverWhichItsReaderStumbles_isRefusedAndTheRestGoesOn() throws IOException {
    try (InputStream in =
        FullTextFileTest.class.getResourceAsStream("refused-lines-between-good-ones.jsonl")) {
      SourceFile file =
          FullTextFile.read(
              in,
              Shown.DAY,
              (call, day) -> call.identifier().equals("T-11") ? endless(call) : call);
      assertThat(file.reading().entries())
          .map(entry -> entry.id().key())
          .containsExactly("HORIZON-TEST-2026-01");
      assertThat(file.refused())
          .hasSize(9)
          .anySatisfy(refused ->
              assertThat(refused).endsWith(": its reader stumbles: java.lang.StackOverflowError"));
    }
  }

  /** A loop over alternatives takes a part of the stack for every letter. */
  private static Call endless(Call call) {
    assertThat("x".repeat(1_000_000)).matches("(?:\\PZ|\\s)*");
    return call;
  }

  @Test
  void fileWithoutAnyTopic_isRefused() {
    assertThatThrownBy(() -> file("no-topics-at-all.jsonl"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("holds no call: line 1: is not JSON: ");
  }

  @Test
  void endlessRubbish_isGivenUp() {
    byte[] rubbish = "x\n".repeat(5_000).getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> FullTextFile.read(new ByteArrayInputStream(rubbish), Shown.DAY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("over 1000 records are no calls, the first is line 1: is not JSON");
  }
}
