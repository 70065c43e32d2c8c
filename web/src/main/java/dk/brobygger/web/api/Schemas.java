package dk.brobygger.web.api;

import dk.brobygger.search.query.Facet;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.List;
import java.util.stream.Stream;

/** The shapes of what the interface answers, by name. */
@SuppressWarnings({"rawtypes", "unchecked"}) // Swagger declares its builders without type arguments
final class Schemas {

  private Schemas() {}

  static Components components() {
    return MatchSchemas.addTo(new Components())
        .addSchemas("Problem", problem())
        .addSchemas("Entry", entry())
        .addSchemas("Answer", answer())
        .addSchemas("Completions", completions())
        .addSchemas("Completion", completion())
        .addSchemas("Expansion", expansion())
        .addSchemas("Hit", hit())
        .addSchemas("Highlight", highlight())
        .addSchemas("Evidence", evidence());
  }

  /** Points to one of the shapes. */
  static Schema<?> named(String name) {
    return new Schema<>().$ref("#/components/schemas/" + name);
  }

  private static Schema<?> problem() {
    return object("A problem (RFC 9457): what cannot be answered and why")
        .addProperty("title", new StringSchema())
        .addProperty("status", new IntegerSchema())
        .addProperty("detail", new StringSchema())
        .required(List.of("title", "status", "detail"));
  }

  private static Schema<?> entry() {
    return object("A cluster, organisation, call or opportunity; further fields by its type")
        .addProperty("type", words("cluster", "organisation", "call", "opportunity"))
        .addProperty("id", new StringSchema().description("type/key, such as cluster/made"))
        .addProperty("name", new StringSchema())
        .required(List.of("type", "id", "name"));
  }

  private static Schema<?> answer() {
    Schema<?> facets =
        object("For each facet the values that most entries have, and how many have them");
    for (Facet facet : Facet.values()) {
      facets.addProperty(
          facet.word(), new ObjectSchema().additionalProperties(new IntegerSchema()));
    }
    return object("What was found")
        .addProperty("total", new IntegerSchema())
        .addProperty("hits", list("Hit"))
        .addProperty("facets", facets)
        .addProperty("expansions", list("Expansion"))
        .addProperty(
            "proposals",
            new ArraySchema()
                .items(new StringSchema())
                .description("other questions that may have been meant"))
        .required(List.of("total", "hits", "facets", "expansions", "proposals"));
  }

  private static Schema<?> completions() {
    return object("What words may be the beginning of, likeliest first")
        .addProperty("completions", list("Completion"))
        .required(List.of("completions"));
  }

  private static Schema<?> completion() {
    return object("A competence or entry that begins as was typed")
        .addProperty("kind", words("competence", "cluster", "call"))
        .addProperty("text", new StringSchema())
        .addProperty("id", new StringSchema().description("of the competence or entry"))
        .required(List.of("kind", "text", "id"));
  }

  private static Schema<?> expansion() {
    return object("Something looked for besides the words typed, or in their stead")
        .addProperty("typed", new StringSchema())
        .addProperty(
            "added",
            new StringSchema()
                .description(
                    "a competence's id, a country's code, a programme's id, English words, or the"
                        + " word meant"))
        .addProperty(
            "kind", words("competence", "broader", "country", "programme", "english", "spelling"))
        .addProperty("used", new BooleanSchema().description("false where it was switched off"))
        .required(List.of("typed", "added", "kind", "used"));
  }

  private static Schema<?> hit() {
    return object("An entry and where in it the words were found")
        .addProperty("score", new NumberSchema())
        .addProperty("entry", named("Entry"))
        .addProperty("highlights", list("Highlight"))
        .required(List.of("score", "entry", "highlights"));
  }

  private static Schema<?> highlight() {
    return range("A range of a text field, in UTF-16 units")
        .required(List.of("field", "start", "end"));
  }

  private static Schema<?> evidence() {
    return range("Quoted words: whose, where they stand, where and when they were read")
        .addProperty("entry", new StringSchema())
        .addProperty("text", new StringSchema())
        .addProperty("source", new StringSchema().format("uri"))
        .addProperty("date", new StringSchema().format("date"))
        .required(List.of("entry", "field", "start", "end", "text"));
  }

  private static Schema<?> range(String meaning) {
    return object(meaning)
        .addProperty("field", new StringSchema())
        .addProperty("start", new IntegerSchema())
        .addProperty("end", new IntegerSchema());
  }

  static Schema<?> object(String meaning) {
    return new ObjectSchema().description(meaning);
  }

  static Schema<?> list(String name) {
    return new ArraySchema().items(named(name));
  }

  static Schema<?> words(String... words) {
    StringSchema schema = new StringSchema();
    Stream.of(words).forEach(schema::addEnumItem);
    return schema;
  }
}
