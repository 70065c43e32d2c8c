package dk.brobygger.corpus.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.entry.EntryType;
import dk.brobygger.corpus.json.EntryJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntryStoreTest {

  private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");
  private static final LocalDate DAY = LocalDate.parse("2026-11-25");

  @TempDir Path folder;
  private EntryStore store;

  @BeforeEach
  void open() {
    store = EntryStore.open(folder);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static Entry cluster(String key, String name) {
    return EntryJson.read(
        "{\"id\":\"cluster/" + key + "\",\"name\":\"" + name + "\",\"country\":\"DK\"}");
  }

  private Tally record(LocalDate day, Entry... entries) {
    return store.record(new Reading("test", day, List.of(entries)), NOW);
  }

  @Test
  void someEntries_areGivenAsTheyAreNowAndMissingOnesLeftOut() {
    record(DAY, cluster("a", "A"), cluster("b", "B"), cluster("c", "C"));
    record(DAY.plusDays(1), cluster("a", "A two"));
    store.remove(EntryId.of("cluster/b"), NOW);
    assertThat(
            store.entries(
                List.of(EntryId.of("cluster/a"), EntryId.of("cluster/b"), EntryId.of("cluster/d"))))
        .containsOnlyKeys(EntryId.of("cluster/a"))
        .hasEntrySatisfying(
            EntryId.of("cluster/a"), entry -> assertThat(entry.name()).isEqualTo("A two"));
  }

  @Test
  void versions_areNumberedInTheOrderOfRecording() {
    record(DAY, cluster("a", "A"), cluster("b", "B"));
    record(DAY.plusDays(1), cluster("a", "A two"));
    assertThat(store.after(0, 10)).map(Version::number).containsExactly(1L, 2L, 3L);
    assertThat(store.after(2, 10)).map(version -> version.id().key()).containsExactly("a");
    assertThat(store.newest()).isEqualTo(3);
    assertThat(store.history(EntryId.of("cluster/a")))
        .map(version -> version.entry().orElseThrow().name())
        .containsExactly("A", "A two");
  }

  @Test
  void sameReadingAgain_changesNothing() {
    assertThat(record(DAY, cluster("a", "A"))).isEqualTo(new Tally(1, 0, 0));
    assertThat(record(DAY.plusDays(1), cluster("a", "A"))).isEqualTo(new Tally(0, 0, 1));
    assertThat(store.newest()).isEqualTo(1);
    assertThat(store.lastSeen("test", EntryId.of("cluster/a"))).contains(DAY.plusDays(1));
    assertThat(store.lastRead("test")).contains(DAY.plusDays(1));
  }

  @Test
  void olderReading_doesNotUndoANewerOne() {
    record(DAY, cluster("a", "new"));
    assertThat(record(DAY.minusDays(1), cluster("a", "old"))).isEqualTo(new Tally(0, 0, 1));
    assertThat(store.entry(EntryId.of("cluster/a"))).map(Entry::name).contains("new");
  }

  private List<String> statedBy(LocalDate day) {
    return store.statements(EntryType.CLUSTER, day).stream()
        .map(one -> one.day().getDayOfMonth() + " " + one.entry().name())
        .toList();
  }

  @Test
  void statements_areKeptForTheDaysOnWhichASourceSaidSomethingElse() {
    record(DAY, cluster("a", "A"));
    record(DAY.plusDays(1), cluster("a", "A"));
    record(DAY.plusDays(2), cluster("a", "A two"));
    assertThat(statedBy(DAY.plusDays(2))).containsExactly("25 A", "27 A two");
    assertThat(statedBy(DAY.plusDays(1))).containsExactly("25 A");
    assertThat(statedBy(DAY.minusDays(1))).isEmpty();
    assertThat(store.statements(EntryType.CALL, DAY)).isEmpty();
  }

  @Test
  void statements_areTheSameWhenOldReadingsComeLate() {
    record(DAY.plusDays(2), cluster("a", "A two"));
    record(DAY, cluster("a", "A"));
    record(DAY.plusDays(1), cluster("a", "A"));
    assertThat(statedBy(DAY.plusDays(2))).containsExactly("25 A", "27 A two");
    record(DAY.plusDays(4), cluster("a", "A two"));
    record(DAY.plusDays(3), cluster("a", "A three"));
    assertThat(statedBy(DAY.plusDays(4)))
        .containsExactly("25 A", "27 A two", "28 A three", "29 A two");
  }

  @Test
  void removedEntry_isGoneButItsHistoryStays() {
    record(DAY, cluster("a", "A"));
    EntryId id = EntryId.of("cluster/a");
    assertThat(store.remove(id, NOW)).isTrue();
    assertThat(store.remove(id, NOW)).isFalse();
    assertThat(store.entry(id)).isEmpty();
    assertThat(store.history(id)).hasSize(2);
    assertThat(store.history(id).getLast().entry()).isEmpty();
  }

  @Test
  void entries_areAsTheyAreNow() {
    record(DAY, cluster("a", "A"), cluster("b", "B"), cluster("c", "C"));
    record(DAY.plusDays(1), cluster("a", "A two"));
    store.remove(EntryId.of("cluster/b"), NOW);
    assertThat(store.entries()).map(Entry::name).containsExactly("C", "A two");
  }

  @Test
  void edited_areThoseOfWhichAPersonHasSetAFieldNow() {
    record(DAY, edited("b", "[\"name\"]"), cluster("a", "edited"), edited("c", "[]"));
    assertThat(store.edited()).map(entry -> entry.id().key()).containsExactly("b");
    record(DAY.plusDays(1), cluster("b", "B"), edited("a", "[\"site\"]"));
    assertThat(store.edited()).map(entry -> entry.id().key()).containsExactly("a");
    store.remove(EntryId.of("cluster/a"), NOW);
    assertThat(store.edited()).isEmpty();
  }

  private static Entry edited(String key, String fields) {
    return EntryJson.read(
        "{\"id\":\"cluster/"
            + key
            + "\",\"name\":\"X\",\"country\":\"DK\",\"edited\":"
            + fields
            + "}");
  }

  @Test
  void refusedReading_leavesNothingBehind() {
    Reading reading =
        new Reading("test", DAY, List.of(cluster("a", "A"), cluster("b", "B"), cluster("c", "C")));
    record(DAY, cluster("c", "before"));
    assertThatThrownBy(() ->
            store.record(
                reading,
                NOW,
                (known, read) -> {
                  throw new IllegalStateException("the third cannot be joined");
                }))
        .hasMessage("the third cannot be joined");
    assertThat(store.newest()).isEqualTo(1);
    assertThat(store.entry(EntryId.of("cluster/a"))).isEmpty();
  }

  @Test
  void writersAtOnce_loseNothing() throws Exception {
    int writers = 4;
    int each = 25;
    try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
      var all =
          threads.invokeAll(
              IntStream.range(0, writers)
                  .<java.util.concurrent.Callable<Integer>>mapToObj(writer ->
                      () -> {
                        try (EntryStore own = EntryStore.open(folder)) {
                          for (int n = 0; n < each; n++) {
                            String key = writer + "-" + n;
                            own.record(
                                new Reading("w" + writer, DAY, List.of(cluster(key, key))), NOW);
                          }
                        }
                        return each;
                      })
                  .toList());
      for (var done : all) {
        assertThat(done.get()).isEqualTo(each);
      }
    }
    assertThat(store.newest()).isEqualTo((long) writers * each);
    assertThat(store.after(0, 1000)).map(Version::id).doesNotHaveDuplicates();
  }

  @Test
  void reopenedStore_holdsWhatWasRecorded() {
    record(DAY, cluster("a", "A"));
    store.close();
    store = EntryStore.open(folder);
    assertThat(store.entry(EntryId.of("cluster/a"))).map(Entry::name).contains("A");
  }

  @Test
  void fileThatIsNoDatabase_isRefusedInOneSentence(@TempDir Path other) throws IOException {
    Files.writeString(other.resolve("entries.sqlite"), "this is no database ".repeat(100));
    assertThatThrownBy(() -> EntryStore.open(other))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith("cannot open the store " + other.resolve("entries.sqlite"))
        .message()
        .doesNotContain("\n");
  }

  /** A file of before that number was kept is brought up to date as any older one. */
  @Test
  void form_isTheNewestMigration_andIsAskedForAnew(@TempDir Path folder) {
    for (int opened = 0; opened < 3; opened++) {
      try (EntryStore store = EntryStore.open(folder)) {
        store
            .database()
            .jdbi()
            .useHandle(handle -> {
              assertThat(
                      handle
                          .createQuery(
                              "SELECT max(CAST(version AS INTEGER)) FROM flyway_schema_history")
                          .mapTo(Integer.class)
                          .one())
                  .isEqualTo(Database.FORM);
              assertThat(handle.createQuery("PRAGMA user_version").mapTo(Integer.class).one())
                  .isEqualTo(Database.FORM);
            });
        if (opened == 1) {
          store.database().jdbi().useHandle(handle -> handle.execute("PRAGMA user_version = 0"));
        }
      }
    }
  }
}
