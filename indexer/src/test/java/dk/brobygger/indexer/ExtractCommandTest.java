package dk.brobygger.indexer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.brobygger.indexer.demo.FakeHost;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ExtractCommandTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-27T08:00:00Z"), ZoneOffset.UTC);

  private static final String CLUSTER =
      "<html lang=da><h1>Eksempelklyngen Havn</h1><p>Eksempelklyngen Havn er en klynge i Esbjerg,"
          + " Danmark, med 61 medlemmer, og den samler virksomheder om havne og skibe.</p>";

  @TempDir Path folder;

  /** What a run of the command came to. */
  private record Run(int code, String out, String err) {

    void assertRefused(String... words) {
      assertThat(code).as(err).isEqualTo(2);
      assertThat(err.strip().lines()).hasSize(1);
      assertThat(err).contains(words).doesNotContain("Exception");
    }
  }

  private static Run run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command = Indexer.commandLine(CLOCK);
    command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return new Run(command.execute(arguments), out.toString(), err.toString());
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  @Test
  void json_holdsPageAndEntries_withWordsAtTheirOffset() throws IOException {
    Run run = run("extract", file("om.html", CLUSTER), "--json");
    assertThat(run.code()).as(run.err()).isZero();
    JsonNode json = new ObjectMapper().readTree(run.out());
    String text = json.at("/page/text").asText();
    assertThat(json.at("/entries/0/id").asText()).isEqualTo("cluster/eksempelklyngen-havn");
    for (JsonNode claim : json.at("/entries/0/claims")) {
      assertThat(text.substring(claim.path("offset").asInt()))
          .startsWith(claim.path("words").asText());
      assertThat(claim.path("date").asText()).isEqualTo("2026-11-27");
      assertThat(claim.path("source").asText()).isEqualTo("http://file.invalid/om.html");
    }
    JsonNode block = json.at("/page/blocks/1");
    assertThat(text.substring(block.path("start").asInt(), block.path("end").asInt()))
        .contains("61 medlemmer");
    assertThat(block.path("language").asText()).isEqualTo("da");
  }

  @Test
  void address_isThatGiven_orThePagesOwn() throws IOException {
    String file = file("om.html", "<link rel=canonical href='https://havn.example/om'>" + CLUSTER);
    assertThat(run("extract", file, "--json").out()).contains("\"https://havn.example/om\"");
    assertThat(run("extract", file, "--json", "--address", "https://other.example/").out())
        .contains("\"source\" : \"https://other.example/\"");
  }

  @Test
  void withoutJson_factsAreShownWithTheirWords() throws IOException {
    assertThat(run("extract", file("om.html", CLUSTER)).out()).contains("members: “61 medlemmer”");
    assertThat(run("extract", file("note.html", "<p>Nothing of that kind.</p>")).out())
        .contains("no entry: it is neither about a call nor about a cluster");
    assertThat(run("extract", file("note.html", "<p>Nothing of that kind.</p>"), "--json").out())
        .contains("\"noEntry\" : \"it is neither about a call nor about a cluster\"");
    String stateless =
        "<p>Example Wind Cluster is a cluster of 40 members.</p><footer>413 46 Göteborg</footer>";
    assertThat(run("extract", file("stateless.html", stateless)).out())
        .contains("no entry: it is about Example Wind Cluster, but", "country");
  }

  @Test
  void badInput_getsOneSentence() throws IOException {
    run("extract", folder.resolve("none.html").toString()).assertRefused("none.html", "readable");
    run("extract", folder.toString()).assertRefused("readable file");
    run("extract", file("empty.html", "")).assertRefused("empty.html", "holds no text");
    run("extract", file("broken.docx", "PK\u0003\u0004 broken")).assertRefused("broken.docx");
    run("extract", "https://user@example.org/").assertRefused("user@example.org");
    run("extract", file("a.html", CLUSTER), "--address", "ftp://x/").assertRefused("ftp://x/");
    run("extract", file("a.html", CLUSTER), "--read", "tomorrow").assertRefused("tomorrow");
    run("extract").assertRefused("FILE");
  }

  @Test
  void pageOnTheWeb_isFetchedWhereRobotsRulesAllowIt() throws IOException {
    FakeHost.Answer site =
        (asked, out) ->
            switch (asked.path()) {
              case "/robots.txt" ->
                  FakeHost.send(out, 200, "", "User-agent: *\nDisallow: /no".getBytes(UTF_8));
              case "/old" -> FakeHost.send(out, 301, "Location: /om.html\r\n", new byte[0]);
              default ->
                  FakeHost.send(
                      out,
                      200,
                      "Content-Type: text/html; charset=utf-8\r\n",
                      CLUSTER.getBytes(UTF_8));
            };
    try (FakeHost host = new FakeHost("127.0.0.1", site)) {
      String permit = "127.0.0.1:" + host.address().getPort();
      file("crawl.properties", "contact=mailto:nobody@example.org\npermit=" + permit + "\n");
      String data = folder.toString();
      Run run = run("extract", "http://" + permit + "/old", "--data", data, "--json");
      assertThat(run.code()).as(run.err()).isZero();
      assertThat(new ObjectMapper().readTree(run.out()).at("/entries/0/claims/0/source").asText())
          .isEqualTo("http://" + permit + "/om.html");
      run("extract", "http://" + permit + "/no.html", "--data", data)
          .assertRefused("the robots rules of its host forbid it");
      assertThat(host.log()).noneMatch(asked -> asked.path().equals("/no.html"));
    }
  }

  @Test
  void addressThatIsNotPublic_isNotFetched() throws IOException {
    file("crawl.properties", "contact=mailto:nobody@example.org\n");
    run("extract", "http://127.0.0.1:9/", "--data", folder.toString())
        .assertRefused("cannot fetch http://127.0.0.1:9/");
    run("extract", "http://example.org/", "--data", folder.resolve("none").toString())
        .assertRefused("contact is");
  }
}
