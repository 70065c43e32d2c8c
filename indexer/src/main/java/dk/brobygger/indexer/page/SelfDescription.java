package dk.brobygger.indexer.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a page says of itself to machines: its title and description, <a href="https://ogp.me/">Open
 * Graph</a> properties, and the <a href="https://schema.org/Organization">organisation</a> in its
 * JSON-LD.
 */
final class SelfDescription {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Open Graph properties that say something of whoever's page it is. */
  private static final Set<String> OPEN_GRAPH =
      Set.of("og:site_name", "og:title", "og:description", "og:url", "og:locale");

  /** Kinds of schema.org thing that are somebody. */
  private static final Set<String> SOMEBODY =
      Set.of(
          "organization",
          "corporation",
          "ngo",
          "localbusiness",
          "educationalorganization",
          "collegeoruniversity",
          "governmentorganization",
          "researchorganization",
          "consortium",
          "businessassociation",
          "professionalservice");

  private static final int DEEPEST = 6;

  /** Most values that are taken of one page. */
  private static final int MOST = 60;

  /** Longest value taken; of a longer one its beginning is. */
  private static final int LONGEST = 20_000;

  private final List<Map.Entry<String, String>> said = new ArrayList<>();

  private SelfDescription() {}

  /** Names and values, in the order of the page; no value is blank. */
  static List<Map.Entry<String, String>> of(Document page) {
    SelfDescription description = new SelfDescription();
    description.say("title", page.title());
    for (Element meta : page.select("meta[content]")) {
      description.meta(meta);
    }
    page.select("link[rel=canonical][href]")
        .forEach(link ->
            HtmlReader.address(link).ifPresent(where -> description.say("canonical", where)));
    page.select("script[type=application/ld+json]")
        .forEach(script -> description.linkedData(script.data()));
    return description.said;
  }

  private void meta(Element meta) {
    String name = (meta.attr("property") + meta.attr("name")).toLowerCase(Locale.ROOT);
    if (OPEN_GRAPH.contains(name) || name.equals("description") || name.equals("keywords")) {
      say(name, meta.attr("content"));
    }
  }

  private void say(String name, String value) {
    if (said.size() == MOST) {
      return;
    }
    String clean = CleanText.of(CleanText.beginning(value, LONGEST));
    if (!clean.isEmpty()) {
      said.add(Map.entry(name, clean));
    }
  }

  private void linkedData(String json) {
    try {
      somebody(MAPPER.readTree(json), 0);
    } catch (JsonProcessingException e) {
      return; // a page with broken JSON-LD says nothing to machines; its text is still read
    }
  }

  /** Looks for an organisation, at the top, in a list or in a graph. */
  private void somebody(JsonNode node, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    if (node.isArray()) {
      node.forEach(each -> somebody(each, depth + 1));
    } else if (isSomebody(node.path("@type"))) {
      properties("organization", node, 0);
    } else {
      somebody(node.path("@graph"), depth + 1);
      somebody(node.path("publisher"), depth + 1);
    }
  }

  private static boolean isSomebody(JsonNode type) {
    if (type.isArray()) {
      for (JsonNode each : type) {
        if (isSomebody(each)) {
          return true;
        }
      }
    }
    return SOMEBODY.contains(type.asText().toLowerCase(Locale.ROOT));
  }

  private void properties(String path, JsonNode node, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    switch (node.getNodeType()) {
      case OBJECT ->
          node.properties().stream()
              .filter(each -> !each.getKey().startsWith("@"))
              .forEach(each -> properties(path + "." + each.getKey(), each.getValue(), depth + 1));
      case ARRAY -> node.forEach(each -> properties(path, each, depth + 1));
      case STRING, NUMBER -> say(path, node.asText());
      default -> {}
    }
  }
}
