package dk.brobygger.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dk.brobygger.corpus.sample.Sample;
import dk.brobygger.search.standing.StandingMatcher;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command over the sample, all of whose calls were first stated on the day it was gathered. */
class DigestCommandTest {

  @TempDir Path folder;

  private final WebCommands commands = new WebCommands();

  private int digest(String... more) {
    String[] all = new String[more.length + 3];
    System.arraycopy(new String[] {"digest", "--data", folder.toString()}, 0, all, 0, 3);
    System.arraycopy(more, 0, all, 3, more.length);
    return commands.run(all);
  }

  @Test
  void withoutSubscribers_everyDanishClusterIsPreviewed() {
    String gathered = Sample.GATHERED.toString();
    assertThat(digest("--on", gathered, "--json")).isZero();
    JsonNode json = Site.read(commands.out());
    assertThat(json.path("on").asText()).isEqualTo(gathered);
    assertThat(json.path("digests").size()).isGreaterThan(29);
    for (JsonNode digest : json.path("digests")) {
      assertThat(digest.path("subscriber").asText()).startsWith("cluster/");
      Set<String> calls = new HashSet<>();
      for (String kind : Set.of("new", "changed", "closing", "blocked")) {
        digest
            .path(kind)
            .forEach(item -> assertThat(calls.add(item.path("call").asText())).isTrue());
      }
      double last = Double.MAX_VALUE;
      for (JsonNode item : digest.path("new")) {
        assertThat(item.path("score").asDouble()).isBetween(StandingMatcher.LEAST, last);
        last = item.path("score").asDouble();
      }
    }
    assertThat(digest("--on", Sample.GATHERED.minusDays(1).toString(), "--json")).isZero();
    assertThat(Site.read(commands.out()).path("digests")).isEmpty();
    assertThat(digest("--on", gathered, "--lang", "en")).isZero();
    assertThat(commands.out())
        .contains("NEW CALLS", "Consortium by", "usually takes 90", "The best come")
        .containsPattern("Your part:? +Take part as a partner, do not coordinate");
  }

  @Test
  void badInput_isRefusedInOneSentence() {
    assertThat(digest("--send")).isEqualTo(2);
    assertThat(commands.err())
        .startsWith("brobygger: nobody has subscribed in " + folder + ": nothing is sent");
    assertThat(digest("--send", "--on", "2062-05-02")).isEqualTo(2);
    assertThat(commands.err()).contains("on is 2062-05-02, must not be after today");
    assertThat(digest("--on", "yesterday")).isEqualTo(2);
    assertThat(commands.err()).contains("must be a date such as 2026-09-15");
    assertThat(digest("--lang", "xx")).isEqualTo(2);
  }
}
