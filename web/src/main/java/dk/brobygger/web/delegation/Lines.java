package dk.brobygger.web.delegation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.brobygger.search.delegation.Outcome;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Answers, outcomes and withdrawn links as JSON Lines, one each. */
final class Lines {

  private static final JsonMapper MAPPER = new JsonMapper();

  private Lines() {}

  static List<Answer> answers(List<String> lines) {
    return read(
        "answers.jsonl",
        lines,
        json ->
            new Answer(
                Answer.Side.of(json.path("side").asText()),
                json.path("from").asText(),
                json.path("about").asText(),
                Answer.Say.of(json.path("say").asText()),
                Instant.parse(json.path("at").asText())));
  }

  static String ofAnswers(List<Answer> answers) {
    return write(
        answers,
        one ->
            object()
                .put("side", one.side().word())
                .put("from", one.from())
                .put("about", one.about())
                .put("say", one.say().word())
                .put("at", one.at().toString()));
  }

  static List<Outcome> outcomes(List<String> lines) {
    return read(
        "outcomes.jsonl",
        lines,
        json ->
            new Outcome(
                json.path("delegate").asText(),
                json.path("host").asText(),
                Outcome.Result.of(json.path("result").asText()),
                json.path("note").asText(),
                json.path("by").asText(),
                Instant.parse(json.path("at").asText())));
  }

  static String ofOutcomes(List<Outcome> outcomes) {
    return write(
        outcomes,
        one ->
            object()
                .put("delegate", one.delegate())
                .put("host", one.host())
                .put("result", one.result().word())
                .put("note", one.note())
                .put("by", one.by())
                .put("at", one.at().toString()));
  }

  static List<Withdrawal> withdrawals(List<String> lines) {
    return read(
        "withdrawals.jsonl",
        lines,
        json ->
            new Withdrawal(
                Answer.Side.of(json.path("side").asText()),
                json.path("id").asText(),
                Instant.parse(json.path("at").asText())));
  }

  static String ofWithdrawals(List<Withdrawal> withdrawals) {
    return write(
        withdrawals,
        one ->
            object()
                .put("side", one.side().word())
                .put("id", one.id())
                .put("at", one.at().toString()));
  }

  private static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  private static <T> String write(List<T> all, Function<T, ObjectNode> one) {
    return all.stream().map(each -> one.apply(each) + "\n").collect(Collectors.joining());
  }

  private static <T> List<T> read(String file, List<String> lines, Function<JsonNode, T> one) {
    List<T> all = new ArrayList<>();
    for (String line : lines) {
      try {
        all.add(one.apply(MAPPER.readTree(line)));
      } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
        throw new IllegalArgumentException(
            "line "
                + (all.size() + 1)
                + " of "
                + file
                + " is \""
                + line
                + "\", must be as the pages write it",
            e);
      }
    }
    return all;
  }
}
