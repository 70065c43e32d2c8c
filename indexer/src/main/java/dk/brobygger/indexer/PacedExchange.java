package dk.brobygger.indexer;

import dk.brobygger.indexer.fetch.FetchOutcome;
import dk.brobygger.indexer.fetch.FetchOutcome.Deferred;
import dk.brobygger.indexer.fetch.FetchOutcome.Failed;
import dk.brobygger.indexer.fetch.FetchRequest;
import dk.brobygger.indexer.fetch.Fetcher;
import dk.brobygger.indexer.frontier.Frontier;
import dk.brobygger.indexer.frontier.Taken;
import dk.brobygger.indexer.frontier.Turn;
import dk.brobygger.indexer.source.EuPortal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Asks a source's questions one after the other, each when its host may be asked. */
final class PacedExchange implements EuPortal.Exchange {

  private static final int MOST_TRIES = 3;

  /** While somebody else asks the host. */
  private static final Duration BUSY = Duration.ofMillis(50);

  private final Frontier frontier;
  private final Fetcher fetcher;
  private final InstantSource clock;
  private final Duration patience;
  private final CrawlLog log;

  PacedExchange(
      Frontier frontier, Fetcher fetcher, InstantSource clock, Duration patience, CrawlLog log) {
    this.frontier = frontier;
    this.fetcher = fetcher;
    this.clock = clock;
    this.patience = patience;
    this.log = log;
  }

  /** Asks, and asks again where the host was busy or in trouble. */
  @Override
  public FetchOutcome ask(FetchRequest request) throws InterruptedException {
    FetchOutcome outcome = once(request);
    for (int tries = 1; tries < MOST_TRIES && isWorthAnotherTry(outcome); tries++) {
      outcome = once(request);
    }
    return outcome;
  }

  private static boolean isWorthAnotherTry(FetchOutcome outcome) {
    return outcome instanceof Deferred
        || (outcome instanceof Failed failed && !failed.isAnswered());
  }

  private FetchOutcome once(FetchRequest request) throws InterruptedException {
    String host = request.address().host();
    Duration wait = Duration.ZERO;
    while (wait.compareTo(patience) <= 0) {
      Optional<Turn> turn = frontier.turn(request, clock.instant());
      if (turn.isPresent()) {
        return take(turn.get());
      }
      wait = Duration.between(clock.instant(), frontier.notBefore(host));
      Thread.sleep(wait.compareTo(BUSY) > 0 && wait.compareTo(patience) <= 0 ? wait : BUSY);
    }
    return Failed.without(host + " does not want to be asked for " + wait.toSeconds() + " s");
  }

  private FetchOutcome take(Turn turn) {
    FetchOutcome outcome = fetcher.fetch(turn.request());
    Taken taken = new Taken(turn, outcome, List.of(), clock.instant());
    log.add(turn, outcome, frontier.done(List.of(taken)).getFirst());
    return outcome;
  }
}
