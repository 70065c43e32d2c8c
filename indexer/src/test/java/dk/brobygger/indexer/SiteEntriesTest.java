package dk.brobygger.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.Claim;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.json.EntryJson;
import dk.brobygger.corpus.store.EntryStore;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.indexer.demo.FakeHost;
import dk.brobygger.indexer.page.Document;
import dk.brobygger.indexer.page.PageOutcome;
import dk.brobygger.indexer.page.PageReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the pages of a cluster's own site make of its entry. */
class SiteEntriesTest extends ClusterSite {

  @Test
  void severalPages_becomeOneNewVersion() {
    Run run = crawl("2026-11-20");
    assertThat(run.out()).contains("6 pages read: 1 clusters changed, 0 unchanged");
    assertThat(versions()).hasSize(2);
    Cluster cluster = cluster();
    assertThat(cluster.name()).isEqualTo("Eksempelklyngen Havvest");
    assertThat(cluster.identity().aliases()).containsExactly("EHV");
    assertThat(cluster.identity().founded()).contains(2014);
    assertThat(cluster.identity().seat().place()).contains("Esbjerg");
    assertThat(cluster.standing().staff()).contains(11);
    assertThat(cluster.standing().networks()).containsExactly("Nordsø Prøve Alliancen");
    assertThat(cluster.members().orElseThrow().total()).contains(187);
    assertThat(cluster.strategy().seeks().in(Language.EN).orElseThrow()).contains("hydrogen");
    assertThat(cluster.strategy().targetCountries()).containsExactly("ES", "PT");
    assertThat(sources(cluster, "founded")).containsExactly("/om-os");
    assertThat(sources(cluster, "members"))
        .containsExactly("/medlemmer", "/medlemmer", "/medlemmer");
    assertThat(disagreements(cluster)).containsExactly("founded 2011 " + REGISTER);
  }

  @Test
  void everyClaim_hasWordsThatStandInItsPage() {
    crawl("2026-11-20");
    List<Claim> own =
        cluster().provenance().claims().stream()
            .filter(claim -> !claim.source().toString().equals(REGISTER))
            .toList();
    assertThat(own).hasSizeGreaterThan(8);
    try (PageReader reader = PageReader.open()) {
      for (Claim claim : own) {
        byte[] bytes = pages.getOrDefault(path(claim), "").getBytes(StandardCharsets.UTF_8);
        Document page =
            new Document(claim.source(), Optional.of("text/html; charset=utf-8"), bytes);
        String text = ((PageOutcome.Read) reader.read(page)).page().text();
        assertThat(text.startsWith(claim.words().orElseThrow(), claim.offset().orElseThrow()))
            .as(claim.toString())
            .isTrue();
        assertThat(claim.date()).isEqualTo(LocalDate.of(2026, 11, 20));
      }
    }
  }

  @Test
  void germanPage_becomesAGermanText() {
    String german =
        "Die Eksempelklyngen Havvest bringt Unternehmen und Forscher aus ganz Dänemark zusammen,"
            + " damit neue Windparks vor der Küste gebaut werden können.";
    pages.put("/ueber-uns", page("de", "Über uns", "<p>" + german + "</p>"));
    pages.computeIfPresent(
        "/", (path, front) -> front.replace("</main>", "<a href='/ueber-uns'>Deutsch</a></main>"));
    crawl("2026-11-20");
    assertThat(cluster().strategy().description().byLanguage())
        .containsEntry(Language.DE, german)
        .containsKey(Language.DA);
    assertThat(cluster().field("description.de").orElseThrow().text()).isEqualTo(german);
    assertThat(sources(cluster(), "description")).contains("/ueber-uns");
  }

  private List<String> sources(Entry entry, String field) {
    return entry.provenance().claims().stream()
        .filter(claim -> claim.fields().contains(field))
        .map(this::path)
        .toList();
  }

  @Test
  void pageThatChanges_changesItsFieldAlone() {
    crawl("2026-11-20");
    Cluster before = cluster();
    pages.put("/om-os", about(2013));
    Run run = crawl("2026-11-22");
    assertThat(run.out()).contains("1 pages read: 1 clusters changed");
    Cluster after = cluster();
    assertThat(after.identity().founded()).contains(2013);
    assertThat(withoutProvenance(after))
        .isEqualTo(withoutProvenance(before).replace("\"founded\":2014", "\"founded\":2013"));
    assertThat(versions()).hasSize(3);
    crawl("2026-11-26");
    assertThat(versions()).hasSize(3);
  }

  @Test
  void nobodyElse_isMadeOrChanged() {
    crawl("2026-11-20");
    try (EntryStore store = EntryStore.open(data)) {
      assertThat(store.entry(EntryId.of("cluster/stofklyngen-proeve"))).isEmpty();
      assertThat(store.after(0, 10_000))
          .filteredOn(version -> version.recordedAt().isAfter(Instant.EPOCH))
          .extracting(version -> version.id())
          .filteredOn(id -> !sample().contains(id))
          .containsExactly(ID);
    }
  }

  @Test
  void emptyForeignAndParkedPages_destroyNothing() {
    crawl("2026-11-20");
    String before = withoutProvenance(cluster());
    pages.put("/om-os", "");
    pages.put(
        "/medlemmer",
        page(
            "de",
            "x",
            "<p>Diese Domain steht zum Verkauf. Rufen Sie uns"
                + " an, wenn Sie sie kaufen wollen, denn sie wird nicht lange frei sein.</p>"));
    pages.put("/", "https://parked.invalid/");
    pages.put("/en/focus", page("en", "For sale", "<p>This domain is for sale.</p>"));
    pages.remove("/partnere/stof");
    crawl("2026-11-22");
    crawl("2026-11-24");
    crawl("2026-11-26");
    assertThat(withoutProvenance(cluster())).isEqualTo(before);
  }

  @Test
  void siteThatMovedToASoldDomain_tellsNothing() throws IOException {
    try (FakeHost sold =
        new FakeHost(
            "127.3.4.2",
            (asked, out) ->
                FakeHost.send(
                    out,
                    asked.path().equals("/robots.txt") ? 404 : 200,
                    "Content-Type: text/html\r\n",
                    "<title>Til salg</title><p>Domænet eksempelklyngen-havvest.dk er til salg,"
                        + " stiftet 1955. Medlemmer af vores klub med 3 medlemmer køber det"
                        + " billigt.</p>"))) {
      settings(" 127.3.4.2:" + sold.address().getPort());
      pages.clear();
      pages.put("/", sold.url("/"));
      crawl("2026-11-20");
      assertThat(sold.paths()).contains("/");
      assertThat(cluster().identity().founded()).contains(2011);
      assertThat(versions()).hasSize(1);
    }
  }

  @Test
  void pageElsewhereThatSaysNoCountry_isToldOf() throws IOException {
    String html =
        "<title>Example Wind Cluster</title><p>Example Wind Cluster is a cluster of 40 members that"
            + " build new machines.</p><footer>Examplegatan 3, 413 46 Göteborg</footer>";
    try (FakeHost moved =
        new FakeHost(
            "127.3.4.3",
            (asked, out) ->
                FakeHost.send(
                    out,
                    asked.path().equals("/robots.txt") ? 404 : 200,
                    "Content-Type: text/html; charset=utf-8\r\n",
                    html.getBytes(StandardCharsets.UTF_8)))) {
      settings(" 127.3.4.3:" + moved.address().getPort());
      pages.clear();
      pages.put("/", moved.url("/"));
      assertThat(crawl("2026-11-20").out())
          .contains(moved.url("/") + " is left out: it is about Example Wind Cluster, but");
      assertThat(versions()).hasSize(1);
    }
  }

  @Test
  void siteOfNobody_tellsOfNobody() throws IOException {
    write(
        EntryJson.read(
            ("{'id': 'cluster/tvilling', 'name': 'Tvillingeklyngen', 'country': 'DK', 'site': '"
                    + site.url("/tvilling")
                    + "'}")
                .replace('\'', '"')));
    Run run = crawl("2026-11-20");
    assertThat(run.out()).contains(site.url("/") + " is not the site of one known cluster");
    assertThat(versions()).hasSize(1);
  }

  private static List<EntryId> sample() {
    return dk.brobygger.corpus.sample.Sample.entries().stream().map(Entry::id).toList();
  }
}
