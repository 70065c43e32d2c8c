package dk.brobygger.search.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.json.EntryJson;
import dk.brobygger.corpus.store.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BulletinTest {

  private static final LocalDate DAY = LocalDate.parse("2026-04-02");
  private static final EntryId CALL = EntryId.of("call/X-1");

  /** What a source says of the one call. */
  private static Statement said(LocalDate day, String name, LocalDate deadline, String more) {
    return new Statement(
        1,
        "test",
        day,
        EntryJson.read(
            """
            {"type":"call","id":"call/X-1","kind":"topic","identifier":"X-1","name":"%s",
             "programme":"HORIZON","status":"open","deadlines":[{"stage":1,"at":"%sT17:00"}],
             "claims":[{"fields":["name"],"source":"https://ec.europa.eu/x","date":"%s"}]%s}
            """
                .formatted(name, deadline, day, more)));
  }

  private static Statement said(LocalDate day, LocalDate deadline) {
    return said(day, "Wind", deadline, "");
  }

  private static @Nullable News told(LocalDate day, Statement... statements) {
    return Bulletin.of(List.of(statements), day).news().get(CALL);
  }

  @Test
  void call_isNewOnTheDayItWasFirstStatedAndOnNoOther() {
    Statement first = said(DAY, DAY.plusDays(100));
    assertThat(told(DAY.minusDays(1), first)).isNull();
    assertThat(told(DAY, first)).isInstanceOf(News.Fresh.class);
    assertThat(told(DAY.plusDays(1), first)).isNull();
  }

  @Test
  void changedDeadline_isToldFromWhatToWhat() {
    News news = told(DAY, said(DAY.minusDays(9), DAY.plusDays(100)), said(DAY, DAY.plusDays(107)));
    assertThat(news).isInstanceOf(News.Changed.class);
    assertThat(((News.Changed) Objects.requireNonNull(news)).changes())
        .containsExactly(
            new Change(
                Change.Field.DEADLINE,
                java.util.Optional.of("2026-07-11T17:00"),
                "2026-07-18T17:00"));
  }

  @Test
  void otherCapitalsSignsAndTexts_areNewsOnlyToWhomItDidNotConcern() {
    Statement before = said(DAY.minusDays(9), "Wind - energy", DAY.plusDays(100), "");
    Statement after =
        said(DAY, "WIND – Energy", DAY.plusDays(100), ",\"text\":{\"en\":\"All new prose.\"}");
    assertThat(told(DAY, before, after)).isInstanceOf(News.Reworded.class);
  }

  @Test
  void factLeftOut_isNoChange() {
    String budget = ",\"budget\":{\"total\":5000000}";
    Statement with = said(DAY.minusDays(9), "Wind", DAY.plusDays(100), budget);
    Statement without = said(DAY.minusDays(1), "Wind", DAY.plusDays(100), "");
    Statement again = said(DAY, "Wind", DAY.plusDays(100), budget);
    assertThat(told(DAY.minusDays(1), with, without)).isNull();
    assertThat(told(DAY, with, without, again)).isNull();
  }

  @Test
  void reminders_comeOnFourDaysByTheCalendarOfBrussels() {
    // Summer time began on 29 March 2026, within the 30 days.
    LocalDate deadline = LocalDate.parse("2026-04-10");
    Statement stated = said(LocalDate.parse("2026-01-01"), deadline);
    List<Long> left = new ArrayList<>();
    for (LocalDate day = deadline.minusDays(60);
        day.isBefore(deadline.plusDays(3));
        day = day.plusDays(1)) {
      if (told(day, stated) instanceof News.Closing closing) {
        assertThat(closing.daysLeft()).isEqualTo(deadline.toEpochDay() - day.toEpochDay());
        left.add(closing.daysLeft());
      }
    }
    assertThat(left).containsExactly(30L, 14L, 7L, 1L);
  }

  @Test
  void closedCall_isInNoBulletin() {
    Statement stated = said(DAY, DAY.minusDays(1));
    assertThat(told(DAY, stated)).isNull();
  }

  @Test
  void outage_isCaughtUpInOneBulletin() {
    Statement first = said(DAY.minusDays(40), DAY.plusDays(12));
    News reminded =
        Objects.requireNonNull(Bulletin.of(List.of(first), DAY.minusDays(4), DAY).news().get(CALL));
    assertThat(reminded).isInstanceOf(News.Closing.class);
    assertThat(((News.Closing) reminded).daysLeft()).isEqualTo(12);
    Statement away = said(DAY.minusDays(2), DAY.plusDays(40));
    Statement back = said(DAY.minusDays(1), DAY.plusDays(12));
    assertThat(Bulletin.of(List.of(first, away, back), DAY.minusDays(3), DAY).news().get(CALL))
        .as("what came and went is no news")
        .isNotInstanceOf(News.Changed.class);
  }

  @Test
  void spanWithoutDays_isRefused() {
    assertThatThrownBy(() -> Bulletin.of(List.of(), DAY, DAY))
        .hasMessage("after is 2026-04-02, must be before 2026-04-02");
  }

  @Provide
  Arbitrary<List<Statement>> histories() {
    Arbitrary<Statement> one =
        Combinators.combine(
                Arbitraries.integers().between(0, 30), Arbitraries.integers().between(90, 93))
            .as((day, deadline) -> said(DAY.plusDays(day), DAY.plusDays(deadline)));
    return one.list()
        .ofMinSize(1)
        .ofMaxSize(6)
        .uniqueElements(Statement::day)
        .map(list -> list.stream().sorted(java.util.Comparator.comparing(Statement::day)).toList());
  }

  /** However one history is cut into spans, the changes told lead from its begin to its end. */
  @Property(tries = 300)
  void spans_tellTheCallOnceAndEveryLastingChange(
      @ForAll("histories") List<Statement> history,
      @ForAll @net.jqwik.api.constraints.IntRange(min = 1, max = 7) int span) {
    int fresh = 0;
    String deadline = "";
    for (LocalDate on = DAY.minusDays(1); on.isBefore(DAY.plusDays(45)); on = on.plusDays(span)) {
      @Nullable News news = Bulletin.of(history, on.minusDays(span), on).news().get(CALL);
      switch (news) {
        case News.Fresh told -> {
          fresh++;
          deadline = told.call().timetable().deadlines().getFirst().at().toString();
        }
        case News.Changed told -> {
          Change change = told.changes().getFirst();
          assertThat(change.from()).contains(deadline);
          deadline = change.to();
        }
        case News.Closing told -> throw new AssertionError("too early: " + told);
        case News.Reworded told -> throw new AssertionError("not reworded: " + told);
        case null -> {}
      }
    }
    assertThat(fresh).isOne();
    assertThat(deadline)
        .isEqualTo(
            ((dk.brobygger.corpus.entry.Call) history.getLast().entry())
                .timetable()
                .deadlines()
                .getFirst()
                .at()
                .toString());
  }
}
