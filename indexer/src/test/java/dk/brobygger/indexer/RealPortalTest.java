package dk.brobygger.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.CallStatus;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.json.EntryJson;
import dk.brobygger.corpus.store.EntryStore;
import dk.brobygger.indexer.demo.FakePortal;
import dk.brobygger.indexer.fetch.AddressGuard;
import dk.brobygger.indexer.fetch.Fetcher;
import dk.brobygger.indexer.fetch.Limits;
import dk.brobygger.indexer.frontier.Frontier;
import dk.brobygger.indexer.reconcile.CallJoin;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All the real days, shown one after the other by a portal; skipped where they are missing. */
@Tag("long")
class RealPortalTest {

  private static final JsonMapper MAPPER = new JsonMapper();

  @TempDir Path folder;

  /** What changed from one day to the next. */
  private record Change(Set<EntryId> added, Set<EntryId> changed, Set<EntryId> gone) {}

  /** The plain way: everything in memory, day by day. */
  private static final class BruteForce {

    private final Map<EntryId, Entry> known = new HashMap<>();
    private final Map<EntryId, Integer> missed = new HashMap<>();

    Change show(List<Entry> shown) {
      Change change = new Change(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
      for (Entry entry : shown) {
        Entry before = known.get(entry.id());
        Entry after = before == null ? entry : CallJoin.join(before, entry);
        boolean back = missed.getOrDefault(entry.id(), 0) >= 2;
        if (before == null) {
          change.added().add(entry.id());
        } else if (back || !EntryJson.facts(after).equals(EntryJson.facts(before))) {
          change.changed().add(entry.id());
        }
        known.put(entry.id(), after);
        missed.put(entry.id(), -1);
      }
      missed.replaceAll((id, days) -> days + 1);
      missed.forEach((id, days) -> {
        if (days == 2) {
          change.gone().add(id);
        }
      });
      return change;
    }
  }

  private static JsonNode snapshot(Path day) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(day))) {
      return MAPPER.readTree(in);
    }
  }

  /** The rows that the portal's search would have given for a snapshot. */
  private static List<ObjectNode> rows(JsonNode snapshot) {
    List<ObjectNode> rows = new ArrayList<>();
    for (JsonNode grant : snapshot.path("grants")) {
      Map<String, List<String>> fields = new TreeMap<>();
      put(fields, "DATASOURCE", "SEDIA");
      put(fields, "type", grant.path("kind").path("id").asText(""));
      put(fields, "status", grant.path("status").path("id").asText(""));
      put(fields, "identifier", grant.path("identifier").asText(""));
      put(fields, "title", grant.path("title").asText(""));
      put(fields, "url", grant.path("url").asText(""));
      put(fields, "callIdentifier", grant.path("callIdentifier").asText(""));
      put(fields, "callTitle", grant.path("callTitle").asText(""));
      put(fields, "typesOfAction", grant.path("actionType").asText(""));
      put(fields, "descriptionByte", grant.path("abstract").asText(""));
      put(fields, "startDate", grant.path("startDate").asText("").replace("Z", "+0000"));
      put(fields, "deadlineDate", grant.path("deadlineDate").asText("").replace("Z", "+0000"));
      put(
          fields,
          "frameworkProgramme",
          grant.path("frameworkProgrammes").path(0).path("id").asText(""));
      put(fields, "budgetOverview", budget(grant));
      rows.add(FakePortal.row(grant.path("id").asText(), fields));
    }
    return rows;
  }

  private static void put(Map<String, List<String>> fields, String name, String value) {
    if (!value.isEmpty() && !value.equals("null")) {
      fields.put(name, List.of(value));
    }
  }

  private static String budget(JsonNode grant) {
    JsonNode budget = grant.path("budget");
    ObjectNode overview = MAPPER.createObjectNode();
    ObjectNode map = overview.putObject("budgetTopicActionMap");
    ObjectNode action = map.putArray("1").addObject();
    action.put("action", grant.path("identifier").asText() + " - ANY");
    action.set("expectedGrants", budget.path("expectedGrants"));
    action.set("minContribution", budget.path("minContributionEur"));
    action.set("maxContribution", budget.path("maxContributionEur"));
    action.putObject("budgetYearMap").put("2026", budget.path("totalBudgetEur").asText("0"));
    return overview.toString();
  }

  @Test
  void allDays_bringExactlyTheNewChangedAndGoneOfABruteForceComparison() throws Exception {
    List<Path> days = SharedData.dailySnapshots();
    Map<String, Integer> sums = new TreeMap<>();
    BruteForce brute = new BruteForce();
    try (FakePortal portal = new FakePortal("127.3.0.1");
        EntryStore store = EntryStore.open(folder);
        Frontier frontier = Frontier.open(folder, Duration.ZERO, Instant.EPOCH);
        Fetcher fetcher =
            new Fetcher("Test", new AddressGuard(Set.of(portal.host().address())), Limits.USUAL)) {
      PortalCrawl crawl =
          new PortalCrawl(store, frontier, portal.search(), Optional.empty(), fetcher::fetch);
      long version = 0;
      for (Path day : days) {
        Change wanted = brute.show(ImportFile.read(day, LocalDate.MAX).reading().entries());
        JsonNode snapshot = snapshot(day);
        portal.show(rows(snapshot));
        LocalDate date = LocalDate.parse(snapshot.path("generatedAt").asText().substring(0, 10));
        PortalCrawl.Result result = crawl.run(date, Instant.parse("2026-11-27T00:00:00Z"));
        assertThat(result.gaps()).as(date.toString()).isEmpty();
        assertThat(result.refused()).as(date.toString()).isEmpty();
        Change found = versions(store, version, result);
        assertThat(found).as(date.toString()).isEqualTo(wanted);
        assertThat(result.tally().added()).isEqualTo(wanted.added().size());
        assertThat(result.tally().changed()).isEqualTo(wanted.changed().size());
        version = store.newest();
        sums.merge("new", wanted.added().size(), Integer::sum);
        sums.merge("changed", wanted.changed().size(), Integer::sum);
        sums.merge("gone", wanted.gone().size(), Integer::sum);
      }
      System.out.println(
          days.size() + " days: " + sums + ", " + portal.host().log().size() + " requests");
      assertThat(sums.get("gone")).isPositive();
      assertClosed(store, brute);
    }
  }

  /** By the versions of the store, whatever was counted. */
  private static Change versions(EntryStore store, long before, PortalCrawl.Result result) {
    Change change = new Change(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(result.gone()));
    store
        .after(before, Integer.MAX_VALUE)
        .forEach(version -> {
          if (store.history(version.id()).getFirst().number() == version.number()) {
            change.added().add(version.id());
          } else if (!change.gone().contains(version.id())) {
            change.changed().add(version.id());
          }
        });
    return change;
  }

  private static void assertClosed(EntryStore store, BruteForce brute) {
    Set<EntryId> gone = new HashSet<>();
    brute.missed.forEach((id, days) -> {
      if (days >= 2) {
        gone.add(id);
      }
    });
    assertThat(store.entries())
        .allSatisfy(entry ->
            assertThat(((Call) entry).timetable().flag() == CallStatus.CLOSED)
                .as(entry.id().toString())
                .isEqualTo(gone.contains(entry.id())));
  }
}
