package dk.brobygger.benchmarks.relevance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.signal.Idea;
import dk.brobygger.search.signal.Ranked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFileTest {

  private static final List<Idea> IDEAS = Stream.of("a", "b").map(RunFileTest::idea).toList();
  private static final Function<Idea, List<Ranked>> RANKING = idea -> List.of(new Ranked("T1", 1));
  private static final String RUN =
      """
      a Q0 T1 1 1.000000 brobygger
      b Q0 T1 1 1.000000 brobygger
      """;

  @TempDir Path folder;

  private static Idea idea(String id) {
    return new Idea(id, Language.EN, "x", "", List.of(), Optional.empty(), Optional.empty());
  }

  @Test
  void rankingThatFailsHalfway_leavesTheOlderRunAndNothingBeside() throws IOException {
    Path run = Files.writeString(folder.resolve("run"), "older");
    Function<Idea, List<Ranked>> failing =
        idea -> {
          if (idea.id().equals("b")) {
            throw new IllegalStateException("cannot rank");
          }
          return RANKING.apply(idea);
        };
    assertThatThrownBy(() -> new RunFile(run).write(IDEAS, failing)).hasMessage("cannot rank");
    assertThat(run).hasContent("older");
    assertThat(folder).isDirectoryContaining(run::equals).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void newRun_takesThePlaceOfTheOlderWholeOne() throws IOException {
    Path run = Files.writeString(folder.resolve("run"), "older, and longer: " + RUN.repeat(9));
    new RunFile(run).write(IDEAS, RANKING);
    assertThat(run).hasContent(RUN);
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void linkToARun_staysALink() throws IOException {
    Path run = Files.writeString(folder.resolve("run"), "older");
    Path link = Files.createSymbolicLink(folder.resolve("link"), run);
    new RunFile(link).write(IDEAS, RANKING);
    assertThat(link).isSymbolicLink();
    assertThat(run).hasContent(RUN);
  }

  @Test
  void pipe_isWrittenToAsItIs() throws Exception {
    Path pipe = folder.resolve("pipe");
    assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
    CompletableFuture<String> read =
        CompletableFuture.supplyAsync(() -> {
          try {
            return Files.readString(pipe);
          } catch (IOException e) {
            return e.toString();
          }
        });
    new RunFile(pipe).write(IDEAS, RANKING);
    assertThat(read.get()).isEqualTo(RUN);
    assertThat(Files.isRegularFile(pipe)).isFalse();
  }

  @Test
  void writingThatFails_namesTheFile() {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "only Linux has a device that is always full");
    assertThatIOException()
        .isThrownBy(() -> new RunFile(full).write(IDEAS, RANKING))
        .withMessage("cannot write /dev/full: No space left on device");
  }
}
