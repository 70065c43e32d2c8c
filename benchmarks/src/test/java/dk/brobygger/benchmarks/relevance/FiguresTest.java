package dk.brobygger.benchmarks.relevance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dk.brobygger.corpus.vocabulary.Language;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What {@code ./brobygger evaluate} prints is what the repository says it prints, to four decimals;
 * {@code -Dbrobygger.figures=write} has the repository say it anew.
 */
class FiguresTest {

  private static final Path DATA = Path.of("../../shared/data");

  /** The year judged on, which the weights were not learnt from. */
  private static final int YEAR = 2024;

  private static final String MEANT =
      """
      The ranking is worth something else than %s says. If that is meant, have it written anew, \
      commit it, and mend benchmarks/FIGURES.md by ./brobygger evaluate:
        mvn test %s-pl benchmarks -am -Dtest=FiguresTest -Dsurefire.failIfNoSpecifiedTests=false \
      -Dbrobygger.figures=write\
      """;

  private final Evaluation evaluation =
      new Evaluation(false, Optional.empty(), new PrintWriter(Writer.nullWriter()));

  private static Path realData() {
    assumeTrue(Files.isDirectory(DATA), "no ../shared/data here: figures are not compared");
    return DATA;
  }

  @Test
  void calls_areRankedAsWellAsTheRepositorySays() throws IOException {
    TimeSplit split = new TimeSplit(realData(), YEAR);
    List<Judged> judged = new ArrayList<>();
    judged.addAll(evaluation.calls(split.calls()));
    judged.addAll(evaluation.calls(split.organisations()));
    judged.addAll(evaluation.calls(Twin.task(DATA, Language.EN)));
    judged.addAll(evaluation.calls(Twin.task(DATA, Language.DA)));
    judged.addAll(evaluation.classic(ClassicCollection.cacm(DATA)));
    judged.addAll(evaluation.classic(ClassicCollection.cranfield(DATA)));
    compare("figures-of-calls.tsv", "", judged);
  }

  @Test
  void alliedClusters_areRankedAsWellAsTheRepositorySays() throws IOException {
    List<Judged> judged = new ArrayList<>(evaluation.clusters(Alliance.task(true)));
    judged.addAll(evaluation.clusters(Alliance.task(false)));
    compare("figures-of-allied-clusters.tsv", "", judged);
  }

  @Test
  @Tag("long")
  void partners_areRankedAsWellAsTheRepositorySays() throws IOException {
    TimeSplit split = new TimeSplit(realData(), YEAR);
    List<Judged> judged = new ArrayList<>(evaluation.partners(split.partners(TimeSplit.IDEAS)));
    judged.addAll(evaluation.allies(split.allies()));
    compare("figures-of-partners.tsv", "-Plong ", judged);
  }

  private static void compare(String name, String profile, List<Judged> judged) throws IOException {
    Path kept = Path.of("src/test/resources/dk/brobygger/benchmarks/relevance", name);
    List<String> rows = new ArrayList<>(List.of(Judged.header()));
    judged.forEach(one -> rows.add(one.row()));
    if (System.getProperty("brobygger.figures", "").equals("write")) {
      Files.createDirectories(kept.getParent());
      Files.write(kept, rows);
    }
    // Of all that a failure prints, the rows that differ come last.
    assertThat(rows).as(MEANT, name, profile).containsExactlyElementsOf(Files.readAllLines(kept));
  }
}
