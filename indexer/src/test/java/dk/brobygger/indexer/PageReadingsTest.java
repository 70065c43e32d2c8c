package dk.brobygger.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.indexer.fetch.PageAddress;
import dk.brobygger.indexer.frontier.Frontier;
import dk.brobygger.indexer.frontier.KeptPage;
import dk.brobygger.indexer.frontier.PageReading;
import dk.brobygger.indexer.page.Page;
import dk.brobygger.indexer.page.PageReader;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PageReadingsTest extends ClusterSite {

  private static final String RULES = "rules of today";

  @BeforeEach
  void fetch() {
    crawl("2026-11-20");
  }

  /** The start of the site, read by these rules. */
  private PageReading read(Function<Page, PageReading> rules) {
    try (Frontier frontier =
            Frontier.open(data, Duration.ZERO, Instant.parse("2026-11-21T00:00:00Z"));
        PageReader reader = PageReader.open()) {
      KeptPage start =
          frontier.kept(PageAddress.of(site.url("/")).origin()).stream()
              .filter(page -> page.address().toString().equals(site.url("/")))
              .findFirst()
              .orElseThrow();
      return new PageReadings(frontier, reader).of(start, RULES, rules);
    }
  }

  private static PageReading title(Page page) {
    return new PageReading(RULES, page.title().orElseThrow(), "");
  }

  @Test
  void pageThatFillsTheStackOfItsReader_isToldOf_andReadTheNextTime() {
    assertIsReadTheNextTime(read(PageReadingsTest::endless));
  }

  @Test
  void pageThatBreaksARuleOfItsReader_isToldOf_andReadTheNextTime() {
    assertIsReadTheNextTime(read(page -> new PageReading(RULES, page.text().substring(-1), "")));
  }

  private void assertIsReadTheNextTime(PageReading stumbled) {
    assertThat(stumbled.said()).isEmpty();
    assertThat(stumbled.unread()).startsWith("its reader stumbles: java.lang.");
    assertThat(read(PageReadingsTest::title).said()).isEqualTo("Eksempelklyngen Havvest");
  }

  @Test
  void pageThatWasReadByTheSameRules_isNotReadAgain() {
    PageReading first = read(PageReadingsTest::title);
    assertThat(read(PageReadingsTest::endless)).isEqualTo(first);
  }

  /** A loop over alternatives takes a part of the stack for every letter. */
  private static PageReading endless(Page page) {
    boolean all = Pattern.matches("(?:\\PZ|\\s)*", page.text().repeat(10_000));
    return new PageReading(RULES, String.valueOf(all), "");
  }
}
