package dk.brobygger.search.digest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;

/** Digests as JSON. */
public final class DigestJson {

  private DigestJson() {}

  /** The digests of a day; a subscriber there is nothing to say to is left out. */
  public static ObjectNode of(LocalDate on, List<Digest> digests) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("on", on.toString());
    ArrayNode all = json.putArray("digests");
    digests.stream().filter(digest -> !digest.isEmpty()).forEach(digest -> all.add(of(digest)));
    return json;
  }

  private static ObjectNode of(Digest digest) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("subscriber", digest.subscriber());
    add(json.putArray("new"), digest.fresh(), digest.on());
    add(json.putArray("changed"), digest.changed(), digest.on());
    add(json.putArray("closing"), digest.closing(), digest.on());
    add(json.putArray("blocked"), digest.blocked(), digest.on());
    return json;
  }

  private static void add(ArrayNode list, List<Digest.Item> items, LocalDate on) {
    items.forEach(item -> list.add(of(item, on)));
  }

  private static ObjectNode of(Digest.Item item, LocalDate on) {
    StatedCall call = item.news().call();
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("call", call.id().toString())
            .put("title", call.title())
            .put("score", item.answering().score());
    if (item.news() instanceof News.Changed changed) {
      changes(json.putArray("changes"), changed.changes());
    }
    call.deadline(on).ifPresent(deadline -> json.put("deadline", deadline.at().toString()));
    call.daysLeft(on).ifPresent(days -> json.put("daysLeft", days));
    ArrayNode searches = json.putArray("searches");
    item.answering().searches().forEach(searches::add);
    ArrayNode blockers = json.putArray("blockers");
    item.answering().blockers().forEach(blocker -> blockers.add(blocker.rule()));
    return json;
  }

  private static void changes(ArrayNode list, List<Change> changes) {
    for (Change change : changes) {
      ObjectNode one = list.addObject().put("field", change.field().word());
      change.from().ifPresentOrElse(from -> one.put("from", from), () -> one.putNull("from"));
      one.put("to", change.to());
    }
  }
}
