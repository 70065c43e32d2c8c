package dk.brobygger.search.score;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.brobygger.corpus.vocabulary.Language;

/** Matches as JSON, the same on the command line and in the API. */
public final class MatchJson {

  private MatchJson() {}

  /** All matches of a profile. */
  public static ObjectNode of(Matches matches) {
    ObjectNode json = object().put("profile", matches.profile().toString());
    ArrayNode ranked = json.putArray("matches");
    matches.ranked().forEach(match -> ranked.add(of(match)));
    ArrayNode blocked = json.putArray("blocked");
    matches.blocked().forEach(match -> blocked.add(of(match)));
    return json;
  }

  private static ObjectNode of(Match match) {
    ObjectNode json =
        object()
            .put("entry", match.entry().id().toString())
            .put("title", match.entry().name())
            .put("rank", match.rank())
            .put("score", match.score());
    ArrayNode blockers = json.putArray("blockers");
    match.blockers().forEach(blocker -> blockers.add(of(blocker)));
    json.set("explanation", of(match.explanation()));
    return json;
  }

  private static ObjectNode of(Blocker blocker) {
    ObjectNode json =
        object()
            .put("rule", blocker.rule())
            .put("text", blocker.text().getOrDefault(Language.EN, ""));
    blocker.evidence().ifPresent(evidence -> json.set("evidence", of(evidence)));
    return json;
  }

  /** A score as a tree. */
  public static ObjectNode of(Score score) {
    ObjectNode json =
        object()
            .put("criterion", score.criterion())
            .put("how", score.how())
            .put("points", score.points());
    if (!score.parts().isEmpty()) {
      ArrayNode parts = json.putArray("parts");
      score.parts().forEach(part -> parts.add(of(part)));
    }
    if (!score.evidence().isEmpty()) {
      ArrayNode evidence = json.putArray("evidence");
      score.evidence().forEach(words -> evidence.add(of(words)));
    }
    score.meeting().ifPresent(met -> json.set("meeting", met.json()));
    return json;
  }

  /** Words of an entry: where they stand in it, and where and when they were read. */
  public static ObjectNode of(Evidence evidence) {
    ObjectNode json =
        object()
            .put("entry", evidence.entry().toString())
            .put("field", evidence.field())
            .put("start", evidence.start())
            .put("end", evidence.end())
            .put("text", evidence.text());
    evidence.source().ifPresent(source -> json.put("source", source.toString()));
    evidence.date().ifPresent(date -> json.put("date", date.toString()));
    return json;
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
