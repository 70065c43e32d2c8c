package dk.brobygger.web.staff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.brobygger.corpus.entry.EntryId;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One crawl of one source, as the crawler tells it on a line of {@code crawl-runs.jsonl}.
 *
 * @param source the name of the source
 * @param started when it began
 * @param ended when it was over
 * @param after the newest version in the store before it wrote
 * @param upTo the newest version when it had written
 * @param counts how many of what, by the crawler's words
 * @param gone the entries that the source has ceased to show
 * @param troubles what went wrong at which host, in the order of their names
 * @param unread the first of the pages and documents that cannot be read, in the order of their
 *     addresses; how many there are is counted
 */
public record CrawlRun(
    String source,
    Instant started,
    Instant ended,
    long after,
    long upTo,
    Map<String, Integer> counts,
    Set<EntryId> gone,
    List<Trouble> troubles,
    List<Unread> unread) {

  private static final String FILE = "crawl-runs.jsonl";

  /** The sources that a crawl can have. */
  private static final Set<String> SOURCES = Set.of("eu-portal", "sites", "een", "eccp");

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Keeps copies. */
  public CrawlRun {
    counts = Map.copyOf(counts);
    gone = Set.copyOf(gone);
    troubles = List.copyOf(troubles);
    unread = List.copyOf(unread);
  }

  /**
   * What went wrong at a host.
   *
   * @param host its name
   * @param times how often
   * @param reason why the last time, in English as the crawler says it
   */
  public record Trouble(String host, int times, String reason) {}

  /**
   * A page or document that is there and cannot be read.
   *
   * @param address where it is
   * @param reason why, in English as the crawler says it
   */
  public record Unread(URI address, String reason) {}

  /**
   * The last runs that a data folder tells of, newest first.
   *
   * @param runs the runs
   * @param unread how many of the last lines tell of none
   */
  public record Last(List<CrawlRun> runs, int unread) {

    /** The last run of each source. */
    public List<CrawlRun> ofEachSource() {
      Map<String, CrawlRun> last = new TreeMap<>();
      runs.forEach(run -> last.putIfAbsent(run.source(), run));
      return List.copyOf(last.values());
    }
  }

  /**
   * Reads the last lines of a data folder.
   *
   * @throws IOException if they are there and cannot be read
   */
  static Last last(Path data, int most) throws IOException {
    Path file = data.resolve(FILE);
    if (!Files.exists(file)) {
      return new Last(List.of(), 0);
    }
    Deque<String> lines = new ArrayDeque<>();
    // A line may have been cut off within a character, which decoding line by line would refuse.
    new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.isBlank())
        .forEach(line -> {
          lines.addFirst(line);
          if (lines.size() > most) {
            lines.removeLast();
          }
        });
    List<CrawlRun> runs = new ArrayList<>();
    lines.forEach(line -> read(line).ifPresent(runs::add));
    return new Last(List.copyOf(runs), lines.size() - runs.size());
  }

  /** A line that was cut off by the end of a process tells of no run. */
  private static Optional<CrawlRun> read(String line) {
    try {
      return Optional.of(of(MAPPER.readTree(line)));
    } catch (JsonProcessingException | DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static CrawlRun of(JsonNode line) {
    Map<String, Integer> counts = new TreeMap<>();
    line.path("counts")
        .properties()
        .forEach(count -> counts.put(count.getKey(), count.getValue().asInt()));
    Set<EntryId> gone = new HashSet<>();
    line.path("gone").forEach(id -> gone.add(EntryId.of(id.asText())));
    List<Trouble> troubles = new ArrayList<>();
    line.path("troubles")
        .properties()
        .forEach(host ->
            troubles.add(
                new Trouble(
                    host.getKey(),
                    host.getValue().path("times").asInt(),
                    host.getValue().path("reason").asText())));
    List<Unread> unread = new ArrayList<>();
    line.path("unreadable")
        .properties()
        .forEach(
            page -> unread.add(new Unread(URI.create(page.getKey()), page.getValue().asText())));
    String source = line.path("source").asText();
    if (!SOURCES.contains(source)) {
      throw new IllegalArgumentException("source is \"" + source + "\", must be one of " + SOURCES);
    }
    return new CrawlRun(
        source,
        Instant.parse(line.path("started").asText()),
        Instant.parse(line.path("ended").asText()),
        line.path("after").asLong(),
        line.path("upTo").asLong(),
        counts,
        gone,
        troubles,
        unread);
  }

  /** How many of something there were; none where the crawler does not say. */
  public int count(String what) {
    return counts.getOrDefault(what, 0);
  }

  /** How long it took, in whole seconds, at least one. */
  public long seconds() {
    return Math.max(1, Duration.between(started, ended).toSeconds());
  }
}
