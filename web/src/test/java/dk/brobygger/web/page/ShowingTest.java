package dk.brobygger.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.json.EntryJson;
import dk.brobygger.search.score.Bridge;
import dk.brobygger.search.score.Evidence;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShowingTest {

  private static Entry entry(String id, String name) {
    return EntryJson.read("{\"id\":\"%s\",\"name\":\"%s\",\"country\":\"DK\"}".formatted(id, name));
  }

  @Test
  void wordsOfALink_areThoseOfWhoIsCalledSo() {
    Entry ours = entry("cluster/a", "Havklyngen");
    Entry theirs = entry("cluster/b", "Lone Cluster");
    Evidence first = Evidence.whole(entry("organisation/1", "HAVKLYNGEN"), "name");
    Evidence second = Evidence.whole(entry("organisation/2", "Lone cluster"), "name");
    Bridge.Link project =
        new Bridge.Link(
            ours, theirs, Bridge.Tie.PROJECT, "x", List.of(first, second), Optional.empty());
    assertThat(Showing.whose(first, project)).isEqualTo("Havklyngen");
    assertThat(Showing.whose(second, project)).isEqualTo("Lone Cluster");
    Evidence alone = Evidence.whole(theirs, "name");
    Bridge.Link member =
        new Bridge.Link(ours, theirs, Bridge.Tie.NETWORK, "x", List.of(alone), Optional.empty());
    assertThat(Showing.whose(alone, member)).isEqualTo("Lone Cluster");
  }
}
