package dk.brobygger.benchmarks.delegation;

import dk.brobygger.benchmarks.outside.ScratchFolder;
import dk.brobygger.search.delegation.Change;
import dk.brobygger.search.delegation.Delegation;
import dk.brobygger.search.delegation.DelegationJson;
import dk.brobygger.search.delegation.Plan;
import dk.brobygger.search.delegation.PlanJson;
import dk.brobygger.search.delegation.Planner;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Plans many made delegations of all sizes, has the host with the most meetings call off in each,
 * and has each plan and each repaired one judged.
 */
public final class PlanTrials {

  /** So many are made, planned and judged before the next are. */
  private static final int BATCH = 250;

  /** One in so many is as large as a real one can be. */
  private static final int LARGE_EACH = 200;

  private static final String REPAIRED = "-repaired";

  private final Path checks;
  private final Planner planner;
  private int planned;
  private int optimal;
  private int conflicting;
  private double value;
  private double bound;
  private int others;
  private int moved;
  private double mostMoved;
  private final List<String> broken = new ArrayList<>();

  private PlanTrials(Path checks, Duration time) {
    this.checks = checks;
    this.planner = new Planner(System::nanoTime, time);
  }

  /**
   * Runs the trials and prints what was found.
   *
   * @param checks folder of {@code make_delegation.py} and {@code verify_plan.py}
   * @param inputs how many
   * @param time how long each may be planned
   * @param out where to print
   * @return how many plans break a rule
   * @throws IOException if Python or the checks cannot be run
   */
  public static int run(Path checks, int inputs, Duration time, PrintWriter out)
      throws IOException {
    PlanTrials trials = new PlanTrials(checks, time);
    for (long first = 1; first <= inputs; first += BATCH) {
      trials.batch(LongStream.range(first, Math.min(first + BATCH, inputs + 1L)).boxed().toList());
      out.println(trials.summary());
      out.flush();
    }
    trials.broken.forEach(out::println);
    return trials.broken.size();
  }

  private String summary() {
    return "%,d plans: %,d optimal, %,d with musts that cannot hold, value %.5f of the bound, %d broken; host called off: %,d of %,d other meetings moved, at most %.3f of a plan's"
        .formatted(
            planned, optimal, conflicting, value / bound, broken.size(), moved, others, mostMoved);
  }

  private void batch(List<Long> seeds) throws IOException {
    try (ScratchFolder scratch = ScratchFolder.of("delegations")) {
      Path folder = scratch.path();
      checks("make", folder, seeds.stream().map(PlanTrials::sizes).toList());
      for (long seed : seeds) {
        plan(folder, seed);
      }
      List<String> names =
          seeds.stream().flatMap(seed -> Stream.of("" + seed, seed + REPAIRED)).toList();
      broken.addAll(checks("judge", folder, names));
    }
  }

  /** From two who meet once to forty who meet eighty, by the seed alone. */
  private static String sizes(long seed) {
    if (seed % LARGE_EACH == 0) {
      return seed + " 40 80 600 18 " + seed;
    }
    Random random = new Random(seed);
    int delegates = 1 + random.nextInt(12);
    int hosts = 1 + random.nextInt(16);
    int wishes = 1 + random.nextInt(delegates * hosts);
    int slots = 1 + random.nextInt(18);
    return "%d %d %d %d %d %d".formatted(seed, delegates, hosts, wishes, slots, seed);
  }

  private void plan(Path folder, long seed) throws IOException {
    try (InputStream in = Files.newInputStream(folder.resolve(seed + ".json"))) {
      Delegation delegation = DelegationJson.read(in);
      Plan plan = planner.plan(delegation);
      write(plan, folder, seed + "");
      planned++;
      optimal += plan.proof() == Plan.Proof.OPTIMAL ? 1 : 0;
      conflicting += plan.conflict().isEmpty() ? 0 : 1;
      value += plan.value();
      bound += plan.bound();
      callOff(folder, seed, delegation, plan);
    }
  }

  /** The host with the most meetings does. */
  private void callOff(Path folder, long seed, Delegation delegation, Plan plan)
      throws IOException {
    String host =
        delegation.hosts().stream()
            .map(Delegation.Host::id)
            .max(Comparator.comparing(id -> meetingsWith(id, plan)))
            .orElseThrow();
    Delegation changed = delegation.without(host, Optional.empty());
    Plan repaired = planner.repair(changed, plan.meetings());
    Files.writeString(
        folder.resolve(seed + REPAIRED + ".json"), DelegationJson.of(changed).toString());
    write(repaired, folder, seed + REPAIRED);
    long left = plan.meetings().size() - meetingsWith(host, plan);
    long changes =
        Change.between(plan.meetings(), repaired.meetings()).stream()
            .filter(one -> one.before().isPresent() && !one.host().equals(host))
            .count();
    others += (int) left;
    moved += (int) changes;
    mostMoved = Math.max(mostMoved, left == 0 ? 0 : (double) changes / left);
  }

  private static long meetingsWith(String host, Plan plan) {
    return plan.meetings().stream().filter(one -> one.host().equals(host)).count();
  }

  private static void write(Plan plan, Path folder, String name) throws IOException {
    Files.writeString(folder.resolve(name + ".plan.json"), PlanJson.of(plan).toString());
  }

  private List<String> checks(String what, Path folder, List<String> lines) throws IOException {
    Path script = folder.resolve("checks.py");
    try (InputStream shipped = PlanTrials.class.getResourceAsStream("checks.py")) {
      Files.write(script, Objects.requireNonNull(shipped).readAllBytes());
    }
    Path asked = Files.write(folder.resolve("asked.txt"), lines);
    Process process =
        new ProcessBuilder("python3", script.toString(), what, checks.toString(), folder.toString())
            .redirectInput(asked.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.onExit().join().exitValue() != 0) {
      throw new IOException("checks are " + checks + ", must be the folder of verify_plan.py");
    }
    return said.lines().toList();
  }
}
