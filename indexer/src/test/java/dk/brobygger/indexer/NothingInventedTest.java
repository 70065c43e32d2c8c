package dk.brobygger.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.Call;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/**
 * What the sample says of EU calls is what the EU portal says, although it was read elsewhere. The
 * portal's own records were not used in making the sample.
 */
class NothingInventedTest {

  /** The portal adds the kind of action and the partnership, which others leave out. */
  private static final String BRACKETS = "\\([^)]*\\)";

  private static final Map<String, Function<Call, Stream<?>>> FACTS =
      Map.of(
          "name", NothingInventedTest::titles,
          "callIdentifier", call -> call.family().callIdentifier().stream(),
          "opens", call -> call.timetable().opens().stream(),
          "deadlines", NothingInventedTest::firstDeadlines,
          "actionType", call -> call.terms().actionType().map(NothingInventedTest::title).stream(),
          "budget.total", call -> call.terms().budget().total().stream(),
          "budget.grants", call -> call.terms().budget().grants().stream(),
          "budget.least", call -> call.terms().budget().least().stream(),
          "budget.most", call -> call.terms().budget().most().stream());

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
    FACTS.forEach((what, fact) -> {
      Set<Object> said = fact.apply(call).collect(Collectors.toSet());
      Set<Object> portal = records.stream().flatMap(fact).collect(Collectors.toSet());
      // What either side does not say is no difference.
      if (!portal.isEmpty() && !portal.containsAll(said)) {
        differences.add("%s %s is %s, the portal says %s".formatted(call.id(), what, said, portal));
      }
    });
    return differences;
  }

  /** Of a later stage the portal says nothing before the first one has opened. */
  private static Stream<LocalDate> firstDeadlines(Call call) {
    return call.timetable().deadlines().stream()
        .filter(deadline -> deadline.stage() == 1)
        .map(deadline -> deadline.at().toLocalDate());
  }

  /** The portal's title of some topics is their identifier, which is none. */
  private static Stream<String> titles(Call call) {
    return Stream.of(title(call.name())).filter(name -> !name.equals(title(call.identifier())));
  }

  private static String title(String name) {
    return name.replaceAll(BRACKETS, "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .replace(" und ", " and ") // the portal's slip
        .strip();
  }
}
