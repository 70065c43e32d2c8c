package dk.brobygger.search.digest;

import dk.brobygger.corpus.entry.Budget;
import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.Deadline;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.entry.TextField;
import dk.brobygger.corpus.entry.Timetable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What matters to a reader of what the sources had stated of a call by some day.
 *
 * @param id which call
 * @param first the day a source first stated it
 * @param title its title
 * @param timetable when it can be applied for
 * @param budget its money
 * @param actionType the type of action
 * @param prose all its texts, in which it is found
 */
public record StatedCall(
    EntryId id,
    LocalDate first,
    String title,
    Timetable timetable,
    Budget budget,
    Optional<String> actionType,
    String prose) {

  static StatedCall of(Call call, LocalDate first) {
    return new StatedCall(
        call.id(),
        first,
        call.name(),
        call.timetable(),
        call.terms().budget(),
        call.terms().actionType(),
        prose(call));
  }

  private static String prose(Call call) {
    return call.texts().stream().map(TextField::text).collect(Collectors.joining("\n"));
  }

  /** With a later statement: it counts, and what it leaves out stays. */
  StatedCall then(Call later) {
    return new StatedCall(
        id,
        first,
        later.name(),
        then(later.timetable()),
        then(later.terms().budget()),
        later.terms().actionType().or(() -> actionType),
        prose(later));
  }

  private Timetable then(Timetable later) {
    return new Timetable(
        later.flag(),
        later.opens().or(timetable::opens),
        later.model(),
        later.deadlines().isEmpty() ? timetable.deadlines() : later.deadlines());
  }

  private Budget then(Budget later) {
    return new Budget(
        later.total().or(budget::total),
        later.grants().or(budget::grants),
        later.least().or(budget::least),
        later.most().or(budget::most));
  }

  /** The next deadline that a newcomer can meet from the first moment of a day in Brussels. */
  public Optional<Deadline> deadline(LocalDate day) {
    return timetable.reachable(morning(day));
  }

  /** The days from one day to that of the next deadline a newcomer can meet; 0 on the last. */
  public Optional<Long> daysLeft(LocalDate day) {
    return deadline(day).map(deadline -> deadline.daysLeft(day));
  }

  /** The first moment of a day in Brussels, where deadlines are counted. */
  public static Instant morning(LocalDate day) {
    return day.atStartOfDay(Deadline.BRUSSELS).toInstant();
  }
}
