package dk.brobygger.web.delegation;

import dk.brobygger.search.delegation.Outcome.Result;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What came of the meetings of a delegation, or of a cluster on all of them, that are over.
 *
 * @param name whose meetings
 * @param results how many came to what
 * @param untold of how many nobody has told yet
 */
public record Tally(String name, Map<Result, Integer> results, int untold) {

  /**
   * A part of a bar.
   *
   * @param name what it stands for, the end of a message
   * @param start where it begins, in hundredths of the widest bar
   * @param width how wide it is, in the same
   */
  public record Part(String name, double start, double width) {}

  /** Counts. */
  static Tally of(String name, List<PastMeeting> meetings) {
    Map<Result, Integer> results = new EnumMap<>(Result.class);
    for (Result result : Result.values()) {
      results.put(result, 0);
    }
    meetings.forEach(one -> one.result().ifPresent(it -> results.merge(it, 1, Integer::sum)));
    long untold = meetings.stream().filter(one -> one.result().isEmpty()).count();
    return new Tally(name, results, (int) untold);
  }

  /** How many meetings. */
  public int all() {
    return untold + results.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** How many came to that. */
  public int count(Result result) {
    return results.getOrDefault(result, 0);
  }

  /** A bar, as wide as its meetings are many beside the most. */
  public List<Part> bar(int most) {
    List<Part> parts = new ArrayList<>();
    double start = 0;
    for (Result result : List.of(Result.AGREEMENT, Result.FOLLOW_UP, Result.HELD, Result.NO_SHOW)) {
      double width = 100.0 * count(result) / most;
      parts.add(new Part(result.word(), start, width));
      start += width;
    }
    parts.add(new Part("untold", start, 100.0 * untold / most));
    return parts.stream().filter(part -> part.width() > 0).toList();
  }
}
