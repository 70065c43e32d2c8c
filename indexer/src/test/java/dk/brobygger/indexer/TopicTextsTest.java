package dk.brobygger.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.entry.EntryType;
import dk.brobygger.corpus.entry.Readiness;
import dk.brobygger.corpus.store.EntryStore;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.indexer.demo.FakeHost;
import dk.brobygger.indexer.fetch.AddressGuard;
import dk.brobygger.indexer.fetch.Fetcher;
import dk.brobygger.indexer.fetch.Limits;
import dk.brobygger.indexer.fetch.PageAddress;
import dk.brobygger.indexer.frontier.Frontier;
import dk.brobygger.search.digest.Bulletin;
import dk.brobygger.search.digest.News;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The portal's details of topics over the wire: when they are asked for, and what they change. */
class TopicTextsTest extends TopicDetailsSite {

  /** As the portal writes them: numbers in strings, HTML, the money of the whole call. */
  private void detail(String identifier, String conditions) {
    portal.detail(
        identifier,
        """
        {"TopicDetails": {"type": 1, "ccm2Id": 815, "identifier": "%s", "keywords": [],
         "actions": [{"status": {"id": 31094502}, "deadlineDates": ["15 September 2027"]}],
         "budgetOverviewJSONItem": {"budgetTopicActionMap": {"4711": [
           {"action": "OTHER-1 - RIA", "budgetYearMap": {"2027": "99000000"}, "expectedGrants": 9,
            "minContribution": 0, "maxContribution": 0},
           {"action": "%s - RIA", "budgetYearMap": {"2027": "6000000", "2028": "1000000"},
            "expectedGrants": 2, "minContribution": 0, "maxContribution": 3000000}]}},
         "description": "<p>Activities are expected to achieve TRL 6-8 by the end.</p>",
         "conditions": "<p>%s</p>", "supportInfo": null}}
        """
            .formatted(identifier, identifier, conditions));
  }

  private Map<EntryId, News> news(LocalDate day) {
    try (EntryStore store = EntryStore.open(data)) {
      return Bulletin.of(store.statements(EntryType.CALL, day), day).news();
    }
  }

  private List<String> asked() {
    return portal.host().paths().stream().filter(path -> path.endsWith(".json")).toList();
  }

  @Test
  void newTopic_isReadWithItsTextConditionsAndOwnMoney() {
    portal.show(List.of(row("HORIZON-T-01", "Wind")));
    detail("HORIZON-T-01", "Only entities established in Denmark.");
    assertThat(crawl(DAY).gaps()).isEmpty();
    Call call = call("HORIZON-T-01");
    assertThat(call.text().in(Language.EN))
        .contains("Activities are expected to achieve TRL 6-8 by the end.");
    assertThat(call.terms().conditions().in(Language.EN))
        .contains("Only entities established in Denmark.");
    assertThat(call.terms().readiness()).isNotEqualTo(Readiness.UNKNOWN);
    assertThat(call.terms().budget().total()).contains(7_000_000L);
    assertThat(call.terms().budget().grants()).contains(2);
    assertThat(call.terms().budget().most()).contains(3_000_000L);
    assertThat(call.provenance().of("trl").orElseThrow().words()).isPresent();
    assertThat(asked()).containsExactly("/data/topicDetails/horizon-t-01.json");
  }

  /** Texts, money and all: what we read for the first time has not changed at the portal. */
  @Test
  void firstNightOfDetails_tellsOfNoChange() {
    List<ObjectNode> rows = new ArrayList<>();
    for (int topic = 1; topic <= 9; topic++) {
      rows.add(row("T-" + topic, "Wind"));
      detail("T-" + topic, "The contribution is between EUR 2 million and EUR 3 million.");
    }
    portal.show(rows);
    asksForDetails = false;
    crawl(DAY);
    asksForDetails = true;
    crawl(DAY.plusDays(1));
    assertThat(call("T-1").terms().readiness()).isNotEqualTo(Readiness.UNKNOWN);
    assertThat(call("T-1").terms().budget().most()).isEmpty();
    assertThat(news(DAY.plusDays(1))).isNotEmpty();
    assertThat(news(DAY.plusDays(1)).values())
        .allSatisfy(item -> assertThat(item).isInstanceOf(News.Reworded.class));
    crawl(DAY.plusDays(2));
    assertThat(news(DAY.plusDays(2))).isEmpty();
  }

  @Test
  void changeOfTheRow_isToldAndTheDetailsAskedForAgainIfTheyHaveChanged() {
    portal.show(List.of(row("T-1", "Wind"), row("T-2", "Sea")));
    detail("T-1", "One.");
    detail("T-2", "Two.");
    crawl(DAY);
    crawl(DAY.plusDays(1));
    assertThat(asked()).as("once each").hasSize(2);
    portal.show(List.of(row("T-1", "Wind and waves"), row("T-2", "Sea")));
    crawl(DAY.plusDays(2));
    assertThat(asked()).hasSize(3).last().isEqualTo("/data/topicDetails/t-1.json");
    assertThat(portal.host().log().getLast().header("If-None-Match")).isNotEmpty();
    assertThat(news(DAY.plusDays(2)).keySet()).containsExactly(EntryId.of("call/T-1"));
    assertThat(news(DAY.plusDays(2)).values())
        .allSatisfy(item ->
            assertThat(((News.Changed) item).changes())
                .extracting(change -> change.field().word())
                .containsExactly("title"));
    assertThat(call("T-1").terms().conditions().in(Language.EN)).contains("One.");
  }

  @Test
  void newDetails_takeThePlaceOfTheOld() {
    portal.show(List.of(row("T-1", "Wind")));
    detail("T-1", "One.");
    crawl(DAY);
    detail("T-1", "Another rule.");
    portal.show(List.of(row("T-1", "Wind at sea")));
    crawl(DAY.plusDays(1));
    assertThat(call("T-1").terms().conditions().in(Language.EN)).contains("Another rule.");
  }

  @Test
  void topicWithoutDetails_isAsTheSearchShowsItAndNotAskedForAgain() {
    portal.show(List.of(row("T-1", "Wind")));
    assertThat(crawl(DAY).gaps()).isEmpty();
    crawl(DAY.plusDays(1));
    assertThat(asked()).hasSize(1);
    assertThat(call("T-1").name()).isEqualTo("Wind");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no JSON",
        "[]",
        "{}",
        "{\"TopicDetails\": []}",
        "{\"TopicDetails\": {}}",
        "{\"TopicDetails\": {\"identifier\": \"T-10\", \"description\": \"another\"}}"
      })
  void answerThatIsNoDetailsOfTheTopic_isToldAndAskedForAgain(String answer) {
    portal.show(List.of(row("T-1", "Wind")));
    portal.detail("T-1", answer);
    PortalCrawl.Result result = crawl(DAY);
    assertThat(result.gaps()).singleElement().asString().contains("the details of T-1");
    assertThat(result.tally().added()).isEqualTo(1);
    crawl(DAY.plusDays(1));
    assertThat(asked()).hasSize(2);
  }

  @Test
  void answerThatIsNoDetails_leavesWhatTheLastOneSaid() {
    portal.show(List.of(row("T-1", "Wind")));
    detail("T-1", "One.");
    crawl(DAY);
    portal.detail("T-1", "no JSON");
    portal.show(List.of(row("T-1", "Wind at sea")));
    assertThat(crawl(DAY.plusDays(1)).gaps()).hasSize(1);
    assertThat(call("T-1").name()).isEqualTo("Wind at sea");
    assertThat(call("T-1").terms().conditions().in(Language.EN)).contains("One.");
  }

  @Test
  void emptyDetails_changeNothing() {
    portal.show(List.of(row("T-1", "Wind")));
    portal.detail("T-1", "{\"TopicDetails\": {\"identifier\": \"t-1\", \"description\": 7}}");
    assertThat(crawl(DAY).gaps()).isEmpty();
    assertThat(call("T-1").text().isEmpty()).isTrue();
  }

  @Test
  void identifierThatLeadsElsewhere_isNotAskedFor() {
    portal.show(List.of(row("//127.3.1.8/x", "Wind"), row("../x", "Sea")));
    assertThat(crawl(DAY).gaps()).hasSize(2).allSatisfy(gap -> assertThat(gap).contains("must be"));
    assertThat(asked()).isEmpty();
  }

  @Test
  void topicOverWhichItsReaderStumbles_isToldAndTheOthersGoOn() throws InterruptedException {
    portal.show(List.of(row("T-1", "Wind"), row("T-2", "Sea")));
    asksForDetails = false;
    crawl(DAY);
    detail("T-1", "One.");
    detail("T-2", "Two.");
    List<Entry> shown = List.of(call("T-1"), call("T-2"));
    try (EntryStore store = EntryStore.open(data);
        Frontier frontier =
            Frontier.open(data, Duration.ZERO, DAY.atStartOfDay().toInstant(ZoneOffset.UTC))) {
      TopicTexts texts =
          new TopicTexts(
              store,
              frontier,
              PageAddress.of(portal.topics()),
              fetcher::fetch,
              (call, answer, body) ->
                  call.identifier().equals("T-1")
                      ? endless(call)
                      : TopicTexts.filled(call, answer, body));
      List<Entry> filled = texts.fill(shown, DAY);
      assertThat(filled.getFirst()).isEqualTo(shown.getFirst());
      assertThat(((Call) filled.getLast()).terms().conditions().in(Language.EN)).contains("Two.");
      assertThat(texts.gaps())
          .containsExactly("details of T-1: its reader stumbles: java.lang.StackOverflowError");
    }
  }

  /** A loop over alternatives takes a part of the stack for every letter. */
  private static Call endless(Call call) {
    assertThat("x".repeat(1_000_000)).matches("(?:\\PZ|\\s)*");
    return call;
  }

  @Test
  void hostInTrouble_isLeftAloneAndTheReadingStands() {
    List<ObjectNode> rows = new ArrayList<>();
    for (int topic = 1; topic <= 9; topic++) {
      rows.add(row("T-" + topic, "Wind"));
    }
    portal.show(rows);
    try (FakeHost broken =
        new FakeHost("127.3.1.10", (asked, out) -> FakeHost.send(out, 500, "", ""))) {
      Fetcher both =
          new Fetcher(
              "Test",
              new AddressGuard(Set.of(portal.host().address(), broken.address())),
              Limits.USUAL);
      try (both;
          EntryStore store = EntryStore.open(data);
          Frontier frontier =
              Frontier.open(data, Duration.ZERO, DAY.atStartOfDay().toInstant(ZoneOffset.UTC))) {
        PortalCrawl.Result result =
            new PortalCrawl(
                    store,
                    frontier,
                    portal.search(),
                    Optional.of(PageAddress.of(broken.url("/"))),
                    both::fetch)
                .run(DAY, DAY.atStartOfDay().toInstant(ZoneOffset.UTC));
        assertThat(result.tally().added()).isEqualTo(9);
        assertThat(result.gaps()).hasSize(4).last().asString().contains("by the next crawl");
        assertThat(broken.log()).hasSize(3);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }
}
