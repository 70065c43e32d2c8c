package dk.brobygger.benchmarks.relevance;

import com.fasterxml.jackson.databind.JsonNode;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.indexer.page.Tongues;
import dk.brobygger.search.signal.Candidate;
import dk.brobygger.search.signal.Idea;
import dk.brobygger.search.signal.PastProject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The files the batch interface reads. A field that is not known may be absent or null; one that
 * holds something else than it should is refused, for its words would be lost without a sound.
 */
public final class BatchFiles {

  private static final List<String> CODES = Language.OF_USERS.stream().map(Language::code).toList();

  /** What a project has, of which calls, partners and ideas have nothing. */
  private static final List<String> TAUGHT_WITH = List.of("objective", "topics", "organizations");

  private static final Set<String> OF_CALLS =
      Set.of(
          "id", "title", "text", "keywords", "programme", "callTitle", "destination", "deadlines");

  private static final Set<String> OF_PARTNERS =
      Set.of("id", "name", "country", "city", "activityType", "sme", "competences");

  private static final Set<String> OF_COMPETENCES = Set.of("text", "date", "project", "role");

  private static final Set<String> OF_IDEAS =
      Set.of("id", "lang", "title", "text", "keywords", "country", "organisation");

  private final Consumer<String> notes;

  /**
   * Reads files.
   *
   * @param notes is told, in a sentence, of fields that mean nothing here and may be mistyped
   */
  public BatchFiles(Consumer<String> notes) {
    this.notes = notes;
  }

  /**
   * Ideas.
   *
   * @param all in the order of their lines
   * @param detected the ids of those whose lines do not say the language, which was detected
   */
  public record Ideas(List<Idea> all, Set<String> detected) {
    /** Keeps a copy. */
    public Ideas {
      all = List.copyOf(all);
      detected = Set.copyOf(detected);
    }
  }

  /**
   * Calls: id, title, and if given text, keywords, callTitle, destination; nothing else of them is
   * looked at.
   */
  public List<Candidate.OfCall> calls(Path file) throws IOException {
    return read(file, OF_CALLS, BatchFiles::call, Candidate::id);
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
  public List<Candidate.OfPartner> partners(Path file) throws IOException {
    return read(file, OF_PARTNERS, BatchFiles::partner, Candidate::id);
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
  private <T> List<T> read(
      Path file, Set<String> fields, Function<JsonNode, T> each, Function<T, String> ids)
      throws IOException {
    Set<String> strange = new TreeSet<>();
    List<T> things =
        JsonLines.read(
            file,
            row -> {
              strangers(row, fields).forEach(strange::add);
              return each.apply(row);
            });
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
    if (!strange.isEmpty()) {
      notes.accept(
          file
              + ": nothing is made of "
              + strange.stream().map(JsonLines::shown).collect(Collectors.joining(", "))
              + "; fields that are known are "
              + String.join(", ", new TreeSet<>(fields)));
    }
    return things;
  }

  /** The names of fields that mean nothing, of a row and of the competences in it. */
  private static Stream<String> strangers(JsonNode row, Set<String> fields) {
    Stream<String> ofCompetences =
        fields.contains("competences")
            ? row.path("competences").valueStream().flatMap(one -> others(one, OF_COMPETENCES))
            : Stream.empty();
    return Stream.concat(others(row, fields), ofCompetences.map(name -> "competences." + name));
  }

  private static Stream<String> others(JsonNode object, Set<String> fields) {
    return object.propertyStream().map(Map.Entry::getKey).filter(name -> !fields.contains(name));
  }

  /**
   * Ideas: id, title, text, and if given lang, keywords, country, organisation. Where lang is not
   * given, it is that of English and Danish which the words are likelier to be of.
   */
  public Ideas ideas(Path file) throws IOException {
    Set<String> detected = new HashSet<>();
    List<Idea> all = read(file, OF_IDEAS, row -> idea(row, detected), Idea::id);
    return new Ideas(all, detected);
  }

  private static Idea idea(JsonNode row, Set<String> detected) {
    Idea idea = idea(row);
    if (JsonLines.text(row, "lang").isPresent()) {
      return idea;
    }
    detected.add(idea.id());
    return idea.in(Language.ofUsers(Tongues.likeliest(idea.prose(), CODES)));
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
