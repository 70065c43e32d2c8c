package dk.brobygger.indexer.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.brobygger.corpus.entry.Budget;
import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.CallStatus;
import dk.brobygger.corpus.entry.Deadline;
import dk.brobygger.corpus.entry.DeadlineModel;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.indexer.SharedData;
import dk.brobygger.indexer.demo.FakeHost;
import dk.brobygger.indexer.demo.FakePortal;
import dk.brobygger.indexer.fetch.AddressGuard;
import dk.brobygger.indexer.fetch.FetchOutcome.Fetched;
import dk.brobygger.indexer.fetch.FetchRequest;
import dk.brobygger.indexer.fetch.Fetcher;
import dk.brobygger.indexer.fetch.Limits;
import dk.brobygger.indexer.fetch.PageAddress;
import dk.brobygger.indexer.source.EuPortal.PortalReading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The traps of the portal, one by one. */
class EuPortalTest {

  private static final LocalDate DAY = LocalDate.parse("2026-11-27");

  private FakePortal portal;
  private Fetcher fetcher;

  @BeforeEach
  void open() {
    portal = new FakePortal("127.3.1.1");
    fetcher = new Fetcher("Test", new AddressGuard(Set.of(portal.host().address())), Limits.USUAL);
  }

  @AfterEach
  void close() {
    fetcher.close();
    portal.close();
  }

  /** An open topic with these fields otherwise: values apart by bars, "-" for a missing field. */
  private static ObjectNode topic(String identifier, String... otherwise) {
    Map<String, List<String>> fields = new TreeMap<>();
    fields.put("DATASOURCE", List.of("SEDIA"));
    fields.put("type", List.of("1"));
    fields.put("status", List.of("31094502"));
    fields.put("identifier", List.of(identifier));
    fields.put("title", List.of("Wind at sea"));
    fields.put("frameworkProgramme", List.of("43108390"));
    fields.put("callIdentifier", List.of("HORIZON-TEST"));
    fields.put("ccm2Id", List.of("4711"));
    fields.put("deadlineModel", List.of("single-stage"));
    fields.put("deadlineDate", List.of("2027-04-08T00:00:00.000+0000"));
    fields.put("descriptionByte", List.of("<p>Turbines that float.</p>"));
    fields.put("reference", List.of(identifier + "TOPICSen"));
    for (int place = 0; place < otherwise.length; place += 2) {
      fields.put(otherwise[place], List.of(otherwise[place + 1].split(" \\| ")));
    }
    String reference = fields.remove("reference").getFirst();
    fields.values().removeIf(List.of("-")::equals);
    return FakePortal.row(reference, fields);
  }

  private PortalReading read(ObjectNode... rows) {
    portal.show(List.of(rows));
    return read();
  }

  private PortalReading read() {
    try {
      return new EuPortal(portal.search(), fetcher::fetch).read(DAY);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static List<Call> calls(PortalReading reading) {
    assertThat(reading.file().refused()).isEmpty();
    return reading.file().reading().entries().stream().map(Call.class::cast).toList();
  }

  private Call call(ObjectNode... rows) {
    List<Call> calls = calls(read(rows));
    assertThat(calls).hasSize(1);
    return calls.getFirst();
  }

  @Test
  void topic_isReadWithWhatItStates() {
    Call call = call(topic("HORIZON-TEST-01"));
    assertThat(call.id()).hasToString("call/HORIZON-TEST-01");
    assertThat(call.name()).isEqualTo("Wind at sea");
    assertThat(call.family().programme()).isEqualTo("HORIZON");
    assertThat(call.text().in(Language.EN)).contains("Turbines that float.");
    assertThat(call.provenance().claims().getFirst().date()).isEqualTo(DAY);
    assertThat(call.site().orElseThrow().toString()).endsWith("/topic-details/HORIZON-TEST-01");
  }

  /** The real portal counts everything where the question is not a file of JSON. */
  @Test
  void questionThatIsNoFileOfJson_isIgnored() {
    portal.show(List.of(topic("A"), topic("B", "status", "31094503")));
    PageAddress page = PageAddress.of(portal.search() + "&text=***&pageSize=100&pageNumber=1");
    var answer =
        fetcher.fetch(
            FetchRequest.post(page, List.of(new FetchRequest.Part("query", "text/plain", "{}"))));
    assertThat(new String(((Fetched) answer).body(), StandardCharsets.UTF_8))
        .contains("\"totalResults\":185453");
    assertThat(calls(read())).hasSize(1);
  }

  @Test
  void portalThatAnswersAnotherQuestion_isNotBelieved() {
    String everything =
        "{\"totalResults\": 185453, \"results\": [" + topic("B", "status", "31094503") + "]}";
    portal.fail(Optional.of((asked, out) -> FakeHost.send(out, 200, "", everything)));
    assertThat(read().gaps())
        .singleElement()
        .asString()
        .contains("answered another question: BTOPICSen");
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 4, 0})
  void rowsEqualInWhatTheyAreSortedBy_areAllRead(int sorted) {
    List<ObjectNode> rows = new ArrayList<>();
    for (int number = 0; number < 730; number++) {
      boolean cascade = number % 9 == 0;
      rows.add(
          topic(
              "HORIZON-TEST-" + number,
              "callIdentifier",
              cascade ? "-" : "CALL-" + number / 90,
              "type",
              cascade ? "8" : "1",
              "reference",
              number + "COMPETITIVE_CALLen"));
    }
    portal.sortBy(sorted);
    portal.show(rows);
    PortalReading reading = read();
    assertThat(reading.gaps()).isEmpty();
    assertThat(calls(reading)).hasSize(730);
  }

  /** A question for one of the values would otherwise be taken apart by the other for ever. */
  @Test
  void rowsOfTwoProgrammes_areRead() {
    List<ObjectNode> rows = new ArrayList<>();
    for (int number = 0; number < 250; number++) {
      rows.add(topic("T" + number, "frameworkProgramme", "43108390 | 43152860"));
    }
    portal.show(rows);
    PortalReading reading = read();
    assertThat(reading.gaps()).isEmpty();
    assertThat(calls(reading)).hasSize(250);
  }

  @Test
  void rowsThatAreCountedAndNeverGiven_areSaidToBeMissing() {
    String answer = "{\"totalResults\": 150, \"results\": [" + topic("A") + "], \"facets\": []}";
    portal.fail(Optional.of((asked, out) -> FakeHost.send(out, 200, "", answer)));
    PortalReading reading = read();
    assertThat(calls(reading)).hasSize(1);
    assertThat(reading.gaps())
        .singleElement()
        .asString()
        .endsWith(": the portal counts 150 rows and gave 1");
  }

  @Test
  void portalThatShowsNothing_isNotBelieved() {
    assertThat(read().gaps()).containsExactly("the portal shows no call at all");
  }

  @ParameterizedTest
  @CsvSource({"500, status 500", "404, status 404", "429, 'the portal is busy, status 429'"})
  void portalInTrouble_isAGap(int status, String words) {
    portal.fail(Optional.of((asked, out) -> FakeHost.send(out, status, "", "")));
    assertThat(read().gaps()).singleElement().asString().endsWith(words);
  }

  @ParameterizedTest
  @CsvSource({
    "'<html>Sign in</html>', the answer is not JSON",
    "'{\"results\": 17}', the answer holds no results",
    "'[', the answer is not JSON"
  })
  void answerThatIsNone_isAGap(String answer, String words) {
    portal.fail(Optional.of((asked, out) -> FakeHost.send(out, 200, "", answer)));
    assertThat(read().gaps()).singleElement().asString().endsWith(words);
  }

  @Test
  void oldCopyInAnotherCollection_isLeftOut() {
    ObjectNode old =
        topic("A", "reference", "9HORIZONen", "DATASOURCE", "SEDIA_PRD_CENTRICITY", "title", "Old");
    assertThat(call(topic("A"), old).name()).isEqualTo("Wind at sea");
  }

  @Test
  void topicInTwoLanguages_isOneCallInEnglish() {
    ObjectNode french = topic("A", "title", "Vent en mer", "reference", "1TOPICSfr");
    Call call = call(french, topic("A", "typesOfAction", "HORIZON  Innovation Actions"));
    assertThat(call.name()).isEqualTo("Wind at sea");
    assertThat(call.terms().actionType()).contains("HORIZON Innovation Actions");
  }

  @Test
  void flagOpen_isNotBelievedAfterTheLastDeadlineANewcomerCanMeet() {
    Call call =
        call(
            topic(
                "A",
                "deadlineModel",
                "two-stage",
                "deadlineDate",
                "2026-11-01T00:00:00.000+0000 | 2027-09-14T00:00:00.000+0000"));
    assertThat(call.timetable().model()).isEqualTo(DeadlineModel.TWO_STAGE);
    assertThat(call.timetable().deadlines()).extracting(Deadline::stage).containsExactly(1, 2);
    assertThat(call.timetable().flag()).isEqualTo(CallStatus.OPEN);
    assertThat(call.timetable().status(Instant.parse("2026-11-27T00:00:00Z")))
        .isEqualTo(CallStatus.CLOSED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2027-04-08T00:00:00.000+0000",
        "2027-04-08T17:00:00.000+0000",
        "2027-04-08T19:00:00.000+0200",
        "2027-04-08T18:00:00.000+0100"
      })
  void deadline_isAtFiveInBrusselsWhateverOffsetIsWritten(String written) {
    assertThat(call(topic("A", "deadlineDate", written)).timetable().deadlines())
        .containsExactly(new Deadline(1, LocalDateTime.parse("2027-04-08T17:00")));
  }

  @Test
  void severalCutOffs_areAllOfTheFirstStageAndInOrder() {
    Call call =
        call(
            topic(
                "A",
                "deadlineModel",
                "multiple cut-off",
                "deadlineDate",
                "2027-09-14T00:00:00.000+0000 | 2027-01-05T00:00:00.000+0000"));
    assertThat(call.timetable().deadlines())
        .containsExactly(
            new Deadline(1, LocalDateTime.parse("2027-01-05T17:00")),
            new Deadline(1, LocalDateTime.parse("2027-09-14T17:00")));
  }

  @Test
  void budgetOfTheWholeCall_isReadForThisTopicOnly() {
    String overview =
        "{\"budgetTopicActionMap\": {\"4712\": [{\"action\": \"A-two - RIA\", \"expectedGrants\":"
            + " 9, \"budgetYearMap\": {\"2027\": \"24000000\"}}], \"1\": [{\"action\": \"A - RIA\","
            + " \"expectedGrants\": 2, \"minContribution\": 1000000, \"maxContribution\": 0,"
            + " \"budgetYearMap\": {\"2026\": \"3000000\", \"2027\": \"1000000\"}}]}}";
    assertThat(call(topic("A", "budgetOverview", overview)).terms().budget())
        .isEqualTo(
            new Budget(
                Optional.of(4_000_000L),
                Optional.of(2),
                Optional.of(1_000_000L),
                Optional.empty()));
    String byNumber = overview.replace("4712", "4711").replace("A - RIA", "B - RIA");
    assertThat(call(topic("A", "budgetOverview", byNumber)).terms().budget().grants()).contains(9);
  }

  @Test
  void brokenBudget_isUnknown() {
    assertThat(call(topic("A", "budgetOverview", "{\"budgetTopic")).terms().budget())
        .isEqualTo(Budget.UNKNOWN);
  }

  @Test
  void doubleEncodedTextAndStrayHtml_areMended() {
    Call call =
        call(
            topic(
                "A",
                "title",
                "Ã˜rsted&amp;co",
                "descriptionByte",
                "<p>CO<sub>2</sub> â€“ wind</p>"));
    assertThat(call.name()).isEqualTo("Ørsted&co");
    assertThat(call.text().in(Language.EN)).contains("CO2 – wind");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Wind | Sea | A | horizon-test", "[\"Wind\",\"Sea\"]"})
  void keywords_areAListOrOneWrittenInsideAnother(String written) {
    assertThat(call(topic("A", "keywords", written)).keywords()).containsExactly("Wind", "Sea");
  }

  @Test
  void cascadeCall_isKnownByItsReference() {
    Call call =
        call(
            topic(
                "A",
                "type",
                "8",
                "callTitle",
                "First open call",
                "reference",
                "13501COMPETITIVE_CALLen"));
    assertThat(call.id()).hasToString("call/13501COMPETITIVE_CALL");
    assertThat(call.name()).isEqualTo("First open call");
  }

  @Test
  void rowsThatAreNoCalls_areRefusedByNameAndTheRestGoesOn() {
    PortalReading reading =
        read(topic("A"), topic("B", "title", "-"), topic("C", "deadlineDate", "soon"));
    assertThat(reading.file().reading().entries()).hasSize(1);
    assertThat(reading.file().refused())
        .containsExactly(
            "BTOPICSen: title is missing, must be a text",
            "CTOPICSen: deadlineDate is \"soon\", must be a moment such as"
                + " 2026-09-15T17:00:00.000+0000");
  }

  private static JsonNode recorded(String name) throws IOException {
    return new JsonMapper().readTree(SharedData.at("eu-calls/search-api/" + name).toFile());
  }

  @Test
  void recordedAnswerOfToday_isRead() throws IOException {
    JsonNode answer = recorded("response-v2.151-trimmed.json");
    Call soil = new PortalRow(answer.path("results").path(0)).call(DAY);
    assertThat(soil.id()).hasToString("call/HORIZON-MISS-2027-05-SOIL-01-two-stage");
    assertThat(soil.timetable().deadlines())
        .containsExactly(
            new Deadline(1, LocalDateTime.parse("2027-04-08T17:00")),
            new Deadline(2, LocalDateTime.parse("2027-09-14T17:00")));
    assertThat(soil.terms().budget()).isEqualTo(Budget.UNKNOWN);
    assertThat(soil.keywords()).contains("Soil chemistry").doesNotContain(soil.identifier());
    assertThat(new PortalRow(answer.path("results").path(1)).isOldCopy()).isTrue();
  }

  @Test
  void recordedAnswerOf2023_isRead() throws IOException {
    Call battery = new PortalRow(recorded("result-v2.101-2023.json")).call(DAY);
    assertThat(battery.timetable().deadlines())
        .containsExactly(new Deadline(1, LocalDateTime.parse("2024-04-18T17:00")));
    assertThat(battery.timetable().opens()).contains(LocalDate.parse("2023-12-07"));
    assertThat(battery.keywords()).contains("Energy storage");
    assertThat(battery.site().orElseThrow().toString())
        .endsWith("topic-details/HORIZON-CL5-2024-D2-01-03");
  }
}
