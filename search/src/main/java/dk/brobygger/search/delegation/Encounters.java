package dk.brobygger.search.delegation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dk.brobygger.corpus.entry.EntryId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All meetings that are over and what came of them, as far as it has been told. Its file, JSON
 * Lines with one meeting a line, follows what was documented on the delegations as the index
 * follows the store: it may be deleted, and is written anew. Immutable, safe for many threads.
 *
 * @param all the meetings, the earliest first
 */
public record Encounters(List<Encounter> all) {

  /** Nobody has met. */
  public static final Encounters NONE = new Encounters(List.of());

  private static final JsonMapper MAPPER = new JsonMapper();

  /** Keeps a copy, in order. */
  public Encounters {
    all =
        all.stream()
            .sorted(
                Comparator.comparing(Encounter::day)
                    .thenComparing(Encounter::delegation)
                    .thenComparing(Encounter::delegate)
                    .thenComparing(Encounter::host))
            .toList();
  }

  /**
   * What is known on a day of the meetings of two, whichever of them travelled, the earliest first.
   *
   * @param one one of them
   * @param other the other
   * @param today what was documented later is not known
   */
  public List<Encounter> between(EntryId one, EntryId other, LocalDate today) {
    return all.stream()
        .filter(met -> met.isOf(one, other))
        .filter(met -> !met.told().isAfter(today) && !met.day().isAfter(today))
        .toList();
  }

  /**
   * Reads a file.
   *
   * @param file where; no meetings where there is none
   * @throws IllegalArgumentException if a line is no meeting
   */
  public static Encounters read(Path file) {
    if (!Files.exists(file)) {
      return NONE;
    }
    try {
      List<Encounter> all = new ArrayList<>();
      for (String line : Files.readAllLines(file)) {
        all.add(encounter(file, all.size() + 1, line));
      }
      return new Encounters(all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Encounter encounter(Path file, int number, String line) {
    try {
      JsonNode json = MAPPER.readTree(line);
      return new Encounter(
          EntryId.of(json.path("delegate").asText()),
          EntryId.of(json.path("host").asText()),
          json.path("delegation").asText(),
          json.path("title").asText(),
          LocalDate.parse(json.path("day").asText()),
          Outcome.Result.of(json.path("result").asText()),
          json.path("by").asText(),
          LocalDate.parse(json.path("told").asText()));
    } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
      throw new IllegalArgumentException(
          "line "
              + number
              + " of "
              + file
              + " is \""
              + line
              + "\", must be a meeting as the server writes it; without the file it writes it anew",
          e);
    }
  }

  /** Writes a file; a crash leaves the old one or the new one. */
  public void write(Path file) {
    String lines = all.stream().map(met -> met.json() + "\n").collect(Collectors.joining());
    Path whole = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.writeString(whole, lines);
      Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
