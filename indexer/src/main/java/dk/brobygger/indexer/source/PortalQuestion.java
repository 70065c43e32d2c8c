package dk.brobygger.indexer.source;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.brobygger.indexer.fetch.FetchRequest;
import dk.brobygger.indexer.fetch.FetchRequest.Part;
import dk.brobygger.indexer.fetch.PageAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A question to the portal's search: rows that have one of the given values in each of the given
 * fields. Ranges, prefixes and wildcards are not asked for, since the portal ignores the first and
 * refuses the others.
 *
 * @param terms the values by field
 */
record PortalQuestion(Map<String, List<String>> terms) {

  /** Most rows of one page; more are not given, whatever is asked for. */
  static final int ROWS = 100;

  /** Most rows of one question, over all its pages. */
  static final int MOST_ROWS = 10_000;

  /** Topics, calls of external actions and cascade calls that are forthcoming or open. */
  static final PortalQuestion ALL =
      new PortalQuestion(
          Map.of("type", List.of("1", "2", "8"), "status", List.of("31094501", "31094502")));

  private static final List<String> FIELDS =
      List.of(
          "type",
          "identifier",
          "title",
          "status",
          "startDate",
          "deadlineDate",
          "deadlineModel",
          "frameworkProgramme",
          "callIdentifier",
          "callTitle",
          "typesOfAction",
          "ccm2Id",
          "budgetOverview",
          "descriptionByte",
          "keywords",
          "language",
          "url",
          "DATASOURCE");

  PortalQuestion {
    terms = new TreeMap<>(terms);
  }

  /** The same for these values of a field only. */
  private PortalQuestion with(String field, List<String> values) {
    Map<String, List<String>> narrower = new TreeMap<>(terms);
    narrower.put(field, List.copyOf(values));
    return new PortalQuestion(narrower);
  }

  /**
   * The same apart by the values of a field: as few questions as there can be with one page of rows
   * each; only a value that alone has more rows is a question of more.
   *
   * @param counts how many rows have which value
   */
  List<PortalQuestion> parts(String field, Map<String, Integer> counts) {
    List<PortalQuestion> parts = new ArrayList<>();
    List<String> values = new ArrayList<>();
    int rows = 0;
    for (Map.Entry<String, Integer> value : counts.entrySet()) {
      if (!values.isEmpty() && rows + value.getValue() > ROWS) {
        parts.add(with(field, values));
        values.clear();
        rows = 0;
      }
      values.add(value.getKey());
      rows += value.getValue();
    }
    if (!values.isEmpty()) {
      parts.add(with(field, values));
    }
    return parts;
  }

  /** Whether a row is one of those that are asked for. */
  boolean isAnsweredBy(PortalRow row) {
    return terms.entrySet().stream().allMatch(term -> row.answers(term.getKey(), term.getValue()));
  }

  /**
   * Asks for one page of the rows.
   *
   * @param page its number, from 1
   * @param order {@code ASC} or {@code DESC}, by identifier
   */
  FetchRequest page(PageAddress search, int page, String order) {
    ObjectNode sort =
        JsonNodeFactory.instance.objectNode().put("field", "identifier").put("order", order);
    ArrayNode fields = JsonNodeFactory.instance.arrayNode();
    FIELDS.forEach(fields::add);
    return FetchRequest.post(
        search.resolve(search.path() + "&text=***&pageSize=" + ROWS + "&pageNumber=" + page),
        List.of(
            part("query", query()),
            part("languages", "[\"en\"]"),
            part("sort", sort.toString()),
            part("displayFields", fields.toString())));
  }

  /** Asks which values the rows have in the fields that can be asked for. */
  FetchRequest facets(PageAddress search) {
    String path = search.path().replaceFirst("/search\\?", "/facet?");
    return FetchRequest.post(
        search.resolve(path + "&text=***"),
        List.of(part("query", query()), part("languages", "[\"en\"]")));
  }

  /**
   * Parts that are not files of this type are ignored by the portal, and the question with them.
   */
  private static Part part(String name, String json) {
    return new Part(name, "application/json", json);
  }

  private String query() {
    ObjectNode query = JsonNodeFactory.instance.objectNode();
    ArrayNode must = query.putObject("bool").putArray("must");
    terms.forEach((field, values) -> {
      ArrayNode list = must.addObject().putObject("terms").putArray(field);
      values.forEach(list::add);
    });
    return query.toString();
  }
}
