package dk.brobygger.indexer.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.Claim;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Disagreement;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.json.EntryJson;
import dk.brobygger.corpus.vocabulary.Language;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OwnSiteTest {

  private static final String FRONT = "https://x.example/";
  private static final String NEWS = "https://x.example/news";

  private static Cluster cluster(String source, String day, String fields, String... names) {
    String json =
        """
        {'id': 'cluster/x', 'name': 'X', 'country': 'DK', %s, 'claims': [{'fields': ['%s'],
         'words': 'w', 'offset': 3, 'source': '%s', 'date': '2026-%s'}]}
        """
            .formatted(fields, String.join("', '", names), source, day);
    return (Cluster) EntryJson.read(json.replace('\'', '"'));
  }

  private static OwnSite.Page page(Cluster said, String... tells) {
    return new OwnSite.Page(said, Set.of(tells));
  }

  private static List<String> disagreements(Entry entry) {
    return entry.provenance().disagreements().stream().map(Disagreement::value).toList();
  }

  @Test
  void pageThatIsThereToTell_countsWhateverItsDayAndWorth() {
    Cluster site =
        OwnSite.of(
                List.of(
                    page(cluster(FRONT, "11-10", "'members': {'total': 90}", "members")),
                    page(
                        cluster(NEWS, "01-10", "'members': {'total': 95, 'sme': 60}", "members"),
                        "members")))
            .orElseThrow();
    assertThat(site.members().orElseThrow().total()).contains(95);
    assertThat(site.members().orElseThrow().sme()).contains(60);
    assertThat(disagreements(site)).containsExactly("{\"total\":90}");
    assertThat(site.provenance().claims())
        .extracting(Claim::source)
        .containsExactly(URI.create(NEWS));
  }

  @Test
  void lists_addUpAndProseIsNoDisagreement() {
    Cluster site =
        OwnSite.of(
                List.of(
                    page(
                        cluster(
                            FRONT,
                            "11-10",
                            "'networks': ['A'], 'seeks': {'da': 'Vind.'}",
                            "networks",
                            "seeks")),
                    page(
                        cluster(
                            NEWS,
                            "11-10",
                            "'networks': ['a', 'B'], 'seeks': {'da': 'Sol.', 'en': 'Sun.'}",
                            "networks",
                            "seeks"))))
            .orElseThrow();
    assertThat(site.standing().networks()).containsExactly("A", "B");
    assertThat(site.strategy().seeks().byLanguage())
        .isEqualTo(Map.of(Language.DA, "Vind.", Language.EN, "Sun."));
    assertThat(disagreements(site)).isEmpty();
  }

  @Test
  void region_isThatOfThePageWhosePlaceCounts() {
    Cluster site =
        OwnSite.of(
                List.of(
                    page(cluster(FRONT, "11-10", "'place': 'Odense'", "place")),
                    page(
                        cluster(
                            NEWS,
                            "11-10",
                            "'place': 'Aalborg', 'region': 'DK050'",
                            "place",
                            "region"))))
            .orElseThrow();
    assertThat(site.identity().seat().place()).contains("Odense");
    assertThat(site.identity().seat().region()).isEmpty();
  }

  @Test
  void whatAPageSaysNoMore_isNoDisagreementAnyLonger() {
    String front = "'site': 'https://x.example/', 'staff': 4";
    Cluster known = cluster(FRONT, "01-10", front, "staff", "site");
    Cluster both =
        OwnSite.of(
                List.of(
                    page(cluster(FRONT, "02-10", front, "staff")),
                    page(cluster(NEWS, "02-10", "'staff': 9", "staff"))))
            .orElseThrow();
    Entry disputed = OwnSite.join(known, both, Set.of(URI.create(FRONT), URI.create(NEWS)));
    assertThat(disagreements(disputed)).containsExactly("9");
    Cluster one = OwnSite.of(List.of(page(cluster(FRONT, "03-10", front, "staff")))).orElseThrow();
    assertThat(disagreements(OwnSite.join(disputed, one, Set.of(URI.create(FRONT)))))
        .as("the page was not read")
        .containsExactly("9");
    assertThat(
            disagreements(OwnSite.join(disputed, one, Set.of(URI.create(FRONT), URI.create(NEWS)))))
        .isEmpty();
  }

  @Test
  void siteWithoutAWord_isNoReading() {
    assertThat(OwnSite.of(List.of())).isEmpty();
  }
}
