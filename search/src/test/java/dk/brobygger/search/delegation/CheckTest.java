package dk.brobygger.search.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dk.brobygger.search.delegation.Fault.Rule;
import dk.brobygger.search.delegation.Plan.Meeting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {

  private static final Planner PLANNER = new Planner(System::nanoTime, Duration.ofSeconds(1));

  /** Rules of tables by number and of what must be, which the trial leaves to others. */
  private static final Set<Rule> NOT_TRIED =
      EnumSet.of(Rule.TABLE_TAKEN, Rule.MUST, Rule.MINIMUM, Rule.CONFIRMED);

  private static Delegation any(long seed) {
    return seed % 2 == 0 ? AnyDelegation.hard(seed) : AnyDelegation.real(seed, 6, 9, 30, 8);
  }

  /** Puts some wishes into any slot, as somebody might who looks at nothing. */
  private static Plan shaken(Delegation delegation, Plan plan, long seed) {
    Random random = new Random(seed);
    Plan shaken = plan;
    for (int i = 0; i <= random.nextInt(3); i++) {
      Delegation.Wish wish = delegation.wishes().get(random.nextInt(delegation.wishes().size()));
      Optional<String> slot =
          Optional.of(delegation.slots().get(random.nextInt(delegation.slots().size())).id())
              .filter(any -> random.nextInt(5) > 0);
      shaken = PLANNER.move(delegation, shaken, wish.delegate(), wish.host(), slot);
    }
    return shaken;
  }

  @Property(tries = 25)
  void planOfThePlanner_breaksNothing(@ForAll @LongRange(min = 0) long seed) {
    Delegation delegation = any(seed);
    assertThat(new Check(delegation).faults(PLANNER.plan(delegation))).isEmpty();
  }

  @Property(tries = 25)
  void planMadeByHand_isFaultyWhereATrialOfEveryRuleSaysSo(@ForAll @LongRange(min = 0) long seed) {
    Delegation delegation = any(seed);
    Plan plan = shaken(delegation, PLANNER.plan(delegation), seed);
    List<Fault> faults =
        new Check(delegation)
            .faults(plan).stream().filter(one -> !NOT_TRIED.contains(one.rule())).toList();
    assertThat(faults.isEmpty())
        .as("%s %s", faults, new Trial(delegation).broken(plan))
        .isEqualTo(new Trial(delegation).broken(plan).isEmpty());
  }

  @Property(tries = 10)
  void planMadeByHand_isWorthWhatItMeets_andMovedBackAsGood(@ForAll @LongRange(min = 0) long seed) {
    Delegation delegation = any(seed);
    Plan plan = PLANNER.plan(delegation);
    for (Meeting one : plan.meetings()) {
      Plan without = PLANNER.move(delegation, plan, one.delegate(), one.host(), Optional.empty());
      assertThat(without.meetings()).hasSize(plan.meetings().size() - 1);
      assertThat(without.value()).isLessThanOrEqualTo(plan.value());
      assertThat(without.unmet())
          .anyMatch(wish -> wish.host().equals(one.host()) && wish.why() == Plan.Why.LEFT_OUT);
      Plan back =
          PLANNER.move(delegation, without, one.delegate(), one.host(), Optional.of(one.slot()));
      assertThat(Change.between(plan.meetings(), back.meetings())).isEmpty();
      assertThat(back.value()).isEqualTo(plan.value());
      assertThat(new Check(delegation).faults(back)).isEmpty();
    }
  }

  @Test
  void fault_saysWhichRuleAndWhoIsInTheWay() {
    Delegation delegation =
        PlannerTest.small(
            1,
            "{'delegate':'d1','host':'h1','value':9,'confirmed':'s2'},"
                + "{'delegate':'d2','host':'h1','value':5},{'delegate':'d1','host':'h2','value':5},"
                + "{'delegate':'d2','host':'h2','value':7,'must':true}",
            "");
    List<Meeting> meetings =
        List.of(
            new Meeting("d1", "h1", "s1", OptionalInt.of(1)),
            new Meeting("d2", "h1", "s1", OptionalInt.of(1)),
            new Meeting("d1", "h2", "s2", OptionalInt.of(1)),
            new Meeting("d9", "h1", "s2", OptionalInt.empty()));
    Plan plan = PLANNER.judge(delegation, meetings, List.of());
    assertThat(new Check(delegation).faults(plan))
        .extracting(one -> one.delegate() + " " + one.rule() + " " + one.other().orElse("-"))
        .containsExactly(
            "d1 CONFIRMED s2",
            "d1 HOST_BUSY d2",
            "d1 TABLE_TAKEN d2",
            "d1 TRAVEL h2",
            "d1 TABLES bec",
            "d2 HOST_BUSY d1",
            "d2 TABLE_TAKEN d1",
            "d2 TABLES bec",
            "d1 LANGUAGE -",
            "d1 TRAVEL h1",
            "d9 UNKNOWN -",
            "d2 MUST -");
    assertThat(plan.proof()).isEqualTo(Plan.Proof.NONE);
  }

  @Test
  void movedMeeting_getsATableOfItsSite_andTheOthersKeepTheirs() {
    Delegation delegation =
        PlannerTest.small(
            2,
            "{'delegate':'d1','host':'h1','value':9},{'delegate':'d2','host':'h1','value':5}",
            "");
    Plan plan = PLANNER.plan(delegation);
    Plan moved =
        PLANNER.move(
            delegation, plan, plan.meetings().getLast().delegate(), "h1", Optional.of("s1"));
    assertThat(moved.meetings()).extracting(one -> one.table().orElse(0)).containsExactly(1, 2);
    assertThat(new Check(delegation).faults(moved))
        .extracting(Fault::rule)
        .containsOnly(Rule.HOST_BUSY);
  }

  @Test
  void independentJudge_findsAPlanBrokenWhereWeDo(@TempDir Path folder) throws Exception {
    Path judge = Path.of("../../shared/checks/verify_plan.py").toAbsolutePath().normalize();
    assumeTrue(Files.exists(judge), "no ../shared/checks here: the independent judge is left out");
    int broken = 0;
    for (long seed = 0; seed < 24; seed++) {
      Delegation delegation = any(seed);
      Plan plan = shaken(delegation, PLANNER.plan(delegation), seed);
      boolean faulty = !new Check(delegation).faults(plan).isEmpty();
      broken += faulty ? 1 : 0;
      assertThat(judged(judge, folder, delegation, plan)).as("seed " + seed).isEqualTo(faulty);
    }
    assertThat(broken).isBetween(5, 23);
  }

  private static boolean judged(Path judge, Path folder, Delegation delegation, Plan plan)
      throws IOException, InterruptedException {
    Path in = folder.resolve("in.json");
    Path out = folder.resolve("plan.json");
    Files.writeString(in, DelegationJson.of(delegation).toString());
    Files.writeString(out, PlanJson.of(plan).toString());
    Process process =
        new ProcessBuilder("python3", judge.toString(), in.toString(), out.toString())
            .redirectErrorStream(true)
            .start();
    List<String> said =
        new ArrayList<>(
            new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList());
    process.waitFor();
    said.removeLast();
    // It does not count what is broken as worth nothing, so that line is about the value only.
    said.removeIf(line -> line.startsWith("value is "));
    return !said.isEmpty();
  }
}
