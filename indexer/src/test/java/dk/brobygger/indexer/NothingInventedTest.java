package dk.brobygger.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.Budget;
import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.Deadline;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.sample.Sample;
import dk.brobygger.indexer.source.DailySnapshot;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/**
 * What the sample says of EU calls is what the EU portal says, although it was read elsewhere. The
 * portal's own records were not used in making the sample.
 */
class NothingInventedTest {

  /** The portal adds the kind of action and the partnership, which others leave out. */
  private static final String BRACKETS = "\\([^)]*\\)";

  @Test
  void factsOfTheSamplesCalls_areThoseOfThePortal() throws IOException {
    Map<EntryId, List<Call>> portal = portal();
    List<String> invented = new ArrayList<>();
    int compared = 0;
    for (Call call : calls()) {
      List<Call> records = portal.getOrDefault(call.id(), List.of());
      if (!records.isEmpty()) {
        compared++;
        invented.addAll(differences(call, records));
      }
    }
    assertThat(compared).isGreaterThanOrEqualTo(160);
    assertThat(invented).isEmpty();
  }

  private static List<Call> calls() {
    return Sample.entries().stream().filter(Call.class::isInstance).map(Call.class::cast).toList();
  }

  /** What the portal said on the first, the middle and the last day. */
  private static Map<EntryId, List<Call>> portal() throws IOException {
    List<Path> days = SharedData.dailySnapshots();
    Map<EntryId, List<Call>> portal = new HashMap<>();
    for (Path day : List.of(days.getFirst(), days.get(days.size() / 2), days.getLast())) {
      try (InputStream in = new GZIPInputStream(Files.newInputStream(day))) {
        DailySnapshot.read(in)
            .reading()
            .entries()
            .forEach(
                one -> portal.computeIfAbsent(one.id(), id -> new ArrayList<>()).add((Call) one));
      }
    }
    return portal;
  }

  private static List<String> differences(Call call, List<Call> records) {
    List<String> differences = new ArrayList<>();
    // The portal's title of some topics is their identifier.
    Set<String> titles = new HashSet<>(all(records, one -> Optional.of(title(one.name()))));
    titles.remove(title(call.identifier()));
    check(call, "name", Optional.of(title(call.name())), titles, differences);
    check(
        call,
        "callIdentifier",
        call.family().callIdentifier(),
        all(records, one -> one.family().callIdentifier()),
        differences);
    check(
        call,
        "opens",
        call.timetable().opens(),
        all(records, one -> one.timetable().opens()),
        differences);
    check(
        call,
        "actionType",
        call.terms().actionType().map(NothingInventedTest::title),
        all(records, one -> one.terms().actionType().map(NothingInventedTest::title)),
        differences);
    amount(call, "total", Budget::total, records, differences);
    amount(call, "grants", Budget::grants, records, differences);
    amount(call, "least", Budget::least, records, differences);
    amount(call, "most", Budget::most, records, differences);
    Set<LocalDate> deadlines = new HashSet<>();
    records.forEach(one -> deadlines.addAll(days(one)));
    days(call).forEach(day -> check(call, "deadline", Optional.of(day), deadlines, differences));
    return differences;
  }

  /** Of a later stage the portal says nothing before the first one has opened. */
  private static List<LocalDate> days(Call call) {
    return call.timetable().deadlines().stream()
        .filter(deadline -> deadline.stage() == 1)
        .map(Deadline::at)
        .map(at -> at.toLocalDate())
        .toList();
  }

  private static <V> void amount(
      Call call,
      String what,
      Function<Budget, Optional<V>> amount,
      List<Call> records,
      List<String> differences) {
    check(
        call,
        "budget." + what,
        amount.apply(call.terms().budget()),
        all(records, one -> amount.apply(one.terms().budget())),
        differences);
  }

  private static <V> Set<V> all(List<Call> records, Function<Call, Optional<V>> fact) {
    Set<V> all = new HashSet<>();
    records.forEach(one -> fact.apply(one).ifPresent(all::add));
    return all;
  }

  /** What either side does not say is no difference. */
  private static <V> void check(
      Call call, String what, Optional<V> said, Set<V> portal, List<String> differences) {
    if (said.isPresent() && !portal.isEmpty() && !portal.contains(said.orElseThrow())) {
      differences.add(
          "%s %s is %s, the portal says %s".formatted(call.id(), what, said.orElseThrow(), portal));
    }
  }

  private static String title(String name) {
    return name.replaceAll(BRACKETS, "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .replace(" und ", " and ") // the portal's slip
        .strip();
  }
}
