package dk.brobygger.benchmarks.relevance;

import com.fasterxml.jackson.databind.JsonNode;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.signal.Idea;
import dk.brobygger.search.signal.PastProject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A project of CORDIS.
 *
 * @param id its number
 * @param title its title
 * @param objective what it is for
 * @param keywords its keywords, as one text
 * @param topic what it was granted under
 * @param year the year its grant was signed, or it started; 0 where neither is known
 * @param participants who carries it out
 */
public record Project(
    String id,
    String title,
    String objective,
    String keywords,
    Optional<PastProject.Topic> topic,
    int year,
    List<Participant> participants) {

  /**
   * One of those who carry a project out.
   *
   * @param id the number (PIC)
   * @param name the name
   * @param country two letters
   * @param city where it has its seat
   * @param coordinator whether it leads
   * @param association whether it is none of school, institute, company and public body; most that
   *     are not are associations, clusters among them
   */
  public record Participant(
      String id,
      String name,
      Optional<String> country,
      Optional<String> city,
      boolean coordinator,
      boolean association) {}

  /**
   * All of the shared data.
   *
   * @param data the folder that holds {@code cordis}
   */
  public static List<Project> all(Path data) throws IOException {
    return JsonLines.read(
        data.resolve("cordis").resolve("projects-until-2024.jsonl.gz"), Project::of);
  }

  static Project of(JsonNode row) {
    List<Participant> participants = new ArrayList<>();
    for (JsonNode one : row.path("organizations")) {
      JsonLines.text(one, "id")
          .ifPresent(id ->
              participants.add(
                  new Participant(
                      id,
                      JsonLines.text(one, "legalName").orElse(id),
                      JsonLines.text(one, "country"),
                      JsonLines.text(one, "city"),
                      one.path("role").asText().equals("coordinator"),
                      one.path("activityType").asText().equals("OTH"))));
    }
    return new Project(
        JsonLines.required(row, "id"),
        JsonLines.text(row, "title").orElse(""),
        JsonLines.text(row, "objective").orElse(""),
        JsonLines.text(row, "keywords").orElse(""),
        topic(row.path("topics").path(0)),
        JsonLines.text(row, "ecSignatureDate")
            .or(() -> JsonLines.text(row, "startDate"))
            .map(date -> Integer.parseInt(date.substring(0, 4)))
            .orElse(0),
        participants);
  }

  private static Optional<PastProject.Topic> topic(JsonNode topic) {
    return JsonLines.text(topic, "code")
        .map(code -> new PastProject.Topic(code, JsonLines.text(topic, "title").orElse("")));
  }

  /** What it says of itself: its title and what it is for. */
  String description() {
    return title + "\n" + objective;
  }

  /** What it teaches once it is past. */
  PastProject past() {
    Set<String> ids = new LinkedHashSet<>();
    participants.forEach(one -> ids.add(one.id()));
    return new PastProject(id, description() + "\n" + keywords, topic, year, ids);
  }

  Optional<Participant> lead() {
    return participants.stream().filter(Participant::coordinator).findFirst();
  }

  /** What it was before it was granted: an idea, and who had it. */
  Idea idea() {
    return new Idea(
        id,
        Language.EN,
        title,
        objective,
        keywords.isEmpty() ? List.of() : List.of(keywords),
        lead().flatMap(Participant::country),
        lead().map(Participant::id));
  }
}
