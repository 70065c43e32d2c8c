package dk.brobygger.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.search.LabelSwitch;
import dk.brobygger.web.Site;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be asked of the lists of partners and calls. */
class MatchPagesTest {

  private static final String PARTNERS = "/cluster/vestklyngen/partners";
  private static Site site;

  @BeforeAll
  static void open(@TempDir Path folder) throws IOException {
    site = Site.open(folder);
  }

  @AfterAll
  static void close() {
    site.close();
  }

  private static Document english(String path) {
    return site.page(path, "Accept-Language", "en");
  }

  private static String answer(String path) {
    return english(path).select("#why .answer").text();
  }

  @ParameterizedTest
  @CsvSource({
    "da, 'Jeres profil, tilbyder: ', 'gengivet efter ', 'Jeres profil, netværk: '",
    "en, 'Your profile, offers: ', 'written from ', 'Your profile, networks: '"
  })
  void wordsOfAShippedProfile_areSaidToBeWrittenFromTheirPage_andFactsToStandThere(
      String language, String offers, String written, String networks) {
    Document page = site.page("/cluster/energy-cluster-denmark/partners?lang=" + language);
    assertThat(whose(page, offers)).isNotEmpty().allMatch(it -> it.startsWith(offers + written));
    assertThat(whose(page, networks)).isNotEmpty().noneMatch(it -> it.contains(written));
    assertThat(whose(site.page(PARTNERS + "?lang=" + language), offers))
        .as("what was read and is not of the sample")
        .isNotEmpty()
        .noneMatch(it -> it.contains(written));
  }

  private static List<String> whose(Document page, String beginning) {
    return page.select(".match .whose").eachText().stream()
        .filter(whose -> whose.startsWith(beginning))
        .toList();
  }

  @Test
  void missingPartner_isToldItsPlace_andWhatCostsMost_inTheNumbersThatAreShown() {
    String behind = null;
    for (String id : new String[] {"cluster/energy-saxony", "cluster/tweed", "cluster/biorn"}) {
      Document page = english(PARTNERS + "?why=" + id);
      if (!page.select("#why li").isEmpty() && page.select("#why .blocker").isEmpty()) {
        behind = page.select("#why").text();
        assertThat(page.select("#why .answer").text())
            .containsPattern(
                "is number \\d+ with [0-9.]+ points. Number 20 is .+ This costs most:");
        assertThat(page.expectFirst("#why > ul li").text())
            .containsPattern(".+: [0-9.]+ points less \\([0-9.]+ against [0-9.]+\\)");
        assertThat(page.select("#why .match .tree")).isNotEmpty();
      }
    }
    assertThat(behind).isNotNull();
  }

  @Test
  void partnerOnTheList_isToldItsPlace_andOneInDenmarkByWhichRule() {
    assertThat(answer(PARTNERS + "?why=nordlicht+energie"))
        .containsPattern("^Nordlicht Energie is number 1 with [0-9.]+ points\\.$");
    Document danish = english(PARTNERS + "?why=cluster/energy-cluster-denmark");
    assertThat(danish.select("#why .answer").text()).contains("is not on the list");
    assertThat(danish.select("#why .blocker").text())
        .containsPattern("Would be number \\d+. Partners are looked for abroad.+\\.$");
    assertThat(danish.select("#why .blocker").eachAttr("data-rule")).contains("country");
    assertThat(english(PARTNERS + "?why=cluster/vestklyngen").select("#why [data-rule=self]"))
        .isNotEmpty();
    assertThat(answer(PARTNERS + "?why=zzzz")).isEqualTo("Nothing here is called “zzzz”.");
  }

  @Test
  void formerName_isKnown_andShown() {
    Document page = english(PARTNERS + "?why=House+of+Energy");
    assertThat(page.select("#why .answer").text()).startsWith("Energy Cluster Denmark is not on");
    assertThat(english("/cluster/energy-cluster-denmark").select("dl").text())
        .contains("Predecessors Energy Innovation Cluster, House of Energy, CLEAN Energi");
    assertThat(english("/?q=%22House+of+Energy%22").select(".card").eachText())
        .singleElement()
        .asString()
        .contains("Energy Cluster Denmark", "Predecessors:", "House of Energy");
  }

  @Test
  void nameOfSeveral_isChosenFrom() {
    Document page = english(PARTNERS + "?why=Basque");
    assertThat(page.select("#why .answer").text()).isEqualTo("Which of these do you mean?");
    Element one = page.expectFirst("#why .chips a");
    assertThat(one.attr("href")).endsWith("#why");
    assertThat(answer(one.attr("href"))).contains(one.text());
  }

  @Test
  void callThatIsClosed_isToldSo() {
    Document page = english("/cluster/vestklyngen/calls?why=Offshore+wind+of+yesterday");
    assertThat(page.select("#why .blocker").text()).contains("It is closed");
    assertThat(page.select("#why .blocker").eachAttr("data-rule")).containsExactly("closed");
  }

  @Test
  void callWithTooFewDaysLeft_isCautioned_inBothLanguages_andKeepsItsPlace() {
    String path = "/cluster/made/calls";
    assertThat(english(path).select(".ranked .match .note").eachText())
        .anyMatch(said ->
            said.matches(
                "\\d+ days left; an application by 3 partners from 3 countries, the general rule"
                    + " of Horizon Europe, usually takes 90\\. \\(enspire\\.science\\)"));
    assertThat(english(path).select(".ranked .match .note + .quotes").text())
        .contains("Innovation Actions", "The call, type of action");
    assertThat(site.page(path, "Accept-Language", "da").select(".match .note").text())
        .contains("dage tilbage; en ansøgning fra 3 partnere fra 3 lande, som er");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "made | en | HORIZON Innovation Actions | An innovation action: world-leading clusters",
        "made | da | HORIZON Innovation Actions | En innovationsaktion: Verdensførende klynger",
        "medicon-valley-alliance | en | HORIZON Coordination and Support Actions | A coordination"
            + " and support action: you take part without doing research",
        "medicon-valley-alliance | da | Danske nationale ordninger | Nationale eller nordiske"
            + " penge: en lav tærskel"
      })
  void pointsForSizeAndMaturity_areExplainedByTheKindOfCallThatIsQuoted(
      String cluster, String language, String quoted, String said) {
    assertThat(
            site.page("/cluster/" + cluster + "/calls?lang=" + language)
                .select("[data-criterion=role]:has(.quote:contains(" + quoted + "))"))
        .isNotEmpty()
        .allSatisfy(node -> assertThat(node.select("> .how").text()).startsWith(said));
  }

  @Test
  void otherLabel_isToldWhatItChangesInTheList() {
    List<String> told = new ArrayList<>();
    for (String path : List.of(PARTNERS, "/cluster/vestklyngen/calls")) {
      List<String> own = english(path).select(".ranked .match h2, .ranked .match h3").eachText();
      assertThat(own).isNotEmpty();
      for (LabelSwitch label : LabelSwitch.values()) {
        Document page = english(path + "?as=" + label.name());
        List<String> shown = page.select(".ranked .match h2, .ranked .match h3").eachText();
        String change = page.select(".shown-as").text();
        told.add(change);
        assertThat(change.contains("Here it changes nothing")).isEqualTo(shown.equals(own));
        assertThat(change.contains("New on the list")).isEqualTo(!own.containsAll(shown));
        assertThat(change.contains("No longer on it")).isEqualTo(!shown.containsAll(own));
      }
    }
    assertThat(told).anyMatch(change -> change.contains("changes nothing"));
    assertThat(told).anyMatch(change -> change.contains("another place") || change.contains("New"));
  }

  @Test
  void otherLabel_isSaid_andLeftAgain() {
    Document page = english(PARTNERS);
    Document silver = english(page.select(".chips a[href$=as=silver]").attr("href"));
    assertThat(silver.select(".shown-as strong").text())
        .isEqualTo("Shown as if your quality label were: Silver.");
    assertThat(silver.select(".chips [aria-current]").text()).isEqualTo("Silver");
    assertThat(silver.select(".shown-as a").attr("href")).isEqualTo(PARTNERS);
    assertThat(page.select(".shown-as")).isEmpty();
    Document calls = english("/cluster/vestklyngen/calls?as=bronze");
    assertThat(calls.select(".shown-as").text()).contains("were: Bronze.", "the same calls");
    assertThat(calls.select(".ranked [data-criterion=role]"))
        .hasSizeLessThan(
            english("/cluster/vestklyngen/calls?as=gold")
                .select(".ranked [data-criterion=role]")
                .size());
  }

  @Test
  void partnerThatIsNotForUs_isSetApart_andComesBackWhenThatIsUndone() {
    Document before = english(PARTNERS);
    Element not = before.expectFirst(".match[data-entry=cluster/nordlicht] .say a[href*=not=]");
    assertThat(not.text()).isEqualTo("Not for us – Nordlicht Energie");
    Document after = english(not.attr("href"));
    assertThat(after.select(".ranked .match[data-entry=cluster/nordlicht]")).isEmpty();
    assertThat(after.select(".blocked .match[data-entry=cluster/nordlicht] .blocker").text())
        .isEqualTo("Would be number 1. You have said that it is not for you.");
    Element undo = after.expectFirst("#unwanted + .chips a");
    assertThat(undo.text()).isEqualTo("✕ Take back: Nordlicht Energie");
    assertThat(english(undo.attr("href")).select(".ranked").html())
        .isEqualTo(before.select(".ranked").html());
  }

  @Test
  void moreLikeOne_isShownAsANodeThatQuotesIt() {
    Document before = english(PARTNERS);
    Element more = before.expectFirst(".match[data-entry=cluster/nordlicht] .say a[href*=more=]");
    Document after = english(more.attr("href"));
    assertThat(after.select("#liked + .chips").text()).contains("Nordlicht Energie");
    Element node = after.expectFirst(".ranked [data-criterion=more-like-this]");
    assertThat(node.expectFirst(".what").text()).isEqualTo("Like those you want more of");
    assertThat(node.select(".whose").text()).contains("Their profile", "Nordlicht Energie");
    assertThat(after.select(".match[data-entry=cluster/nordlicht] [data-criterion=more-like-this]"))
        .isEmpty();
  }

  @Test
  void choices_areKeptWhileOneIsAskedFor() {
    Document page = english(PARTNERS + "?as=gold&not=cluster/nordlicht");
    assertThat(page.select("#why input[type=hidden]").eachAttr("name"))
        .containsExactlyInAnyOrder("as", "not");
    assertThat(answer(PARTNERS + "?not=cluster/nordlicht&why=nordlicht"))
        .contains("is not on the list");
  }

  @Test
  void choiceThatIsNone_isRefused() {
    assertThat(site.get(PARTNERS + "?as=platinum&lang=en").body())
        .contains("as is \"platinum\", must be one of none, bronze, silver, gold");
    assertThat(site.get(PARTNERS + "?more=cluster/nobody").statusCode()).isEqualTo(404);
    assertThat(site.get(PARTNERS + "?not=call/x").statusCode()).isEqualTo(400);
    assertThat(site.get(PARTNERS + "?why=" + "x".repeat(1_001)).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "?more=xx | more er “xx”, skal være en klynges id som cluster/made",
        "?not=call/x | not er “call/x”, skal være en klynges id som cluster/made",
        "?more=cluster/nordlicht&not=cluster/nordlicht | cluster/nordlicht er både en, I vil se"
            + " flere som, og ikke noget for jer, skal være én af delene",
        "?more=cluster/vestklyngen | cluster/vestklyngen er en, I vil se flere som, og selv den,"
            + " der spørger, skal være en anden klynge"
      })
  void whatCannotBeMeant_isRefusedInDanish(String asked, String sentence) {
    HttpResponse<String> answer = site.ask("GET", PARTNERS + asked, "Accept-Language", "da");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Jsoup.parse(answer.body()).select("main").text()).contains(sentence);
  }

  @Test
  void labelThatIsNone_isRefusedOnEveryPageOfACluster() {
    for (String page : new String[] {"partners", "calls", "tips", "calls/TEST-2027-WIND-01"}) {
      HttpResponse<String> answer =
          site.ask("GET", "/cluster/vestklyngen/" + page + "?as=zz", "Accept-Language", "da");
      assertThat(answer.statusCode()).as(page).isEqualTo(400);
      assertThat(answer.body()).contains("as er “zz”, skal være en af none, bronze, silver, gold");
    }
  }

  @Test
  void bridge_namesWhoCanIntroduce_andQuotesBothOfEachLink() {
    Document page = english("/cluster/energy-cluster-denmark/partners");
    Element basque = page.expectFirst(".match[data-entry=cluster/basque-energy-cluster] .bridge");
    assertThat(basque.select("summary").text())
        .isEqualTo("You have ties already – Basque Energy Cluster");
    assertThat(basque.expectFirst("li").text())
        .startsWith(
            "Energy Cluster Denmark and Basque Energy Cluster are in the same network:"
                + " ELBE Alliance");
    assertThat(basque.select(".whose").text()).contains("Your profile", "Their profile");
    assertThat(english(PARTNERS).select(".match[data-entry=cluster/mar-y-viento] .bridge"))
        .isEmpty();
  }

  @Test
  void tip_saysWhatWouldChange_andNamesThePartnersItBrings() {
    Document page = english("/cluster/energy-cluster-denmark/tips");
    assertThat(page.select(".tip")).hasSizeBetween(1, 3);
    for (Element tip : page.select(".tip")) {
      int more = tip.select(".chips li").size();
      assertThat(tip.select("strong").text())
          .startsWith("Would bring " + (more == 1 ? "one more partner" : more + " more partners"));
    }
    assertThat(page.select(".tip .whose").eachText())
        .isNotEmpty()
        .noneMatch(whose -> whose.startsWith("Their profile") || whose.startsWith(","));
    assertThat(english(PARTNERS).select("a[href=/cluster/vestklyngen/tips]")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"en, ' in both languages, each in its own text:'", "da, ' på begge sprog, hver i'"})
  void tipForACompetence_saysWhatToWrite_inBothLanguagesOfTheProfile(String language, String said) {
    Document page = site.page("/cluster/energy-cluster-denmark/tips?lang=" + language);
    assertThat(page.select(".tip[data-change~=OFFER|SEEK]"))
        .isNotEmpty()
        .allSatisfy(tip -> {
          assertThat(tip.expectFirst("p").text()).contains(said);
          assertThat(tip.expectFirst("ul").select("q").eachAttr("lang"))
              .containsExactly("en", "da");
          assertThat(tip.expectFirst("ul").select("q").eachText())
              .allSatisfy(words -> assertThat(words).endsWith("."));
        });
  }

  @Test
  void preparation_isReachedFromTheCalls_andQuotesTheCallForEachNeed_whatIsLackingFirst() {
    Document calls = english("/cluster/vestklyngen/calls");
    Element link = calls.expectFirst(".ranked .match a[href*=/calls/]");
    Document page = english(link.attr("href"));
    assertThat(page.expectFirst("h1").text())
        .isEqualTo(calls.expectFirst(".ranked .match h3 a").text());
    assertThat(page.select("#needs tbody tr")).isNotEmpty();
    assertThat(page.select("#needs tbody th .quote")).hasSameSizeAs(page.select("#needs tbody tr"));
    assertThat(
            page.select("#needs td:nth-child(2)").eachText().stream()
                .map(said -> said.equals("Not among what you offer"))
                .toList())
        .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    assertThat(page.select("#fit .tree li")).isNotEmpty();
    assertThat(page.select("#needs td:nth-child(3) li a").eachAttr("href"))
        .isNotEmpty()
        .allMatch(partner -> partner.startsWith("/cluster/"));
  }

  @Test
  void preparation_saysWhatStandsInTheWay_andCallWithSlashesIsFound() {
    assertThat(english("/cluster/vestklyngen/calls/Test/9/ACT/ES").select("h1")).hasSize(1);
    assertThat(site.get("/cluster/vestklyngen/calls/nothing").statusCode()).isEqualTo(404);
    assertThat(site.get("/cluster/nobody/calls/TEST-2027-WIND-01").statusCode()).isEqualTo(404);
    Element why =
        english("/cluster/vestklyngen/calls?why=Offshore+wind+of+yesterday")
            .expectFirst("#why a[href*=/calls/]");
    assertThat(english(why.attr("href")).select("#blockers .blocker").eachAttr("data-rule"))
        .containsExactly("closed");
  }
}
