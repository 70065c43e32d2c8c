package dk.brobygger.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.entry.TextField;
import dk.brobygger.corpus.store.EntryStore;
import dk.brobygger.corpus.store.Tally;
import dk.brobygger.corpus.store.Version;
import dk.brobygger.indexer.reconcile.CallJoin;
import dk.brobygger.indexer.source.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real snapshots; skipped where the shared data is missing. */
class RealSnapshotsTest {

  private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");
  private static final LocalDate TODAY = LocalDate.parse("2026-11-25");

  /** What UTF-8 read as Windows-1252 looks like. */
  private static final Pattern BROKEN =
      Pattern.compile("[ÃÂ][\\u0080-\\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€|ï»¿|\\uFFFD");

  private static final Pattern TAG = Pattern.compile("</?(?:p|br|div|li|ul|span|b|strong|a)[ />]");

  @TempDir Path folder;

  private static SourceFile read(Path file) {
    return ImportFile.read(file, TODAY);
  }

  private static Set<EntryId> ids(SourceFile file) {
    return file.reading().entries().stream().map(Entry::id).collect(Collectors.toSet());
  }

  private static Tally record(EntryStore store, SourceFile file) {
    return store.record(file.reading(), NOW, CallJoin::join);
  }

  @Test
  void aDayOfEachFortnight_isReadOnceAndChangesNothingTheSecondTime() throws IOException {
    List<Path> days = SharedData.dailySnapshots();
    try (EntryStore store = EntryStore.open(folder)) {
      for (int day = 0; day < days.size(); day += 14) {
        SourceFile file = read(days.get(day));
        assertThat(file.refused()).as(days.get(day).toString()).isEmpty();
        Tally first = record(store, file);
        assertThat(first.added()).isPositive();
        assertThat(record(store, file)).isEqualTo(new Tally(0, 0, file.reading().entries().size()));
      }
      long newest = store.newest();
      assertThat(record(store, read(days.getFirst())).unchanged()).isPositive();
      assertThat(store.newest()).as("an old day read again").isEqualTo(newest);
    }
  }

  @Test
  @Tag("long")
  void allDays_areReadOnceAndChangeNothingTheSecondTime() throws IOException {
    List<Path> days = SharedData.dailySnapshots();
    assertThat(days).hasSize(78);
    try (EntryStore store = EntryStore.open(folder)) {
      SourceFile firstDay = read(days.getFirst());
      assertThat(record(store, firstDay)).isEqualTo(new Tally(932, 0, 0));
      Set<EntryId> before = ids(firstDay);
      int appeared = 0;
      int quiet = 0;
      Tally rest = Tally.NONE;
      long start = System.nanoTime();
      for (Path day : days.subList(1, days.size())) {
        SourceFile file = read(day);
        assertThat(file.refused()).as(day.toString()).isEmpty();
        rest = rest.plus(record(store, file));
        Set<EntryId> today = ids(file);
        Set<EntryId> fresh = new HashSet<>(today);
        fresh.removeAll(before);
        appeared += fresh.size();
        quiet += fresh.isEmpty() ? 1 : 0;
        before = today;
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      int records = rest.added() + rest.changed() + rest.unchanged();
      long perMinute = Math.round(records / seconds * 60);
      System.out.printf(
          "%,d records in %.1f s: %,d a minute; %s%n", records, seconds, perMinute, rest);
      // A topic that comes back after days away appears in the feed, but is not new to the store.
      // By the portal's own document numbers 528 appear; six changed their identifier.
      assertThat(appeared).isEqualTo(534);
      assertThat(quiet).isEqualTo(10);
      assertThat(rest.added()).isEqualTo(264);
      assertThat(perMinute).isGreaterThan(20_000);
      long newest = store.newest();
      Tally again = Tally.NONE;
      for (int day = 0; day < days.size(); day += 7) {
        again = again.plus(record(store, read(days.get(day))));
      }
      assertThat(again.added() + again.changed()).isZero();
      assertThat(store.newest()).isEqualTo(newest);
    }
  }

  @Test
  void fullTexts_areAllTakenAndOutliveTheSummaries() throws IOException {
    Path file = SharedData.at("eu-calls/full-text.jsonl");
    Path lastDay = SharedData.dailySnapshots().getLast();
    try (EntryStore store = EntryStore.open(folder)) {
      SourceFile full = ImportFile.read(file, LocalDate.parse("2026-08-10"));
      assertThat(full.refused()).isEmpty();
      assertThat(full.reading().entries()).hasSize(308);
      record(store, read(lastDay));
      record(store, full);
      assertThat(record(store, full)).isEqualTo(new Tally(0, 0, 308));
      record(store, read(lastDay));
      assertThat(record(store, full)).isEqualTo(new Tally(0, 0, 308));
      for (Entry entry : full.reading().entries()) {
        Call stored = (Call) store.entry(entry.id()).orElseThrow();
        assertThat(stored.terms().conditions()).isEqualTo(((Call) entry).terms().conditions());
        if (!((Call) entry).text().isEmpty()) {
          assertThat(stored.text()).isEqualTo(((Call) entry).text());
        }
      }
      assertThat(latest(store).values()).allSatisfy(RealSnapshotsTest::assertClean);
    }
  }

  @Test
  void textsOfTheFirstAndLastDay_areClean() throws IOException {
    List<Path> days = SharedData.dailySnapshots();
    for (Path day : List.of(days.getFirst(), days.getLast())) {
      assertThat(read(day).reading().entries()).allSatisfy(RealSnapshotsTest::assertClean);
    }
  }

  private static void assertClean(Entry entry) {
    for (TextField text : entry.texts()) {
      assertThat(BROKEN.matcher(text.text()).results().map(one -> around(text.text(), one.start())))
          .as(entry.id() + " " + text.name())
          .isEmpty();
      assertThat(TAG.matcher(text.text()).results().map(one -> around(text.text(), one.start())))
          .as(entry.id() + " " + text.name())
          .isEmpty();
    }
  }

  private static String around(String text, int place) {
    return text.substring(Math.max(0, place - 20), Math.min(text.length(), place + 20));
  }

  private static Map<EntryId, Entry> latest(EntryStore store) {
    Map<EntryId, Entry> latest = new HashMap<>();
    for (Version version : store.after(0, Integer.MAX_VALUE)) {
      version.entry().ifPresent(entry -> latest.put(version.id(), entry));
    }
    return latest;
  }
}
