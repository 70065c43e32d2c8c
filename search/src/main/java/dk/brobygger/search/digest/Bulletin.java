package dk.brobygger.search.digest;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.CallStatus;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.store.Statement;
import dk.brobygger.search.standing.Sieve;
import dk.brobygger.search.standing.StandingMatcher;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All news of a span of days, each call once: one that is new is told as new, whatever else
 * happened to it, and one that changed as changed. What came and went between two days of the span
 * is no news. Calls that a newcomer cannot apply for any more are left out.
 *
 * @param after the last day that was told of before
 * @param on the last day that is told of
 * @param news what happened, by call
 */
public record Bulletin(LocalDate after, LocalDate on, Map<EntryId, News> news) {

  /** Days before a deadline on which one is reminded of it. */
  public static final List<Integer> REMINDERS = List.of(30, 14, 7, 1);

  /**
   * A reading that is recorded so many days late is told of still; one that is older is history.
   */
  private static final int LATE_DAYS = 14;

  /** Keeps a copy in the same order. */
  public Bulletin {
    news = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(news));
  }

  /** The news of one day. */
  public static Bulletin of(List<Statement> statements, LocalDate day) {
    return of(statements, day.minusDays(1), day);
  }

  /** The news of the days after one day up to another, each reading having come in on its day. */
  public static Bulletin of(List<Statement> statements, LocalDate after, LocalDate on) {
    return of(statements, after, Long.MAX_VALUE, on);
  }

  /**
   * The news since one day up to another: what was stated on the days between, and what was stated
   * up to two weeks before, but recorded only since.
   *
   * @param statements what had been stated of calls by the last day, in order
   * @param after the day before the first
   * @param known the number of the newest statement that was recorded when that day was told of
   * @param on the last day
   * @throws IllegalArgumentException if there is no day between them
   */
  public static Bulletin of(List<Statement> statements, LocalDate after, long known, LocalDate on) {
    if (!after.isBefore(on)) {
      throw new IllegalArgumentException("after is " + after + ", must be before " + on);
    }
    Map<EntryId, StatedCall> before = new LinkedHashMap<>();
    Map<EntryId, StatedCall> now = new LinkedHashMap<>();
    for (Statement statement : statements) {
      if (statement.entry() instanceof Call call && !statement.day().isAfter(on)) {
        add(call, statement.day(), now);
        boolean isKnown =
            statement.number() <= known || statement.day().isBefore(after.minusDays(LATE_DAYS));
        if (!statement.day().isAfter(after) && isKnown) {
          add(call, statement.day(), before);
        }
      }
    }
    Map<EntryId, News> news = new LinkedHashMap<>();
    for (StatedCall call : now.values()) {
      if (call.timetable().status(StatedCall.morning(on)) != CallStatus.CLOSED) {
        news(Optional.ofNullable(before.get(call.id())), call, after, on)
            .ifPresent(item -> news.put(call.id(), item));
      }
    }
    return new Bulletin(after, on, news);
  }

  /** Only what closes, whatever else happened to it. */
  public Bulletin closing() {
    Map<EntryId, News> closing = new LinkedHashMap<>();
    news.forEach(
        (id, item) -> closing(item.call(), after, on).ifPresent(one -> closing.put(id, one)));
    return new Bulletin(after, on, closing);
  }

  /** The calls, ready to be sifted for any number of subscriptions. */
  public Sieve sieve(StandingMatcher matcher) {
    return matcher.among(news.keySet(), StatedCall.morning(on));
  }

  private static void add(Call call, LocalDate day, Map<EntryId, StatedCall> states) {
    states.merge(call.id(), StatedCall.of(call, day), (known, first) -> known.then(call));
  }

  private static Optional<News> news(
      Optional<StatedCall> before, StatedCall call, LocalDate after, LocalDate on) {
    if (before.isEmpty()) {
      return Optional.of(new News.Fresh(call));
    }
    List<Change> changes = Change.between(before.get(), call);
    return changes.isEmpty()
        ? closing(call, after, on).or(() -> reworded(before.get(), call))
        : Optional.of(new News.Changed(call, changes));
  }

  private static Optional<News> closing(StatedCall call, LocalDate after, LocalDate on) {
    Optional<Long> left = call.daysLeft(on);
    long passed = on.toEpochDay() - after.toEpochDay();
    return left.filter(days ->
            REMINDERS.stream().anyMatch(reminder -> days <= reminder && reminder < days + passed))
        .map(days -> new News.Closing(call, days));
  }

  private static Optional<News> reworded(StatedCall before, StatedCall call) {
    return before.prose().equals(call.prose())
        ? Optional.empty()
        : Optional.of(new News.Reworded(call));
  }
}
