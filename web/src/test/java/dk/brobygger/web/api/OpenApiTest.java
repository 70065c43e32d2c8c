package dk.brobygger.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dk.brobygger.search.query.Facet;
import dk.brobygger.web.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenApiTest {

  private static Site site;
  private static JsonNode document;

  @BeforeAll
  static void open(@TempDir Path folder) throws IOException {
    site = Site.open(folder);
    document = site.json("/api/v1/openapi.json");
  }

  @AfterAll
  static void close() {
    site.close();
  }

  @Test
  void document_namesExactlyTheRoutes() {
    List<String> routes =
        site.server().unsafe.internalRouter.allHttpHandlers().stream()
            .map(handler -> handler.endpoint)
            .filter(endpoint -> endpoint.path.startsWith(Api.ROOT))
            .map(endpoint -> endpoint.method.name() + " " + braced(endpoint.path))
            .toList();
    List<String> described =
        document.path("paths").properties().stream()
            .flatMap(path ->
                Stream.of(path.getValue().fieldNames().next())
                    .map(method -> method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey()))
            .toList();
    assertThat(described).containsExactlyInAnyOrderElementsOf(routes).hasSize(11);
  }

  private static String braced(String route) {
    return route.replace('<', '{').replace('>', '}');
  }

  @Test
  void document_namesEveryFacet() {
    List<String> names =
        document
            .path("paths")
            .path(Api.ROOT + "/search")
            .path("get")
            .path("parameters")
            .findValuesAsText("name");
    assertThat(names)
        .containsAll(Stream.of(Facet.values()).map(Facet::word).toList())
        .contains("q", "open", "from", "size");
  }

  @ParameterizedTest
  @CsvSource({
    "/search, /search?q=havvind",
    "/search, /search",
    "/search, /search?q=havvidn",
    "/search, /search?q=havvind&exact=1",
    "/search, /search?q=havvind&open=foo",
    "/search, /search?bogus=1",
    "/search, /search?q=havvind&q=brint",
    "/search, /search?country=ES&country=DE",
    "/openapi.json, /openapi.json?bogus=1",
    "/completions, /completions?q=havv&lang=da",
    "/completions, /completions",
    "/completions, /completions?q=havv&lang=fi",
    "/entries/{id}, /entries/cluster/vestklyngen",
    "/entries/{id}, /entries/call/Test/9/ACT/ES",
    "/entries/{id}, /entries/cluster/nobody",
    "/entries/{id}, /entries/nobody",
    "/matches/partners, /matches/partners?cluster=cluster/vestklyngen",
    "/matches/calls, /matches/calls?cluster=cluster/vestklyngen",
    "/matches/calls, /matches/calls?cluster=cluster/vestklyngen&top=0",
    "/matches/partners, /matches/partners?cluster=cluster/made&more=cluster/nordlicht&as=none",
    "/matches/partners, /matches/partners?cluster=cluster/made&as=platinum",
    "/matches/partners/why, /matches/partners/why?cluster=cluster/made&entry=nordlicht&top=1",
    "/matches/partners/why, /matches/partners/why?cluster=cluster/made&entry=cluster/clean",
    "/matches/partners/why, /matches/partners/why?cluster=cluster/made&entry=nobody",
    "/matches/partners, /matches/partners?cluster=cluster/energy-cluster-denmark",
    "/matches/partners/tips, /matches/partners/tips?cluster=cluster/energy-cluster-denmark",
    "/matches/calls/why, /matches/calls/why?cluster=cluster/made&entry=call/TEST-2027-WIND-01",
    "/matches/calls/why, /matches/calls/why?cluster=cluster/made",
    "/matches/calls/preparation,"
        + " /matches/calls/preparation?cluster=cluster/made&entry=call/TEST-2027-WIND-01",
    "/matches/calls/preparation,"
        + " /matches/calls/preparation?cluster=cluster/made&entry=call/nothing",
    "/calls/winners, /calls/winners?entry=call/TEST-2025-OLD&country=dk&top=1",
    "/calls/winners, /calls/winners?entry=call/TEST-2025-OLD&country=Atlantis",
    "/calls/winners, /calls/winners?entry=call/nothing",
    "/calls/winners, /calls/winners"
  })
  void answer_hasTheShapeDescribed(String path, String asked) {
    var answer = site.get(Api.ROOT + asked);
    JsonNode shape =
        document
            .path("paths")
            .path(Api.ROOT + path)
            .path("get")
            .path("responses")
            .path(String.valueOf(answer.statusCode()))
            .path("content")
            .path(answer.headers().firstValue("Content-Type").orElseThrow())
            .path("schema");
    assertThat(shape.isObject()).isTrue();
    ObjectNode schema = shape.deepCopy();
    schema.set("components", document.path("components"));
    JsonSchema rule = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4).getSchema(schema);
    assertThat(rule.validate(Site.read(answer.body()))).isEmpty();
  }
}
