package dk.brobygger.search.digest;

import dk.brobygger.corpus.entry.Timetable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * That a fact of a call is another than before.
 *
 * @param field which fact
 * @param from what it was, as in JSON; empty where it was not known
 * @param to what it is now
 */
public record Change(Field field, Optional<String> from, String to) {

  /** The facts whose change is news. That a text was worded anew is none. */
  public enum Field {
    /** The title, in other words; not in other capitals or signs. */
    TITLE("title"),
    /** {@code forthcoming}, {@code open} or {@code closed}, as published. */
    STATUS("status"),
    /** The first day applications are taken. */
    OPENS("opens"),
    /** All deadlines, as a clock in Brussels shows them, with {@code "; "} between them. */
    DEADLINE("deadline"),
    /** All money of the topic, in euro. */
    BUDGET("budget"),
    /** How many grants are expected. */
    GRANTS("grants"),
    /** The most that one project can get, in euro. */
    CONTRIBUTION("contribution"),
    /** The type of action. */
    ACTION_TYPE("actionType");

    private final String word;

    Field(String word) {
      this.word = word;
    }

    /** The name in JSON. */
    public String word() {
      return word;
    }
  }

  /** What changed between two states of one call, in the order of the fields. */
  static List<Change> between(StatedCall before, StatedCall after) {
    List<Change> changes = new ArrayList<>();
    for (Field field : Field.values()) {
      Function<StatedCall, Optional<String>> value = call -> value(field, call);
      Optional<String> to = value.apply(after);
      boolean same = value.apply(before).map(Change::compared).equals(to.map(Change::compared));
      if (!same && to.isPresent()) {
        changes.add(new Change(field, value.apply(before), to.get()));
      }
    }
    return changes;
  }

  private static Optional<String> value(Field field, StatedCall call) {
    return switch (field) {
      case TITLE -> Optional.of(call.title());
      case STATUS -> Optional.of(call.timetable().flag().name().toLowerCase(Locale.ROOT));
      case OPENS -> call.timetable().opens().map(Object::toString);
      case DEADLINE -> deadlines(call.timetable());
      case BUDGET -> call.budget().total().map(Object::toString);
      case GRANTS -> call.budget().grants().map(Object::toString);
      case CONTRIBUTION -> call.budget().most().map(Object::toString);
      case ACTION_TYPE -> call.actionType();
    };
  }

  private static Optional<String> deadlines(Timetable timetable) {
    return timetable.deadlines().isEmpty()
        ? Optional.empty()
        : Optional.of(
            timetable.deadlines().stream()
                .map(deadline -> deadline.at().toString())
                .collect(Collectors.joining("; ")));
  }

  /** Capitals, spaces and signs are for the eye. */
  private static String compared(String value) {
    return value.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
