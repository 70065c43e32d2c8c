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
import java.util.regex.Pattern;

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

  /** By which dates the year is known, the surest first. */
  private static final List<String> YEARS = List.of("ecSignatureDate", "startDate", "date");

  private static final Pattern DATE = Pattern.compile("[0-9]{4}(?![0-9])");

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
    for (JsonNode one : JsonLines.list(row, "organizations")) {
      JsonLines.text(one, "id")
          .ifPresent(id ->
              participants.add(
                  new Participant(
                      id,
                      JsonLines.text(one, "legalName").orElse(id),
                      JsonLines.country(one),
                      JsonLines.text(one, "city"),
                      one.path("role").asText().equals("coordinator"),
                      one.path("activityType").asText().equals("OTH"))));
    }
    return new Project(
        JsonLines.required(row, "id"),
        JsonLines.text(row, "title").orElse(""),
        JsonLines.text(row, "objective").orElse(""),
        JsonLines.text(row, "keywords").orElse(""),
        topic(JsonLines.list(row, "topics").path(0)),
        YEARS.stream().flatMap(date -> year(row, date).stream()).toList().stream()
            .findFirst()
            .orElse(0),
        participants);
  }

  /** The year of a date, whatever of it follows; refuses what is none. */
  private static Optional<Integer> year(JsonNode row, String name) {
    Optional<String> written = JsonLines.text(row, name);
    if (written.filter(date -> !DATE.matcher(date).lookingAt()).isPresent()) {
      throw new IllegalArgumentException(
          name + " is \"" + written.get() + "\", must be a date such as 2024-01-15");
    }
    return written.map(date -> Integer.parseInt(date.substring(0, 4)));
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
