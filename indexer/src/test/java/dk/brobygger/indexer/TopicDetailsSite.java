package dk.brobygger.indexer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.store.EntryStore;
import dk.brobygger.indexer.demo.FakePortal;
import dk.brobygger.indexer.fetch.AddressGuard;
import dk.brobygger.indexer.fetch.Fetcher;
import dk.brobygger.indexer.fetch.Limits;
import dk.brobygger.indexer.fetch.PageAddress;
import dk.brobygger.indexer.frontier.Frontier;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A portal that shows topics and their details, crawled to what the store then says. */
abstract class TopicDetailsSite {

  static final LocalDate DAY = LocalDate.parse("2026-11-24");

  @TempDir Path data;

  FakePortal portal;
  Fetcher fetcher;
  boolean asksForDetails = true;

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

  static ObjectNode row(String identifier, String title) {
    return row(identifier, title, List.of("2027-09-15T00:00:00.000+0000"));
  }

  static ObjectNode row(String identifier, String title, List<String> deadlines) {
    Map<String, List<String>> fields = new TreeMap<>();
    fields.put("type", List.of("1"));
    fields.put("status", List.of("31094502"));
    fields.put("identifier", List.of(identifier));
    fields.put("title", List.of(title));
    fields.put("frameworkProgramme", List.of("43108390"));
    fields.put("deadlineDate", deadlines);
    return FakePortal.row(identifier + "TOPICSen", fields);
  }

  PortalCrawl.Result crawl(LocalDate day) {
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

  Call call(String identifier) {
    try (EntryStore store = EntryStore.open(data)) {
      return (Call) store.entry(EntryId.of("call/" + identifier)).orElseThrow();
    }
  }
}
