package dk.brobygger.search.funding;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.Budget;
import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.CallFamily;
import dk.brobygger.corpus.entry.CallKind;
import dk.brobygger.corpus.entry.CallStatus;
import dk.brobygger.corpus.entry.Claim;
import dk.brobygger.corpus.entry.Consortium;
import dk.brobygger.corpus.entry.Deadline;
import dk.brobygger.corpus.entry.DeadlineModel;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.entry.Provenance;
import dk.brobygger.corpus.entry.Readiness;
import dk.brobygger.corpus.entry.Terms;
import dk.brobygger.corpus.entry.Texts;
import dk.brobygger.corpus.entry.Timetable;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.score.Blocker;
import dk.brobygger.search.score.Caution;
import dk.brobygger.search.score.Evidence;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LeadTimeTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-11-25");
  private static final String RULE = "at least two independent legal entities";
  private static final URI SOURCE = URI.create("https://calls.example.org/1");

  private static Call call(String programme, String type, Consortium consortium) {
    return new Call(
        EntryId.of("call/one"),
        CallKind.TOPIC,
        "one",
        "One",
        new CallFamily(programme, Optional.empty(), Optional.empty(), Optional.empty()),
        Texts.NONE,
        new Timetable(
            CallStatus.OPEN, Optional.empty(), DeadlineModel.SINGLE_STAGE, List.of(in(34))),
        new Terms(
            Optional.of(type).filter(said -> !said.isEmpty()),
            new Texts(Map.of(Language.EN, "Who applies: " + RULE + ".")),
            Budget.UNKNOWN,
            Readiness.UNKNOWN,
            List.of(),
            consortium,
            List.of()),
        List.of(),
        Optional.empty(),
        Provenance.of(
            new Claim(
                List.of("conditions", "consortium"),
                Optional.of(RULE),
                SOURCE,
                LocalDate.parse("2026-11-20"))));
  }

  private static Deadline in(int days) {
    return new Deadline(1, LocalDateTime.parse("2026-11-25T17:00").plusDays(days));
  }

  private static Optional<Caution> caution(
      String programme, String type, Consortium consortium, int days) {
    return LeadTime.caution(call(programme, type, consortium), in(days), TODAY);
  }

  private static String english(String programme, String type, Consortium consortium, int days) {
    return caution(programme, type, consortium, days)
        .map(one -> one.text().getOrDefault(Language.EN, ""))
        .orElse("");
  }

  @Test
  void statedConsortium_isQuotedFromTheCall_withItsSource() {
    Consortium two = new Consortium(Optional.of(2), Optional.empty(), Optional.empty());
    Caution caution = caution("LIFE", "", two, 34).orElseThrow();
    assertThat(caution.text())
        .containsEntry(Language.EN, "34 days left; an application by 2 partners usually takes 90.")
        .containsEntry(
            Language.DA, "34 dage tilbage; en ansøgning fra 2 partnere tager normalt 90.");
    Evidence words = caution.evidence().orElseThrow();
    assertThat(words.text()).isEqualTo(RULE);
    assertThat(words.source()).contains(SOURCE);
    assertThat(caution.source()).isPresent();
  }

  @Test
  void innovationActionOfHorizon_needsThree_byTheTypeOfActionThatIsQuoted() {
    String type = "HORIZON Innovation Actions";
    Caution caution = caution("HORIZON", type, Consortium.UNKNOWN, 89).orElseThrow();
    assertThat(caution.text().get(Language.EN))
        .startsWith("89 days left; an application by 3 partners from 3 countries, the general");
    assertThat(caution.evidence().map(Evidence::text)).contains(type);
    assertThat(caution("HORIZON", type, Consortium.UNKNOWN, 90)).isEmpty();
  }

  @Test
  void whoMayApplyAlone_needsFewerDays() {
    String type = "HORIZON Coordination and Support Actions";
    assertThat(caution("HORIZON", type, Consortium.UNKNOWN, 28)).isEmpty();
    assertThat(english("HORIZON", type, Consortium.UNKNOWN, 27))
        .isEqualTo("27 days left; even an application by one alone usually takes 28.");
    Consortium one = new Consortium(Optional.of(1), Optional.empty(), Optional.empty());
    assertThat(caution("HORIZON", "HORIZON Innovation Actions", one, 60)).isEmpty();
  }

  @Test
  void callThatSaysNothingOfApplicants_isNotToldAConsortium() {
    assertThat(caution("LIFE", "", Consortium.UNKNOWN, 60)).isEmpty();
    assertThat(caution("LIFE", "", Consortium.UNKNOWN, 20).orElseThrow().evidence()).isEmpty();
    assertThat(english("LIFE", "", Consortium.UNKNOWN, 20))
        .isEqualTo("20 days left; an application usually takes 28 or more.");
  }

  @Test
  void whoMustFindPartners_comesTooLateWithFewerThanFourWeeks_andIsToldTheDeadline() {
    Call call = call("HORIZON", "HORIZON Innovation Actions", Consortium.UNKNOWN);
    assertThat(LeadTime.tooLate(call, in(28), TODAY)).isEmpty();
    Blocker late = LeadTime.tooLate(call, in(27), TODAY).orElseThrow();
    assertThat(late.text().get(Language.EN))
        .startsWith("27 days left; 3 partners from 3 countries, the general rule")
        .endsWith(" should be found 28 days before the deadline.");
    assertThat(late.text().get(Language.DA)).startsWith("27 dage tilbage; 3 partnere fra 3 lande");
    assertThat(late.evidence().map(Evidence::field)).contains("deadlines");
  }

  @Test
  void whoMayApplyAlone_comesTooLateInTheLastWeek() {
    Call call = call("HORIZON", "HORIZON Coordination and Support Actions", Consortium.UNKNOWN);
    assertThat(LeadTime.tooLate(call, in(7), TODAY)).isEmpty();
    assertThat(LeadTime.tooLate(call, in(6), TODAY).orElseThrow().text().get(Language.EN))
        .startsWith("6 days left; ");
  }

  @Test
  void lastDays_areCountedInTheSingular() {
    assertThat(english("LIFE", "", Consortium.UNKNOWN, 0)).startsWith("No day left; ");
    assertThat(english("LIFE", "", Consortium.UNKNOWN, 1)).startsWith("1 day left; ");
  }
}
