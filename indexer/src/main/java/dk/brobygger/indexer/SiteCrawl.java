package dk.brobygger.indexer;

import dk.brobygger.indexer.fetch.FetchOutcome;
import dk.brobygger.indexer.fetch.FetchOutcome.Fetched;
import dk.brobygger.indexer.fetch.Fetcher;
import dk.brobygger.indexer.frontier.Frontier;
import dk.brobygger.indexer.frontier.Lead;
import dk.brobygger.indexer.frontier.Taken;
import dk.brobygger.indexer.frontier.Turn;
import dk.brobygger.indexer.frontier.Visit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

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

  /** Only one thread writes to the frontier. */
  private final BlockingQueue<Ended> ended = new LinkedBlockingQueue<>();

  /** How a turn ended here. */
  private sealed interface Ended {}

  private record Well(Taken taken) implements Ended {}

  private record Broken(Throwable reason) implements Ended {}

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
    } finally {
      takeBack(List.of()); // what was still on its way when something went wrong
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

  /**
   * Waits a while or until a request has ended, takes back the turns of all that have, and says how
   * many.
   */
  private int rest(Duration wait) throws InterruptedException {
    long nanos = Math.max(0, (wait.compareTo(LOOK) < 0 ? wait : LOOK).toNanos());
    Ended first = ended.poll(nanos, TimeUnit.NANOSECONDS);
    if (first == null) {
      return 0;
    }
    List<Ended> all = takeBack(List.of(first));
    for (Ended one : all) {
      if (one instanceof Broken broken) {
        throw new IllegalStateException(
            "cannot go on: " + broken.reason().getMessage(), broken.reason());
      }
    }
    return all.size();
  }

  /** What has ended, these first; what went wrong with one is no reason to lose the others. */
  private List<Ended> takeBack(List<Ended> first) {
    List<Ended> all = new ArrayList<>(first);
    ended.drainTo(all);
    List<Taken> taken =
        all.stream()
            .flatMap(one -> one instanceof Well well ? Stream.of(well.taken()) : Stream.of())
            .toList();
    Iterator<Optional<Visit>> visits = frontier.done(taken).iterator();
    taken.forEach(one -> log.add(one.turn(), one.outcome(), visits.next()));
    return all;
  }

  private void take(Turn turn) {
    try {
      FetchOutcome outcome = fetcher.fetch(turn.request());
      Instant end = clock.instant();
      List<Lead> leads = outcome instanceof Fetched page ? leads(turn, page) : List.of();
      ended.add(new Well(new Taken(turn, outcome, leads, end)));
    } catch (RuntimeException | Error e) {
      ended.add(new Broken(e));
    }
  }

  /** A page that its reader stumbles over is kept, and leads nowhere. */
  private List<Lead> leads(Turn turn, Fetched page) {
    try {
      return turn.purpose() == Turn.Purpose.PAGE ? reader.apply(page) : List.of();
    } catch (RuntimeException | StackOverflowError e) {
      log.unread(turn, PageReadings.stumble(e));
      return List.of();
    }
  }
}
