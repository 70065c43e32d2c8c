package dk.brobygger.benchmarks.relevance;

import com.fasterxml.jackson.databind.JsonNode;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.signal.Candidate;
import dk.brobygger.search.signal.Idea;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The same wish written twice, by people, in Danish and in English.
 *
 * @param call the identifier of the call that it describes
 * @param danish the one
 * @param english the other
 */
public record Twin(String call, Idea danish, Idea english) {

  private static final String FILE = "danish-twins.jsonl";

  /** All twins; the ids of those that nobody looked at while tuning begin with {@code kept}. */
  public static List<Twin> all() throws IOException {
    return JsonLines.shipped(
        FILE,
        twin ->
            new Twin(
                JsonLines.required(twin, "call"),
                idea(twin, Language.DA),
                idea(twin, Language.EN)));
  }

  private static Idea idea(JsonNode twin, Language language) {
    JsonNode said = twin.path(language.code());
    return new Idea(
        JsonLines.required(twin, "id"),
        language,
        JsonLines.required(said, "title"),
        JsonLines.required(said, "text"),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * From the texts in one language to the calls they describe, whose full text is known; without a
   * history, since the calls are younger than it.
   *
   * @param data the folder that holds {@code eu-calls}
   */
  static Task<Candidate.OfCall> task(Path data, Language language) throws IOException {
    List<Candidate.OfCall> calls =
        JsonLines.read(data.resolve("eu-calls").resolve("full-text.jsonl"), Twin::call);
    List<Idea> ideas = new ArrayList<>();
    Map<String, Set<String>> right = new HashMap<>();
    for (Twin twin : all()) {
      Idea idea = language == Language.DA ? twin.danish() : twin.english();
      ideas.add(idea);
      right.put(idea.id(), Set.of(twin.call()));
    }
    String name = language == Language.DA ? "Danish text to its call" : "English text to its call";
    return new Task<>(name, calls, ideas, List.of(), right, Map.of());
  }

  private static Candidate.OfCall call(JsonNode row) {
    String text =
        JsonLines.text(row, "description").orElse("")
            + "\n"
            + JsonLines.text(row, "keywords").orElse("");
    return new Candidate.OfCall(
        JsonLines.required(row, "topicId"), JsonLines.text(row, "title").orElse(""), text.strip());
  }
}
