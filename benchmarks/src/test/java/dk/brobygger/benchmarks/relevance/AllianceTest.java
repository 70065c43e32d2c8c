package dk.brobygger.benchmarks.relevance;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.search.signal.Idea;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class AllianceTest {

  @Test
  void members_areShippedClustersOfTwoCountriesAtLeast() throws IOException {
    Map<String, String> countries = new HashMap<>();
    for (Cluster cluster : Alliance.clusters()) {
      countries.put(cluster.id().toString(), cluster.identity().seat().country());
    }
    assertThat(Alliance.all())
        .isNotEmpty()
        .allSatisfy(alliance -> {
          assertThat(countries).containsKeys(alliance.members().toArray(String[]::new));
          assertThat(alliance.members().stream().map(countries::get).distinct())
              .hasSizeGreaterThanOrEqualTo(2);
          assertThat(alliance.members()).isSorted().doesNotHaveDuplicates();
        });
  }

  @Test
  void source_isAnAddressOnTheWeb() throws IOException {
    assertThat(Alliance.all())
        .allSatisfy(alliance -> {
          assertThat(alliance.source().getScheme()).isIn("http", "https");
          assertThat(alliance.source().getHost()).isNotBlank();
        });
  }

  @Test
  void alliance_isThereOnce_andNoneIsPartOfAnother() throws IOException {
    List<Alliance> all = Alliance.all();
    assertThat(all).extracting(Alliance::name).doesNotHaveDuplicates();
    assertThat(all)
        .allSatisfy(one ->
            assertThat(all)
                .filteredOn(other -> other.members().containsAll(one.members()))
                .containsExactly(one));
  }

  @Test
  void halves_areAboutEqual_andShareNoAlliance() throws IOException {
    Set<String> kept = asking(true);
    Set<String> lookedAt = asking(false);
    assertThat(kept.size()).isCloseTo(lookedAt.size(), Offset.offset(5));
    assertThat(Alliance.all())
        .allSatisfy(alliance ->
            assertThat(
                    alliance.members().stream().anyMatch(kept::contains)
                        && alliance.members().stream().anyMatch(lookedAt::contains))
                .isFalse());
  }

  private static Set<String> asking(boolean kept) throws IOException {
    return new HashSet<>(Alliance.task(kept).ideas().stream().map(Idea::id).toList());
  }
}
