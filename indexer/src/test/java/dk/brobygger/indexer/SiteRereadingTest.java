package dk.brobygger.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.brobygger.corpus.store.EntryStore;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import dk.brobygger.indexer.fetch.PageAddress;
import dk.brobygger.indexer.frontier.Frontier;
import dk.brobygger.indexer.page.PageReader;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which pages of a site are read, read again, and cannot be read. */
class SiteRereadingTest extends ClusterSite {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** Reads what lies here already. */
  private SiteEntries.Result read(Vocabulary vocabulary, Duration limit) {
    Instant now = Instant.parse("2026-11-20T04:00:00Z");
    try (EntryStore store = EntryStore.open(data);
        Frontier frontier = Frontier.open(data, Duration.ZERO, now);
        PageReader reader = PageReader.open(384, limit)) {
      return new SiteEntries(store, frontier, reader, vocabulary, ZoneOffset.UTC)
          .read(List.of(PageAddress.of(site.url("/"))), LocalDate.of(2026, 11, 20), now);
    }
  }

  /** What the last run says of pages that cannot be read: how many, and why one cannot. */
  private List<String> unreadable(String path) throws IOException {
    JsonNode run =
        new ObjectMapper().readTree(Files.readAllLines(data.resolve("crawl-runs.jsonl")).getLast());
    return List.of(
        run.path("counts").path("unreadable").asText(),
        run.path("unreadable").path(site.url(path)).asText());
  }

  @Test
  void siteThatStaysAsItIs_writesNothingAndIsNotReadAgain() {
    crawl("2026-11-20");
    Run run = crawl("2026-11-22");
    assertThat(run.out()).contains("6 unchanged", "0 pages read: 0 clusters changed, 1 unchanged");
    assertThat(versions()).hasSize(2);
  }

  @Test
  void vocabularyThatGrows_hasPagesReadAnewOfWhatIsKept() {
    crawl("2026-11-20");
    int asked = site.log().size();
    seed("'name': 'Eksempelklyngen Havvest'", "name");
    Vocabulary none = Vocabulary.of(List.of());
    assertThat(read(none, MINUTE).pagesRead()).isEqualTo(6);
    assertThat(cluster().strategy().seeks().byLanguage()).isEmpty();
    assertThat(read(none, MINUTE).pagesRead()).isZero();
    Run run = crawl("2026-11-20");
    assertThat(run.out()).contains("6 pages read: 1 clusters changed");
    assertThat(cluster().strategy().seeks().in(Language.EN).orElseThrow()).contains("hydrogen");
    assertThat(site.log()).as("asked no more").hasSize(asked);
  }

  @Test
  void pagesThatCannotBeRead_areCountedInEveryRunUntilTheyCanBe() throws IOException {
    crawl("2026-11-20");
    assertThat(unreadable("/om-os")).containsExactly("0", "");
    pages.put("/om-os", "<html><body><img src='om.png'></body></html>");
    pages.put("/medlemmer", "%PDF-1.7 and nothing that a PDF must have");
    for (String day : List.of("2026-11-22", "2026-11-24")) {
      assertThat(crawl(day).out())
          .contains(site.url("/om-os") + " cannot be read: holds no text")
          .contains(site.url("/medlemmer") + " cannot be read: ");
      assertThat(unreadable("/om-os")).containsExactly("2", "holds no text");
    }
    pages.put("/om-os", about(2014));
    pages.remove("/medlemmer");
    crawl("2026-11-28");
    assertThat(crawl("2026-12-02").out()).doesNotContain("cannot be read");
    assertThat(unreadable("/om-os")).containsExactly("0", "");
  }

  @Test
  void documentThatTookTooLong_isTriedAgainTheNextTime() {
    pages.put(
        "/medlemmer", "{\\rtf1\\ansi{\\pard Eksempelklyngen Havvest har 187 medlemmer.\\par}}");
    crawl("2026-11-20");
    Vocabulary none = Vocabulary.of(List.of());
    assertThat(read(none, Duration.ZERO).unread())
        .containsExactly(Map.entry(PageAddress.of(site.url("/medlemmer")), "not read after 0 s"));
    SiteEntries.Result again = read(none, MINUTE);
    assertThat(again.unread()).isEmpty();
    assertThat(again.pagesRead()).isEqualTo(1);
  }
}
