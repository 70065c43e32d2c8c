package dk.brobygger.benchmarks.relevance;

import com.fasterxml.jackson.databind.JsonNode;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.signal.Candidate;
import dk.brobygger.search.signal.Idea;
import dk.brobygger.search.signal.PastProject;
import dk.brobygger.search.signal.Ranked;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The files of the batch interface. */
public final class BatchFiles {

  /** What a project has, of which calls, partners and ideas have nothing. */
  private static final List<String> TAUGHT_WITH = List.of("objective", "topics", "organizations");

  private BatchFiles() {}

  /**
   * Calls: id, title, and if given text, keywords, callTitle, destination; nothing else of them is
   * looked at.
   */
  public static List<Candidate.OfCall> calls(Path file) throws IOException {
    return distinct(file, JsonLines.read(file, BatchFiles::call), Candidate::id);
  }

  private static Candidate.OfCall call(JsonNode row) {
    StringBuilder text = new StringBuilder();
    for (String field : List.of("callTitle", "destination", "keywords", "text")) {
      JsonLines.text(row, field).ifPresent(words -> text.append(words).append('\n'));
    }
    return new Candidate.OfCall(id(row), JsonLines.required(row, "title"), text.toString());
  }

  /** Partners: id, name, and if given country, city, competences (text, project). */
  public static List<Candidate.OfPartner> partners(Path file) throws IOException {
    return distinct(file, JsonLines.read(file, BatchFiles::partner), Candidate::id);
  }

  private static Candidate.OfPartner partner(JsonNode row) {
    List<Candidate.Shown> shown = new ArrayList<>();
    for (JsonNode one : row.path("competences")) {
      if (one.isTextual()) {
        shown.add(new Candidate.Shown(one.asText(), Optional.empty()));
      } else {
        shown.add(
            new Candidate.Shown(
                JsonLines.text(one, "text").orElse(""), JsonLines.text(one, "project")));
      }
    }
    return new Candidate.OfPartner(
        id(row),
        JsonLines.required(row, "name"),
        JsonLines.country(row),
        JsonLines.text(row, "city"),
        shown);
  }

  /** One id twice would mix two answers. */
  private static <T> List<T> distinct(Path file, List<T> things, Function<T, String> ids) {
    Set<String> known = new HashSet<>();
    for (T thing : things) {
      String id = ids.apply(thing);
      if (!known.add(id)) {
        throw new IllegalArgumentException(
            file + ": id is \"" + id + "\" twice, must be there once");
      }
    }
    return things;
  }

  /** Ideas: id, lang, title, text, and if given keywords, country, organisation. */
  public static List<Idea> ideas(Path file) throws IOException {
    return distinct(file, JsonLines.read(file, BatchFiles::idea), Idea::id);
  }

  private static Idea idea(JsonNode row) {
    return new Idea(
        id(row),
        language(JsonLines.text(row, "lang").orElse("en")),
        JsonLines.text(row, "title").orElse(""),
        JsonLines.text(row, "text").orElse(""),
        JsonLines.texts(row, "keywords"),
        JsonLines.country(row),
        JsonLines.text(row, "organisation"));
  }

  /** Spaces part the words of a line of a run, and an id is one of them. */
  private static String id(JsonNode row) {
    String id = JsonLines.required(row, "id");
    if (id.chars().anyMatch(Character::isWhitespace)) {
      throw new IllegalArgumentException("id is \"" + id + "\", must be without white space");
    }
    return id;
  }

  private static Language language(String code) {
    return Language.known(code)
        .filter(Language::isOfUsers)
        .orElseThrow(
            () -> new IllegalArgumentException("lang is \"" + code + "\", must be en or da"));
  }

  /**
   * Past projects, as CORDIS has them; a row that holds nothing a project teaches with is refused.
   */
  public static List<PastProject> history(Path file) throws IOException {
    return JsonLines.read(
        file,
        row -> {
          if (TAUGHT_WITH.stream().noneMatch(row::hasNonNull)) {
            throw new IllegalArgumentException(
                "row is no project, must have one of " + String.join(", ", TAUGHT_WITH));
          }
          return Project.of(row).past();
        });
  }

  /**
   * Writes what was found for one idea as lines of a TREC run: {@code idea Q0 document rank score
   * tag}.
   */
  public static void write(Writer run, String idea, List<Ranked> ranked) throws IOException {
    int rank = 0;
    for (Ranked one : ranked) {
      rank++;
      run.write(
          String.format(
              Locale.ROOT, "%s Q0 %s %d %.6f brobygger%n", idea, one.id(), rank, one.score()));
    }
  }
}
