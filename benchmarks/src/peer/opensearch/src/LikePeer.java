import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.opensearch.action.bulk.BulkRequest;
import org.opensearch.action.index.IndexRequest;
import org.opensearch.action.search.SearchResponse;
import org.opensearch.client.Client;
import org.opensearch.index.query.MoreLikeThisQueryBuilder;
import org.opensearch.node.Node;
import org.opensearch.search.SearchHit;

/**
 * Asks {@code more_like_this} of OpenSearch, in one node within this process: {@code LikePeer TEXTS
 * FOLDER}. Each line of TEXTS is what is searched, its id, name and text with tabs between them.
 * Says {@code ready} with the seconds that indexing took, and then answers each line of the
 * standard input, how many are wanted, the setting and a text, with the seconds that the answer
 * took and the ids, best first.
 *
 * <p>A setting is the field, the number of words of a text that are asked for, and in how many
 * documents a word must stand; {@code all} has OpenSearch's own BM25, {@code short} one with k1 0.9
 * and b 0.4.
 */
public final class LikePeer {

  private static final String INDEX = "texts";
  private static final int BULK = 1_000;

  private LikePeer() {}

  public static void main(String[] arguments) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (Node node = OneNode.in(arguments[1])) {
      Client client = node.client();
      List<String> texts = Files.readAllLines(Path.of(arguments[0]));
      long start = System.nanoTime();
      index(client, texts);
      out.printf(Locale.ROOT, "ready\t%.6f%n", seconds(start));
      BufferedReader questions =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      for (String line = questions.readLine(); line != null; line = questions.readLine()) {
        out.println(answer(client, line.split("\t", 3)));
      }
    }
    System.exit(0);
  }

  private static void index(Client client, List<String> texts) throws IOException {
    client
        .admin()
        .indices()
        .prepareCreate(INDEX)
        .setSettings(
            OneNode.oneShard()
                .put("index.similarity.short.type", "BM25")
                .put("index.similarity.short.k1", 0.9)
                .put("index.similarity.short.b", 0.4))
        .setMapping(
            "all",
            "type=text,analyzer=english,copy_to=short",
            "short",
            "type=text,analyzer=english,similarity=short")
        .get();
    for (int from = 0; from < texts.size(); from += BULK) {
      BulkRequest bulk = new BulkRequest();
      for (String text : texts.subList(from, Math.min(from + BULK, texts.size()))) {
        String[] parts = text.split("\t", 2);
        bulk.add(new IndexRequest(INDEX).id(parts[0]).source("all", parts[1]));
      }
      if (client.bulk(bulk).actionGet().hasFailures()) {
        throw new IllegalStateException("a text was not indexed");
      }
    }
    client.admin().indices().prepareForceMerge(INDEX).setMaxNumSegments(1).get();
    client.admin().indices().prepareRefresh(INDEX).get();
  }

  private static String answer(Client client, String[] question) {
    String[] setting = question[1].split(" ");
    long start = System.nanoTime();
    MoreLikeThisQueryBuilder like =
        new MoreLikeThisQueryBuilder(new String[] {setting[0]}, new String[] {question[2]}, null)
            .maxQueryTerms(Integer.parseInt(setting[1]))
            .minDocFreq(Integer.parseInt(setting[2]))
            .minTermFreq(1)
            .minimumShouldMatch("0")
            .boostTerms(1);
    SearchResponse response =
        client
            .prepareSearch(INDEX)
            .setQuery(like)
            .setSize(Integer.parseInt(question[0]))
            .setFetchSource(false)
            .setTrackTotalHits(false)
            .get();
    StringBuilder answer = new StringBuilder(String.format(Locale.ROOT, "%.6f", seconds(start)));
    for (SearchHit hit : response.getHits().getHits()) {
      answer.append('\t').append(hit.getId());
    }
    return answer.toString();
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
