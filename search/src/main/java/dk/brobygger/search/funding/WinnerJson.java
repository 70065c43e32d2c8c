package dk.brobygger.search.funding;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.brobygger.corpus.entry.Call;
import dk.brobygger.search.score.MatchJson;

/** Who won money of calls, as JSON. */
public final class WinnerJson {

  private WinnerJson() {}

  /** Who won money such as a call gives. */
  public static ObjectNode of(Call call, PastWinners.Winners winners) {
    ObjectNode json = object().put("call", call.id().toString()).put("total", winners.total());
    ArrayNode all = json.putArray("winners");
    winners.best().forEach(winner -> all.add(of(winner)));
    return json;
  }

  private static ObjectNode of(Winner winner) {
    ObjectNode json =
        object()
            .put("entry", winner.organisation().id().toString())
            .put("title", winner.organisation().name())
            .put("country", winner.organisation().identity().seat().country());
    ArrayNode wins = json.putArray("wins");
    winner.wins().forEach(win -> wins.add(of(win)));
    return json;
  }

  private static ObjectNode of(Winner.Win win) {
    ObjectNode json =
        object()
            .put("call", win.call().id().toString())
            .put("project", win.project().project())
            .put("role", win.project().role());
    win.page().ifPresent(page -> json.put("page", page.toString()));
    json.set("evidence", MatchJson.of(win.title()));
    return json;
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
