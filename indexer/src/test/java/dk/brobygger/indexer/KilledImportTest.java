package dk.brobygger.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.store.EntryStore;
import dk.brobygger.corpus.store.Version;
import dk.brobygger.search.Desk;
import dk.brobygger.search.engine.Question;
import dk.brobygger.search.query.Query;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real command, killed again and again on its way through one import. */
class KilledImportTest {

  private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");
  private static final int KILLS = 20;
  private static final List<String> MACHINE = List.of("-XX:TieredStopAtLevel=1");

  @TempDir Path folder;

  /** The versions that somebody beside the importing process could read at one moment. */
  private record Seen(long newest, String bodies) {

    static final Seen NOTHING = new Seen(0, "0 0 0");
  }

  @Test
  void importKilledAnywhere_losesNothingAndGoesOnToTheSameEnd() throws Exception {
    List<Path> files = FakeSnapshots.write(folder, 25, 80);
    Map<EntryId, Entry> wanted = undisturbed(files);
    long end = newest(folder.resolve("undisturbed"));

    long seed = Long.getLong("brobygger.seed", new Random().nextLong());
    System.out.println("killed import: -Dbrobygger.seed=" + seed);
    Random random = new Random(seed);
    Path data = folder.resolve("data");
    int early = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      long goal = goal(kill, end, random);
      early += killedAt(data, files, goal, random.nextInt(goal < end ? 40 : 1_000)) ? 1 : 0;
    }
    System.out.println(early + " of " + KILLS + " kills came before the end");
    assertThat(early).isGreaterThan(KILLS / 2);

    Path output = folder.resolve("output");
    int code = Child.start(output, MACHINE, data, files).waitFor();
    assertThat(code).as(Files.readString(output)).isZero();
    assertThat(Files.readString(output)).as("draws no bar into a file").doesNotContain("%");
    assertThat(latest(data)).isEqualTo(wanted);
    assertIndexAgrees(data, wanted);
  }

  /**
   * Kills are spread over the import; the first come while the store is made, the last at its end.
   */
  private static long goal(int kill, long end, Random random) {
    long step = end / (KILLS - 4);
    return Math.min(end, Math.max(0, (kill - 2) * step) + random.nextLong(step));
  }

  /**
   * Starts the import, kills it a little after the store has reached a version, and checks.
   *
   * @return whether it was killed, rather than ended by itself
   */
  private boolean killedAt(Path data, List<Path> files, long goal, int moreMillis)
      throws IOException, SQLException, InterruptedException {
    Process child = Child.start(folder.resolve("output"), MACHINE, data, files);
    while (child.isAlive() && committed(data) < goal) {
      LockSupport.parkNanos(2_000_000);
    }
    boolean ended = child.waitFor(moreMillis, TimeUnit.MILLISECONDS);
    Seen acknowledged = seen(data);
    child.destroyForcibly().waitFor();

    if (Files.exists(data.resolve("entries.sqlite"))) {
      assertThat(integrity(data)).isEqualTo("ok");
      assertThat(upTo(data, acknowledged.newest())).isEqualTo(acknowledged);
    }
    try (EntryStore store = EntryStore.open(data)) {
      assertThat(store.newest()).isGreaterThanOrEqualTo(acknowledged.newest());
      assertThat(store.after(0, Integer.MAX_VALUE))
          .allSatisfy(version -> assertThat(version.entry()).isPresent());
    }
    return !ended;
  }

  private static void assertIndexAgrees(Path data, Map<EntryId, Entry> wanted) {
    try (Desk desk = Desk.open(data, NOW)) {
      assertThat(desk.engine().applied()).isEqualTo(desk.store().newest());
      assertThat(desk.engine().ask(Question.best(new Query.All(), 1)).total())
          .isEqualTo(wanted.size());
      wanted.forEach((id, entry) ->
          assertThat(
                  desk.engine()
                      .ask(Question.best(new Query.Id(id.toString()), 1))
                      .hits()
                      .getFirst())
              .satisfies(hit -> assertThat(hit.entry()).isEqualTo(entry)));
    }
  }

  private Map<EntryId, Entry> undisturbed(List<Path> files) {
    Path data = folder.resolve("undisturbed");
    List<String> arguments = new java.util.ArrayList<>(List.of("import", "--data"));
    arguments.add(data.toString());
    arguments.add("eu-calls");
    files.forEach(file -> arguments.add(file.toString()));
    var command = Indexer.commandLine(Clock.fixed(NOW, ZoneOffset.UTC));
    command.setOut(new PrintWriter(new StringWriter()));
    assertThat(command.execute(arguments.toArray(String[]::new))).isZero();
    return latest(data);
  }

  private static Map<EntryId, Entry> latest(Path data) {
    Map<EntryId, Entry> latest = new TreeMap<>();
    try (EntryStore store = EntryStore.open(data)) {
      for (Version version : store.after(0, Integer.MAX_VALUE)) {
        latest.put(version.id(), version.entry().orElseThrow());
      }
    }
    return latest;
  }

  private static long newest(Path data) {
    try (EntryStore store = EntryStore.open(data)) {
      return store.newest();
    }
  }

  private static Connection connect(Path data) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + data.resolve("entries.sqlite"));
  }

  private static String integrity(Path data) throws SQLException {
    try (Connection connection = connect(data);
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery("PRAGMA integrity_check")) {
      return answer.getString(1);
    }
  }

  /** What can be read now; nothing while the store is being made. */
  private static Seen seen(Path data) {
    if (!Files.exists(data.resolve("entries.sqlite"))) {
      return Seen.NOTHING;
    }
    try {
      return upTo(data, Long.MAX_VALUE);
    } catch (SQLException e) {
      return Seen.NOTHING;
    }
  }

  /** The newest version that can be read now. */
  private static long committed(Path data) {
    if (!Files.exists(data.resolve("entries.sqlite"))) {
      return 0;
    }
    try (Connection connection = connect(data);
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery("SELECT max(number) FROM version")) {
      return answer.getLong(1);
    } catch (SQLException e) {
      return 0;
    }
  }

  private static Seen upTo(Path data, long number) throws SQLException {
    if (number == 0) {
      return Seen.NOTHING;
    }
    try (Connection connection = connect(data);
        Statement statement = connection.createStatement();
        ResultSet answer =
            statement.executeQuery(
                "SELECT coalesce(max(number), 0), count(*) || ' ' || coalesce(sum(length(body)), 0)"
                    + " || ' ' || coalesce(sum(number * length(entry)), 0)"
                    + " FROM version WHERE number <= "
                    + number)) {
      return new Seen(answer.getLong(1), answer.getString(2));
    }
  }
}
