package dk.brobygger.indexer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dk.brobygger.indexer.SharedData;
import dk.brobygger.indexer.fetch.FetchOutcome.Fetched;
import dk.brobygger.indexer.fetch.PageAddress;
import dk.brobygger.indexer.fetch.Validators;
import dk.brobygger.indexer.frontier.Lead;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SitePagesTest {

  private static final SitePages PAGES = new SitePages();

  private static List<Lead> leads(String address, String type, byte[] body) {
    return PAGES.apply(new Fetched(PageAddress.of(address), type, body, Validators.NONE));
  }

  private static List<Lead> page(String html) {
    return leads(
        "https://www.clean.example.dk/om/",
        "text/html; charset=utf-8",
        html.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> addresses(List<Lead> leads) {
    return leads.stream().map(lead -> lead.address().toString()).toList();
  }

  @Test
  void linksOfTheSameDomain_areTakenInOneForm() {
    assertThat(
            addresses(
                page(
                    "<a href='../b#top'>B</a><a"
                        + " href='https://clean.example.dk/c?utm_source=x'>C</a><a"
                        + " href='/d//e/./f'>D</a>")))
        .containsExactly(
            "https://www.clean.example.dk/b",
            "https://clean.example.dk/c",
            "https://www.clean.example.dk/d/e/f");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://other.dk/",
        "mailto:a@example.dk",
        "javascript:void(0)",
        "tel:+4512345678",
        "/logo.PNG",
        "/film.mp4",
        "http://[::1"
      })
  void whatIsNotForReading_isLeftOut(String target) {
    assertThat(page("<a href='" + target + "'>x</a>")).isEmpty();
  }

  @Test
  void linksNotToBeFollowed_areNot() {
    assertThat(page("<a rel='nofollow' href='/a'>x</a>")).isEmpty();
    assertThat(page("<meta name=robots content='noindex, nofollow'><a href='/a'>x</a>")).isEmpty();
  }

  @Test
  void base_countsForLinks() {
    assertThat(addresses(page("<base href='https://clean.example.dk/x/'><a href='y'>x</a>")))
        .containsExactly("https://clean.example.dk/x/y");
  }

  @ParameterizedTest
  @CsvSource({
    "/members, x, 90",
    "/x, Vores medlemmer, 90",
    "/find-partner, x, 80",
    "/internationalt-samarbejde, x, 80",
    "/about-us, x, 70",
    "/om-os, x, 70",
    "/fokusomraader, x, 60",
    "/nyheder/2026, x, 40",
    "/cookies, x, 10",
    "/komponent, x, 10"
  })
  void worth_isByWhatAPageIsAbout(String path, String text, int worth) {
    assertThat(page("<a href='" + path + "'>" + text + "</a>"))
        .extracting(Lead::worth)
        .containsExactly(worth);
  }

  @Test
  void feed_isFoundBeforeTheLinks() {
    List<Lead> leads =
        page(
            "<link rel=alternate type='application/rss+xml' href='/feed'><a href='/members'>x</a>");
    assertThat(leads).extracting(Lead::worth).isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(addresses(leads)).first().isEqualTo("https://www.clean.example.dk/feed");
  }

  private static final String RSS =
      "<rss version='2.0'><channel><link>https://clean.example.dk/</link>"
          + "<item><title>A</title><link>https://clean.example.dk/nyheder/1</link></item>"
          + "<item><link>https://elsewhere.dk/2</link></item>"
          + "<item><guid>https://clean.example.dk/3</guid></item>"
          + "<item><guid isPermaLink='false'>https://clean.example.dk/4</guid></item>"
          + "<item><link><![CDATA[ /members/5?utm_source=rss ]]></link></item></channel></rss>";

  private static List<Lead> feed(String type, String xml) {
    return leads("https://clean.example.dk/feed", type, xml.getBytes(StandardCharsets.UTF_8));
  }

  /** Whatever the host calls it. */
  @ParameterizedTest
  @ValueSource(
      strings = {"application/rss+xml", "text/xml", "text/html", "application/octet-stream", ""})
  void feedOfNews_leadsToItsPages(String type) {
    assertThat(addresses(feed(type, "\n<?xml version='1.0'?>" + RSS)))
        .containsExactly(
            "https://clean.example.dk/nyheder/1",
            "https://clean.example.dk/3",
            "https://clean.example.dk/members/5");
  }

  @Test
  void pagesOfAFeed_areWorthAsMuchAsNewsOrMore() {
    assertThat(feed("text/xml", RSS))
        .extracting(Lead::worth)
        .containsExactly(PageKind.NEWS.worth(), PageKind.NEWS.worth(), PageKind.MEMBERS.worth());
  }

  @Test
  void atomFeed_leadsToItsPagesNotToItsEnclosures() {
    String atom =
        "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://clean.example.dk/en/'>"
            + "<link rel='self' href='https://clean.example.dk/feed'/>"
            + "<entry><link rel='enclosure' href='/report.pdf'/><link rel='replies' href='/r'/>"
            + "<link rel='alternate' href='news/1'/></entry>"
            + "<entry xml:base='2026/'><link href='2'/></entry></feed>";
    assertThat(addresses(feed("application/atom+xml", atom)))
        .containsExactly(
            "https://clean.example.dk/en/news/1", "https://clean.example.dk/en/2026/2");
  }

  @Test
  void oldFeed_leadsToItsPages() {
    String rdf =
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
            + " xmlns='http://purl.org/rss/1.0/'><channel/>"
            + "<item rdf:about='x'><link>https://clean.example.dk/a</link></item></rdf:RDF>";
    assertThat(addresses(feed("application/rdf+xml", rdf)))
        .containsExactly("https://clean.example.dk/a");
  }

  @Test
  void brokenFeed_leadsToWhatCameBefore() {
    String cut = RSS.substring(0, RSS.indexOf("<item><link>https://else")) + "<item><title>A & B";
    assertThat(addresses(feed("text/xml", cut)))
        .containsExactly("https://clean.example.dk/nyheder/1");
    for (String empty : List.of("<rss></rss>", "<rss", "<feed>", "<feed/>")) {
      assertThat(feed("text/xml", empty)).as(empty).isEmpty();
    }
  }

  @Test
  void longFeed_leadsToItsNewestPages() {
    StringBuilder items = new StringBuilder("<rss><channel>");
    for (int item = 1; item <= 100_000; item++) {
      items.append("<item><link>/").append(item).append("</link></item>");
    }
    assertThat(addresses(feed("text/xml", items.toString())))
        .hasSize(30)
        .startsWith("https://clean.example.dk/1", "https://clean.example.dk/2");
  }

  @Test
  void deepFeed_isReadAllTheSame() {
    String deep = "<rss>" + "<a>".repeat(200_000) + "<item><link>/1</link></item>";
    assertThat(feed("text/xml", deep)).isEmpty();
  }

  /** An entity from outside is not fetched, and one that grows is not unfolded. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!ENTITY x SYSTEM 'file:///etc/passwd'>",
        "<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
            + "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY x '&c;&c;&c;&c;&c;&c;&c;&c;'>"
      })
  void entitiesOfAFeed_areLeftAsTheyAreWritten(String entities) {
    String feed =
        "<?xml version='1.0'?><!DOCTYPE rss ["
            + entities
            + "]><rss><channel><item><link>https://clean.example.dk/&x;</link></item>"
            + "<item><link>https://clean.example.dk/1</link></item></channel></rss>";
    assertThat(addresses(feed("text/xml", feed)))
        .containsExactly("https://clean.example.dk/&x;", "https://clean.example.dk/1");
  }

  @ParameterizedTest
  @CsvSource({
    "/feed/, 950",
    "/rss, 950",
    "/nyheder/rss.xml, 950",
    "/news.atom, 950",
    "/feedback, 10",
    "/animal-feed-cluster, 10"
  })
  void linkToAnAddressAsFeedsHave_leadsToAFeed(String path, int worth) {
    assertThat(page("<a href='" + path + "'>x</a>")).extracting(Lead::worth).containsExactly(worth);
  }

  @Test
  void feedsOfComments_areLeftOut() {
    assertThat(
            page(
                "<link rel='alternate' type='application/rss+xml' href='/comments/feed/'>"
                    + "<link rel='alternate home' type='application/ATOM+xml' href='/n/feed/'"
                    + " title='News'><link rel='alternate' type='application/rss+xml'"
                    + " href='/post/feed/' title='Post: kommentarer'>"))
        .extracting(lead -> lead.address().path())
        .containsExactly("/n/feed/");
  }

  /** An entity from outside is not fetched, and one that grows is not unfolded. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!ENTITY x SYSTEM 'file:///etc/passwd'>",
        "<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
            + "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY x '&c;&c;&c;&c;&c;&c;&c;&c;'>"
      })
  void sitemapWithEntities_leadsNowhere(String entities) {
    String sitemap =
        "<?xml version='1.0'?><!DOCTYPE urlset ["
            + entities
            + "]><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"
            + "<url><loc>https://example.dk/&x;</loc></url></urlset>";
    assertThat(
            leads(
                "https://example.dk/sitemap.xml",
                "text/xml",
                sitemap.getBytes(StandardCharsets.UTF_8)))
        .isEmpty();
  }

  @Test
  void brokenSitemap_leadsNowhere() {
    for (String broken : List.of("", "<urlset", "no sitemap", "{}")) {
      assertThat(
              leads(
                  "https://example.dk/sitemap.xml",
                  "application/xml",
                  broken.getBytes(StandardCharsets.UTF_8)))
          .isEmpty();
    }
  }

  /** Well below a second; the limit allows for a busy machine. */
  @Test
  void linkOfEndlessWords_isReadInTime() {
    String words = "qui1".repeat(40_000);
    StringBuilder html = new StringBuilder("<a href='/a'>" + words + "</a>");
    for (int number = 0; number < 100; number++) {
      html.append("<a href='/").append(number).append(words, 0, 2_000).append("'>x</a>");
    }
    assertThat(assertTimeoutPreemptively(Duration.ofSeconds(10), () -> page(html.toString())))
        .hasSize(101)
        .allMatch(lead -> lead.worth() == PageKind.OTHER.worth());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Qui sommes-nous ?", "Quisommesnous"})
  void frenchWhoWeAre_isAboutTheCluster(String text) {
    assertThat(page("<a href='/a'>" + text + "</a>"))
        .extracting(Lead::worth)
        .containsExactly(PageKind.ABOUT.worth());
  }

  @Test
  void picture_leadsNowhere() {
    assertThat(leads("https://example.dk/x", "image/png", new byte[] {(byte) 0x89, 'P'})).isEmpty();
    assertThat(leads("https://example.dk/x", "", new byte[0])).isEmpty();
  }

  /** The files that crawler-commons tests itself with: none of them stops the crawl. */
  @Test
  void sitemapsAndFeedsOfOthers_areReadOrLeadNowhere() throws IOException {
    int read = 0;
    try (Stream<Path> files = Files.walk(SharedData.at("crawl/crawler-commons-resources"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        for (String type :
            List.of("application/xml", "text/html", "text/plain", "application/gzip")) {
          read +=
              leads("http://www.example.com/", type, Files.readAllBytes(file)).isEmpty() ? 0 : 1;
        }
      }
    }
    assertThat(read).isGreaterThan(5);
  }
}
