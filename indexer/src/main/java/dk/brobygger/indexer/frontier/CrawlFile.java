package dk.brobygger.indexer.frontier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The crawler's own file in the data folder. */
final class CrawlFile {

  private static final int PATIENCE_MILLIS = 60_000;

  private CrawlFile() {}

  /**
   * Opens it, and makes it where there is none.
   *
   * @throws IllegalStateException if that cannot be done
   */
  static Jdbi open(Path folder) {
    Path file = folder.resolve("crawl.sqlite");
    try {
      Files.createDirectories(folder);
      SQLiteDataSource source = source(file);
      Flyway.configure()
          .dataSource(source)
          .locations("classpath:dk/brobygger/indexer/frontier/migration")
          .load()
          .migrate();
      return Jdbi.create(source);
    } catch (IOException | FlywayException e) {
      throw new IllegalStateException("cannot open " + file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Writes are safe from the death of the process at once, from that of the machine a little later
   * (<a href="https://www.sqlite.org/pragma.html#pragma_synchronous">synchronous=NORMAL</a>): after
   * that a page may be fetched once more, and no host rests for longer than a machine takes to
   * start.
   */
  private static SQLiteDataSource source(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
    config.setBusyTimeout(PATIENCE_MILLIS);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }
}
