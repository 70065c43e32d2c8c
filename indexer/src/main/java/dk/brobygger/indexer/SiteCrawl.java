package dk.brobygger.indexer;

import dk.brobygger.indexer.fetch.FetchOutcome;
import dk.brobygger.indexer.fetch.FetchOutcome.Fetched;
import dk.brobygger.indexer.fetch.Fetcher;
import dk.brobygger.indexer.frontier.Frontier;
import dk.brobygger.indexer.frontier.Lead;
import dk.brobygger.indexer.frontier.Turn;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Fetches what waits in the frontier: many hosts at once, each on a virtual thread, one request at
 * a time for each host. The one place that waits for hosts to be ready.
 */
final class SiteCrawl {

  /** So often the frontier is looked at again while nothing happens. */
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final Frontier frontier;
  private final Fetcher fetcher;
  private final Function<Fetched, List<Lead>> reader;
  private final InstantSource clock;
  private final CrawlLog log;
  private final BlockingQueue<Optional<RuntimeException>> ended = new LinkedBlockingQueue<>();

  SiteCrawl(
      Frontier frontier,
      Fetcher fetcher,
      Function<Fetched, List<Lead>> reader,
      InstantSource clock,
      CrawlLog log) {
    this.frontier = frontier;
    this.fetcher = fetcher;
    this.reader = reader;
    this.clock = clock;
    this.log = log;
  }

  /**
   * Runs until nothing waits that will be due soon.
   *
   * @param most most hosts at once
   * @param patience how long to wait for what is not due yet; what is due later is left for the
   *     next crawl
   */
  void run(int most, Duration patience) throws InterruptedException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      int asking = 0;
      while (true) {
        List<Turn> turns = frontier.turns(clock.instant(), most - asking);
        turns.forEach(turn -> threads.submit(() -> take(turn)));
        asking += turns.size();
        Duration wait = wait(turns.isEmpty());
        if (asking == 0 && wait.compareTo(patience) > 0) {
          return;
        }
        asking -= rest(turns.isEmpty() ? wait : Duration.ZERO);
      }
    }
  }

  /** How long until something is due; for ever if nothing waits. */
  private Duration wait(boolean idle) {
    return idle
        ? frontier
            .nextDue()
            .map(due -> Duration.between(clock.instant(), due))
            .orElse(Duration.ofDays(10_000))
        : Duration.ZERO;
  }

  /** Waits a while or until a request has ended, and says how many have. */
  private int rest(Duration wait) throws InterruptedException {
    long nanos = Math.max(0, (wait.compareTo(LOOK) < 0 ? wait : LOOK).toNanos());
    Optional<RuntimeException> end = ended.poll(nanos, TimeUnit.NANOSECONDS);
    int count = 0;
    while (end != null) {
      count++;
      if (end.isPresent()) {
        throw new IllegalStateException("cannot go on: " + end.get().getMessage(), end.get());
      }
      end = ended.poll();
    }
    return count;
  }

  private void take(Turn turn) {
    try {
      FetchOutcome outcome = fetcher.fetch(turn.request());
      Instant end = clock.instant();
      List<Lead> leads = outcome instanceof Fetched page ? leads(turn, page) : List.of();
      log.add(turn, outcome, frontier.done(turn, outcome, leads, end));
      ended.add(Optional.empty());
    } catch (RuntimeException e) {
      ended.add(Optional.of(e));
    }
  }

  /** A page that its reader stumbles over is kept, and leads nowhere. */
  private List<Lead> leads(Turn turn, Fetched page) {
    try {
      return turn.purpose() == Turn.Purpose.PAGE ? reader.apply(page) : List.of();
    } catch (RuntimeException e) {
      log.unread(turn, e);
      return List.of();
    }
  }
}
