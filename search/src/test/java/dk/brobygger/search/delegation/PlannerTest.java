package dk.brobygger.search.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dk.brobygger.search.delegation.Plan.Conflict;
import dk.brobygger.search.delegation.Plan.Proof;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlannerTest {

  private static final Planner PLANNER = new Planner(System::nanoTime, Duration.ofSeconds(3));

  private static Delegation read(String json) {
    try {
      return DelegationJson.read(
          new ByteArrayInputStream(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Two delegates, two hosts, two slots at one site with as many tables as are said. */
  static Delegation small(int tables, String wishes, String more) {
    return read(
        """
        {'timeZone':'Europe/Madrid',
         'slots':[{'id':'s1','start':'2027-03-02T09:00','end':'2027-03-02T09:20'},
                  {'id':'s2','start':'2027-03-02T09:25','end':'2027-03-02T09:45'}],
         'sites':[{'id':'bec','name':'BEC','tables':%d},{'id':'port','name':'Port','tables':9}],
         'travel':[{'from':'bec','to':'port','minutes':35}],
         'delegates':[{'id':'d1','name':'D','languages':['da','en']},{'id':'d2','name':'E'}],
         'hosts':[{'id':'h1','name':'H','site':'bec','languages':['es','en']},
                  {'id':'h2','name':'I','site':'port','languages':['es']}],
         'wishes':[%s] %s}
        """
            .formatted(tables, wishes, more));
  }

  private static String wish(String delegate, String host, int value, boolean must) {
    return "{'delegate':'%s','host':'%s','value':%d,'must':%b}"
        .formatted(delegate, host, value, must);
  }

  @Test
  void wishesThatFit_areMet_andTheOthersSayWhy() {
    Plan plan =
        PLANNER.plan(
            small(
                1,
                wish("d1", "h1", 10, false)
                    + ","
                    + wish("d2", "h1", 20, false)
                    + ","
                    + wish("d1", "h2", 99, false)
                    + ","
                    + wish("d2", "h2", 50, false),
                ",'vetoes':[{'delegate':'d2','host':'h2'}]"));
    assertThat(plan.value()).isEqualTo(30);
    assertThat(plan.bound()).isEqualTo(30);
    assertThat(plan.proof()).isEqualTo(Proof.OPTIMAL);
    assertThat(plan.unmet())
        .containsExactly(
            new Plan.Unmet("d1", "h2", Plan.Why.LANGUAGE),
            new Plan.Unmet("d2", "h2", Plan.Why.REFUSED));
  }

  @Test
  void travelThatTakesTooLong_keepsOneOfTwoMeetings_theMoreValuable() {
    Plan plan =
        PLANNER.plan(small(1, wish("d2", "h1", 20, false) + "," + wish("d2", "h2", 50, false), ""));
    assertThat(plan.meetings()).extracting(Plan.Meeting::host).containsExactly("h2");
    assertThat(plan.value()).isEqualTo(50);
  }

  @Test
  void mustsThatCannotHoldTogether_areNamed_andTheRestIsPlanned() {
    Plan plan =
        PLANNER.plan(
            small(
                1,
                wish("d2", "h1", 20, true)
                    + ","
                    + wish("d2", "h2", 50, true)
                    + ","
                    + wish("d1", "h1", 5, true),
                ""));
    assertThat(plan.conflict()).containsExactlyInAnyOrder(must("d2", "h1"), must("d2", "h2"));
    assertThat(plan.meetings()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"20, 50", "50, 20"})
  void ofMustsThatCannotHoldTogether_theWorthierIsKept_howeverLittleWasSearched(int one, int two) {
    long[] now = {0};
    Planner hasty = new Planner(() -> now[0] += 1_000_000_000, Duration.ofSeconds(1));
    Plan plan =
        hasty.plan(small(1, wish("d2", "h1", one, true) + "," + wish("d2", "h2", two, true), ""));
    assertThat(plan.value()).isEqualTo(50);
    assertThat(plan.bound()).isEqualTo(50);
  }

  private static Conflict must(String delegate, String host) {
    return new Conflict(Conflict.Kind.MUST, delegate, Optional.of(host));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'slots':[{ | is not JSON",
        "'slots':[] | timeZone is missing, must be a text",
        "'timeZone':'Mars','slots':[] | timeZone is \"Mars\", must be a zone such as"
            + " Europe/Copenhagen",
        "'timeZone':'UTC' | slots is missing, must be a list",
        "'timeZone':'UTC','slots':[{'id':'s','start':'now','end':'x'}] | slots 1: start is"
            + " \"now\", must be a time such as 2027-03-02T09:00",
        "'timeZone':'UTC','slots':[{'id':'s','start':'2027-03-02T09:00','end':'2027-03-02T09:00'}]"
            + " | slots 1: end of slot s is 2027-03-02T09:00, must be after 2027-03-02T09:00",
        "'timeZone':'UTC','slots':[],'delegates':[],'hosts':[],"
            + "'wishes':[{'delegate':'d','host':'h','value':101}] | wishes 1: value of the wish d"
            + " with h is 101.0, must be 0 to 100",
        "'timeZone':'UTC','slots':[],'delegates':[],'hosts':[],"
            + "'wishes':[{'delegate':'d','host':'h','value':1}] | delegate is \"d\", must be the"
            + " id of one that is there"
      })
  void whatIsNoDelegation_isRefusedInOneSentence(String json, String sentence) {
    assertThatThrownBy(() -> read("{" + json.replace("''", "'") + "}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(sentence);
  }

  @Property(tries = 60)
  void smallDelegation_isPlannedAsWellAsCanBe(@ForAll @LongRange(min = 0) long seed) {
    Delegation delegation = AnyDelegation.hard(seed);
    Plan plan = PLANNER.plan(delegation);
    Trial trial = new Trial(delegation);
    assertThat(trial.broken(plan)).isEmpty();
    assertThat(plan.proof()).isEqualTo(Proof.OPTIMAL);
    Set<Conflict> named = new HashSet<>(plan.conflict());
    assertThat(named.isEmpty()).isEqualTo(trial.most(Set.copyOf(trial.requirements())) >= 0);
    Set<Conflict> held = new HashSet<>(trial.requirements());
    held.removeIf(one -> !trial.holds(one, plan));
    assertThat(held).hasSize(trial.mostHeld());
    assertThat(plan.value()).isEqualTo(trial.mostOfLargest());
    assertThat(trial.worstOff(plan.meetings())).isEqualTo(trial.fairest(plan.value(), held));
  }

  @Property(tries = 60)
  void conflictOfOneGroup_isTheSmallest(@ForAll @LongRange(min = 0) long seed) {
    Delegation delegation = AnyDelegation.hard(seed);
    Trial trial = new Trial(delegation);
    Plan plan = PLANNER.plan(delegation);
    if (trial.requirements().size() - trial.mostHeld() == 1) {
      Conflict lost =
          plan.conflict().stream().filter(one -> !trial.holds(one, plan)).findFirst().orElseThrow();
      assertThat(plan.conflict()).hasSize(trial.smallestConflictWith(lost, plan));
      assertThat(trial.most(Set.copyOf(plan.conflict()))).isNegative();
    }
  }

  @Property(tries = 40)
  void planIsWorthWhatAnotherModelProves(@ForAll @LongRange(min = 0) long seed) {
    Delegation delegation =
        seed % 2 == 0 ? AnyDelegation.hard(seed) : AnyDelegation.real(seed, 8, 12, 50, 8);
    Plan plan = PLANNER.plan(delegation);
    OptionalDouble best = OtherModel.best(delegation);
    assertThat(plan.conflict().isEmpty()).isEqualTo(best.isPresent());
    if (best.isPresent()) {
      assertThat(plan.bound()).isGreaterThanOrEqualTo(best.getAsDouble());
      assertThat(plan.value()).isLessThanOrEqualTo(best.getAsDouble());
      if (plan.proof() == Proof.OPTIMAL) {
        assertThat(plan.value()).isEqualTo(best.getAsDouble());
        assertThat(plan.bound()).isEqualTo(best.getAsDouble());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"4, 12, 20, 80, 10", "5, 12, 20, 80, 10", "6, 16, 24, 100, 10"})
  void greaterPlan_isProvenToBeTheBest_andAnotherModelSaysTheSame(
      long seed, int delegates, int hosts, int wishes, int slots) {
    Delegation delegation = AnyDelegation.real(seed, delegates, hosts, wishes, slots);
    Plan plan = new Planner(System::nanoTime, Duration.ofSeconds(30)).plan(delegation);
    assertThat(plan.proof()).isEqualTo(Proof.OPTIMAL);
    assertThat(OtherModel.best(delegation)).hasValue(plan.value());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void hostThatCallsOff_changesItsOwnMeetingsOnly(long seed) {
    Delegation delegation = AnyDelegation.real(seed, 8, 12, 50, 8);
    Plan before = PLANNER.plan(delegation);
    Delegation changed = delegation.without("h0", Optional.of("s3"));
    Plan after = PLANNER.repair(changed, before.meetings());
    assertThat(new Trial(changed).broken(after)).isEmpty();
    List<Change> changes = Change.between(before.meetings(), after.meetings());
    assertThat(changes)
        .filteredOn(one -> one.before().isPresent())
        .allMatch(one -> one.host().equals("h0"));
    assertThat(after.meetings())
        .noneMatch(one -> one.host().equals("h0") && one.slot().compareTo("s3") >= 0);
    assertThat(after.value()).isLessThanOrEqualTo(after.bound());
  }

  @Test
  void hostThatCallsOff_changesNoOtherMeeting_howeverLittleTimeThereIs() {
    Delegation delegation = AnyDelegation.real(4, 40, 80, 600, 18);
    Planner hasty = new Planner(System::nanoTime, Duration.ofMillis(100));
    Plan before = hasty.plan(delegation);
    Delegation changed = delegation.without("h0", Optional.empty());
    Plan after = hasty.repair(changed, before.meetings());
    assertThat(new Trial(changed).broken(after)).isEmpty();
    assertThat(Change.between(before.meetings(), after.meetings()))
        .filteredOn(one -> one.before().isPresent())
        .allMatch(one -> one.host().equals("h0"));
  }

  @Test
  void confirmedMeeting_staysInItsSlot_alsoWhenOthersAreWorthMore() {
    String confirmed =
        "{'delegate':'d1','host':'h1','value':1,'confirmed':'s2'}," + wish("d2", "h1", 50, false);
    Delegation delegation = small(1, confirmed, "");
    Plan plan = PLANNER.plan(delegation);
    assertThat(plan.meetings())
        .extracting(one -> one.delegate() + " " + one.slot())
        .containsExactly("d2 s1", "d1 s2");
    Plan after =
        PLANNER.repair(
            small(1, confirmed, ",'vetoes':[{'delegate':'d2','host':'h1'}]"), plan.meetings());
    assertThat(after.meetings())
        .extracting(one -> one.delegate() + " " + one.slot())
        .containsExactly("d1 s2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"h1", "h2"})
  void repair_givesUpWhatIsGivenUpAlready(String kept) {
    // Either can be met, but not both, and repair is not free to choose anew.
    Delegation delegation =
        small(1, wish("d2", "h1", 20, true) + "," + wish("d2", "h2", 50, true), "");
    List<Plan.Meeting> before =
        List.of(new Plan.Meeting("d2", kept, "s1", java.util.OptionalInt.of(1)));
    Plan after = PLANNER.repair(delegation, before);
    assertThat(Change.between(before, after.meetings())).isEmpty();
    assertThat(after.conflict()).containsExactlyInAnyOrder(must("d2", "h1"), must("d2", "h2"));
    assertThat(after.bound()).as("the other could be kept").isGreaterThanOrEqualTo(50);
  }

  @Test
  void delegationAndPlan_areReadAsTheyAreWritten() throws IOException {
    Delegation delegation = AnyDelegation.real(3, 6, 9, 30, 8);
    assertThat(read(DelegationJson.of(delegation).toString())).isEqualTo(delegation);
    Plan plan = PLANNER.plan(delegation);
    byte[] written = PlanJson.of(plan).toString().getBytes(StandardCharsets.UTF_8);
    assertThat(PlanJson.plan(new ByteArrayInputStream(written))).isEqualTo(plan);
  }

  @Test
  void whoIsNotThere_cannotCallOff() {
    Delegation delegation = small(1, wish("d1", "h1", 1, false), "");
    assertThatThrownBy(() -> delegation.without("h9", Optional.empty()))
        .hasMessage("host is \"h9\", must be the id of one that is there");
    assertThatThrownBy(() -> delegation.without("h1", Optional.of("s9")))
        .hasMessage("slot is \"s9\", must be the id of one that is there");
  }

  @Test
  void manyMeetings_areWithinAHundredthOfTheOptimum() {
    Delegation delegation = AnyDelegation.real(1, 40, 80, 600, 18);
    Plan plan = new Planner(System::nanoTime, Duration.ofSeconds(2)).plan(delegation);
    assertThat(new Trial(delegation).broken(plan)).isEmpty();
    assertThat(plan.value()).isGreaterThanOrEqualTo(0.99 * plan.bound());
    assertThat(plan.proof()).isNotEqualTo(Proof.NONE);
  }

  @Test
  void independentJudge_findsNothingBroken(@TempDir Path folder) throws Exception {
    Path judge = Path.of("../../shared/checks/verify_plan.py").toAbsolutePath().normalize();
    assumeTrue(Files.exists(judge), "no ../shared/checks here: the independent judge is left out");
    for (long seed = 0; seed < 25; seed++) {
      Delegation delegation =
          seed % 2 == 0 ? AnyDelegation.hard(seed) : AnyDelegation.real(seed, 6, 9, 30, 8);
      Path in = folder.resolve(seed + ".json");
      Path out = folder.resolve(seed + ".plan.json");
      Files.writeString(in, DelegationJson.of(delegation).toString());
      Files.writeString(out, PlanJson.of(PLANNER.plan(delegation)).toString());
      Process process =
          new ProcessBuilder("python3", judge.toString(), in.toString(), out.toString())
              .redirectErrorStream(true)
              .start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(said).isZero();
    }
  }
}
