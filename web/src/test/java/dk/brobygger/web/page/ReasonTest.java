package dk.brobygger.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.score.Evidence;
import dk.brobygger.web.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasonTest {

  /** A criterion as it is told, by the API or by a page. */
  private record Told(String criterion, double points, List<String> quotes, List<Told> parts) {}

  private static Site site;

  @BeforeAll
  static void open(@TempDir Path folder) throws IOException {
    site = Site.open(folder);
  }

  @AfterAll
  static void close() {
    site.close();
  }

  @ParameterizedTest
  @CsvSource({
    "vestklyngen,partners,da",
    "vestklyngen,partners,en",
    "vestklyngen,calls,da",
    "energy-cluster-denmark,partners,en",
    "energy-cluster-denmark,calls,da"
  })
  void page_tellsTheSameReasonsAsTheApi_inTheReadersWords(
      String cluster, String wanted, String language) {
    JsonNode json = site.json("/api/v1/matches/" + wanted + "?cluster=cluster/" + cluster);
    var page = site.page("/cluster/" + cluster + "/" + wanted + "?lang=" + language);
    Wording wording =
        new Wording(Language.ofUsers(language), site.desk().vocabulary(), site.desk().tagger());
    List<JsonNode> matches = new ArrayList<>();
    json.path("matches").forEach(matches::add);
    json.path("blocked").forEach(matches::add);
    assertThat(matches).isNotEmpty();
    assertThat(page.select(".match").eachAttr("data-entry"))
        .isEqualTo(matches.stream().map(match -> match.path("entry").asText()).toList());
    for (JsonNode match : matches) {
      Element shown = page.expectFirst(".match[data-entry=" + match.path("entry").asText() + "]");
      assertThat(told(shown.expectFirst("ul.tree")))
          .isEqualTo(told(match.path("explanation").path("parts"), wording));
      for (JsonNode blocker : match.path("blockers")) {
        assertThat(shown.select(".blocker").eachAttr("data-rule"))
            .contains(blocker.path("rule").asText());
      }
    }
  }

  private static List<Told> told(JsonNode parts, Wording wording) {
    List<Told> told = new ArrayList<>();
    for (JsonNode part : parts) {
      List<String> quotes = new ArrayList<>();
      part.path("evidence").forEach(words -> quotes.add(wording.quoted(evidence(words)).text()));
      told.add(
          new Told(
              part.path("criterion").asText(),
              part.path("points").asDouble(),
              quotes,
              told(part.path("parts"), wording)));
    }
    return told;
  }

  private static Evidence evidence(JsonNode words) {
    Entry of = site.desk().store().entry(EntryId.of(words.path("entry").asText())).orElseThrow();
    Evidence given =
        new Evidence(
            of,
            words.path("field").asText(),
            words.path("start").asInt(),
            words.path("end").asInt());
    assertThat(given.text()).isEqualTo(words.path("text").asText());
    return given;
  }

  private static List<Told> told(Element list) {
    List<Told> told = new ArrayList<>();
    for (Element item : list.select("> li[data-criterion]")) {
      List<String> quotes =
          item.select("> ul.quotes > li > .quote").stream()
              .map(quote -> quote.hasAttr("value") ? quote.attr("value") : quote.wholeText())
              .toList();
      Element parts = item.selectFirst("> ul:not(.quotes)");
      told.add(
          new Told(
              item.attr("data-criterion"),
              Double.parseDouble(item.select("> .criterion data.points").attr("value")),
              quotes,
              parts == null ? List.of() : told(parts)));
    }
    return told;
  }
}
