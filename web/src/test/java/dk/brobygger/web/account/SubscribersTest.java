package dk.brobygger.web.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dk.brobygger.corpus.store.EntryStore;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.standing.StandingSearch;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @Test
  void twentySearches_areTheMost_andOneOfThemCanBeReplaced() {
    try (EntryStore store = EntryStore.open(folder)) {
      Subscribers subscribers = new Subscribers(store.database());
      String id = subscribers.ask("reader@example.org", Wishes.USUAL, NOW).orElseThrow().id();
      for (int number = 1; number <= 20; number++) {
        subscribers.save(id, new StandingSearch("Search " + number, "wind"));
      }
      assertThatThrownBy(() -> subscribers.save(id, new StandingSearch("One more", "wind")))
          .hasMessage("saved searches are 20, must not be more");
      subscribers.save(id, new StandingSearch("Search 7", "hydrogen"));
      assertThat(subscribers.find(id).orElseThrow().searches())
          .hasSize(20)
          .contains(new StandingSearch("Search 7", "hydrogen"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a..b@example.org",
        "x@.",
        "a@b..c",
        "a@b",
        "nobody",
        "two@one@example.org",
        "æ@example.org",
        "😀@example.org",
        "a@-b.org",
        "a@b_c.org",
        ".a@example.org",
        "a@straße.de"
      })
  void whatIsNoAddress_isRefusedAndNotKept(String address) {
    try (EntryStore store = EntryStore.open(folder)) {
      Subscribers subscribers = new Subscribers(store.database());
      assertThatThrownBy(() -> subscribers.ask(address, Wishes.USUAL, NOW))
          .hasMessageContaining("must be one such as name@example.org");
    }
  }

  @Test
  void danishLettersOfADomain_areKeptAsMailServersReadThem() {
    try (EntryStore store = EntryStore.open(folder)) {
      Subscribers subscribers = new Subscribers(store.database());
      Subscriber asked = subscribers.ask("o'neil+eu@grønt.dk", Wishes.USUAL, NOW).orElseThrow();
      assertThat(asked.address()).isEqualTo("o'neil+eu@xn--grnt-hra.dk");
      assertThat(subscribers.ask("o'neil+eu@Grønt.dk ", Wishes.USUAL, NOW).orElseThrow().id())
          .isEqualTo(asked.id());
    }
  }

  @Test
  void lettersInTwoSigns_areOneLetter() {
    try (EntryStore store = EntryStore.open(folder)) {
      Subscribers subscribers = new Subscribers(store.database());
      String composed = subscribers.ask("a@blåbær.dk", Wishes.USUAL, NOW).orElseThrow().id();
      assertThat(subscribers.ask("a@bla\u030abær.dk", Wishes.USUAL, NOW).orElseThrow().id())
          .isEqualTo(composed);
    }
  }

  @Test
  void addressErasedByAnEarlierVersion_isNotTakenUpAgain() {
    try (EntryStore store = EntryStore.open(folder)) {
      Subscribers subscribers = new Subscribers(store.database());
      String id = subscribers.ask("a@grønt.dk", Wishes.USUAL, NOW).orElseThrow().id();
      store
          .database()
          .jdbi()
          .useHandle(handle -> handle.execute("UPDATE subscriber SET address = 'a@grønt.dk'"));
      Subscriber known = subscribers.ask("a@grønt.dk", Wishes.USUAL, NOW).orElseThrow();
      assertThat(known.id()).as("it is known as it was kept").isEqualTo(id);
      assertThat(known.address()).as("and written to as it is read").isEqualTo("a@xn--grnt-hra.dk");
      subscribers.erase(id, LocalDate.parse("2027-01-04"));
      assertThat(subscribers.ask("a@grønt.dk", Wishes.USUAL, NOW)).isEmpty();
    }
  }

  @Test
  void capitalsInAnAddress_makeNoSecondSubscriber() {
    try (EntryStore store = EntryStore.open(folder)) {
      Subscribers subscribers = new Subscribers(store.database());
      Subscriber first = subscribers.ask("a@example.org", Wishes.USUAL, NOW).orElseThrow();
      assertThat(subscribers.ask("A@Example.org", Wishes.USUAL, NOW).orElseThrow().id())
          .isEqualTo(first.id());
      subscribers.confirm(first.id(), LocalDate.parse("2027-01-04"));
      assertThat(subscribers.ask("A@example.org", Wishes.USUAL, NOW)).isEmpty();
      assertThat(subscribers.active()).hasSize(1);
    }
  }

  @Test
  void otherWishesBeforeTheYes_countInsteadOfTheFirst() {
    try (EntryStore store = EntryStore.open(folder)) {
      Subscribers subscribers = new Subscribers(store.database());
      Subscriber first = subscribers.ask("a@example.org", Wishes.USUAL, NOW).orElseThrow();
      Wishes usual = Wishes.USUAL;
      Wishes other =
          new Wishes(
              Language.EN,
              usual.cluster(),
              Frequency.WEEKLY,
              usual.daysOff(),
              usual.away(),
              5,
              true,
              true);
      subscribers.ask("a@example.org", other, NOW);
      assertThat(subscribers.find(first.id()).orElseThrow().wishes()).isEqualTo(other);
    }
  }
}
