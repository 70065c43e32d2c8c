package dk.brobygger.indexer.page;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.indexer.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RealDocumentsTest {

  /** Locked, damaged or wordless, as their names or Tika's own tests say. */
  private static final int MOST_FAILURES = 20;

  @Test
  void allDocuments_endInTextOrInAFailure() throws IOException {
    Map<PageOutcome.Cause, List<String>> failures = new EnumMap<>(PageOutcome.Cause.class);
    List<Path> files = files();
    int read = 0;
    try (PageReader reader = PageReader.open()) {
      for (Path file : files) {
        switch (reader.read(document(file))) {
          case PageOutcome.Read page -> {
            read++;
            assertThat(page.page().text()).as(file.toString()).isNotBlank();
            assertBlocksStandInTheText(page.page());
          }
          case PageOutcome.Unreadable failed ->
              failures
                  .computeIfAbsent(failed.cause(), cause -> new ArrayList<>())
                  .add(file.getFileName() + " (" + failed.reason() + ")");
        }
      }
    }
    int failed = failures.values().stream().mapToInt(List::size).sum();
    System.out.println(read + " of " + files.size() + " documents read; not read: " + failures);
    assertThat(read + failed).isEqualTo(files.size());
    assertThat(failed).isLessThanOrEqualTo(MOST_FAILURES);
  }

  static void assertBlocksStandInTheText(Page page) {
    String text = page.text();
    for (Block block : page.blocks()) {
      assertThat(text.substring(block.start(), block.end())).isEqualTo(block.text());
    }
    for (Property property : page.properties()) {
      assertThat(text).startsWith(text.substring(0, property.start()) + property.value());
    }
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(SharedData.at("documents"))) {
      return files.sorted().toList();
    }
  }

  private static Document document(Path file) throws IOException {
    return new Document(file.toUri(), Optional.empty(), Files.readAllBytes(file));
  }
}
