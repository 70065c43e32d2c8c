package dk.brobygger.indexer.extract;

import static dk.brobygger.indexer.extract.ExamplePages.call;
import static dk.brobygger.indexer.extract.ExamplePages.words;
import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.Budget;
import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.CallKind;
import dk.brobygger.corpus.entry.CallStatus;
import dk.brobygger.corpus.entry.Consortium;
import dk.brobygger.corpus.entry.Deadline;
import dk.brobygger.corpus.entry.DeadlineModel;
import dk.brobygger.corpus.entry.Readiness;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallPageTest {

  @Test
  void topic_isKnownByItsIdentifier() {
    Call call = call("horizon-topic");
    assertThat(call.id()).hasToString("call/HORIZON-CL5-2099-02-D3-99");
    assertThat(call.kind()).isEqualTo(CallKind.TOPIC);
    assertThat(call.family().programme()).isEqualTo("HORIZON");
    assertThat(call.name()).isEqualTo("Example floating wind farms in deep water");
    assertThat(call.terms().actionType()).contains("HORIZON Innovation Actions");
  }

  @Test
  void readiness_isThatOfTheProjects() {
    Call call = call("horizon-topic");
    assertThat(call.terms().readiness()).isEqualTo(new Readiness(Optional.of(5), Optional.of(8)));
    assertThat(words(call, "trl")).containsExactly("start at TRL 5-6", "achieve TRL 7-8");
  }

  @Test
  void budget_isThatOfThisTopicOnly() {
    Call call = call("horizon-topic");
    assertThat(call.terms().budget())
        .isEqualTo(
            new Budget(
                Optional.of(24_500_000L),
                Optional.of(3),
                Optional.of(7_000_000L),
                Optional.of(8_500_000L)));
  }

  @Test
  void consortium_isQuotedLimbByLimb() {
    Call call = call("horizon-topic");
    assertThat(call.terms().consortium())
        .isEqualTo(new Consortium(Optional.of(5), Optional.of(4), Optional.of(2)));
    assertThat(words(call, "consortium"))
        .containsExactly(
            "at least five independent legal entities",
            "from at least four different eligible countries",
            "at least two of them must be established in a Member State");
  }

  @Test
  void deadline_isNotThatOfQuestionsOrResults() {
    Call call = call("horizon-topic");
    assertThat(call.timetable().deadlines())
        .containsExactly(new Deadline(1, LocalDateTime.of(2099, 9, 17, 17, 0)));
    assertThat(call.timetable().opens()).contains(LocalDate.of(2099, 5, 5));
    assertThat(call.timetable().flag()).isEqualTo(CallStatus.FORTHCOMING);
  }

  @Test
  void roles_areThoseAskedFor() {
    assertThat(call("horizon-topic").terms().roles())
        .containsExactlyInAnyOrder("end-user", "sme", "public-authority");
  }

  @Test
  void danishScheme_isRead() {
    Call call = call("danish-scheme");
    assertThat(call.kind()).isEqualTo(CallKind.NATIONAL);
    assertThat(call.family().programme()).isEqualTo("DK");
    assertThat(call.timetable().opens()).contains(LocalDate.of(2099, 2, 3));
    assertThat(call.timetable().deadlines())
        .containsExactly(new Deadline(1, LocalDateTime.of(2099, 3, 20, 12, 0)));
    assertThat(call.terms().readiness()).isEqualTo(new Readiness(Optional.of(4), Optional.of(7)));
    assertThat(call.terms().budget())
        .isEqualTo(
            new Budget(
                Optional.of(12_000_000L),
                Optional.of(8),
                Optional.empty(),
                Optional.of(1_500_000L)));
    assertThat(call.terms().consortium())
        .isEqualTo(new Consortium(Optional.of(2), Optional.of(2), Optional.empty()));
    assertThat(call.terms().countries()).containsExactly("DK", "SE", "NO");
    assertThat(call.terms().roles()).containsExactlyInAnyOrder("research", "sme");
  }

  @Test
  void stages_areToldApart() {
    Call call = call("two-stage");
    assertThat(call.timetable().model()).isEqualTo(DeadlineModel.TWO_STAGE);
    assertThat(call.timetable().deadlines())
        .containsExactly(
            new Deadline(1, LocalDateTime.of(2098, 9, 4, 17, 0)),
            new Deadline(2, LocalDateTime.of(2099, 3, 5, 17, 0)));
    assertThat(words(call, "deadlines").getLast()).startsWith("Stage 2 (full proposal)");
    assertThat(call.terms().budget().most()).contains(10_000_000L);
  }

  @Test
  void cutOffs_areAllRead() {
    Call call = call("cut-offs");
    assertThat(call.timetable().model()).isEqualTo(DeadlineModel.MULTIPLE_CUT_OFF);
    assertThat(call.timetable().deadlines())
        .containsExactly(
            new Deadline(1, LocalDateTime.of(2099, 2, 15, 13, 0)),
            new Deadline(1, LocalDateTime.of(2099, 5, 15, 17, 0)),
            new Deadline(1, LocalDateTime.of(2099, 10, 15, 17, 0)));
  }

  @Test
  void restriction_namesItsCountries() {
    Call call = call("restricted");
    assertThat(call.terms().countries()).containsExactly("DK", "EE", "LV", "LT");
    assertThat(call.terms().budget().most()).contains(300_000L);
    assertThat(call.terms().consortium())
        .isEqualTo(new Consortium(Optional.of(2), Optional.of(2), Optional.empty()));
    assertThat(call.terms().roles()).containsExactlyInAnyOrder("sme", "research");
  }
}
