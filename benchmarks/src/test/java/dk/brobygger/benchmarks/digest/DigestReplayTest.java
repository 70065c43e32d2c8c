package dk.brobygger.benchmarks.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.CallStatus;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Deadline;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.entry.EntryType;
import dk.brobygger.corpus.store.EntryStore;
import dk.brobygger.corpus.store.Statement;
import dk.brobygger.indexer.reconcile.CallJoin;
import dk.brobygger.indexer.source.DailySnapshot;
import dk.brobygger.search.Desk;
import dk.brobygger.search.digest.Bulletin;
import dk.brobygger.search.digest.Digest;
import dk.brobygger.search.digest.News;
import dk.brobygger.search.score.Match;
import dk.brobygger.search.standing.Sieve;
import dk.brobygger.search.standing.StandingMatcher;
import dk.brobygger.search.standing.Subscription;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The spring of 2026 once more, from one import of all snapshots: the digest of each Danish cluster
 * on each day, beside what the raw files say. Takes minutes: {@code mvn test -pl benchmarks -am
 * -Plong -Dtest=DigestReplayTest -Dsurefire.failIfNoSpecifiedTests=false}.
 */
@Tag("long")
class DigestReplayTest {

  private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");

  /** Every so many days the digests are also held against each cluster's own match. */
  private static final int MATCHED_EVERY = 13;

  @TempDir Path folder;

  private static List<Path> snapshots() throws IOException {
    Path daily = Path.of("../../shared/data/eu-calls/daily");
    assumeTrue(Files.isDirectory(daily), "no ../shared/data here: no digest is replayed");
    try (Stream<Path> files = Files.list(daily)) {
      return files.sorted().toList();
    }
  }

  private void importAll(List<Path> files) throws IOException {
    try (EntryStore store = EntryStore.open(folder)) {
      for (Path file : files) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
          store.record(DailySnapshot.read(in).reading(), NOW, CallJoin::join);
        }
      }
    }
  }

  @Test
  void everyDay_bringsWhatIsNewChangedAndClosingOnceOnTheRightDay() throws IOException {
    List<Path> files = snapshots();
    importAll(files);
    BruteForce judge = new BruteForce();
    try (Desk desk = Desk.open(folder, NOW)) {
      List<Cluster> danish = danish(desk);
      assertThat(danish).hasSizeGreaterThan(29);
      Map<String, Set<EntryId>> told = new HashMap<>();
      int counted = 0;
      @org.jspecify.annotations.Nullable LocalDate before = null;
      for (Path file : files) {
        BruteForce.Day truth = judge.next(file);
        List<Statement> statements = desk.store().statements(EntryType.CALL, truth.day());
        // A day without a snapshot is told of on the next one.
        Bulletin bulletin =
            before == null
                ? Bulletin.of(statements, truth.day())
                : Bulletin.of(statements, before, truth.day());
        boolean whole = before != null && before.plusDays(1).equals(truth.day());
        judge(bulletin, truth, whole, desk);
        Sieve sieve = bulletin.sieve(desk.standing());
        for (Cluster cluster : danish) {
          Digest digest = Digest.of(Subscription.of(cluster), bulletin, sieve, call -> true);
          counted +=
              once(digest, truth, told.computeIfAbsent(digest.subscriber(), id -> new HashSet<>()));
          if (files.indexOf(file) % MATCHED_EVERY == 1) {
            beside(desk, cluster, digest, bulletin);
          }
        }
        before = truth.day();
      }
      System.out.printf("%d news in the digests of %d clusters%n", counted, danish.size());
      assertThat(counted).isGreaterThan(1_000);
    }
  }

  private static List<Cluster> danish(Desk desk) {
    return desk.store().entries().stream()
        .filter(Cluster.class::isInstance)
        .map(Cluster.class::cast)
        .filter(cluster -> cluster.identity().seat().country().equals("DK"))
        .toList();
  }

  /** The news of all calls that a newcomer can apply for are those of the raw files. */
  private static void judge(Bulletin bulletin, BruteForce.Day truth, boolean whole, Desk desk) {
    Set<String> fresh = new TreeSet<>();
    Map<String, Set<String>> changed = new TreeMap<>();
    Map<String, Long> closing = new TreeMap<>();
    bulletin
        .news()
        .forEach((id, news) -> {
          switch (news) {
            case News.Fresh one -> fresh.add(id.toString());
            case News.Changed one -> {
              Set<String> fields = new TreeSet<>();
              one.changes().forEach(change -> fields.add(change.field().word()));
              changed.put(id.toString(), fields);
            }
            case News.Closing one -> closing.put(id.toString(), one.daysLeft());
            case News.Reworded one -> {}
          }
        });
    assertThat(fresh)
        .as("new on %s", truth.day())
        .isEqualTo(open(truth.fresh(), desk, truth.day()));
    Map<String, Set<String>> expected = new TreeMap<>();
    truth.changed().forEach((call, fields) -> expected.put(call, new TreeSet<>(fields.keySet())));
    expected.keySet().retainAll(open(expected.keySet(), desk, truth.day()));
    assertThat(changed).as("changed on %s", truth.day()).isEqualTo(expected);
    if (whole) {
      Map<String, Long> due = new TreeMap<>(truth.closing());
      due.keySet().removeAll(fresh);
      due.keySet().removeAll(changed.keySet());
      assertThat(closing).as("closing on %s", truth.day()).isEqualTo(due);
    }
  }

  /** Without those whose deadline, as stated that day, has passed. */
  private static Set<String> open(Set<String> calls, Desk desk, LocalDate day) {
    Instant morning = day.atStartOfDay(Deadline.BRUSSELS).toInstant();
    Map<String, Call> last = new HashMap<>();
    desk.store()
        .statements(EntryType.CALL, day)
        .forEach(
            statement -> last.put(statement.entry().id().toString(), (Call) statement.entry()));
    Set<String> open = new TreeSet<>(calls);
    open.removeIf(call -> {
      Call stated = last.get(call);
      return stated != null && stated.timetable().status(morning) == CallStatus.CLOSED;
    });
    return open;
  }

  /** Every item is true, and no call is new twice. */
  private static int once(Digest digest, BruteForce.Day truth, Set<EntryId> told) {
    Set<EntryId> today = new HashSet<>();
    for (Digest.Item item : digest.items()) {
      EntryId call = item.news().call().id();
      assertThat(today.add(call)).as("%s once to %s", call, digest.subscriber()).isTrue();
      switch (item.news()) {
        case News.Fresh fresh -> {
          assertThat(truth.fresh()).contains(call.toString());
          assertThat(told.add(call)).as("%s is new once", call).isTrue();
        }
        case News.Changed changed -> assertThat(truth.changed()).containsKey(call.toString());
        case News.Closing closing -> {}
        case News.Reworded reworded -> throw new AssertionError("told though only reworded");
      }
    }
    return digest.items().size();
  }

  /** Of the news, a digest holds exactly those that the cluster's own match gives. */
  private static void beside(Desk desk, Cluster cluster, Digest digest, Bulletin bulletin) {
    Instant morning = bulletin.on().atStartOfDay(Deadline.BRUSSELS).toInstant();
    List<Match> own = new ArrayList<>(desk.calls().match(cluster, morning, 200).ranked());
    Map<EntryId, Double> expected = new HashMap<>();
    for (Match match : own) {
      News news = bulletin.news().get(match.entry().id());
      if (news != null
          && !(news instanceof News.Reworded)
          && match.score() >= StandingMatcher.LEAST
          && match.explanation().parts().stream()
              .anyMatch(part -> part.criterion().equals("competence"))) {
        expected.put(match.entry().id(), match.score());
      }
    }
    Map<EntryId, Double> given = new HashMap<>();
    digest.items().stream()
        .filter(Digest.Item::open)
        .forEach(item -> given.put(item.news().call().id(), item.answering().score()));
    assertThat(given).as("%s on %s", cluster.id(), bulletin.on()).isEqualTo(expected);
  }
}
