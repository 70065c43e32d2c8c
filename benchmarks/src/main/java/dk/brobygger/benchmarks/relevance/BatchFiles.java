package dk.brobygger.benchmarks.relevance;

import com.fasterxml.jackson.databind.JsonNode;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.signal.Candidate;
import dk.brobygger.search.signal.Idea;
import dk.brobygger.search.signal.PastProject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * The files the batch interface reads. A field that is not known may be absent or null; one that
 * holds something else than it should is refused, for its words would be lost without a sound.
 */
public final class BatchFiles {

  /** What a project has, of which calls, partners and ideas have nothing. */
  private static final List<String> TAUGHT_WITH = List.of("objective", "topics", "organizations");

  private BatchFiles() {}

  /**
   * Calls: id, title, and if given text, keywords, callTitle, destination; nothing else of them is
   * looked at.
   */
  public static List<Candidate.OfCall> calls(Path file) throws IOException {
    return read(file, BatchFiles::call, Candidate::id);
  }

  private static Candidate.OfCall call(JsonNode row) {
    strings(row, "title", "text", "callTitle", "destination");
    keywords(row);
    StringBuilder text = new StringBuilder();
    for (String field : List.of("callTitle", "destination", "keywords", "text")) {
      JsonLines.text(row, field).ifPresent(words -> text.append(words).append('\n'));
    }
    return new Candidate.OfCall(id(row), JsonLines.required(row, "title"), text.toString());
  }

  /** Partners: id, name, and if given country, city, competences (text, project). */
  public static List<Candidate.OfPartner> partners(Path file) throws IOException {
    return read(file, BatchFiles::partner, Candidate::id);
  }

  private static Candidate.OfPartner partner(JsonNode row) {
    strings(row, "name", "country", "city");
    List<Candidate.Shown> shown = new ArrayList<>();
    JsonLines.list(row, "competences").forEach(one -> shown.add(competence(one)));
    return new Candidate.OfPartner(
        id(row),
        JsonLines.required(row, "name"),
        JsonLines.country(row),
        JsonLines.text(row, "city"),
        shown);
  }

  private static Candidate.Shown competence(JsonNode one) {
    if (one.isTextual()) {
      return new Candidate.Shown(one.asText(), Optional.empty());
    }
    if (!one.isObject()) {
      throw new IllegalArgumentException(
          "one of competences is " + JsonLines.shown(one) + ", must be a string or an object");
    }
    strings(one, "text");
    identifiers(one, "project");
    return new Candidate.Shown(
        JsonLines.text(one, "text").orElse(""), JsonLines.text(one, "project"));
  }

  /** Who ranks nothing, or for nobody, has named the wrong file; one id twice would mix answers. */
  private static <T> List<T> read(Path file, Function<JsonNode, T> each, Function<T, String> ids)
      throws IOException {
    List<T> things = JsonLines.read(file, each);
    if (things.isEmpty()) {
      throw new IllegalArgumentException(file + " has no line, must hold at least one");
    }
    Set<String> known = new HashSet<>();
    for (T thing : things) {
      String id = ids.apply(thing);
      if (!known.add(id)) {
        throw new IllegalArgumentException(
            file + ": id is " + JsonLines.shown(id) + " twice, must be there once");
      }
    }
    return things;
  }

  /** Ideas: id, lang, title, text, and if given keywords, country, organisation. */
  public static List<Idea> ideas(Path file) throws IOException {
    return read(file, BatchFiles::idea, Idea::id);
  }

  private static Idea idea(JsonNode row) {
    strings(row, "lang", "title", "text", "country");
    identifiers(row, "organisation");
    keywords(row);
    return new Idea(
        id(row),
        language(JsonLines.text(row, "lang").orElse("en")),
        JsonLines.text(row, "title").orElse(""),
        JsonLines.text(row, "text").orElse(""),
        JsonLines.texts(row, "keywords"),
        JsonLines.country(row),
        JsonLines.text(row, "organisation"));
  }

  private static void strings(JsonNode row, String... names) {
    for (String name : names) {
      JsonLines.known(row, name, JsonNode::isTextual, "a string");
    }
  }

  /** CORDIS numbers its projects and organisations. */
  private static void identifiers(JsonNode row, String name) {
    JsonLines.known(
        row,
        name,
        value -> value.isTextual() || value.isIntegralNumber(),
        "a string or a whole number");
  }

  private static void keywords(JsonNode row) {
    JsonLines.known(
        row,
        "keywords",
        value -> value.isTextual() || value.isArray() && allTextual(value),
        "a string or a list of strings");
  }

  private static boolean allTextual(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).allMatch(JsonNode::isTextual);
  }

  /** Blanks part the words of a line of a run, and an id is one of them, whoever splits it. */
  private static String id(JsonNode row) {
    identifiers(row, "id");
    JsonNode id = row.path("id");
    id.asText()
        .codePoints()
        .mapToObj(BatchFiles::unfit)
        .flatMap(Optional::stream)
        .findFirst()
        .ifPresent(unfit -> {
          throw new IllegalArgumentException(
              "id is " + JsonLines.shown(id) + ", must be without " + unfit);
        });
    return JsonLines.required(row, "id");
  }

  /** What a character of an id is, if it must not be one. */
  private static Optional<String> unfit(int point) {
    if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
      return Optional.of("white space");
    }
    if (Character.isISOControl(point)) {
      return Optional.of("control characters");
    }
    return Character.getType(point) == Character.SURROGATE
        ? Optional.of("half a surrogate pair")
        : Optional.empty();
  }

  private static Language language(String code) {
    return Language.known(code)
        .filter(Language::isOfUsers)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "lang is " + JsonLines.shown(code) + ", must be en or da"));
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
}
