package dk.brobygger.search.delegation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.brobygger.corpus.entry.EntryId;
import java.time.LocalDate;

/**
 * A meeting of two entries that is over, and what came of it: what an {@link Outcome} tells, named
 * so that it is understood outside of its delegation.
 *
 * @param delegate who travelled
 * @param host who received
 * @param delegation the key of the delegation they met on
 * @param title what that delegation is called; may be empty
 * @param day the day they met, or were to meet, by the clocks of the place
 * @param result what came of it
 * @param by who documented it; empty where that is not known
 * @param told the day it was documented, in Brussels
 */
public record Encounter(
    EntryId delegate,
    EntryId host,
    String delegation,
    String title,
    LocalDate day,
    Outcome.Result result,
    String by,
    LocalDate told) {

  /** Whether it is of these two, whichever of them travelled. */
  public boolean isOf(EntryId one, EntryId other) {
    return (delegate.equals(one) && host.equals(other))
        || (delegate.equals(other) && host.equals(one));
  }

  /** The same in files and as the reason of points. */
  public ObjectNode json() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("delegate", delegate.toString())
        .put("host", host.toString())
        .put("delegation", delegation)
        .put("title", title)
        .put("day", day.toString())
        .put("result", result.word())
        .put("by", by)
        .put("told", told.toString());
  }

  /** What the delegation is called; its key where it has no title. */
  public String name() {
    return title.isBlank() ? delegation : title;
  }
}
