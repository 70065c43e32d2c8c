package dk.brobygger.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.web.Site;
import dk.brobygger.web.delegation.Staff;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nu.validator.client.EmbeddedValidator;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.SAXException;

class PagesTest {

  private static Site site;

  @BeforeAll
  static void open(@TempDir Path folder) throws IOException {
    site = Site.open(folder);
  }

  @AfterAll
  static void close() {
    site.close();
  }

  static Stream<String> pages() {
    return Site.PAGES.stream();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void page_isValidHtml(String path) throws IOException, SAXException {
    assertValid(site.get(path).body());
  }

  /** All of a delegation, on a day when its meetings are over. */
  @Test
  void pageOfADelegation_isValidHtmlInOneLanguage(@TempDir Path folder)
      throws IOException, SAXException {
    try (Site later = Site.open(folder, Instant.parse("2027-03-10T08:00:00Z"))) {
      later.delegation("bilbao", "paper/bilbao.json");
      Staff staff = new Staff(later);
      staff.act("bilbao", "plan");
      staff.act("bilbao", "tell");
      staff.act("bilbao", "move", "delegate", "d1", "host", "h2", "slot", "s2");
      String links = later.get("/delegations/bilbao/links", "Cookie", staff.cookie()).body();
      String wishes = URI.create(Jsoup.parse(links).select("tbody a").attr("href")).getPath();
      for (String path :
          List.of(
              "/delegations",
              "/delegations/bilbao",
              "/delegations/bilbao?delegate=d1&host=h2",
              "/delegations/bilbao/links",
              "/delegations/bilbao/outcomes",
              "/delegations/results",
              wishes)) {
        HttpResponse<String> answer =
            later.get(path, "Cookie", staff.cookie(), "Accept-Language", "da");
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertValid(answer.body());
        assertThat(Jsoup.parse(answer.body()).text())
            .as(path)
            .doesNotContain("meeting", "Meeting", "Host", "Delegate");
      }
      assertValid(later.get("/delegations").body());
    }
  }

  private static void assertValid(String page) throws IOException, SAXException {
    EmbeddedValidator validator = new EmbeddedValidator();
    validator.setOutputFormat(EmbeddedValidator.OutputFormat.JSON);
    validator.setNoLangDetect(true);
    byte[] html = page.getBytes(StandardCharsets.UTF_8);
    assertThat(Site.read(validator.validate(new ByteArrayInputStream(html))).path("messages"))
        .filteredOn(message -> message.path("type").asText().equals("error"))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void page_saysWhatItIsToThoseWhoListPages(String path) {
    Document page = site.page(path);
    assertThat(page.title()).endsWith(" – Brobygger").hasSizeGreaterThan(15);
    assertThat(page.select("meta[name=description]").attr("content")).isNotBlank();
    assertThat(page.select("link[rel=canonical]").attr("href")).contains("lang=da");
    assertThat(page.select("link[rel=alternate]").eachAttr("hreflang"))
        .containsExactly("en", "da", "x-default");
    assertThat(page.select("h1")).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void page_isInOneLanguage(String path) {
    Document danish = site.page(path, "Accept-Language", "da");
    Document english = site.page(path, "Accept-Language", "en");
    assertThat(danish.select("footer").text()).contains("Rækkefølgen");
    assertThat(english.select("footer").text()).contains("Ranking");
    assertThat(danish.expectFirst("html").attr("lang")).isEqualTo("da");
    assertThat(english.expectFirst("html").attr("lang")).isEqualTo("en");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void link_leadsSomewhere(String path) {
    Set<String> seen = new HashSet<>();
    for (Element link : site.page(path).select("a[href^=/], link[href^=/], img[src^=/]")) {
      String address = link.hasAttr("src") ? link.attr("src") : link.attr("href");
      boolean back = address.startsWith("/cluster/nobody") || address.contains("from=x");
      if (!back && seen.size() < 40 && seen.add(address)) {
        assertThat(site.get(address).statusCode()).as(address).isEqualTo(200);
      }
    }
  }

  @Test
  void startPage_leadsToEveryDanishClusterByDanishAlphabet() {
    Document home = site.page("/");
    assertThat(home.select(".chips a").eachText())
        .contains("Vestklyngen", "Energy Cluster Denmark")
        .doesNotContain("Nordlicht Energie")
        .endsWith("Århus Madklynge");
    assertThat(site.page("/clusters").select(".card h2").eachText())
        .isEqualTo(home.select(".chips a").eachText());
  }

  @Test
  void hit_tellsTypeCountryDeadlineAndWhy() {
    Document found = site.page("/?q=havvind");
    Element call = card(found, "Cheaper offshore wind");
    assertThat(call.select(".facts").text())
        .contains("Opslag Åbent Frist 16. februar 2027 (83 dage tilbage) Horisont Europa");
    assertThat(call.select("mark").eachText()).anyMatch(words -> words.contains("offshore wind"));
    assertThat(card(site.page("/?q=Nordlicht"), "Nordlicht Energie").select(".facts").text())
        .contains("Klynge Bremerhaven, Tyskland Vedvarende energi");
    assertThat(
            card(site.page("/?q=yesterday"), "Offshore wind of yesterday").select(".facts").text())
        .contains("Lukket Fristen var 2. marts 2025");
    assertThat(card(site.page("/?q=steps"), "Offshore wind in two steps").select(".facts").text())
        .contains("Kommende");
  }

  @Test
  void filter_isShownAndCanBeTakenAway() {
    Document found = site.page("/?q=havvind&type=call&open=1", "Accept-Language", "en");
    assertThat(found.select(".chosen a").eachText())
        .containsExactly("✕ Remove the filter Only calls open now", "✕ Remove the filter Call");
    assertThat(found.select(".chosen a").eachAttr("href"))
        .containsExactly("/?q=havvind&type=call", "/?q=havvind&open=1");
    assertThat(found.select(".card .status-open")).hasSameSizeAs(found.select(".card"));
  }

  @Test
  void expansion_isShown_switchedOff_andSwitchedOnAgain() {
    String typed = "/?q=gr%C3%B8n+skibsfart";
    Document found = site.page(typed, "Accept-Language", "en");
    Elements shown = found.select("#also + .chips a");
    assertThat(shown).isNotEmpty();
    Document without = site.page(shown.getFirst().attr("href"), "Accept-Language", "en");
    Elements off = without.select("#also + .chips .off a");
    assertThat(off).hasSize(1);
    assertThat(without.select("#also + .chips a")).hasSameSizeAs(shown);
    assertThat(site.page(off.attr("href"), "Accept-Language", "en").select("h1").text())
        .isEqualTo(found.select("h1").text())
        .isNotEqualTo(without.select("h1").text());
  }

  @Test
  void typo_isCorrectedVisibly_andSearchedForAsTyped() {
    Document found = site.page("/?q=havvidn", "Accept-Language", "en");
    assertThat(found.select(".spelling").text())
        .isEqualTo("Searching for havvind – search for havvidn only");
    assertThat(found.select(".card h2").eachText())
        .isNotEmpty()
        .isEqualTo(site.page("/?q=havvind").select(".card h2").eachText());
    Document asTyped = site.page(found.select(".spelling a").attr("href"), "Accept-Language", "da");
    assertThat(asTyped.select(".card")).isEmpty();
    assertThat(asTyped.select(".spelling").text())
        .isEqualTo("Søger kun efter havvidn – søg efter havvind i stedet");
    assertThat(site.page("/?q=Havvidn").select(".spelling a").eachAttr("href"))
        .contains("/?q=havvind");
  }

  @Test
  void exactSearch_addsNothing_andIsTakenBack() {
    Document found = site.page("/?q=havvind", "Accept-Language", "en");
    Element exactly = found.expectFirst("#filters a[href*=exact]");
    Document exact = site.page(exactly.attr("href"), "Accept-Language", "en");
    assertThat(exact.select("#also")).isEmpty();
    assertThat(exact.select(".card")).hasSizeLessThan(found.select(".card").size());
    assertThat(exact.select(".chosen a").attr("href")).isEqualTo("/?q=havvind");
  }

  @Test
  void filterNobodyKnows_findsNothingAndIsShownAsGiven() {
    Document found = site.page("/?programme=%3CSCRIPT%3E&network=nonsense");
    assertThat(found.select(".card")).isEmpty();
    assertThat(found.select(".chosen").text()).contains("<SCRIPT>", "nonsense");
    assertThat(found.select("script:not([src])")).isEmpty();
  }

  @Test
  void textInAnotherLanguage_isShownAsItIsWritten_andSaysItsLanguage() {
    Document page = site.page("/cluster/hafennetz");
    assertThat(page.select(".prose h2").text()).isEqualTo("Beskrivelse (tysk)");
    assertThat(page.select(".prose div[lang=de]").text()).startsWith("Wir bauen Prüfstände");
    Document found = site.page("/?lang=en&q=Pr%C3%BCfstand");
    assertThat(found.select(".card .field").text()).isEqualTo("Description (German):");
    assertThat(found.select(".card span[lang=de] mark").eachText()).containsExactly("Prüfstände");
  }

  @Test
  void quotedText_saysItsLanguage() {
    Document page = site.page("/cluster/vestklyngen/partners?why=hafennetz&lang=en");
    assertThat(page.select("q[lang=de]").eachText()).contains("schwimmende Windenergie");
    assertThat(page.select("li:has(q[lang=de]) .whose").text()).contains("description (German)");
  }

  @Test
  void labelThatRanOut_isCalledExpired() {
    assertThat(site.page("/cluster/vestklyngen").select(".facts").text())
        .contains("Kvalitetsmærke: Guld, udløb 1. maj 2019");
    assertThat(site.page("/cluster/nordlicht?lang=en").select(".facts").text())
        .contains("Quality label: Gold, valid until 31 December 2028");
  }

  @Test
  void uncheckedEntry_saysSo() {
    Document page = site.page("/cluster/vestklyngen");
    assertThat(page.select(".facts .unchecked").text()).isEqualTo("Ikke efterprøvet");
    assertThat(page.select(".sources .note").text()).contains("ikke set på en offentlig side");
    assertThat(site.page("/cluster/nordlicht").select(".unchecked")).isEmpty();
  }

  @Test
  void figureThatNoQuotedWordsShow_isMarkedSo() {
    assertThat(site.page("/cluster/nordlicht").select(".sources .note").text())
        .isEqualTo("Tal, som ingen af de citerede ord viser; slå dem op på siden: medlemmer.");
    assertThat(site.page("/cluster/nordlicht?lang=en").select(".sources .note").text())
        .isEqualTo(
            "Figures that none of the quoted words show; look them up on the page: members.");
    assertThat(site.page("/cluster/mar-y-viento").select(".sources .note")).isEmpty();
  }

  @Test
  void nameWithMarkup_isShownAsItIs() {
    Document page = site.page("/cluster/mar-y-viento");
    assertThat(page.select("h1").text()).isEqualTo("Mar y Viento <b>& Co</b>");
    assertThat(page.select("h1 b")).isEmpty();
  }

  @Test
  void competence_leadsToASearchThatFindsItsCluster() {
    Element link =
        site.page("/cluster/vestklyngen").expectFirst(".more a[href*=competence=floating-wind]");
    assertThat(link.text()).isEqualTo("flydende havvind");
    for (String own : new String[] {"Vestklyngen", "Nordlicht"}) {
      assertThat(site.page(link.attr("href") + "&q=" + own).select(".card h2").eachText())
          .anyMatch(name -> name.startsWith(own));
    }
  }

  @Test
  void longText_isSetAsHeadingsListsAndParagraphs() {
    Document page = site.page("/call/TEST-2027-WIND-01");
    assertThat(page.select(".prose h3").eachText()).containsExactly("Expected Outcome", "Scope");
    assertThat(page.select(".prose li")).hasSize(2);
    assertThat(page.select(".prose p")).hasSize(13);
    assertThat(page.select("dl").text())
        .contains("24.000.000 €", "6.000.000 € – 8.000.000 €", "kl. 17.00 (Bruxelles-tid)");
    assertThat(page.select(".more").text()).contains("Nøgleord", "turbine blades");
  }

  @Test
  void call_leadsToOthersLikeIt_andSaysWhatTheyHaveInCommon() {
    Document page = site.page("/call/HORIZON-CL5-2027-03-D5-14");
    for (Element one : page.select(".alike li:has(> a)")) {
      assertThat(one.select("> a").attr("href")).startsWith("/call/").doesNotContain("D5-14");
      assertThat(one.select(".reason").text()).matches("Fælles: .+");
    }
    assertThat(page.select(".alike h2").eachText()).contains("Åbne og kommende opslag, der ligner");
  }

  @Test
  void closedCall_namesWhoWonItsMoney_DanishAndForeign_withTheirProjects() {
    Element winners = site.page("/call/TEST-2025-OLD").expectFirst(".winners");
    assertThat(winners.select("h3").eachText()).containsExactly("Fra Danmark", "Fra udlandet");
    Element danish = winners.expectFirst("li:has(> a[href=/organisation/havvaerftet])");
    assertThat(danish.select(".reason").text())
        .isEqualTo("– med i projekter fra ét af disse opslag, leder af ét projekt");
    assertThat(danish.select("q").text()).isEqualTo("Towers that float");
    assertThat(danish.select(".whose").text())
        .contains("fra Offshore wind of yesterday", "cordis.europa.eu");
    assertThat(danish.select(".whose a[rel=external]").attr("href"))
        .isEqualTo("https://cordis.europa.eu/project/id/101000001");
    assertThat(winners.select("a[href=/organisation/zeetoren]")).hasSize(1);
  }

  @Test
  void readinessOfACall_isQuoted_onItsPageAndInTheMatch() {
    Document page = site.page("/call/TEST-2027-WIND-01?lang=en");
    assertThat(page.select("dl").text()).contains("Maturity (TRL)", "TRL 4 to 6");
    assertThat(page.select("dl q").text())
        .startsWith("Offshore wind needs green hydrogen")
        .endsWith("reaches TRL 6 by the end");
    Element match =
        site.page("/cluster/vestklyngen/calls?lang=en")
            .expectFirst(".match[data-entry=call/TEST-2027-WIND-01]");
    assertThat(match.select(".facts").text()).contains("TRL 4 to 6");
    assertThat(match.expectFirst(".facts + .quotes").text()).contains("TRL 6 by the end");
  }

  @Test
  void blockedCall_showsRuleWordsAndRank() {
    Document page = site.page("/cluster/vestklyngen/calls");
    Element islands = page.expectFirst(".blocked .match[data-entry=call/Test/9/ACT/ES]");
    assertThat(islands.select(".blocker").text())
        .contains("Ville være nummer", "forbeholdt ansøgere fra andre lande")
        .doesNotContain("country");
    assertThat(islands.select(".blocker").eachAttr("data-rule")).containsExactly("country");
    assertThat(islands.expectFirst(".quotes").text()).contains("Spanien, Portugal Opslaget");
    assertThat(page.select(".ranked .match[data-entry=call/Test/9/ACT/ES]")).isEmpty();
    assertThat(page.select(".ranked .match")).isNotEmpty();
    assertThat(page.select(".ranked").text()).doesNotContain("of yesterday");
  }

  @Test
  void valuesOfOneFacet_areTakenAwayOneByOne() {
    Document page = site.page("/?q=energi&country=ES&country=DE&lang=en");
    assertThat(page.select(".chosen a").eachText())
        .containsExactly("✕ Remove the filter Spain", "✕ Remove the filter Germany");
    assertThat(page.expectFirst(".chosen a").attr("href"))
        .contains("country=DE")
        .doesNotContain("ES");
  }

  @Test
  void answer_isNotSentAgainWhileItIsTheSame() {
    HttpResponse<String> first = site.get("/cluster/vestklyngen");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    assertThat(tag).matches("\"[0-9a-f]{64}\"");
    HttpResponse<String> again = site.get("/cluster/vestklyngen", "If-None-Match", tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(
            site.get("/cluster/vestklyngen", "If-None-Match", tag, "Accept-Language", "en")
                .statusCode())
        .isEqualTo(200);
  }

  private static Element card(Document page, String name) {
    return page.select(".card").stream()
        .filter(card -> card.select("h2").text().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no card " + name + " in " + page.text()));
  }
}
