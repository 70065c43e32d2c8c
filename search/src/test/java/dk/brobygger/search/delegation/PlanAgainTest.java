package dk.brobygger.search.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.search.delegation.Plan.Conflict;
import dk.brobygger.search.delegation.Plan.Meeting;
import dk.brobygger.search.delegation.Plan.Proof;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Delegations that have a plan, and are planned again. */
class PlanAgainTest {

  private static final Planner PLANNER = new Planner(System::nanoTime, Duration.ofSeconds(3));

  /** Both delegates wish the one host who speaks with both, and there is time for both. */
  private static final String BOTH = wish("d1", "h1", 10) + "," + wish("d2", "h1", 10);

  private static String wish(String delegate, String host, int value) {
    return "{'delegate':'%s','host':'%s','value':%d}".formatted(delegate, host, value);
  }

  private static String must(String delegate, String host, int value) {
    return wish(delegate, host, value).replace("}", ",'must':true}");
  }

  private static Meeting meeting(String delegate, String host, String slot, int table) {
    return new Meeting(delegate, host, slot, OptionalInt.of(table));
  }

  private static List<String> told(List<Meeting> meetings) {
    return meetings.stream()
        .map(one -> one.delegate() + " " + one.host() + " " + one.slot())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"d1, d2, 1, 1", "d2, d1, 1, 1", "d1, d2, 2, 3", "d2, d1, 3, 2"})
  void planThatIsAsGood_staysInItsSlotsAndAtItsTables(
      String first, String second, int table, int other) {
    List<Meeting> before =
        List.of(meeting(first, "h1", "s1", table), meeting(second, "h1", "s2", other));
    Plan again = PLANNER.again(PlannerTest.small(3, BOTH, ""), before);
    assertThat(again.meetings()).isEqualTo(before);
    assertThat(again.value()).isEqualTo(20);
    assertThat(again.proof()).isEqualTo(Proof.OPTIMAL);
    assertThat(again.unmet()).isEmpty();
  }

  @Property(tries = 40)
  void planWhoseMeetingsWereMovedByHand_staysWhereItBreaksNothing(
      @ForAll @LongRange(min = 0) long seed) {
    Delegation delegation =
        seed % 2 == 0 ? AnyDelegation.hard(seed) : AnyDelegation.real(seed, 3, 3, 7, 8);
    Plan made = PLANNER.plan(delegation);
    List<Meeting> moved = moved(delegation, made, new Random(seed));
    Plan again = PLANNER.again(delegation, moved);
    assertThat(again.meetings()).containsExactlyInAnyOrderElementsOf(moved);
    assertThat(again.value()).isEqualTo(made.value());
    assertThat(again.bound()).isEqualTo(made.bound());
    assertThat(again.proof()).isEqualTo(Proof.OPTIMAL);
    assertThat(new Check(delegation).faults(again)).isEmpty();
  }

  /** Puts each meeting into any slot in which it breaks nothing. */
  private static List<Meeting> moved(Delegation delegation, Plan plan, Random random) {
    List<Meeting> moved = new ArrayList<>(plan.meetings());
    Check check = new Check(delegation);
    for (int place = 0; place < moved.size(); place++) {
      for (Delegation.Slot slot : delegation.slots()) {
        Meeting before = moved.get(place);
        Meeting there = new Meeting(before.delegate(), before.host(), slot.id(), before.table());
        moved.set(place, there);
        if (random.nextBoolean() || !check.faults(there, moved).isEmpty()) {
          moved.set(place, before);
        }
      }
    }
    return moved;
  }

  @Test
  void betterPlan_replacesTheEarlierOne() {
    Plan again =
        PLANNER.again(PlannerTest.small(1, BOTH, ""), List.of(meeting("d1", "h1", "s2", 1)));
    assertThat(again.meetings()).hasSize(2);
    assertThat(again.value()).isEqualTo(20);
  }

  @Test
  void planInWhichLessOfWhatMustBeHolds_isReplaced_thoughItIsWorthAsMuch() {
    Delegation delegation =
        PlannerTest.small(1, must("d1", "h1", 0) + "," + wish("d2", "h1", 10), "");
    Plan again = PLANNER.again(delegation, List.of(meeting("d2", "h1", "s1", 1)));
    assertThat(again.meetings()).hasSize(2);
    assertThat(again.conflict()).isEmpty();
  }

  @Test
  void fairerPlan_replacesOneThatIsWorthAsMuch() {
    String wishes = wish("d1", "h1", 10) + "," + wish("d2", "h1", 20) + "," + wish("d2", "h2", 10);
    Delegation delegation = PlannerTest.small(1, wishes, "").without("h1", Optional.of("s2"));
    Plan again = PLANNER.again(delegation, List.of(meeting("d2", "h1", "s1", 1)));
    assertThat(again.value()).isEqualTo(20);
    assertThat(again.meetings()).extracting(Meeting::delegate).containsOnly("d1", "d2");
  }

  @Test
  void planThatCannotBeNow_isReplaced() {
    Delegation delegation = PlannerTest.small(1, BOTH, "");
    List<Meeting> atOnce = List.of(meeting("d1", "h1", "s1", 1), meeting("d2", "h1", "s1", 1));
    Plan again = PLANNER.again(delegation, atOnce);
    assertThat(again.meetings()).extracting(Meeting::slot).containsExactly("s1", "s2");
    assertThat(new Check(delegation).faults(again)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"s1", "s2"})
  void meetingThatCannotBeNow_isOff_andTheOtherStays(String slot) {
    String other = slot.equals("s1") ? "s2" : "s1";
    Delegation changed = PlannerTest.small(1, BOTH, ",'vetoes':[{'delegate':'d2','host':'h1'}]");
    List<Meeting> before = List.of(meeting("d1", "h1", slot, 1), meeting("d2", "h1", other, 1));
    assertThat(told(PLANNER.again(changed, before).meetings())).containsExactly("d1 h1 " + slot);
  }

  @ParameterizedTest
  @CsvSource({"d9, h1, s1", "d1, h9, s1", "d1, h1, s9"})
  void planOfAnotherDelegation_countsForNothing(String delegate, String host, String slot) {
    Plan again =
        PLANNER.again(PlannerTest.small(1, BOTH, ""), List.of(meeting(delegate, host, slot, 1)));
    assertThat(again.meetings()).extracting(Meeting::delegate).contains("d1", "d2");
    assertThat(again.value()).isEqualTo(20);
  }

  @ParameterizedTest
  @ValueSource(strings = {"h1", "h2"})
  void ofMustsThatCannotHoldTogether_theOneThatWasKeptIsKept(String kept) {
    Delegation delegation =
        PlannerTest.small(1, must("d2", "h1", 20) + "," + must("d2", "h2", 20), "");
    List<Meeting> before = List.of(meeting("d2", kept, "s2", 1));
    Plan again = PLANNER.again(delegation, before);
    assertThat(again.meetings()).isEqualTo(before);
    assertThat(again.conflict())
        .extracting(Conflict::host)
        .containsExactlyInAnyOrder(Optional.of("h1"), Optional.of("h2"));
    assertThat(again.bound()).isEqualTo(20);
  }

  @Test
  void meetingAtATableThatIsGone_keepsItsSlotAndGetsAnother() {
    List<Meeting> before = List.of(meeting("d2", "h1", "s1", 3), meeting("d1", "h1", "s2", 3));
    Plan again = PLANNER.again(PlannerTest.small(1, BOTH, ""), before);
    assertThat(again.meetings())
        .containsExactly(meeting("d2", "h1", "s1", 1), meeting("d1", "h1", "s2", 1));
  }

  @Test
  void earlierPlan_staysWhereTheTimeIsTooShortForOneAsGood() {
    Delegation delegation = AnyDelegation.real(1, 40, 80, 600, 18);
    Plan before = new Planner(System::nanoTime, Duration.ofSeconds(2)).plan(delegation);
    Plan again =
        new Planner(System::nanoTime, Duration.ofMillis(100)).again(delegation, before.meetings());
    assertThat(again.value()).isGreaterThanOrEqualTo(before.value());
    assertThat(again.bound()).isGreaterThanOrEqualTo(again.value());
    assertThat(new Check(delegation).faults(again)).isEmpty();
  }
}
