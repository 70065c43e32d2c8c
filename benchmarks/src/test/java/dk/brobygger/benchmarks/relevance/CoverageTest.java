package dk.brobygger.benchmarks.relevance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoverageTest {

  @Test
  void realCallsAndProjects_speakOfTwoCompetences_ninetyFiveInAHundred() throws IOException {
    Path data = Path.of("../../shared/data");
    assumeTrue(Files.isDirectory(data), "no ../shared/data here: coverage is not measured");
    StringWriter out = new StringWriter();
    Coverage.run(data, new PrintWriter(out, true));
    List<Double> shares =
        Pattern.compile("([0-9.]+) %")
            .matcher(out.toString())
            .results()
            .map(found -> Double.parseDouble(found.group(1)))
            .toList();
    assertThat(shares).hasSize(6);
    // Snapshots of March hold titles only: those are printed, not asked for.
    assertThat(shares.subList(2, 6))
        .allSatisfy(share -> assertThat(share).isGreaterThanOrEqualTo(95));
  }

  @Test
  void folderWithoutData_isRefused(@TempDir Path empty) throws IOException {
    Files.createDirectories(empty.resolve("eu-calls").resolve("daily"));
    assertThatThrownBy(() -> Coverage.run(empty, new PrintWriter(new StringWriter())))
        .hasMessage(empty.resolve("eu-calls/daily") + " is empty, must have daily snapshots");
  }
}
