package dk.brobygger.corpus.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The regions of Danish towns beside those that organisations in CORDIS give. */
class TownsInCordisTest {

  private static final Path ORGANISATIONS =
      Path.of("../../shared/data/cordis/organizations.tsv").toAbsolutePath().normalize();

  @Test
  void organisationsInListedTowns_giveTheSameRegionNearlyAlways() throws IOException {
    assumeThat(ORGANISATIONS).as("shared data").exists();
    List<String[]> danish =
        Files.readAllLines(ORGANISATIONS).stream()
            .map(line -> line.split("\t", -1))
            .filter(one -> one.length > 5 && one[3].equals("DK") && one[5].matches("DK0\\d\\d"))
            .toList();
    List<String[]> listed =
        danish.stream().filter(one -> Geography.regionOfTown("DK", one[4]).isPresent()).toList();
    long same =
        listed.stream()
            .filter(one -> Geography.regionOfTown("DK", one[4]).equals(Optional.of(one[5])))
            .count();
    System.out.printf(
        "%d organisations, %d in listed towns, %d in the same region%n",
        danish.size(), listed.size(), same);
    assertThat(listed.size()).isGreaterThan(danish.size() * 7 / 10);
    assertThat(same * 100 / listed.size()).isGreaterThanOrEqualTo(95);
  }
}
