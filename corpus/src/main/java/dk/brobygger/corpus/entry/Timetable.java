package dk.brobygger.corpus.entry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When a call can be applied for.
 *
 * <p>The portal's flag alone says nothing: of 374 topics flagged open one day in 2026 only 136 had
 * a deadline still to come. What holds at a moment is computed here from the deadlines that a
 * newcomer can meet.
 *
 * @param flag the status as published
 * @param opens the first day applications are taken
 * @param model how the deadlines hang together; single-stage where it is not said
 * @param deadlines all deadlines, in order of time
 */
public record Timetable(
    CallStatus flag, Optional<LocalDate> opens, DeadlineModel model, List<Deadline> deadlines) {

  /** Puts the deadlines in order of time. */
  public Timetable {
    deadlines = deadlines.stream().sorted(Comparator.comparing(Deadline::at)).toList();
  }

  /**
   * The next deadline that somebody who has not applied yet can meet. After the first stage of two
   * there is none.
   */
  public Optional<Deadline> reachable(Instant now) {
    return deadlines.stream()
        .filter(deadline -> model != DeadlineModel.TWO_STAGE || deadline.stage() == 1)
        .filter(deadline -> deadline.instant().isAfter(now))
        .findFirst();
  }

  /**
   * What holds at this moment for somebody who has not applied yet. Closed where the flag says so
   * or every reachable deadline has passed; a call without any deadline is what its flag says.
   */
  public CallStatus status(Instant now) {
    if (flag == CallStatus.CLOSED || (!deadlines.isEmpty() && reachable(now).isEmpty())) {
      return CallStatus.CLOSED;
    }
    LocalDate today = Deadline.day(now);
    return opens
        .map(day -> day.isAfter(today) ? CallStatus.FORTHCOMING : CallStatus.OPEN)
        .orElse(flag);
  }
}
