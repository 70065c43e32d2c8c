package dk.brobygger.web.delegation;

import dk.brobygger.search.delegation.Delegation;
import dk.brobygger.search.delegation.Outcome;
import dk.brobygger.search.delegation.Plan;
import dk.brobygger.search.delegation.PlanJson;
import dk.brobygger.web.Refusal;
import dk.brobygger.web.page.Wording;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The folder of one delegation: {@code in.json} with its wishes, {@code plan.json} with the plan
 * staff work on, {@code papers} with the plan that everybody has been told and its papers, {@code
 * before} with what the last change can be taken back to, {@code answers.jsonl} and {@code
 * outcomes.jsonl} with what was said before and after, {@code withdrawals.jsonl} with whose links
 * were withdrawn. A file is whole or as it was before. Safe for many threads of one process.
 */
final class Dossier {

  private static final String IN = "in.json";
  private static final String PLAN = "plan.json";
  private static final String WITHDRAWALS = "withdrawals.jsonl";

  private final Path folder;

  Dossier(Path folder) {
    this.folder = folder;
  }

  /** Its name among the delegations. */
  String key() {
    return String.valueOf(folder.getFileName());
  }

  /** Where the papers are. */
  Path papers() {
    return folder.resolve("papers");
  }

  boolean exists() {
    return Files.isRegularFile(folder.resolve(IN));
  }

  /** Writes its file for the first time. */
  synchronized void begin(String json) throws IOException {
    write(folder.resolve(IN), bytes(json));
  }

  /** Who, when and where, and what is wished and answered. */
  synchronized Delegation delegation() throws IOException {
    return wishes().delegation();
  }

  /** Who was proposed and who is to meet whom, and why. */
  synchronized Proposed proposed(Wording wording) throws IOException {
    return wishes().proposed(wording);
  }

  private WishFile wishes() throws IOException {
    try {
      return WishFile.read(Files.readAllBytes(folder.resolve(IN)));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(key() + "/" + IN + ": " + e.getMessage(), e);
    }
  }

  /** The plan staff work on; the one everybody has been told where they have not begun. */
  synchronized Optional<Plan> plan() throws IOException {
    return read(folder.resolve(PLAN)).or(this::toldPlan);
  }

  /** The plan of the papers. */
  synchronized Optional<Plan> told() throws IOException {
    return read(papers().resolve(PLAN));
  }

  private Optional<Plan> toldPlan() {
    try {
      return told();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Optional<Plan> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(PlanJson.plan(new ByteArrayInputStream(Files.readAllBytes(file))));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          key() + "/" + folder.relativize(file) + ": " + e.getMessage(), e);
    }
  }

  /** Which plan it is: a change is made to the plan that was looked at, or not at all. */
  synchronized String version() throws IOException {
    return plan()
        .map(plan -> DigestUtils.sha256Hex(PlanJson.of(plan).toString()).substring(0, 16))
        .orElse("none");
  }

  /** How wishes and plan become others. */
  interface Change {
    /**
     * The next plan.
     *
     * @param wishes to be changed in place
     * @param plan the plan so far
     */
    Optional<Plan> of(WishFile wishes, Optional<Plan> plan) throws IOException;
  }

  /**
   * Changes wishes and plan, and remembers what they were.
   *
   * @param version the plan that the change is for
   * @throws Refusal if the plan is another by now
   */
  synchronized void change(String version, Change change) throws IOException {
    if (!version.equals(version())) {
      throw Refusal.stale();
    }
    WishFile wishes = wishes();
    byte[] wishesBefore = wishes.bytes();
    Optional<Plan> before = plan();
    wishes.answer(answers());
    Optional<Plan> after = change.of(wishes, before);
    remember(wishesBefore, before);
    write(folder.resolve(IN), wishes.bytes());
    writePlan(PLAN, after);
  }

  private void remember(byte[] wishes, Optional<Plan> plan) throws IOException {
    write(folder.resolve("before").resolve(IN), wishes);
    writePlan("before/" + PLAN, plan);
  }

  private void writePlan(String name, Optional<Plan> plan) throws IOException {
    if (plan.isPresent()) {
      write(folder.resolve(name), bytes(PlanJson.of(plan.get()).toPrettyString() + "\n"));
    } else {
      Files.deleteIfExists(folder.resolve(name));
    }
  }

  boolean canUndo() {
    return Files.exists(folder.resolve("before").resolve(IN));
  }

  /** Takes the last change back; the two change places, so that it can be had again. */
  synchronized void undo(String version) throws IOException {
    if (!canUndo()) {
      throw Refusal.nothingToUndo();
    }
    WishFile earlier = WishFile.read(Files.readAllBytes(folder.resolve("before").resolve(IN)));
    Optional<Plan> plan = read(folder.resolve("before").resolve(PLAN));
    change(
        version,
        (wishes, now) -> {
          wishes.become(earlier);
          wishes.answer(answers());
          return plan;
        });
  }

  /** What has been answered, in its order. */
  synchronized List<Answer> answers() throws IOException {
    return Lines.answers(lines("answers.jsonl"));
  }

  /** Adds answers, and brings the wishes in line with them. */
  synchronized void answer(List<Answer> more) throws IOException {
    List<Answer> all = new ArrayList<>(answers());
    all.addAll(more);
    write(folder.resolve("answers.jsonl"), bytes(Lines.ofAnswers(all)));
    WishFile wishes = wishes();
    wishes.answer(all);
    write(folder.resolve(IN), wishes.bytes());
  }

  /** Who of those who meet, as the link names them that holds now. */
  synchronized Invitee invitee(Answer.Side side, String id) throws IOException {
    int withdrawn = 0;
    for (Withdrawal one : withdrawals()) {
      withdrawn += one.side() == side && one.id().equals(id) ? 1 : 0;
    }
    return new Invitee(key(), side, id, withdrawn);
  }

  /** Withdraws the link that somebody has, whoever else may have got hold of it. */
  synchronized void withdraw(Answer.Side side, String id, Instant now) throws IOException {
    List<Withdrawal> all = new ArrayList<>(withdrawals());
    all.add(new Withdrawal(side, id, now));
    write(folder.resolve(WITHDRAWALS), bytes(Lines.ofWithdrawals(all)));
  }

  private List<Withdrawal> withdrawals() throws IOException {
    return Lines.withdrawals(lines(WITHDRAWALS));
  }

  /** What came of the meetings, in the order it was told. */
  synchronized List<Outcome> outcomes() throws IOException {
    return Lines.outcomes(lines("outcomes.jsonl"));
  }

  /** Adds what came of meetings. */
  synchronized void tell(List<Outcome> more) throws IOException {
    List<Outcome> all = new ArrayList<>(outcomes());
    all.addAll(more);
    write(folder.resolve("outcomes.jsonl"), bytes(Lines.ofOutcomes(all)));
  }

  private List<String> lines(String name) throws IOException {
    Path file = folder.resolve(name);
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A crash leaves the old file or the new one. */
  private static void write(Path file, byte[] bytes) throws IOException {
    Files.createDirectories(file.getParent());
    Path whole = file.resolveSibling(file.getFileName() + ".new");
    try (FileChannel out =
        FileChannel.open(
            whole,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      java.nio.ByteBuffer left = java.nio.ByteBuffer.wrap(bytes);
      while (left.hasRemaining()) {
        out.write(left);
      }
      out.force(true);
    }
    Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
