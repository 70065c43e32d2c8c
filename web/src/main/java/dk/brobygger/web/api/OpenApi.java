package dk.brobygger.web.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.brobygger.search.engine.Question;
import dk.brobygger.search.query.Facet;
import dk.brobygger.web.Parameters;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.math.BigDecimal;
import java.util.List;

/** The description of the JSON interface, in OpenAPI 3.0. */
public final class OpenApi {

  private static final ObjectNode DOCUMENT = Json.mapper().valueToTree(api());

  private OpenApi() {}

  /** The document, a copy. */
  public static ObjectNode document() {
    return DOCUMENT.deepCopy();
  }

  /**
   * The names of the parameters that are described for an address.
   *
   * @param path the address without {@link Api#ROOT}, as a server's route
   */
  static List<String> parameters(String path) {
    return DOCUMENT
        .path("paths")
        .path(Api.ROOT + path.replace('<', '{').replace('>', '}'))
        .path("get")
        .path("parameters")
        .valueStream()
        .filter(one -> one.path("in").asText().equals("query"))
        .map(one -> one.path("name").asText())
        .toList();
  }

  private static OpenAPI api() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Brobygger")
                .version("1")
                .description(
                    "Finds partners abroad and EU money for Danish business clusters. Every"
                        + " score is a tree: the points of a node are what \"how\" makes of its"
                        + " parts, and evidence quotes the words that earned them."))
        .components(Schemas.components())
        .paths(
            new Paths()
                .addPathItem(Api.ROOT + "/search", path(search()))
                .addPathItem(Api.ROOT + "/completions", path(completions()))
                .addPathItem(Api.ROOT + "/entries/{id}", path(entry()))
                .addPathItem(
                    Api.ROOT + "/matches/partners",
                    path(
                        said(
                            matches(
                                "partners abroad, and at home where league and label ask for"
                                    + " them,"))))
                .addPathItem(Api.ROOT + "/matches/partners/why", path(said(why("the partners"))))
                .addPathItem(Api.ROOT + "/matches/partners/tips", path(said(tips())))
                .addPathItem(Api.ROOT + "/matches/calls", path(matches("calls to apply for")))
                .addPathItem(Api.ROOT + "/matches/calls/why", path(why("the calls to apply for")))
                .addPathItem(Api.ROOT + "/matches/calls/preparation", path(preparation()))
                .addPathItem(Api.ROOT + "/calls/winners", path(winners()))
                .addPathItem(
                    Api.ROOT + "/openapi.json",
                    path(
                        refuses(
                            answers(
                                new Operation().summary("This document"), new ObjectSchema())))));
  }

  private static PathItem path(Operation operation) {
    return new PathItem().get(operation);
  }

  private static Operation search() {
    Operation search =
        new Operation()
            .summary("Searches all entries, with facets and highlights")
            .addParametersItem(query("q", "words, \"phrases\", country:DE, -not; in any language"))
            .addParametersItem(
                query("without", "what not to look for besides q: \"added\" names with ; between"))
            .addParametersItem(
                onOff("exact", "1 or true: only the words as they are written, nothing added"))
            .addParametersItem(onOff("open", "1 or true: only calls that are open now"))
            .addParametersItem(number("from", "how many of the best to pass over", 0, 5_000))
            .addParametersItem(number("size", "how many to give", 0, 100))
            .addParametersItem(
                number(
                    "values",
                    "how many values of each facet to give, those of most entries",
                    0,
                    Question.MOST_VALUES));
    for (Facet facet : Facet.values()) {
      search.addParametersItem(
          query(
              facet.word(),
              "only entries with this "
                  + facet.word()
                  + ", or with any of several, with ; between or given again"));
    }
    return refuses(answers(search, Schemas.named("Answer")));
  }

  private static Operation completions() {
    return refuses(
        answers(
            new Operation()
                .summary("What words may be the beginning of: competences, clusters, calls")
                .addParametersItem(query("q", "the words typed so far"))
                .addParametersItem(query("lang", "da or en, in which competences are named")),
            Schemas.named("Completions")));
  }

  private static Operation entry() {
    return missing(
        refuses(
            answers(
                new Operation()
                    .summary("One entry, by its id such as cluster/made")
                    .addParametersItem(
                        new Parameter()
                            .in("path")
                            .name("id")
                            .required(true)
                            .schema(new StringSchema())),
                Schemas.named("Entry"))));
  }

  private static Operation matches(String what) {
    return matching(
        new Operation()
            .summary("The best " + what + " for a cluster, with reasons")
            .addParametersItem(number("top", "how many at most", 1, 200)),
        "Matches");
  }

  private static Operation why(String whom) {
    return matching(
        new Operation()
            .summary("Why an entry is not among the first of " + whom)
            .addParametersItem(query("entry", "id or name of the entry").required(true))
            .addParametersItem(
                number("top", "how many are the first; 20 where it is not given", 1, 200)),
        "Placing");
  }

  private static Operation preparation() {
    return matching(
        new Operation()
            .summary("What a call asks for, who has it, and whom to begin with")
            .addParametersItem(query("entry", "id or name of the call").required(true))
            .addParametersItem(
                number("top", "how many are the first; 20 where it is not given", 1, 200)),
        "Preparation");
  }

  private static Operation winners() {
    return missing(
        refuses(
            answers(
                new Operation()
                    .summary("Who has won a call or the closed topics most like it")
                    .addParametersItem(query("entry", "id or name of the call").required(true))
                    .addParametersItem(query("country", "only who is at home there, such as DK"))
                    .addParametersItem(number("top", "how many at most", 1, 200)),
                Schemas.named("Winners"))));
  }

  private static Operation tips() {
    return matching(
        new Operation().summary("Which changes of a profile would bring more good partners"),
        "Tips");
  }

  private static Operation matching(Operation operation, String shape) {
    return missing(
        refuses(
            answers(
                operation
                    .addParametersItem(query("cluster", "id of the cluster").required(true))
                    .addParametersItem(
                        query(
                            "as",
                            "none, bronze, silver or gold: as if the cluster had this label")),
                Schemas.named(shape))));
  }

  /** What may be said of those that were shown; nothing of it is kept. */
  private static Operation said(Operation operation) {
    return operation
        .addParametersItem(
            query("more", "ids of clusters, with ; between, that more like them are wanted of"))
        .addParametersItem(
            query("not", "ids of clusters, with ; between, that are not for the one that asks"));
  }

  private static Parameter query(String name, String meaning) {
    return new Parameter().in("query").name(name).description(meaning).schema(new StringSchema());
  }

  private static Parameter onOff(String name, String meaning) {
    StringSchema schema = new StringSchema();
    schema.setEnum(Parameters.SWITCH);
    return new Parameter().in("query").name(name).description(meaning).schema(schema);
  }

  private static Parameter number(String name, String meaning, int least, int most) {
    IntegerSchema schema = new IntegerSchema();
    schema.setMinimum(BigDecimal.valueOf(least));
    schema.setMaximum(BigDecimal.valueOf(most));
    return new Parameter().in("query").name(name).description(meaning).schema(schema);
  }

  private static Operation answers(Operation operation, Schema<?> shape) {
    return operation.responses(
        new ApiResponses()
            .addApiResponse("200", response("The answer", "application/json", shape)));
  }

  private static Operation refuses(Operation operation) {
    operation
        .getResponses()
        .addApiResponse(
            "400",
            response("A bad value, named", "application/problem+json", Schemas.named("Problem")));
    return operation;
  }

  private static Operation missing(Operation operation) {
    operation
        .getResponses()
        .addApiResponse(
            "404", response("There is none", "application/problem+json", Schemas.named("Problem")));
    return operation;
  }

  private static ApiResponse response(String meaning, String type, Schema<?> shape) {
    return new ApiResponse()
        .description(meaning)
        .content(new Content().addMediaType(type, new MediaType().schema(shape)));
  }
}
