package dk.brobygger.web.paper;

import dk.brobygger.search.delegation.Delegation;
import dk.brobygger.search.delegation.Delegation.Site;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A meeting on somebody's way through the days, and how they get to it.
 *
 * @param meeting the meeting
 * @param trip from the site of the meeting before, where that is another one on the same day
 */
public record Leg(Appointment meeting, Optional<Trip> trip) {

  /**
   * The way from one site to the next.
   *
   * @param from where they come from
   * @param to where they go
   * @param time how long it takes; nothing where the delegation's file does not say
   * @param latest when they must have left
   */
  public record Trip(Site from, Site to, Duration time, LocalDateTime latest) {}

  /** The way of one delegate, from the first meeting to the last. */
  static List<Leg> of(Delegation delegation, List<Appointment> meetings) {
    List<Leg> legs = new ArrayList<>();
    Optional<Appointment> before = Optional.empty();
    for (Appointment meeting :
        meetings.stream().sorted(Comparator.comparing(one -> one.slot().start())).toList()) {
      legs.add(new Leg(meeting, before.flatMap(one -> trip(delegation, one, meeting))));
      before = Optional.of(meeting);
    }
    return legs;
  }

  private static Optional<Trip> trip(
      Delegation delegation, Appointment before, Appointment meeting) {
    LocalDateTime start = meeting.slot().start();
    boolean sameDay = before.slot().end().toLocalDate().equals(start.toLocalDate());
    if (!sameDay || before.site().equals(meeting.site())) {
      return Optional.empty();
    }
    return before
        .site()
        .flatMap(from -> meeting.site().map(to -> trip(delegation, from, to, start)));
  }

  private static Trip trip(Delegation delegation, Site from, Site to, LocalDateTime start) {
    Duration time = delegation.between(from.id(), to.id());
    return new Trip(from, to, time, start.minus(time));
  }
}
