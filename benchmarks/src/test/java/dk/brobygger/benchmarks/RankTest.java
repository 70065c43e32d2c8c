package dk.brobygger.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.search.CommandLines;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class RankTest {

  private static final String CALLS =
      """
      {"id":"T1","title":"Offshore wind","text":"Floating turbines","deadlines":["2027-01-01"]}
      {"id":"T2","title":"District heating","keywords":["waste heat"]}
      """;
  private static final String PARTNERS =
      """
      {"id":"1","name":"Lead","country":"DK","competences":[{"text":"wind turbines","project":"p"}]}
      {"id":"2","name":"Known","country":"ES","competences":[{"text":"wind turbines","project":"p"}]}
      {"id":"3","name":"Other","country":"DE","competences":[{"text":"cheese"}]}
      """;

  @TempDir Path folder;
  private final StringWriter said = new StringWriter();

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private int run(String... arguments) {
    CommandLine line = CommandLines.of(new Benchmarks());
    line.setErr(new PrintWriter(said, true));
    return line.execute(arguments);
  }

  private int rank(String wanted, String candidates, String queries, String... more)
      throws IOException {
    List<String> arguments = new ArrayList<>(List.of("rank", wanted));
    arguments.addAll(List.of("--candidates", file("c.jsonl", candidates).toString()));
    arguments.addAll(List.of("--queries", file("q.jsonl", queries).toString()));
    arguments.addAll(List.of("--run", folder.resolve("run").toString()));
    arguments.addAll(List.of(more));
    return run(arguments.toArray(String[]::new));
  }

  private List<String> documents() throws IOException {
    return Files.readAllLines(folder.resolve("run")).stream()
        .map(line -> line.split(" Q0 ")[1].replaceAll(" \\d+ -?[\\d.]+ brobygger$", ""))
        .toList();
  }

  @Test
  void calls_areRankedForBothLanguages() throws IOException {
    assertThat(rank("calls", CALLS, "{\"id\":\"q\",\"lang\":\"en\",\"text\":\"waste heat\"}"))
        .isZero();
    assertThat(documents()).containsExactly("T2", "T1");
    assertThat(rank("calls", CALLS, "{\"id\":\"q\",\"lang\":\"da\",\"text\":\"havvind\"}"))
        .isZero();
    assertThat(documents()).containsExactly("T1", "T2");
  }

  @ParameterizedTest
  @CsvSource({
    "havvind, T1, da",
    "energilagring og fjernvarme, T2, da",
    "fjernvarme, T2, da",
    "Vi søger partnere til havvindmøller, T1, da",
    "waste heat, T2, en",
    "We look for partners in offshore wind, T1, en"
  })
  void languageThatIsNotSaid_isDetectedAndSaid(String text, String first, String language)
      throws IOException {
    assertThat(rank("calls", CALLS, "{\"id\":\"q\",\"text\":\"" + text + "\"}")).isZero();
    assertThat(documents()).startsWith(first);
    assertThat(said.toString().lines())
        .containsExactly("brobygger: note: queries without lang were read as " + language + ": 1");
  }

  @Test
  void fieldNobodyKnows_isPassedOverAndSaid() throws IOException {
    String idea = "{\"id\":\"q\",\"lang\":\"en\",\"language\":\"da\",\"text\":\"wind\"}";
    String partner =
        "{\"id\":\"9\",\"name\":\"x\",\"sme\":true,\"competences\":[{\"txt\":\"wind\"}]}";
    assertThat(rank("partners", PARTNERS + partner, idea)).isZero();
    assertThat(said.toString().lines())
        .containsExactly(
            "brobygger: note: "
                + folder.resolve("q.jsonl")
                + ": nothing is made of \"language\"; fields that are known are country, id,"
                + " keywords, lang, organisation, text, title",
            "brobygger: note: "
                + folder.resolve("c.jsonl")
                + ": nothing is made of \"competences.txt\"; fields that are known are"
                + " activityType, city, competences, country, id, name, sme");
  }

  @Test
  void ideaThatSetsNoCandidateAboveAnother_isSaid() throws IOException {
    assertThat(rank("calls", CALLS, "{\"id\":\"q\",\"lang\":\"en\",\"text\":\"havvind\"}"))
        .isZero();
    assertThat(said.toString().lines())
        .containsExactly(
            "brobygger: note: query q, read as en, says nothing that sets one candidate above"
                + " another; all have the same score");
  }

  @Test
  void help_describesTheLinesOfEachFile() {
    CommandLine line = CommandLines.of(new Benchmarks());
    StringWriter out = new StringWriter();
    line.setOut(new PrintWriter(out, true)).execute("rank", "--help");
    assertThat(out.toString())
        .contains("Queries, both kinds:", "lang          \"en\" or \"da\"; detected where")
        .contains("Candidates, calls:", "Candidates, partners:", "competences   list of")
        .contains("History, past projects", "organizations  list of objects");
  }

  @Test
  void theOneThatAsks_isNeverItsOwnPartner() throws IOException {
    assertThat(
            rank(
                "partners",
                PARTNERS,
                "{\"id\":\"q\",\"lang\":\"en\",\"text\":\"wind\",\"organisation\":\"1\"}"))
        .isZero();
    assertThat(documents()).containsExactly("2", "3");
  }

  @Test
  void sameInput_givesTheSameBytes() throws IOException {
    String idea = "{\"id\":\"q\",\"lang\":\"da\",\"title\":\"Fjernvarme\",\"text\":\"og havvind\"}";
    rank("calls", CALLS, idea);
    byte[] first = Files.readAllBytes(folder.resolve("run"));
    rank("calls", CALLS, idea);
    assertThat(Files.readAllBytes(folder.resolve("run"))).isEqualTo(first);
  }

  @Test
  void badInput_isRefusedInOneSentence() throws IOException {
    String idea = "{\"id\":\"q\",\"text\":\"x\"}";
    assertThat(rank("calls", "{\"id\":\"a\"}\n", idea)).isEqualTo(2);
    assertThat(rank("calls", "nonsense\n", idea)).isEqualTo(2);
    assertThat(rank("calls", CALLS, "{\"id\":\"q\",\"lang\":\"fr\",\"text\":\"x\"}")).isEqualTo(2);
    assertThat(rank("calls", CALLS, "{\"id\":\"q\",\"lang\":\"en\"}")).isEqualTo(2);
    assertThat(rank("calls", CALLS, idea + "\n" + idea)).isEqualTo(2);
    assertThat(rank("calls", CALLS, "{\"id\":\"q q\",\"text\":\"x\"}")).isEqualTo(2);
    assertThat(said.toString().lines())
        .hasSize(6)
        .allMatch(line -> line.startsWith("brobygger: "))
        .noneMatch(line -> line.contains("Exception"));
    assertThat(said.toString())
        .contains("c.jsonl line 1: title is missing, must be a text")
        .contains("q.jsonl: id is \"q\" twice, must be there once")
        .contains("q.jsonl line 1: id is \"q q\", must be without white space")
        .contains("q.jsonl line 1: lang is \"fr\", must be en or da");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"id\":\"a b\",\"name\":\"x\"} | id is \"a b\", must be without white space",
        "{\"id\":\"a\",\"name\":\"x\",\"country\":\"Danmark\"} | country is \"Danmark\", must be"
            + " two letters such as DK",
      })
  void partnerThatIsNone_isRefusedByFileLineAndRule(String row, String refusal) throws IOException {
    assertThat(rank("partners", PARTNERS + row, "{\"id\":\"q\",\"text\":\"x\"}")).isEqualTo(2);
    assertThat(said.toString().lines())
        .containsExactly("brobygger: " + folder.resolve("c.jsonl") + " line 4: " + refusal);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"id\":\"1\",\"title\":\"x\",\"text\":\"y\"} | row is no project, must have one of"
            + " objective, topics, organizations",
        "{\"id\":\"1\",\"organizations\":\"x\"} | organizations is \"x\", must be a list",
        "{\"id\":\"1\",\"organizations\":[{\"id\":\"2\",\"country\":\"Danmark\"}]} | country is"
            + " \"Danmark\", must be two letters such as DK",
        "{\"id\":\"1\",\"topics\":[],\"date\":\"x\"} | date is \"x\", must be a date such as"
            + " 2024-01-15",
        "{\"id\":\"1\",\"topics\":[],\"startDate\":\"15/1/2024\"} | startDate is \"15/1/2024\","
            + " must be a date such as 2024-01-15"
      })
  void pastProjectThatIsNone_isRefusedByFileLineAndRule(String row, String refusal)
      throws IOException {
    Path history = file("h.jsonl", "\n" + row);
    assertThat(
            rank("calls", CALLS, "{\"id\":\"q\",\"text\":\"x\"}", "--history", history.toString()))
        .isEqualTo(2);
    assertThat(said.toString().lines())
        .containsExactly("brobygger: " + history + " line 2: " + refusal);
  }

  @Test
  void whatIsNotKnownOfAProject_mayBeEmptyOrMissing() throws IOException {
    Path history =
        file(
            "h.jsonl",
            """
            {"id":"1","objective":"Turbines","topics":[]}
            {"id":"2","title":"x","keywords":null,"startDate":"","organizations":[{"id":"2","country":""}]}
            {"id":"3","topics":[{"code":"T1"}],"ecSignatureDate":"2024-01-15","organizations":null}
            """);
    String idea = "{\"id\":\"q\",\"text\":\"x\",\"country\":\"\",\"lang\":null}";
    assertThat(rank("calls", CALLS, idea, "--history", history.toString()))
        .as(said.toString())
        .isZero();
  }

  @Test
  void byteOrderMark_isPassedOver() throws IOException {
    assertThat(rank("calls", "\uFEFF" + CALLS, "\uFEFF{\"id\":\"q\",\"text\":\"waste heat\"}"))
        .as(said.toString())
        .isZero();
    assertThat(documents()).containsExactly("T2", "T1");
  }

  @Test
  void folder_isNoFileOfCandidates() {
    assertThat(
            run(
                "rank",
                "calls",
                "--candidates",
                folder.toString(),
                "--queries",
                folder.toString(),
                "--run",
                folder.resolve("run").toString()))
        .isEqualTo(2);
    assertThat(said.toString().lines())
        .containsExactly("brobygger: " + folder + " is a folder, must be a file of JSON Lines");
  }

  @Test
  void sentenceModelThatIsNotThere_isRefusedInOneSentence() throws IOException {
    String idea = "{\"id\":\"q\",\"text\":\"x\"}";
    String nowhere = folder.resolve("nowhere").toString();
    assertThat(rank("calls", CALLS, idea, "--sentence-model", nowhere)).isEqualTo(2);
    assertThat(rank("partners", PARTNERS, idea, "--sentence-model", nowhere)).isEqualTo(2);
    assertThat(said.toString().lines())
        .containsExactly(
            "brobygger: sentence model is "
                + nowhere
                + ", must be a folder with an encoder as model.onnx and its tokenizer.json; there"
                + " is no model.onnx in it",
            "brobygger: sentence-model is "
                + nowhere
                + ", must not be given for partners, who are ranked without");
  }
}
