package dk.brobygger.search;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.json.EntryJson;
import dk.brobygger.corpus.store.Reading;
import dk.brobygger.search.query.Query;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskTest {

  private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");

  @TempDir Path folder;

  @Test
  void words_areReadByTheTextsThatAreThereNow() {
    try (Desk desk = Desk.open(folder, NOW)) {
      String words = "quagga ocelot dugong cassowary";
      Query before = desk.read(words, Set.of(), NOW).query();
      assertThat(before.toString())
          .as("one of them is enough, since half of them stand nowhere")
          .contains("least=1")
          .doesNotContain("least=2");
      desk.store()
          .record(
              new Reading(
                  "test",
                  LocalDate.parse("2026-11-25"),
                  List.of(
                      EntryJson.read(
                          """
                          {"id":"cluster/x","name":"Quagga and ocelot","country":"NL"}
                          """))),
              NOW);
      assertThat(desk.read(words, Set.of(), NOW).query()).isEqualTo(before);
      desk.follow();
      assertThat(desk.read(words, Set.of(), NOW).query().toString()).contains("least=2");
      assertThat(desk.read(words, Set.of(), NOW.plusSeconds(60)).query().toString())
          .as("calls are judged at another moment")
          .isNotEqualTo(desk.read(words, Set.of(), NOW).query().toString());
    }
  }
}
