package dk.brobygger.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.DeadlineModel;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.entry.EntryType;
import dk.brobygger.corpus.entry.Readiness;
import dk.brobygger.corpus.store.EntryStore;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.indexer.demo.FakeHost;
import dk.brobygger.indexer.demo.FakePortal;
import dk.brobygger.indexer.fetch.AddressGuard;
import dk.brobygger.indexer.fetch.Fetcher;
import dk.brobygger.indexer.fetch.Limits;
import dk.brobygger.indexer.fetch.PageAddress;
import dk.brobygger.indexer.frontier.Frontier;
import dk.brobygger.search.digest.Bulletin;
import dk.brobygger.search.digest.News;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The portal's details of topics over the wire: when they are asked for, and what they change. */
class TopicTextsTest {

  private static final LocalDate DAY = LocalDate.parse("2026-11-24");

  @TempDir Path data;

  private FakePortal portal;
  private Fetcher fetcher;
  private boolean asksForDetails = true;

  @BeforeEach
  void open() {
    portal = new FakePortal("127.3.1.9");
    fetcher = new Fetcher("Test", new AddressGuard(Set.of(portal.host().address())), Limits.USUAL);
  }

  @AfterEach
  void close() {
    fetcher.close();
    portal.close();
  }

  private static ObjectNode row(String identifier, String title) {
    return row(identifier, title, List.of("2027-09-15T00:00:00.000+0000"));
  }

  private static ObjectNode row(String identifier, String title, List<String> deadlines) {
    Map<String, List<String>> fields = new TreeMap<>();
    fields.put("type", List.of("1"));
    fields.put("status", List.of("31094502"));
    fields.put("identifier", List.of(identifier));
    fields.put("title", List.of(title));
    fields.put("frameworkProgramme", List.of("43108390"));
    fields.put("deadlineDate", deadlines);
    return FakePortal.row(identifier + "TOPICSen", fields);
  }

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

  private PortalCrawl.Result crawl(LocalDate day) {
    try (EntryStore store = EntryStore.open(data);
        Frontier frontier =
            Frontier.open(data, Duration.ZERO, day.atStartOfDay().toInstant(ZoneOffset.UTC))) {
      Optional<PageAddress> details =
          Optional.of(PageAddress.of(portal.topics())).filter(all -> asksForDetails);
      return new PortalCrawl(store, frontier, portal.search(), details, fetcher::fetch)
          .run(day, day.atStartOfDay().toInstant(ZoneOffset.UTC));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private Call call(String identifier) {
    try (EntryStore store = EntryStore.open(data)) {
      return (Call) store.entry(EntryId.of("call/" + identifier)).orElseThrow();
    }
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

  /** Only dates: in the overview of the money, or in the actions. */
  private void dates(String identifier, String overview, String actions) {
    portal.detail(
        identifier,
        """
        {"TopicDetails": {"identifier": "%s", "ccm2Id": 815, "actions": [%s],
         "budgetOverviewJSONItem": {"budgetTopicActionMap": {"4711": [
           {"action": "OTHER-1 - RIA", "deadlineModel": "single-stage",
            "deadlineDates": ["2026-12-24"]},
           {"action": "%s - RIA"%s}]}}}}
        """
            .formatted(identifier, actions, identifier, overview));
  }

  private List<String> deadlines(String identifier) {
    return call(identifier).timetable().deadlines().stream()
        .map(one -> one.stage() + " " + one.at())
        .toList();
  }

  @Test
  void deadlinesThatTheSearchLeavesOut_areThoseOfTheDetails() {
    portal.show(List.of(row("T-1", "Wind", List.of())));
    dates(
        "T-1",
        ", \"deadlineModel\": \"two-stage\", \"plannedOpeningDate\": \"2027-03-04\","
            + " \"deadlineDates\": [\"2027-09-17\", \"2027-04-29\"]",
        "");
    crawl(DAY);
    assertThat(deadlines("T-1")).containsExactly("1 2027-04-29T17:00", "2 2027-09-17T17:00");
    Call call = call("T-1");
    assertThat(call.timetable().model()).isEqualTo(DeadlineModel.TWO_STAGE);
    assertThat(call.timetable().opens()).contains(LocalDate.parse("2027-03-04"));
    assertThat(
            call.provenance().claims().stream()
                .filter(claim -> claim.fields().contains("deadlines"))
                .map(claim -> claim.source().getPath()))
        .containsExactly("/data/topicDetails/t-1.json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"29 April 2027", "2027-04-29", "1808956800000"})
  void deadlineOfAnAction_isReadHoweverItIsWritten(String written) {
    portal.show(List.of(row("T-1", "Wind", List.of())));
    dates("T-1", "", "{\"deadlineDates\": [\"" + written + "\"]}");
    crawl(DAY);
    assertThat(deadlines("T-1")).containsExactly("1 2027-04-29T17:00");
  }

  @Test
  void deadlineThatCannotBeRead_leavesAllAsTheSearchShowsThem() {
    portal.show(List.of(row("T-1", "Wind")));
    dates("T-1", "", "{\"deadlineDates\": [\"29 April 2027\", \"see call document\"]}");
    crawl(DAY);
    assertThat(deadlines("T-1")).containsExactly("1 2027-09-15T17:00");
    assertThat(call("T-1").provenance().disagreements()).isEmpty();
  }

  @Test
  void detailsThatTellStages_addThemToTheDeadlineOfTheSearch() {
    portal.show(List.of(row("T-1", "Wind", List.of("2027-04-29T12:00:00.000+0000"))));
    dates(
        "T-1",
        ", \"deadlineModel\": \"two-stage\", \"deadlineDates\": [\"2027-04-29\", \"2027-09-17\"]",
        "");
    crawl(DAY);
    assertThat(deadlines("T-1")).containsExactly("1 2027-04-29T12:00", "2 2027-09-17T17:00");
    assertThat(call("T-1").provenance().disagreements()).isEmpty();
    assertThat(call("T-1").provenance().claims())
        .filteredOn(claim -> claim.fields().contains("deadlines"))
        .as("both sources")
        .hasSize(2);
  }

  @Test
  void otherDeadlinesInTheDetails_areADisagreementUntilTheyAgree() {
    portal.show(List.of(row("T-1", "Wind")));
    dates("T-1", ", \"deadlineDates\": [\"2027-10-01\"]", "");
    crawl(DAY);
    crawl(DAY.plusDays(1));
    assertThat(deadlines("T-1")).containsExactly("1 2027-09-15T17:00");
    assertThat(call("T-1").provenance().disagreements())
        .singleElement()
        .satisfies(other -> {
          assertThat(other.field()).isEqualTo("deadlines");
          assertThat(other.value()).contains("2027-10-01T17:00");
          assertThat(other.claim().source().getPath()).isEqualTo("/data/topicDetails/t-1.json");
          assertThat(other.claim().date()).isEqualTo(DAY);
        });
    portal.show(List.of(row("T-1", "Wind", List.of("2027-10-01T00:00:00.000+0000"))));
    crawl(DAY.plusDays(2));
    assertThat(deadlines("T-1")).containsExactly("1 2027-10-01T17:00");
    assertThat(call("T-1").provenance().disagreements()).isEmpty();
  }
}
