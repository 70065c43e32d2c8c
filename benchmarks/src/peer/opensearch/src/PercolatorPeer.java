import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.opensearch.action.bulk.BulkRequest;
import org.opensearch.action.index.IndexRequest;
import org.opensearch.action.search.SearchResponse;
import org.opensearch.client.Client;
import org.opensearch.common.xcontent.XContentFactory;
import org.opensearch.common.xcontent.XContentType;
import org.opensearch.core.common.bytes.BytesReference;
import org.opensearch.core.xcontent.XContentBuilder;
import org.opensearch.index.query.QueryBuilders;
import org.opensearch.node.Node;
import org.opensearch.percolator.PercolateQueryBuilder;
import org.opensearch.search.SearchHit;

/**
 * Asks the OpenSearch percolator, in one node within this process and one batch for all calls:
 * {@code PercolatorPeer PROFILES CALLS ROUNDS FOLDER}. Each line of PROFILES is one query, terms of
 * which any is enough, as {@code field:value} with tabs between them; each line of CALLS one
 * document in the same form. Prints the seconds of registering and of each round, and then for each
 * call the numbers of the profiles, as a hexadecimal of the bit set's longs.
 */
public final class PercolatorPeer {

  private static final String INDEX = "profiles";
  private static final int BULK = 2_000;

  private PercolatorPeer() {}

  public static void main(String[] arguments) throws Exception {
    PrintStream out = System.out;
    List<String> profiles = Files.readAllLines(Path.of(arguments[0]));
    List<String> calls = Files.readAllLines(Path.of(arguments[1]));
    int rounds = Integer.parseInt(arguments[2]);
    try (Node node = OneNode.in(arguments[3])) {
      Client client = node.client();
      long start = System.nanoTime();
      register(client, profiles);
      out.printf(Locale.ROOT, "registered %.6f%n", (System.nanoTime() - start) / 1e9);
      List<BytesReference> documents = calls.stream().map(PercolatorPeer::document).toList();
      BitSet[] answers = {};
      for (int round = 0; round < rounds; round++) {
        start = System.nanoTime();
        answers = percolate(client, documents, profiles.size());
        out.printf(Locale.ROOT, "asked %.6f%n", (System.nanoTime() - start) / 1e9);
      }
      for (BitSet answer : answers) {
        StringBuilder line = new StringBuilder("answer");
        for (long word : answer.toLongArray()) {
          line.append(' ').append(Long.toHexString(word));
        }
        out.println(line);
      }
      out.flush();
    }
    System.exit(0);
  }

  private static void register(Client client, List<String> profiles) {
    client
        .admin()
        .indices()
        .prepareCreate(INDEX)
        .setSettings(OneNode.oneShard().put("index.max_result_window", 2_000_000))
        .setMapping("query", "type=percolator", "spoken", "type=keyword", "part-of", "type=keyword")
        .get();
    for (int from = 0; from < profiles.size(); from += BULK) {
      BulkRequest bulk = new BulkRequest();
      for (int number = from; number < Math.min(from + BULK, profiles.size()); number++) {
        bulk.add(
            new IndexRequest(INDEX)
                .id(Integer.toString(number))
                .source(query(profiles.get(number)), XContentType.JSON));
      }
      if (client.bulk(bulk).actionGet().hasFailures()) {
        throw new IllegalStateException("a profile was not registered");
      }
    }
    client.admin().indices().prepareForceMerge(INDEX).setMaxNumSegments(1).get();
    client.admin().indices().prepareRefresh(INDEX).get();
  }

  /** Any of the terms; for each field one query of all its terms. */
  private static String query(String profile) {
    Map<String, List<String>> byField = byField(profile);
    List<String> parts =
        byField.entrySet().stream()
            .map(
                field -> "{\"terms\":{\"" + field.getKey() + "\":" + array(field.getValue()) + "}}")
            .toList();
    if (parts.isEmpty()) { // no part at all would be met by everything
      return "{\"query\":{\"match_none\":{}}}";
    }
    return "{\"query\":{\"bool\":{\"should\":[" + String.join(",", parts) + "]}}}";
  }

  private static Map<String, List<String>> byField(String terms) {
    return Arrays.stream(terms.split("\t"))
        .filter(term -> !term.isEmpty())
        .map(term -> term.split(":", 2))
        .collect(
            java.util.stream.Collectors.groupingBy(
                term -> term[0],
                java.util.TreeMap::new,
                java.util.stream.Collectors.mapping(
                    term -> term[1], java.util.stream.Collectors.toList())));
  }

  private static String array(List<String> values) {
    return values.stream()
        .map(value -> "\"" + value + "\"")
        .collect(java.util.stream.Collectors.joining(",", "[", "]"));
  }

  private static BytesReference document(String call) {
    try (XContentBuilder json = XContentFactory.jsonBuilder()) {
      json.startObject();
      for (Map.Entry<String, List<String>> field : byField(call).entrySet()) {
        json.field(field.getKey(), field.getValue());
      }
      json.endObject();
      return BytesReference.bytes(json);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static BitSet[] percolate(Client client, List<BytesReference> calls, int profiles) {
    BitSet[] answers = new BitSet[calls.size()];
    Arrays.setAll(answers, call -> new BitSet());
    SearchResponse response =
        client
            .prepareSearch(INDEX)
            .setQuery(
                QueryBuilders.constantScoreQuery(
                    new PercolateQueryBuilder("query", calls, XContentType.JSON)))
            .setSize(profiles)
            .setFetchSource(false)
            .get();
    for (SearchHit hit : response.getHits().getHits()) {
      int profile = Integer.parseInt(hit.getId());
      for (Object slot : hit.getFields().get("_percolator_document_slot").getValues()) {
        answers[((Number) slot).intValue()].set(profile);
      }
    }
    return answers;
  }
}
