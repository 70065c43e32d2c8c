package dk.brobygger.benchmarks.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutsideTest {

  private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

  private static final List<OutsideTexts.Text> TEXTS =
      List.of(
          new OutsideTexts.Text("sea", "Foundations", "Wind turbines\tat\nsea"),
          new OutsideTexts.Text("gas", "Storage", "Tanks for hydrogen"));

  @Test
  void programThatWasNotMadeReady_isSaidToBeMissingAndHowItIsHad(@TempDir Path home) {
    assertThat(Outside.FULL_TEXT.missing(Optional.of(home)))
        .contains(
            "PostgreSQL full text is not asked; it is made ready by mvn -f benchmarks/src/peer"
                + " package");
  }

  @Test
  void moreLikeThis_findsTheTextThatSharesWordsInAnotherForm() {
    assertThat(ranked(Outside.MORE_LIKE_THIS, "all 25 1", "a hydrogen tank"))
        .containsExactly("gas");
  }

  @Test
  void fullText_findsTheTextThatSharesWordsInAnotherForm() {
    assertThat(ranked(Outside.FULL_TEXT, "ts_rank 1 0.1", "a turbine 'of | wind"))
        .containsExactly("sea");
  }

  private static List<String> ranked(Outside program, String setting, String text) {
    Optional<String> missing = program.missing(Optional.of(HOME));
    assumeTrue(missing.isEmpty(), missing::toString);
    try (OutsideTexts texts = new OutsideTexts(program, HOME, TEXTS)) {
      return texts.rank(setting, text, 10).ids();
    }
  }
}
