package dk.brobygger.benchmarks.standing;

import dk.brobygger.benchmarks.outside.ScratchFolder;
import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.EntryType;
import dk.brobygger.corpus.store.EntryStore;
import dk.brobygger.corpus.store.Reading;
import dk.brobygger.search.Desk;
import dk.brobygger.search.digest.Bulletin;
import dk.brobygger.search.digest.Digest;
import dk.brobygger.search.standing.Sieve;
import dk.brobygger.search.standing.Subscription;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The digests of one day for many subscribers: matched alone in this process, and then written as
 * mails by the very command that does so every day, in a process of its own and on a data folder in
 * the temporary files.
 */
final class DigestSpeed {

  private static final Instant NOW = Instant.parse("2026-06-01T04:00:00Z");

  private final Path folder;
  private final LocalDate day;
  private final PrintWriter out;

  private DigestSpeed(Path folder, LocalDate day, PrintWriter out) {
    this.folder = folder;
    this.day = day;
    this.out = out;
  }

  /**
   * Measures and prints.
   *
   * @param launcher starts the command; without one matching alone is measured
   */
  static void run(
      List<Cluster> crowd,
      List<Call> calls,
      LocalDate day,
      java.util.Optional<Path> launcher,
      PrintWriter out)
      throws IOException {
    try (ScratchFolder folder = ScratchFolder.of("digests")) {
      DigestSpeed speed = new DigestSpeed(folder.path(), day, out);
      speed.fill(crowd, calls);
      speed.match(crowd);
      if (launcher.isPresent()) {
        speed.write(launcher.get());
      } else {
        speed.print("no mails are written: this process was not started by ./brobygger");
      }
    }
  }

  private void fill(List<Cluster> crowd, List<Call> calls) {
    try (EntryStore store = EntryStore.open(folder)) {
      store.record(new Reading("crowd", day.minusDays(1), List.copyOf(crowd)), NOW);
      store.record(new Reading("portal", day, List.copyOf(calls)), NOW);
      subscribe(crowd, store.database().jdbi());
    }
  }

  /**
   * As somebody is who has subscribed to the profile of a cluster the day before, and confirmed.
   */
  private void subscribe(List<Cluster> crowd, Jdbi jdbi) {
    jdbi.useTransaction(handle -> {
      PreparedBatch rows =
          handle.prepareBatch(
              "INSERT INTO subscriber (id, address, language, cluster, frequency, days_off, most,"
                  + " asked_at, confirmed, told_until) VALUES (:id, :address, :language, :cluster,"
                  + " 'daily', '', 12, :asked, :before, :before)");
      for (int number = 0; number < crowd.size(); number++) {
        rows.bind("id", new java.util.UUID(number, number).toString())
            .bind("address", "reader-" + number + "@example.org")
            .bind("language", number % 2 == 0 ? "da" : "en")
            .bind("cluster", crowd.get(number).id().toString())
            .bind("asked", NOW.toString())
            .bind("before", day.minusDays(1).toString())
            .add();
      }
      rows.execute();
    });
  }

  private void match(List<Cluster> crowd) {
    try (Desk desk = Desk.open(folder, NOW)) {
      Bulletin bulletin = Bulletin.of(desk.store().statements(EntryType.CALL, day), day);
      Spent spent = Spent.by(ProcessHandle.current());
      Sieve sieve = bulletin.sieve(desk.standing());
      long items =
          crowd.parallelStream()
              .map(one -> Digest.of(Subscription.of(one), bulletin, sieve, call -> true))
              .mapToLong(digest -> digest.items().size())
              .sum();
      print(
          "matched and scored: %,d profiles, %,d calls, %,d items in %s",
          crowd.size(), bulletin.news().size(), items, spent.now());
    }
  }

  private void write(Path launcher) throws IOException {
    Process digest =
        new ProcessBuilder(
                launcher.toString(),
                "digest",
                "--send",
                "--on",
                day.toString(),
                "--data",
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Spent spent = Spent.by(digest.toHandle());
    try (BufferedReader lines = digest.inputReader()) {
      print("written as mails, start of the process included: %s in %s", line(lines), spent.now());
      print("handed over as files: %s in %s", line(lines), spent.now());
      int code = digest.waitFor();
      if (code != 0) {
        throw new IllegalStateException("writing mails ended with exit code " + code);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while mails were written", e);
    } finally {
      digest.destroy();
    }
  }

  private static String line(BufferedReader lines) throws IOException {
    String line = lines.readLine();
    if (line == null) {
      throw new IllegalStateException("digest ended without saying what it did");
    }
    return line;
  }

  /** Time that has passed, and of the processors. */
  private record Spent(ProcessHandle process, long start, Duration before) {

    static Spent by(ProcessHandle process) {
      return new Spent(process, System.nanoTime(), processors(process));
    }

    private static Duration processors(ProcessHandle process) {
      return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    String now() {
      return String.format(
          Locale.ROOT,
          "%.1f s, %.1f s of the processors",
          (System.nanoTime() - start) / 1e9,
          processors(process).minus(before).toMillis() / 1e3);
    }
  }

  private void print(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
    out.flush();
  }
}
