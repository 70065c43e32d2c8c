package dk.brobygger.search;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.sample.Sample;
import dk.brobygger.search.engine.Hit;
import dk.brobygger.search.engine.Question;
import dk.brobygger.search.query.Reading;
import dk.brobygger.search.score.Passages;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Searches that the manager of a Danish cluster would type, each with the foreign clusters whose
 * descriptions speak of it. They were written down before they were tried. The search was mended
 * until it answered those in {@code danish-searches.tsv}; those in {@code
 * danish-searches-later.tsv} were written when it did, and were answered at once. Of those in
 * {@code danish-searches-broad.tsv} two were not, and rare competences are looked for more broadly
 * since.
 */
class DanishSearchesTest {

  private static final Instant NOW = Sample.GATHERED.atStartOfDay(ZoneOffset.UTC).toInstant();

  @TempDir static Path folder;

  private static Desk desk;

  @BeforeAll
  static void open() {
    desk = Desk.open(folder, NOW);
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  record Search(String typed, Set<String> fitting) {

    private static Search of(String line) {
      String[] cells = line.split("\t", -1);
      return new Search(cells[0], Set.of(cells[1].split(" ")));
    }

    @Override
    public String toString() {
      return typed;
    }
  }

  static List<Search> searches() {
    return Stream.of(
            "danish-searches.tsv", "danish-searches-later.tsv", "danish-searches-broad.tsv")
        .flatMap(file -> read(file).lines())
        .map(Search::of)
        .toList();
  }

  private static String read(String file) {
    try (InputStream lines = DanishSearchesTest.class.getResourceAsStream(file)) {
      return new String(lines.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("searches")
  void danishSearch_showsThreeFittingClustersAbroadWithReasons(Search search) {
    Reading reading = desk.read(search.typed(), Set.of(), NOW);
    // The Danish ones are known to who searches, and are passed over.
    List<Hit> firstTen =
        desk.engine().ask(Question.best(reading.query(), 20)).hits().stream()
            .filter(hit -> !isDanish(hit))
            .limit(10)
            .toList();
    assertThat(firstTen.stream().filter(hit -> fits(hit, search)))
        .as("of %s", firstTen.stream().map(hit -> hit.entry().id()).toList())
        .hasSizeGreaterThanOrEqualTo(3)
        .allSatisfy(
            hit -> assertThat(Passages.best(hit.entry(), hit.highlights(), 3)).isNotEmpty());
  }

  private static boolean isDanish(Hit hit) {
    return hit.entry() instanceof Cluster cluster
        && cluster.identity().seat().country().equals("DK");
  }

  private static boolean fits(Hit hit, Search search) {
    return hit.entry() instanceof Cluster cluster && search.fitting().contains(cluster.id().key());
  }
}
