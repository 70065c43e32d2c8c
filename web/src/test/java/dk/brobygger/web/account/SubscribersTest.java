package dk.brobygger.web.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dk.brobygger.corpus.store.EntryStore;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubscribersTest {

  private static final Instant NOW = Instant.parse("2027-01-04T06:00:00Z");

  @TempDir Path folder;

  /** As it is logged: with all causes. */
  private static String logged(Throwable failure) {
    StringWriter text = new StringWriter();
    Objects.requireNonNull(failure).printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  @Test
  void addressThatCannotBeKept_standsInNoMessageOfWhatWentWrong() {
    try (EntryStore store = EntryStore.open(folder)) {
      Subscribers subscribers = new Subscribers(store.database());
      store
          .database()
          .jdbi()
          .useHandle(handle ->
              handle.execute(
                  "CREATE TRIGGER full BEFORE INSERT ON subscriber BEGIN"
                      + " SELECT RAISE(ABORT, 'disk is full'); END"));
      Throwable failure =
          catchThrowable(() -> subscribers.ask("private@example.org", Wishes.USUAL, NOW));
      assertThat(failure).isInstanceOf(JdbiException.class);
      assertThat(logged(failure)).contains("disk is full").doesNotContain("private@");
      store.database().jdbi().useHandle(handle -> handle.execute("DROP TABLE suppressed"));
      assertThat(logged(catchThrowable(() -> subscribers.isSuppressed("private@example.org"))))
          .contains("suppressed")
          .doesNotContain("private@");
    }
  }
}
