package dk.brobygger.benchmarks.delegation;

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
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Plans many made delegations of all sizes and has each plan judged. */
public final class PlanTrials {

  /** So many are made, planned and judged before the next are. */
  private static final int BATCH = 250;

  /** One in so many is as large as a real one can be. */
  private static final int LARGE_EACH = 200;

  private final Path checks;
  private final Planner planner;
  private int planned;
  private int optimal;
  private int conflicting;
  private double value;
  private double bound;
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
    return "%,d plans: %,d optimal, %,d with musts that cannot hold, value %.5f of the bound, %d broken"
        .formatted(planned, optimal, conflicting, value / bound, broken.size());
  }

  private void batch(List<Long> seeds) throws IOException {
    Path folder = Files.createTempDirectory("delegations");
    try {
      checks("make", folder, seeds.stream().map(PlanTrials::sizes).toList());
      for (long seed : seeds) {
        plan(folder, seed);
      }
      List<String> names = seeds.stream().map(Object::toString).toList();
      broken.addAll(checks("judge", folder, names));
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
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
      Files.writeString(folder.resolve(seed + ".plan.json"), PlanJson.of(plan).toString());
      planned++;
      optimal += plan.proof() == Plan.Proof.OPTIMAL ? 1 : 0;
      conflicting += plan.conflict().isEmpty() ? 0 : 1;
      value += plan.value();
      bound += plan.bound();
    }
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
