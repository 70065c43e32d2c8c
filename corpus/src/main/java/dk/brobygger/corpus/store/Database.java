package dk.brobygger.corpus.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The one SQLite file of a data folder, shared by all who keep something in it.
 *
 * <p>A transaction that has ended is on disk. Writers of several processes wait for each other,
 * readers never wait (SQLite write-ahead log, <a
 * href="https://www.sqlite.org/wal.html">sqlite.org/wal.html</a>). Safe for many threads.
 */
public final class Database implements AutoCloseable {

  /** How long a writer waits for another process's writing to end. */
  private static final int PATIENCE_MILLIS = 60_000;

  /** The number of the newest migration, which the file keeps as SQLite's user_version. */
  static final int FORM = 6;

  private final Jdbi jdbi;

  /** A connection held open, so that the write-ahead log is not folded in after each statement. */
  private final Handle open;

  private Database(Jdbi jdbi) {
    this.jdbi = jdbi;
    this.open = jdbi.open();
  }

  /**
   * Opens the file in a folder, makes folder and file where there are none, and brings an older
   * form of the file up to date.
   *
   * @throws StoreException if that cannot be done
   */
  static Database open(Path folder) {
    Path file = folder.resolve("entries.sqlite");
    if (Files.isRegularFile(folder)) {
      throw new StoreException("data is " + folder + ", must be a folder and is a file");
    }
    try {
      Files.createDirectories(folder);
      SQLiteDataSource source = source(file);
      Jdbi jdbi = Jdbi.create(source);
      if (form(jdbi) != FORM) { // Flyway takes a tenth of a start to find that nothing is to do
        migrate(source);
        jdbi.useHandle(handle -> handle.execute("PRAGMA user_version = " + FORM));
      }
      return new Database(jdbi);
    } catch (IOException | FlywayException | JdbiException e) {
      throw new StoreException("cannot open the store " + file + ": " + firstLine(e), e);
    }
  }

  private static int form(Jdbi jdbi) {
    return jdbi.withHandle(
        handle -> handle.createQuery("PRAGMA user_version").mapTo(Integer.class).one());
  }

  private static void migrate(SQLiteDataSource source) {
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:dk/brobygger/corpus/store/migration")
        .load()
        .migrate();
  }

  private static SQLiteDataSource source(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(PATIENCE_MILLIS);
    config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
  }

  /**
   * Folds the write-ahead log in and empties it, so that nothing of what was deleted is left there
   * unless somebody is reading it at this moment; deleted rows are overwritten as they go.
   */
  public void forget() {
    jdbi.useHandle(
        handle -> handle.createQuery("PRAGMA wal_checkpoint(TRUNCATE)").mapToMap().list());
  }

  /** Reads and writes the tables. */
  public Jdbi jdbi() {
    return jdbi;
  }

  /** Lets go of the file. */
  @Override
  public void close() {
    open.close();
  }
}
