package dk.brobygger.web;

import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import dk.brobygger.search.Desk;
import dk.brobygger.search.delegation.Change;
import dk.brobygger.search.delegation.Delegation;
import dk.brobygger.search.delegation.DelegationJson;
import dk.brobygger.search.delegation.Plan;
import dk.brobygger.search.delegation.PlanJson;
import dk.brobygger.search.delegation.Planner;
import dk.brobygger.search.language.CompetenceTagger;
import dk.brobygger.web.page.Wording;
import dk.brobygger.web.paper.Knowledge;
import dk.brobygger.web.paper.Papers;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Plans the meetings of a delegation and writes its papers. */
@Command(
    name = "delegation",
    description = "Plans who meets whom on a delegation, and writes the papers.",
    mixinStandardHelpOptions = true)
final class DelegationCommand {

  private static final String PLAN = "plan.json";
  private static final String BEFORE = "plan-before.json";

  private final Clock clock;

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields before a command runs
  DelegationCommand(Clock clock) {
    this.clock = clock;
  }

  /** What all commands are told. */
  static final class Task {
    @Parameters(paramLabel = "IN.json", description = "who, when, where and the wishes")
    private Path in;

    @Option(names = "--out", required = true, description = "folder of the plan and its papers")
    private Path out;

    @Option(names = "--lang", defaultValue = "da", description = "da or en (${DEFAULT-VALUE})")
    private String lang;

    @Option(
        names = "--data",
        description = "data folder; the papers then tell what it knows of the hosts")
    private Optional<Path> data;

    @SuppressWarnings("NullAway.Init") // picocli sets the fields before a command runs
    Task() {}
  }

  /** What those are told that plan. */
  static final class Effort {
    @Option(
        names = "--seconds",
        defaultValue = "4",
        description = "how long to look for a better plan (${DEFAULT-VALUE})")
    private double seconds;

    Planner planner() {
      if (!(seconds >= 0.1 && seconds <= 86_400)) {
        throw new IllegalArgumentException("seconds is " + seconds + ", must be 0.1 to 86400");
      }
      return new Planner(System::nanoTime, Duration.ofMillis(Math.round(seconds * 1_000)));
    }
  }

  @Command(
      description =
          "Makes the best plan that can be proven within a time, and the papers of it; the plan"
              + " that is there stays as it is unless there is a better one.",
      mixinStandardHelpOptions = true)
  int plan(@Mixin Task task, @Mixin Effort effort) throws IOException {
    Planner planner = effort.planner();
    Wording wording = wording(task.lang);
    Delegation delegation = read(task.in, DelegationJson::read);
    Path earlier = task.out.resolve(PLAN);
    Plan plan =
        Files.exists(earlier)
            ? planner.again(delegation, read(earlier, PlanJson::meetings))
            : planner.plan(delegation);
    write(task, delegation, plan, wording);
    tell(plan);
    return 0;
  }

  @Command(
      description = "Mends a plan after hosts have called off, moving as little as can be.",
      mixinStandardHelpOptions = true)
  int repair(
      @Mixin Task task,
      @Mixin Effort effort,
      @Option(
              names = "--cancel",
              required = true,
              paramLabel = "HOST[@SLOT]",
              description =
                  "a host, and the slot from which on it is away; once for each that has called"
                      + " off so far, since IN.json does not know")
          List<String> cancelled)
      throws IOException {
    Planner planner = effort.planner();
    Wording wording = wording(task.lang);
    Path file = task.out.resolve(PLAN);
    List<Plan.Meeting> before = read(file, PlanJson::meetings);
    Delegation changed = read(task.in, DelegationJson::read);
    for (String one : cancelled) {
      String[] who = one.split("@", 2);
      changed =
          changed.without(who[0], Optional.of(who).filter(it -> it.length > 1).map(it -> it[1]));
    }
    Plan plan = planner.repair(changed, before);
    Files.copy(file, task.out.resolve(BEFORE), StandardCopyOption.REPLACE_EXISTING);
    write(task, changed, plan, wording);
    tell(plan);
    tell(Change.between(before, plan.meetings()));
    return 0;
  }

  @Command(
      description = "Takes back the last repair: the plan before it, and the papers of that.",
      mixinStandardHelpOptions = true)
  int undo(@Mixin Task task) throws IOException {
    Wording wording = wording(task.lang);
    Path before = task.out.resolve(BEFORE);
    if (!Files.exists(before)) {
      throw new IllegalArgumentException(
          "out is " + task.out + ", must hold a plan that was repaired");
    }
    Plan plan = read(before, PlanJson::plan);
    Path file = task.out.resolve(PLAN);
    List<Plan.Meeting> undone = read(file, PlanJson::meetings);
    Delegation delegation = read(task.in, DelegationJson::read);
    // The two change places, so that what was taken back can be had again.
    Files.copy(file, before, StandardCopyOption.REPLACE_EXISTING);
    write(task, delegation, plan, wording);
    tell(plan);
    tell(Change.between(undone, plan.meetings()));
    return 0;
  }

  private static Wording wording(String lang) {
    return new Wording(Language.ofUsers(lang), Vocabulary.shipped(), CompetenceTagger.shipped());
  }

  /** How a file is read. */
  private interface Reader<T> {
    T read(InputStream in) throws IOException;
  }

  private static <T> T read(Path file, Reader<T> reader) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return reader.read(in);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  private void write(Task task, Delegation delegation, Plan plan, Wording wording)
      throws IOException {
    if (task.data.isPresent()) {
      try (Desk desk = Desk.open(task.data.get(), clock.instant())) {
        Knowledge knowledge = Knowledge.of(desk, clock.instant());
        new Papers(wording, knowledge).write(task.out, delegation, plan);
      }
    } else {
      new Papers(wording, Knowledge.none(clock.instant())).write(task.out, delegation, plan);
    }
  }

  private void tell(Plan plan) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "%d meetings, value %s, bound %s, %s; %d wishes not met%n",
        plan.meetings().size(),
        DelegationJson.number(plan.value()),
        DelegationJson.number(plan.bound()),
        plan.proof().name().toLowerCase(Locale.ROOT),
        plan.unmet().size());
    if (!plan.conflict().isEmpty()) {
      out.println("these cannot hold together:");
      for (Plan.Conflict one : plan.conflict()) {
        out.println(
            one.host()
                .map(host -> "  " + one.delegate() + " must meet " + host)
                .orElse("  " + one.delegate() + " must have its least number of meetings"));
      }
    }
    out.flush();
  }

  private void tell(List<Change> changes) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(changes.isEmpty() ? "nobody needs to be told" : "to be told:");
    for (Change one : changes) {
      out.printf(
          "  %s and %s: %s -> %s%n",
          one.delegate(), one.host(), one.before().orElse("new"), one.after().orElse("off"));
    }
    out.flush();
  }
}
