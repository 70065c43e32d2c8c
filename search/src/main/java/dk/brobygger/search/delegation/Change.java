package dk.brobygger.search.delegation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A difference between two plans, of which both sides must be told.
 *
 * @param delegate who travels
 * @param host who receives
 * @param before the slot it was in; empty if it is new
 * @param after the slot it is in; empty if it is off
 */
public record Change(
    String delegate, String host, Optional<String> before, Optional<String> after) {

  /** What differs, in the order of the earlier plan, then the new meetings. */
  public static List<Change> between(List<Plan.Meeting> before, List<Plan.Meeting> after) {
    Map<String, String> now = new HashMap<>();
    after.forEach(one -> now.put(pair(one), one.slot()));
    List<Change> changes = new ArrayList<>();
    for (Plan.Meeting one : before) {
      Optional<String> slot = Optional.ofNullable(now.remove(pair(one)));
      if (!slot.equals(Optional.of(one.slot()))) {
        changes.add(new Change(one.delegate(), one.host(), Optional.of(one.slot()), slot));
      }
    }
    for (Plan.Meeting one : after) {
      if (now.containsKey(pair(one))) {
        changes.add(
            new Change(one.delegate(), one.host(), Optional.empty(), Optional.of(one.slot())));
      }
    }
    return changes;
  }

  private static String pair(Plan.Meeting meeting) {
    return meeting.delegate() + "\n" + meeting.host();
  }
}
