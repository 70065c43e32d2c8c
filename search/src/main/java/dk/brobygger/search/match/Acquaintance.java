package dk.brobygger.search.match;

import dk.brobygger.search.delegation.Encounter;
import dk.brobygger.search.delegation.Outcome.Result;
import dk.brobygger.search.score.Score;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the meetings that two have had say of meeting again: a sum with a leaf for each meeting.
 *
 * <ul>
 *   <li>A meeting that took place is worth 2 points, one that they followed up 6, one in which they
 *       agreed on something 10: as much as a silver label, a common network, and more than any of
 *       these.
 *   <li>A no-show may be chance: the latest one costs nothing. Each one before it costs 6, so two
 *       lower the score.
 *   <li>Each halves with every two years that pass, as long as a first label holds.
 *   <li>The n-th of several that took place counts 1/n, the best first, and so does the n-th that
 *       costs, the dearest first: many meetings do not outweigh what the two have for each other.
 * </ul>
 */
final class Acquaintance {

  private static final double HELD_POINTS = 2;
  private static final double FOLLOW_UP_POINTS = 6;
  private static final double AGREEMENT_POINTS = 10;
  private static final double NO_SHOW_POINTS = -6;

  private static final double HALVED_AFTER_DAYS = 2 * 365.25;

  private final LocalDate today;

  private Acquaintance(LocalDate today) {
    this.today = today;
  }

  /**
   * The points of some meetings.
   *
   * @param meetings of the same two, none of them later than today
   * @param today the day their age is judged on
   * @return empty if there are no meetings
   */
  static Optional<Score> of(List<Encounter> meetings, LocalDate today) {
    return meetings.isEmpty()
        ? Optional.empty()
        : Optional.of(new Score.Sum("acquaintance", new Acquaintance(today).leaves(meetings)));
  }

  private List<Score> leaves(List<Encounter> meetings) {
    List<Encounter> noShows =
        meetings.stream()
            .filter(one -> one.result() == Result.NO_SHOW)
            .sorted(Comparator.comparing(Encounter::day).reversed())
            .toList();
    List<Encounter> held =
        meetings.stream()
            .filter(one -> one.result() != Result.NO_SHOW)
            .sorted(Comparator.comparingDouble(this::worth).reversed())
            .toList();
    List<Score> leaves = new ArrayList<>(shared(held));
    if (!noShows.isEmpty()) {
      leaves.add(leaf(noShows.getFirst(), 0));
      leaves.addAll(shared(noShows.subList(1, noShows.size())));
    }
    return leaves;
  }

  private List<Score> shared(List<Encounter> meetings) {
    List<Score> leaves = new ArrayList<>();
    for (Encounter one : meetings) {
      leaves.add(leaf(one, worth(one) / (leaves.size() + 1)));
    }
    return leaves;
  }

  private static Score leaf(Encounter meeting, double points) {
    return new Score.Met("meeting-" + meeting.result().word().replace('_', '-'), points, meeting);
  }

  /** What a meeting is worth alone. */
  private double worth(Encounter meeting) {
    double points =
        switch (meeting.result()) {
          case NO_SHOW -> NO_SHOW_POINTS;
          case HELD -> HELD_POINTS;
          case FOLLOW_UP -> FOLLOW_UP_POINTS;
          case AGREEMENT -> AGREEMENT_POINTS;
        };
    return points
        * Math.pow(0.5, ChronoUnit.DAYS.between(meeting.day(), today) / HALVED_AFTER_DAYS);
  }
}
