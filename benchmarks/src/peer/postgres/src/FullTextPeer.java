import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;

/**
 * Asks PostgreSQL's full text search, in a server that lives as long as this process: {@code
 * FullTextPeer TEXTS}. Each line of TEXTS is what is searched, its id, name and text with tabs
 * between them. Says {@code ready} with the seconds that loading took, and then answers each line
 * of the standard input, how many are wanted, the setting and a text, with the seconds that the
 * answer took and the ids, best first.
 *
 * <p>Any word of a text is enough. A setting is the ranking function ({@code ts_rank} or {@code
 * ts_rank_cd}), the number by which it takes the length into account, and the weight of a word in a
 * text where that of one in a name is 1.
 */
public final class FullTextPeer {

  private static final String TABLE =
      """
      CREATE TABLE candidate (place serial, id text, words tsvector);
      CREATE INDEX ON candidate USING gin (words);
      """;

  private static final String ROW =
      """
      INSERT INTO candidate (id, words) VALUES (?,
        setweight(to_tsvector('english', ?), 'A') || setweight(to_tsvector('english', ?), 'D'))
      """;

  private static final String QUESTION =
      """
      WITH asked AS (
        SELECT string_agg(quote_literal(word), ' | ')::tsquery AS words
        FROM unnest(tsvector_to_array(to_tsvector('english', ?))) AS word)
      SELECT id FROM candidate, asked WHERE candidate.words @@ asked.words
      ORDER BY %s(ARRAY[%s, 0.2, 0.4, 1.0]::float4[], candidate.words, asked.words, %d) DESC, place
      LIMIT ?
      """;

  private FullTextPeer() {}

  public static void main(String[] arguments) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (EmbeddedPostgres server = EmbeddedPostgres.builder().start();
        Connection connection = server.getPostgresDatabase().getConnection()) {
      long start = System.nanoTime();
      load(connection, Files.readAllLines(Path.of(arguments[0])));
      out.printf(Locale.ROOT, "ready\t%.6f%n", seconds(start));
      BufferedReader questions =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      for (String line = questions.readLine(); line != null; line = questions.readLine()) {
        out.println(answer(connection, line.split("\t", 3)));
      }
    }
  }

  private static void load(Connection connection, List<String> texts) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement();
        PreparedStatement rows = connection.prepareStatement(ROW)) {
      statement.execute(TABLE);
      for (String text : texts) {
        String[] parts = text.split("\t", 3);
        rows.setString(1, parts[0]);
        rows.setString(2, parts[1]);
        rows.setString(3, parts[2]);
        rows.execute();
      }
      connection.commit();
      connection.setAutoCommit(true);
      statement.execute("VACUUM ANALYZE candidate");
    }
  }

  private static String answer(Connection connection, String[] question) throws SQLException {
    String[] setting = question[1].split(" ");
    String sql =
        String.format(
            Locale.ROOT,
            QUESTION,
            setting[0],
            Float.parseFloat(setting[2]),
            Integer.parseInt(setting[1]));
    long start = System.nanoTime();
    StringBuilder ids = new StringBuilder();
    try (PreparedStatement asked = connection.prepareStatement(sql)) {
      asked.setString(1, question[2]);
      asked.setInt(2, Integer.parseInt(question[0]));
      try (ResultSet found = asked.executeQuery()) {
        while (found.next()) {
          ids.append('\t').append(found.getString(1));
        }
      }
    }
    return String.format(Locale.ROOT, "%.6f%s", seconds(start), ids);
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
