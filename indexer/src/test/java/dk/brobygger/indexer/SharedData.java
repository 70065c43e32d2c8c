package dk.brobygger.indexer;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the real data is that is not part of the project. */
public final class SharedData {

  private SharedData() {}

  /** The file or folder; the test that asks is skipped where there is none. */
  public static Path at(String name) {
    Optional<Path> found =
        Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
            .map(folder -> folder.resolve("shared/data").resolve(name))
            .filter(Files::exists)
            .findFirst();
    assumeTrue(
        found.isPresent(), "there is no shared/data/" + name + " beside or above the project");
    return found.orElseThrow();
  }

  /** All daily snapshots, oldest first. */
  public static List<Path> dailySnapshots() throws java.io.IOException {
    try (Stream<Path> files = Files.list(at("eu-calls/daily"))) {
      return files.sorted().toList();
    }
  }
}
