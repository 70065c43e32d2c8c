package dk.brobygger.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.entry.Identity;
import dk.brobygger.corpus.entry.Opportunity;
import dk.brobygger.corpus.entry.Organisation;
import dk.brobygger.corpus.entry.Seat;
import dk.brobygger.corpus.sample.Sample;
import dk.brobygger.indexer.source.DailySnapshot;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/**
 * What the sample says of EU calls is what the EU portal says, and where it says clusters and
 * organisations are is where CORDIS says they are, although it was read elsewhere. The records of
 * the portal and of CORDIS were not used in making the sample.
 */
class NothingInventedTest {

  /** The portal adds the kind of action and the partnership, which others leave out. */
  private static final String BRACKETS = "\\([^)]*\\)";

  private static final int COUNTRY = 3;
  private static final int NUTS = 5;
  private static final int URL = 7;
  private static final int MOST_ON_A_HOST = 4;

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

  @Test
  void seatsOfTheSample_areThoseOfCordis() throws IOException {
    Map<String, Set<String>> regions = regionsInCordis();
    List<String> invented = new ArrayList<>();
    int compared = 0;
    for (Entry entry : Sample.entries()) {
      Optional<Identity> identity = identity(entry);
      Set<String> said =
          identity.map(one -> regions.getOrDefault(key(one), Set.of())).orElse(Set.of());
      if (!said.isEmpty()) {
        compared++;
        Seat seat = identity.orElseThrow().seat();
        String ours = seat.region().orElse(seat.country());
        // Either may name the larger region of the two.
        if (said.stream().noneMatch(one -> one.startsWith(ours) || ours.startsWith(one))) {
          invented.add("%s is in %s, CORDIS says %s".formatted(entry.id(), ours, said));
        }
      }
    }
    assertThat(compared).isGreaterThanOrEqualTo(90);
    assertThat(invented).isEmpty();
  }

  private static Optional<Identity> identity(Entry entry) {
    return switch (entry) {
      case Cluster cluster -> Optional.of(cluster.identity());
      case Organisation organisation -> Optional.of(organisation.identity());
      case Call call -> Optional.empty();
      case Opportunity opportunity -> Optional.empty();
    };
  }

  /** One host of the web is one organisation. */
  private static String key(Identity identity) {
    return identity.site().map(URI::toString).map(NothingInventedTest::host).orElse("");
  }

  private static String host(String address) {
    return address
        .strip()
        .toLowerCase(Locale.ROOT)
        .replaceFirst("^https?://", "")
        .replaceFirst("^www\\.", "")
        .replaceFirst("[:/?#].*", "");
  }

  /** By host of its home page; hosts of more than four organisations belong to none of them. */
  private static Map<String, Set<String>> regionsInCordis() throws IOException {
    Map<String, List<String>> found = new HashMap<>();
    for (String line : Files.readAllLines(SharedData.at("cordis/organizations.tsv"))) {
      String[] cells = line.split("\t", -1);
      if (cells.length > URL) { // a name of two lines makes two that are too short
        String region = cells[NUTS].isEmpty() ? cells[COUNTRY] : cells[NUTS];
        found.computeIfAbsent(host(cells[URL]), host -> new ArrayList<>()).add(region);
      }
    }
    found.remove("");
    found.values().removeIf(regions -> regions.size() > MOST_ON_A_HOST);
    return found.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, one -> Set.copyOf(one.getValue())));
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
