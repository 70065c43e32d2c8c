package dk.brobygger.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.json.EntryJson;
import dk.brobygger.search.Desk;
import dk.brobygger.search.completion.Completion;
import dk.brobygger.search.engine.Answer;
import dk.brobygger.search.engine.Highlight;
import dk.brobygger.search.engine.Hit;
import dk.brobygger.search.engine.Question;
import dk.brobygger.search.query.Facet;
import dk.brobygger.search.query.Reading;
import dk.brobygger.search.score.MatchJson;
import dk.brobygger.web.Parameters;
import dk.brobygger.web.Refusal;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Locale;

/** The JSON interface under {@code /api/v1}. */
public final class Api {

  /** What all its addresses begin with. */
  public static final String ROOT = "/api/v1";

  /** What problems are sent as. */
  public static final String PROBLEM = "application/problem+json";

  private static final JsonMapper MAPPER = new JsonMapper();

  private final Desk desk;
  private final Clock clock;

  /** The interface over a data folder, by a clock. */
  public Api(Desk desk, Clock clock) {
    this.desk = desk;
    this.clock = clock;
  }

  /** Adds the addresses to a server. */
  public void addTo(RoutesConfig routes) {
    answer(routes, "/search", this::search);
    answer(routes, "/completions", this::completions);
    answer(routes, "/entries/<id>", this::entry);
    new MatchApi(desk, clock).addTo(routes);
    answer(routes, "/openapi.json", context -> json(context, OpenApi.document()));
  }

  /** Adds an address that refuses parameters which its description does not name. */
  static void answer(RoutesConfig routes, String path, Handler handler) {
    routes.get(
        ROOT + path,
        context -> {
          new Parameters(context).only(OpenApi.parameters(path));
          handler.handle(context);
        });
  }

  private void search(Context context) {
    Parameters parameters = new Parameters(context);
    Reading reading = parameters.reading(desk, clock.instant());
    Answer answer =
        desk.engine()
            .ask(
                new Question(
                    reading.query(),
                    parameters.number("from", 0, 0, 5_000),
                    parameters.number("size", 20, 0, 100),
                    EnumSet.allOf(Facet.class),
                    parameters.number("values", 50, 0, Question.MOST_VALUES),
                    true));
    ObjectNode json = object().put("total", answer.total());
    ArrayNode hits = json.putArray("hits");
    answer.hits().forEach(hit -> hits.add(hit(hit)));
    ObjectNode facets = json.putObject("facets");
    answer
        .counts()
        .forEach((facet, counts) -> {
          ObjectNode values = facets.putObject(facet.word());
          counts.forEach(count -> values.put(count.value(), count.entries()));
        });
    ArrayNode expansions = json.putArray("expansions");
    reading.expansions().forEach(expansion -> expansions.add(MatchJson.of(expansion)));
    ArrayNode proposals = json.putArray("proposals");
    reading.proposals().forEach(proposals::add);
    json(context, json);
  }

  private void completions(Context context) {
    Parameters parameters = new Parameters(context);
    ObjectNode json = object();
    ArrayNode completions = json.putArray("completions");
    for (Completion one :
        desk.completer().complete(parameters.words(), parameters.language(), clock.instant())) {
      completions.add(
          object()
              .put("kind", one.kind().name().toLowerCase(Locale.ROOT))
              .put("text", one.text())
              .put("id", one.id()));
    }
    json(context, json);
  }

  private static ObjectNode hit(Hit hit) {
    ObjectNode json = object().put("score", hit.score());
    json.set("entry", EntryJson.tree(hit.entry()));
    ArrayNode highlights = json.putArray("highlights");
    for (Highlight highlight : hit.highlights()) {
      highlights.add(
          object()
              .put("field", highlight.field())
              .put("start", highlight.start())
              .put("end", highlight.end()));
    }
    return json;
  }

  private void entry(Context context) {
    EntryId id = EntryId.of(context.pathParam("id"));
    json(
        context,
        desk.store().entry(id).map(EntryJson::tree).orElseThrow(() -> Refusal.missing(id)));
  }

  /** Answers what went wrong as a problem. */
  public static void problem(Context context, int status, String title, String detail) {
    context.status(status).contentType(PROBLEM).result(problem(status, title, detail));
  }

  /** What went wrong, as a problem (RFC 9457). */
  public static String problem(int status, String title, String detail) {
    return object().put("title", title).put("status", status).put("detail", detail).toString();
  }

  /** Whether a path is one of the interface. */
  public static boolean has(String path) {
    return (path + "/").startsWith(ROOT + "/");
  }

  static void json(Context context, ObjectNode json) {
    try {
      context.contentType("application/json").result(MAPPER.writeValueAsBytes(json));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of JSON cannot be written", e);
    }
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
