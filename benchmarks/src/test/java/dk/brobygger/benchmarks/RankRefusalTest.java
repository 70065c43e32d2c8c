package dk.brobygger.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.search.CommandLines;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What {@code rank} refuses: in one sentence, and without touching what was there. */
class RankRefusalTest {

  private static final String OLDER = "an older run\n";

  @TempDir Path folder;
  private final StringWriter said = new StringWriter();

  @BeforeEach
  void all_isWell() throws IOException {
    file("calls", "{\"id\":\"T1\",\"title\":\"Offshore wind\"}\n");
    file("partners", "{\"id\":\"1\",\"name\":\"Lead\",\"country\":\"DK\"}\n");
    file("queries", "{\"id\":\"q\",\"text\":\"wind\"}\n");
    file("history", "{\"id\":\"1\",\"objective\":\"Turbines\"}\n");
    file("run", OLDER);
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private int rank(String wanted, Path run) {
    CommandLine line = CommandLines.of(new Benchmarks());
    line.setErr(new PrintWriter(said, true));
    List<String> arguments =
        List.of(
            "rank",
            wanted,
            "--candidates=" + folder.resolve(wanted),
            "--queries=" + folder.resolve("queries"),
            "--history=" + folder.resolve("history"),
            "--run=" + run);
    return line.execute(arguments.toArray(String[]::new));
  }

  private void isRefused(String wanted, Path run, String sentence) {
    assertThat(rank(wanted, run)).isEqualTo(CommandLines.REFUSED);
    assertThat(said.toString().lines()).containsExactly("brobygger: " + sentence);
  }

  /** Ranks partners if the line is one of those, else calls. */
  private void lineIsRefused(String file, String reason) throws IOException {
    String wanted = file.equals("partners") ? "partners" : "calls";
    isRefused(wanted, folder.resolve("run"), folder.resolve(file) + " line 2: " + reason);
    assertThat(folder.resolve("run")).hasContent(OLDER);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "queries  | \"text\":5                       | text is 5, must be a string",
        "queries  | \"text\":true                    | text is true, must be a string",
        "queries  | \"text\":[\"wind\"]              | text is [\"wind\"], must be a string",
        "queries  | \"text\":{\"en\":\"wind\"}       | text is {\"en\":\"wind\"}, must be a string",
        "queries  | \"title\":5                      | title is 5, must be a string",
        "queries  | \"lang\":5                       | lang is 5, must be a string",
        "queries  | \"country\":5                    | country is 5, must be a string",
        "queries  | \"organisation\":true            | organisation is true, must be a string or a"
            + " whole number",
        "queries  | \"keywords\":[\"wind\",5]        | keywords is [\"wind\",5], must be a string"
            + " or a list of strings",
        "queries  | \"keywords\":{\"en\":\"wind\"}   | keywords is {\"en\":\"wind\"}, must be a"
            + " string or a list of strings",
        "calls    | \"title\":[\"wind\"]             | title is [\"wind\"], must be a string",
        "calls    | \"title\":\"x\",\"text\":5       | text is 5, must be a string",
        "calls    | \"title\":\"x\",\"callTitle\":5  | callTitle is 5, must be a string",
        "calls    | \"title\":\"x\",\"destination\":5 | destination is 5, must be a string",
        "calls    | \"title\":\"x\",\"keywords\":5   | keywords is 5, must be a string or a list of"
            + " strings",
        "partners | \"name\":5                       | name is 5, must be a string",
        "partners | \"name\":\"x\",\"country\":45    | country is 45, must be a string",
        "partners | \"name\":\"x\",\"city\":[]       | city is [], must be a string",
        "partners | \"name\":\"x\",\"competences\":\"wind\" | competences is \"wind\", must be a"
            + " list",
        "partners | \"name\":\"x\",\"competences\":[5] | one of competences is 5, must be a string"
            + " or an object",
        "partners | \"name\":\"x\",\"competences\":[{\"text\":5}] | text is 5, must be a string",
        "history  | \"objective\":{\"en\":\"wind\"}  | objective is {\"en\":\"wind\"}, must be a"
            + " text",
      })
  void fieldOfAnotherType_isRefusedByFileLineValueAndRule(String file, String fields, String reason)
      throws IOException {
    file(file, "\n{\"id\":\"x\"," + fields + "}\n");
    lineIsRefused(file, reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5.5              | id is 5.5, must be a string or a whole number",
        "true             | id is true, must be a string or a whole number",
        "[\"1\"]          | id is [\"1\"], must be a string or a whole number",
        "\"a b\"          | id is \"a b\", must be without white space",
        "\" a\"           | id is \" a\", must be without white space",
        "\"a\\nb\"        | id is \"a\\nb\", must be without white space",
        "\"a\\u00a0b\"    | id is \"a\\u00a0b\", must be without white space",
        "\"a\\u2003b\"    | id is \"a\\u2003b\", must be without white space",
        "\"a\\u0085b\"    | id is \"a\\u0085b\", must be without control characters",
        "\"a\\u0000b\"    | id is \"a\\u0000b\", must be without control characters",
        "\"a\\ud800b\"    | id is \"a\\ud800b\", must be without half a surrogate pair",
        "\"a\\udc00\"     | id is \"a\\udc00\", must be without half a surrogate pair",
      })
  void idThatWouldBreakARun_isRefusedWhoeversItIs(String id, String reason) throws IOException {
    for (String file : List.of("queries", "calls", "partners")) {
      all_isWell();
      file(file, "\n{\"id\":" + id + ",\"title\":\"x\",\"name\":\"x\"}\n");
      lineIsRefused(file, reason);
      said.getBuffer().setLength(0);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'id':'1'} {'id':'2'}  | goes on after its JSON, must be one object",
        "{'id':'1'} 7           | goes on after its JSON, must be one object",
        "{'id':'1'} ,           | is not JSON: Unexpected character",
        "{'id':'1'              | is not JSON: Unexpected end-of-input: expected close marker for"
            + " Object",
        "{'id':['1'}            | is not JSON: Unexpected close marker '}': expected ']'",
        "{'id':'1','id':'2'}    | id is there twice, must be there once",
        "{'id':'1','x':{'y':1,'y':2}} | y is there twice, must be there once",
        "['1']                  | is [\"1\"], must be a JSON object",
        "'1'                    | is \"1\", must be a JSON object",
      })
  void lineThatIsNotOneObject_isRefusedInWhateverFile(String line, String reason)
      throws IOException {
    for (String file : List.of("queries", "calls", "partners", "history")) {
      all_isWell();
      file(file, "\n" + line.replace('\'', '"') + "\n");
      assertThat(rank(file.equals("partners") ? file : "calls", folder.resolve("run")))
          .isEqualTo(2);
      assertThat(said.toString().lines())
          .singleElement()
          .asString()
          .startsWith("brobygger: " + folder.resolve(file) + " line 2: " + reason)
          .doesNotContain("Source");
      said.getBuffer().setLength(0);
    }
  }

  @Test
  void bytesThatAreNotUtf8_areRefusedByTheFirst() throws IOException {
    String idea = "\n{\"id\":\"x\",\"text\":\"havmølle på land\"}\n";
    Files.write(folder.resolve("queries"), idea.getBytes(StandardCharsets.ISO_8859_1));
    lineIsRefused("queries", "byte 23 is 0xF8, must be part of UTF-8");
  }

  @Test
  void longValue_isCutInTheSentence() throws IOException {
    file("queries", "\n{\"id\":\"x\",\"text\":[\"" + "wind ".repeat(100) + "\"]}");
    lineIsRefused(
        "queries", "text is [\"" + "wind ".repeat(20).substring(0, 98) + "…, must be a string");
  }

  @ParameterizedTest
  @ValueSource(strings = {"queries", "calls", "partners"})
  void fileWithoutALine_isRefused(String file) throws IOException {
    file(file, "\n \n");
    isRefused(
        file.equals("partners") ? file : "calls",
        folder.resolve("run"),
        folder.resolve(file) + " has no line, must hold at least one");
  }

  @Test
  void fieldsThatMayBeMissing_mayBeNullToo() throws IOException {
    file(
        "calls",
        """
        {"id":"1","title":"x","text":null,"keywords":null,"callTitle":null,"destination":null}
        {"id":"2","title":"x","keywords":"wind","deadlines":5}
        """);
    file(
        "partners",
        """
        {"id":"1","name":"x","country":null,"city":null,"competences":null}
        {"id":"2","name":"x","competences":["wind",{"text":null,"project":null,"date":5}]}
        """);
    file(
        "queries",
        """
        {"id":7,"title":null,"text":"x","keywords":null,"country":null,"organisation":null}
        """);
    assertThat(Stream.of("calls", "partners").map(it -> rank(it, folder.resolve("run"))))
        .as(said.toString())
        .containsOnly(0);
  }

  @ParameterizedTest
  @CsvSource({"calls, candidates", "queries, queries", "history, history"})
  void runOverWhatIsRead_isRefusedUnread(String file, String what) throws IOException {
    Path read = file(file, "nonsense\n");
    Path link = Files.createSymbolicLink(folder.resolve("link"), read);
    Path twin = Files.createLink(folder.resolve("twin"), read);
    for (Path run : List.of(read, link, twin, folder.resolve("./" + file))) {
      isRefused("calls", run, "run is " + run + ", must be another file than that of the " + what);
      said.getBuffer().setLength(0);
    }
    assertThat(read).hasContent("nonsense\n");
  }

  @Test
  void runInNoFolder_isRefusedBeforeAnythingIsRead() throws IOException {
    file("queries", "nonsense\n");
    Path run = folder.resolve("nowhere").resolve("run");
    isRefused("calls", run, "run is " + run + ", must be in a folder that is there");
  }

  @Test
  void folder_isNoRun() {
    isRefused("calls", folder, "run is " + folder + ", a folder, must be a file");
  }
}
