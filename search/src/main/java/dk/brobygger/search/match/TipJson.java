package dk.brobygger.search.match;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.search.score.MatchJson;
import java.util.List;
import java.util.Locale;

/** Tips as JSON, the same on the command line and in the API. */
public final class TipJson {

  private TipJson() {}

  /** All tips for a profile. */
  public static ObjectNode of(EntryId profile, List<Tip> tips) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("profile", profile.toString());
    ArrayNode all = json.putArray("tips");
    tips.forEach(tip -> all.add(of(tip)));
    return json;
  }

  private static ObjectNode of(Tip tip) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("change", tip.change().name().toLowerCase(Locale.ROOT))
            .put("value", tip.value())
            .put("bar", tip.bar());
    ObjectNode words = json.putObject("words");
    tip.words().byLanguage().forEach((language, text) -> words.put(language.code(), text));
    ArrayNode others = json.putArray("others");
    tip.others().forEach(one -> others.add(MatchJson.of(one)));
    ArrayNode gained = json.putArray("gained");
    tip.gained()
        .forEach(match ->
            gained
                .addObject()
                .put("entry", match.entry().id().toString())
                .put("title", match.entry().name())
                .put("rank", match.rank())
                .put("score", match.score()));
    return json;
  }
}
