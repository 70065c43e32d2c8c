package dk.brobygger.indexer.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.brobygger.indexer.fetch.PageAddress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The EU portal's search and details on loopback: its protocol with its faults. What is not sent as
 * files of JSON is ignored, ranges are ignored, prefixes refused, pages end at 100 rows and at
 * 10,000 in all, and rows that are equal in what they are sorted by come in another order each
 * time. Safe for many threads.
 */
public final class FakePortal implements AutoCloseable {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final int ROWS = 100;
  private static final int MOST = 10_000;

  /** What the real one counts when it ignores a question. */
  private static final int EVERYTHING = 185_453;

  private static final Pattern NAME = Pattern.compile("name=\"([^\"]+)\"");

  private final FakeHost host;
  private final Random random = new Random(7);
  private volatile List<ObjectNode> rows = List.of();
  private volatile Optional<FakeHost.Answer> fault = Optional.empty();
  private final Map<String, byte[]> details = new ConcurrentHashMap<>();

  /** How much of an identifier the portal looks at when it sorts. */
  private volatile int sorted = 10;

  /**
   * Opens it, with nothing to show yet.
   *
   * @param ip a loopback address; the port is a free one
   */
  public FakePortal(String ip) {
    host = new FakeHost(ip, this::answer);
  }

  /** The server it is. */
  public FakeHost host() {
    return host;
  }

  /** Where it is searched. */
  public PageAddress search() {
    return PageAddress.of(host.url("/search-api/prod/rest/search?apiKey=SEDIA"));
  }

  /** From now on these are all the rows there are, open or closed. */
  public void show(List<ObjectNode> shown) {
    rows = List.copyOf(shown);
  }

  /** The folder of the details of topics. */
  public String topics() {
    return host.url("/data/topicDetails/");
  }

  /** From now on these are the details of a topic: whatever lies in the portal's file. */
  public void detail(String identifier, String file) {
    details.put(
        "/data/topicDetails/" + identifier.toLowerCase(Locale.ROOT) + ".json",
        file.getBytes(StandardCharsets.UTF_8));
  }

  /** From now on answers like this; the usual way if empty. */
  public void fail(Optional<FakeHost.Answer> answer) {
    fault = answer;
  }

  /** From now on rows are alike to its sorting whose identifiers begin with the same letters. */
  public void sortBy(int letters) {
    sorted = letters;
  }

  /**
   * A row as the search gives it.
   *
   * @param reference sets it apart from all others
   * @param metadata its fields, each a list of strings
   */
  public static ObjectNode row(String reference, Map<String, List<String>> metadata) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    row.put("apiVersion", "2.151").put("reference", reference).put("language", "en");
    ObjectNode lists = row.putObject("metadata");
    metadata.forEach((field, values) -> {
      ArrayNode list = lists.putArray(field);
      values.forEach(list::add);
    });
    return row;
  }

  private boolean answer(FakeHost.Asked asked, OutputStream out)
      throws IOException, InterruptedException {
    if (fault.isPresent()) {
      return fault.get().to(asked, out);
    }
    if (asked.path().startsWith("/data/")) {
      return details(asked, out);
    }
    Map<String, JsonNode> parts = parts(asked);
    JsonNode must =
        parts.getOrDefault("query", MAPPER.createObjectNode()).path("bool").path("must");
    for (JsonNode clause : must) {
      if (clause.has("prefix") || clause.has("wildcard")) {
        return FakeHost.send(out, 400, "", "");
      }
    }
    List<ObjectNode> found = parts.containsKey("query") ? matching(must) : rows;
    int total = parts.containsKey("query") ? found.size() : EVERYTHING;
    JsonNode answer =
        asked.path().contains("/facet?")
            ? facets(found)
            : page(
                found, total, parts.getOrDefault("sort", MAPPER.createObjectNode()), asked.path());
    return FakeHost.send(
        out, 200, "Content-Type: application/json\r\n", MAPPER.writeValueAsBytes(answer));
  }

  private boolean details(FakeHost.Asked asked, OutputStream out) throws IOException {
    byte[] file = details.get(asked.path());
    if (file == null) {
      return FakeHost.send(out, 404, "", "");
    }
    String tag = "\"" + Arrays.hashCode(file) + "\"";
    return asked.header("If-None-Match").equals(tag)
        ? FakeHost.send(out, 304, "ETag: " + tag + "\r\n", "")
        : FakeHost.send(out, 200, "Content-Type: application/json\r\nETag: " + tag + "\r\n", file);
  }

  /** Only file parts typed application/json count (RFC 7578). */
  private static Map<String, JsonNode> parts(FakeHost.Asked asked) throws IOException {
    Map<String, JsonNode> parts = new HashMap<>();
    String type = asked.header("Content-Type");
    int at = type.indexOf("boundary=");
    if (type.startsWith("multipart/form-data") && at > 0) {
      String body = new String(asked.body(), StandardCharsets.UTF_8);
      for (String part : body.split(Pattern.quote("--" + type.substring(at + 9)))) {
        int head = part.indexOf("\r\n\r\n");
        if (head > 0) {
          String headers = part.substring(0, head);
          Matcher name = NAME.matcher(headers);
          if (headers.contains("filename=")
              && headers.contains("application/json")
              && name.find()) {
            parts.put(name.group(1), MAPPER.readTree(part.substring(head)));
          }
        }
      }
    }
    return parts;
  }

  private List<ObjectNode> matching(JsonNode must) {
    return rows.stream().filter(row -> matches(row, must)).toList();
  }

  /** Clauses other than terms are ignored. */
  private static boolean matches(JsonNode row, JsonNode must) {
    for (JsonNode clause : must) {
      for (var term : clause.path("terms").properties()) {
        boolean one = false;
        for (JsonNode value : term.getValue()) {
          for (JsonNode has : row.path("metadata").path(term.getKey())) {
            one |= has.asText().equals(value.asText());
          }
        }
        if (!one) {
          return false;
        }
      }
    }
    return true;
  }

  private JsonNode facets(List<ObjectNode> found) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode facets = answer.putArray("facets");
    for (String field : List.of("type", "status", "frameworkProgramme", "callIdentifier")) {
      Map<String, Integer> counts = new TreeMap<>();
      for (ObjectNode row : found) {
        row.path("metadata")
            .path(field)
            .forEach(value -> counts.merge(value.asText(), 1, Integer::sum));
      }
      ArrayNode values = facets.addObject().put("name", field).putArray("values");
      counts.forEach(
          (value, count) -> values.addObject().put("rawValue", value).put("count", count));
    }
    return answer;
  }

  private synchronized JsonNode page(
      List<ObjectNode> found, int total, JsonNode sort, String path) {
    int number = Integer.parseInt(parameter(path, "pageNumber"));
    int size = Math.min(ROWS, Integer.parseInt(parameter(path, "pageSize")));
    List<ObjectNode> order = new ArrayList<>(found);
    Collections.shuffle(order, random);
    Comparator<ObjectNode> by = Comparator.comparing(this::key);
    order.sort(sort.path("order").asText().equals("DESC") ? by.reversed() : by);
    int from = Math.min(order.size(), (number - 1) * size);
    int to = Math.min(Math.min(order.size(), MOST), from + size);
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("apiVersion", "2.151").put("totalResults", total).put("pageNumber", number);
    answer.putArray("results").addAll(from < to ? order.subList(from, to) : List.of());
    return answer;
  }

  private String key(JsonNode row) {
    String identifier = row.path("metadata").path("identifier").path(0).asText();
    return identifier.substring(0, Math.min(sorted, identifier.length()));
  }

  private static String parameter(String path, String name) {
    Matcher value = Pattern.compile("[?&]" + name + "=([0-9]+)").matcher(path);
    return value.find() ? value.group(1) : "1";
  }

  /** Answers nobody any more. */
  @Override
  public void close() {
    host.close();
  }
}
