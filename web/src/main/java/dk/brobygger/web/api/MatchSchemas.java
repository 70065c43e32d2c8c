package dk.brobygger.web.api;

import static dk.brobygger.web.api.Schemas.list;
import static dk.brobygger.web.api.Schemas.named;
import static dk.brobygger.web.api.Schemas.object;
import static dk.brobygger.web.api.Schemas.words;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.List;

/** The shapes of matches and of what is said about them. */
@SuppressWarnings({"rawtypes", "unchecked"}) // Swagger declares its builders without type arguments
final class MatchSchemas {

  private MatchSchemas() {}

  static Components addTo(Components components) {
    return components
        .addSchemas("Matches", matches())
        .addSchemas("Match", match())
        .addSchemas("Link", link())
        .addSchemas("Placing", placing())
        .addSchemas("Gap", gap())
        .addSchemas("Preparation", preparation())
        .addSchemas("Need", need())
        .addSchemas("Provider", provider())
        .addSchemas("Member", member())
        .addSchemas("Winners", winners())
        .addSchemas("Winner", winner())
        .addSchemas("Win", win())
        .addSchemas("Tips", tips())
        .addSchemas("Tip", tip())
        .addSchemas("Gain", gain())
        .addSchemas("Blocker", blocker())
        .addSchemas("Caution", caution())
        .addSchemas("Score", score());
  }

  private static Schema<?> matches() {
    return object("What fits a cluster, best first, and what it cannot have")
        .addProperty("profile", new StringSchema())
        .addProperty("matches", list("Match"))
        .addProperty("blocked", list("Match"))
        .addProperty("expansions", list("Expansion"))
        .required(List.of("profile", "matches", "blocked", "expansions"));
  }

  private static Schema<?> match() {
    return object("An entry that fits, and why; a blocked one has the rank it would have had")
        .addProperty("entry", new StringSchema())
        .addProperty("title", new StringSchema())
        .addProperty("rank", new IntegerSchema())
        .addProperty("score", new NumberSchema())
        .addProperty("blockers", list("Blocker"))
        .addProperty("cautions", list("Caution"))
        .addProperty("explanation", named("Score"))
        .addProperty("bridge", list("Link"))
        .required(
            List.of("entry", "title", "rank", "score", "blockers", "cautions", "explanation"));
  }

  private static Schema<?> placing() {
    return object("Where an entry stands, and what keeps it from standing higher")
        .addProperty("profile", new StringSchema())
        .addProperty("entry", new StringSchema())
        .addProperty("title", new StringSchema())
        .addProperty("match", named("Match"))
        .addProperty("last", named("Match"))
        .addProperty("costs", list("Gap"))
        .addProperty("blockers", list("Blocker"))
        .required(List.of("profile", "entry", "title", "costs", "blockers"));
  }

  private static Schema<?> preparation() {
    return object("What a call asks for, who has it, and which partners bring what is lacking")
        .addProperty("placing", named("Placing"))
        .addProperty("needs", list("Need"))
        .addProperty("members", list("Member"))
        .addProperty("uncovered", new ArraySchema().items(new StringSchema()))
        .required(List.of("placing", "needs", "members", "uncovered"));
  }

  private static Schema<?> need() {
    return object("A competence the call asks for; without ours where the cluster lacks it")
        .addProperty("competence", new StringSchema())
        .addProperty("asked", named("Evidence"))
        .addProperty("ours", named("Evidence"))
        .addProperty("providers", list("Provider"))
        .required(List.of("competence", "asked", "providers"));
  }

  private static Schema<?> provider() {
    return object("A partner that has the competence, and its rank among the partners")
        .addProperty("entry", new StringSchema())
        .addProperty("title", new StringSchema())
        .addProperty("rank", new IntegerSchema())
        .addProperty("words", named("Evidence"))
        .required(List.of("entry", "title", "rank", "words"));
  }

  private static Schema<?> member() {
    return object("A partner, and the competences it adds to those before it")
        .addProperty("entry", new StringSchema())
        .addProperty("title", new StringSchema())
        .addProperty("rank", new IntegerSchema())
        .addProperty("adds", new ArraySchema().items(new StringSchema()))
        .required(List.of("entry", "title", "rank", "adds"));
  }

  private static Schema<?> gap() {
    return object("Points it has less than the last of the first by one criterion")
        .addProperty("criterion", new StringSchema())
        .addProperty("points", new NumberSchema())
        .addProperty("last", new NumberSchema())
        .addProperty("cost", new NumberSchema())
        .required(List.of("criterion", "points", "last", "cost"));
  }

  private static Schema<?> blocker() {
    return object("A rule that stands against it")
        .addProperty("rule", new StringSchema())
        .addProperty("text", new StringSchema())
        .addProperty("evidence", named("Evidence"))
        .required(List.of("rule", "text"));
  }

  private static Schema<?> caution() {
    return object("What should be thought of, though it can be had; takes no points")
        .addProperty("rule", new StringSchema())
        .addProperty("text", new StringSchema())
        .addProperty(
            "favourable", new BooleanSchema().description("whether it speaks for what was found"))
        .addProperty("source", new StringSchema())
        .addProperty("evidence", named("Evidence"))
        .required(List.of("rule", "favourable", "text"));
  }

  private static Schema<?> winners() {
    return object("Who has won calls like one, those of most calls first, and how many have")
        .addProperty("call", new StringSchema())
        .addProperty("total", new IntegerSchema())
        .addProperty("winners", list("Winner"))
        .required(List.of("call", "total", "winners"));
  }

  private static Schema<?> winner() {
    return object("An organisation, and its projects under these calls")
        .addProperty("entry", new StringSchema())
        .addProperty("title", new StringSchema())
        .addProperty("country", new StringSchema())
        .addProperty("wins", list("Win"))
        .required(List.of("entry", "title", "country", "wins"));
  }

  private static Schema<?> win() {
    return object("A project, the call that paid for it, and what the winner was in it")
        .addProperty("call", new StringSchema())
        .addProperty("project", new StringSchema())
        .addProperty("role", new StringSchema())
        .addProperty("page", new StringSchema())
        .addProperty("evidence", named("Evidence"))
        .required(List.of("call", "project", "role", "evidence"));
  }

  private static Schema<?> score() {
    return object("A criterion and its points, made of its parts or earned by quoted words")
        .addProperty("criterion", new StringSchema())
        .addProperty("how", words("leaf", "sum", "harmonic", "min"))
        .addProperty("points", new NumberSchema())
        .addProperty("parts", list("Score"))
        .addProperty("evidence", list("Evidence"))
        .required(List.of("criterion", "how", "points"));
  }

  private static Schema<?> link() {
    return object("Two who know each other, on the way to an entry, and the words that say so")
        .addProperty("from", new StringSchema())
        .addProperty("to", new StringSchema())
        .addProperty("tie", words("meeting", "project", "network"))
        .addProperty("name", new StringSchema())
        .addProperty("evidence", list("Evidence"))
        .required(List.of("from", "to", "tie", "name"));
  }

  private static Schema<?> tips() {
    return object("Changes of a profile that bring more good partners, at most three")
        .addProperty("profile", new StringSchema())
        .addProperty("tips", list("Tip"))
        .required(List.of("profile", "tips"));
  }

  private static Schema<?> tip() {
    return object(
            "A change, and who has more points than the bar since, and was not among the first 20")
        .addProperty("change", words("offer", "seek", "country", "label"))
        .addProperty("value", new StringSchema())
        .addProperty(
            "words",
            new ObjectSchema()
                .additionalProperties(new StringSchema())
                .description(
                    "What to write at the end of what is offered or sought, by language, in all of"
                        + " these; empty for countries and labels"))
        .addProperty("bar", new NumberSchema())
        .addProperty("others", list("Evidence"))
        .addProperty("gained", list("Gain"))
        .required(List.of("change", "value", "words", "bar", "others", "gained"));
  }

  private static Schema<?> gain() {
    return object("A partner that a change brings, where it stands since")
        .addProperty("entry", new StringSchema())
        .addProperty("title", new StringSchema())
        .addProperty("rank", new IntegerSchema())
        .addProperty("score", new NumberSchema())
        .required(List.of("entry", "title", "rank", "score"));
  }
}
