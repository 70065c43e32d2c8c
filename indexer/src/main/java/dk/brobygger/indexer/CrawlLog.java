package dk.brobygger.indexer;

import dk.brobygger.indexer.fetch.FetchOutcome;
import dk.brobygger.indexer.fetch.FetchOutcome.Deferred;
import dk.brobygger.indexer.fetch.FetchOutcome.Failed;
import dk.brobygger.indexer.fetch.FetchOutcome.Fetched;
import dk.brobygger.indexer.fetch.FetchOutcome.Moved;
import dk.brobygger.indexer.fetch.FetchOutcome.Refused;
import dk.brobygger.indexer.fetch.FetchOutcome.Unchanged;
import dk.brobygger.indexer.fetch.PageAddress;
import dk.brobygger.indexer.frontier.Turn;
import dk.brobygger.indexer.frontier.Visit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/** What a crawl has come to so far, host by host. Safe for many threads. */
final class CrawlLog {

  private final Map<String, Map<Visit, Integer>> hosts = new TreeMap<>();
  private final IntConsumer watcher;
  private final Map<PageAddress, String> unread = new HashMap<>();
  private final Map<String, Trouble> troubles = new TreeMap<>();
  private int requests;
  private long bytes;

  /**
   * What went wrong at a host.
   *
   * @param times how often
   * @param reason why the last time
   */
  record Trouble(int times, String reason) {}

  /**
   * A log of nothing yet.
   *
   * @param watcher is told after each request how many there have been
   */
  CrawlLog(IntConsumer watcher) {
    this.watcher = watcher;
  }

  synchronized void add(Turn turn, FetchOutcome outcome, Optional<Visit> visit) {
    requests++;
    bytes += outcome instanceof Fetched fetched ? fetched.body().length : 0;
    visit.ifPresent(one ->
        hosts
            .computeIfAbsent(turn.host(), host -> new EnumMap<>(Visit.class))
            .merge(one, 1, Integer::sum));
    reason(turn, outcome)
        .ifPresent(reason ->
            troubles.merge(
                turn.host(),
                new Trouble(1, reason),
                (before, last) -> new Trouble(before.times() + 1, last.reason())));
    watcher.accept(requests);
  }

  /** That a host has no robots rules is no trouble. */
  private static Optional<String> reason(Turn turn, FetchOutcome outcome) {
    return switch (outcome) {
      case Failed failed when failed.isAnswered() && turn.purpose() == Turn.Purpose.ROBOTS ->
          Optional.empty();
      case Failed failed -> Optional.of(failed.reason());
      case Refused refused -> Optional.of(refused.reason());
      case Deferred deferred -> Optional.of("status " + deferred.status());
      case Fetched fetched -> Optional.empty();
      case Unchanged unchanged -> Optional.empty();
      case Moved moved -> Optional.empty();
    };
  }

  synchronized void unread(Turn turn, String reason) {
    unread.put(turn.address(), reason);
  }

  synchronized int requests() {
    return requests;
  }

  synchronized long bytes() {
    return bytes;
  }

  /** What went wrong, host by host; hosts without trouble are left out. */
  synchronized Map<String, Trouble> troubles() {
    return new TreeMap<>(troubles);
  }

  /** The pages whose links cannot be read, and why. */
  synchronized Map<PageAddress, String> unread() {
    return Map.copyOf(unread);
  }

  /** One line for each host, in the order of their names. */
  synchronized List<String> lines() {
    return hosts.entrySet().stream()
        .map(host -> host.getKey() + ": " + words(host.getValue()))
        .toList();
  }

  /** How many visits came to what. */
  synchronized Map<Visit, Integer> total() {
    Map<Visit, Integer> total = new EnumMap<>(Visit.class);
    hosts
        .values()
        .forEach(each -> each.forEach((visit, count) -> total.merge(visit, count, Integer::sum)));
    return total;
  }

  static String words(Map<Visit, Integer> counts) {
    return counts.entrySet().stream()
        .map(one ->
            String.format(
                Locale.ROOT,
                "%,d %s",
                one.getValue(),
                one.getKey().name().toLowerCase(Locale.ROOT)))
        .collect(Collectors.joining(", "));
  }
}
