package dk.brobygger.search.preparation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.brobygger.search.score.Match;
import dk.brobygger.search.score.MatchJson;
import dk.brobygger.search.score.Placing;

/** Preparations as JSON. */
public final class PreparationJson {

  private PreparationJson() {}

  /**
   * A preparation, and where its call stands.
   *
   * @param placing of the call among the calls for the cluster
   */
  public static ObjectNode of(Preparation preparation, Placing placing) {
    ObjectNode json = object();
    json.set("placing", MatchJson.of(preparation.cluster().id(), placing));
    ArrayNode needs = json.putArray("needs");
    preparation.needs().forEach(need -> needs.add(of(need)));
    ArrayNode members = json.putArray("members");
    preparation.members().forEach(member -> members.add(of(member)));
    ArrayNode uncovered = json.putArray("uncovered");
    preparation.uncovered().forEach(uncovered::add);
    return json;
  }

  private static ObjectNode of(Need need) {
    ObjectNode json = object().put("competence", need.competence());
    json.set("asked", MatchJson.of(need.asked()));
    need.ours().ifPresent(words -> json.set("ours", MatchJson.of(words)));
    ArrayNode providers = json.putArray("providers");
    for (Provider provider : need.providers()) {
      ObjectNode one = of(provider.partner());
      one.set("words", MatchJson.of(provider.words()));
      providers.add(one);
    }
    return json;
  }

  private static ObjectNode of(Member member) {
    ObjectNode json = of(member.partner());
    ArrayNode adds = json.putArray("adds");
    member.adds().forEach(adds::add);
    return json;
  }

  private static ObjectNode of(Match partner) {
    return object()
        .put("entry", partner.entry().id().toString())
        .put("title", partner.entry().name())
        .put("rank", partner.rank());
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
