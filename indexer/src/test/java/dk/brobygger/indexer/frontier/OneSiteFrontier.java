package dk.brobygger.indexer.frontier;

import dk.brobygger.indexer.fetch.FetchOutcome;
import dk.brobygger.indexer.fetch.FetchOutcome.Failed;
import dk.brobygger.indexer.fetch.FetchOutcome.Fetched;
import dk.brobygger.indexer.fetch.PageAddress;
import dk.brobygger.indexer.fetch.Validators;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A frontier of one site, in a time that the test tells. */
abstract class OneSiteFrontier {

  static final Duration GAP = Duration.ofSeconds(2);
  static final String SITE = "https://example.org/";
  static final Failed NOT_FOUND = Failed.with(404);

  @TempDir Path folder;

  Frontier frontier;
  Instant now = Instant.parse("2026-11-27T02:00:00Z");

  @BeforeEach
  void open() {
    frontier = Frontier.open(folder, GAP, now);
    frontier.site(SITE, 10);
    add(Lead.START, SITE);
  }

  @AfterEach
  void close() {
    frontier.close();
  }

  void add(int worth, String... addresses) {
    for (String address : addresses) {
      frontier.add(SITE, List.of(new Lead(PageAddress.of(address), worth)), now);
    }
  }

  static Fetched content(String text) {
    return new Fetched(
        PageAddress.of(SITE),
        "text/html",
        text.getBytes(StandardCharsets.UTF_8),
        new Validators(Optional.of("\"" + text.length() + "\""), Optional.empty()));
  }

  Optional<Visit> done(Turn turn, FetchOutcome outcome, Lead... leads) {
    now = now.plusMillis(100);
    return frontier.done(List.of(new Taken(turn, outcome, List.of(leads), now))).getFirst();
  }
}
