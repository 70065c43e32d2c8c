package dk.brobygger.search.score;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.query.Expansion;
import java.util.List;
import java.util.Locale;

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
    ArrayNode expansions = json.putArray("expansions");
    matches.expansions().forEach(one -> expansions.add(of(one)));
    return json;
  }

  /** What was looked for besides. */
  public static ObjectNode of(Expansion expansion) {
    return object()
        .put("typed", expansion.typed())
        .put("added", expansion.added())
        .put("kind", expansion.kind().name().toLowerCase(Locale.ROOT))
        .put("used", expansion.used());
  }

  /** Where one entry stands, and why not higher. */
  public static ObjectNode of(EntryId profile, Placing placing) {
    ObjectNode json =
        object()
            .put("profile", profile.toString())
            .put("entry", placing.entry().id().toString())
            .put("title", placing.entry().name());
    placing.match().ifPresent(match -> json.set("match", of(match)));
    ArrayNode blockers = json.putArray("blockers");
    ArrayNode costs = json.putArray("costs");
    switch (placing) {
      case Placing.Ranked ranked -> {
        ranked.last().ifPresent(last -> json.set("last", of(last)));
        ranked.costs().forEach(gap -> costs.add(of(gap)));
      }
      case Placing.Removed removed ->
          removed.blockers().forEach(blocker -> blockers.add(of(blocker)));
    }
    return json;
  }

  private static ObjectNode of(Gap gap) {
    return object()
        .put("criterion", gap.criterion())
        .put("points", gap.points())
        .put("last", gap.others())
        .put("cost", gap.cost());
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
    ArrayNode cautions = json.putArray("cautions");
    match.cautions().forEach(caution -> cautions.add(of(caution)));
    json.set("explanation", of(match.explanation()));
    match
        .bridge()
        .ifPresent(bridge -> {
          ArrayNode links = json.putArray("bridge");
          bridge.links().forEach(link -> links.add(of(link)));
        });
    return json;
  }

  private static ObjectNode of(Bridge.Link link) {
    ObjectNode json =
        object()
            .put("from", link.from().id().toString())
            .put("to", link.to().id().toString())
            .put("tie", link.tie().name().toLowerCase(Locale.ROOT))
            .put("name", link.name());
    link.meeting()
        .ifPresentOrElse(
            met -> json.set("meeting", met.json()), () -> quote(json, link.evidence()));
    return json;
  }

  private static void quote(ObjectNode json, List<Evidence> all) {
    ArrayNode evidence = json.putArray("evidence");
    all.forEach(words -> evidence.add(of(words)));
  }

  private static ObjectNode of(Blocker blocker) {
    ObjectNode json =
        object()
            .put("rule", blocker.rule())
            .put("text", blocker.text().getOrDefault(Language.EN, ""));
    blocker.evidence().ifPresent(evidence -> json.set("evidence", of(evidence)));
    return json;
  }

  private static ObjectNode of(Caution caution) {
    ObjectNode json =
        object()
            .put("rule", caution.rule())
            .put("favourable", caution.favourable())
            .put("text", caution.text().getOrDefault(Language.EN, ""));
    caution.source().ifPresent(source -> json.put("source", source.toString()));
    caution.evidence().ifPresent(evidence -> json.set("evidence", of(evidence)));
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
    List<Evidence> evidence = score.evidence();
    if (!evidence.isEmpty()) {
      quote(json, evidence);
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
