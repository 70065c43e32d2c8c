package dk.brobygger.benchmarks.digest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * What is new, changed and closing by the raw snapshots alone, day after day. Shares no code with
 * what it judges: it reads JSON, remembers what each call said last, and compares.
 */
final class BruteForce {

  /** Names in a digest, and where the snapshots hold the values. */
  private static final Map<String, String> FIELDS =
      Map.of(
          "title", "/title",
          "status", "/status/id",
          "opens", "/startDate",
          "deadline", "/deadlineDate",
          "budget", "/budget/totalBudgetEur",
          "grants", "/budget/expectedGrants",
          "contribution", "/budget/maxContributionEur",
          "actionType", "/actionType");

  private final ObjectMapper mapper = new ObjectMapper();
  private final Map<String, Map<String, String>> known = new HashMap<>();

  /**
   * The truth of one day: of a new call {@code new}, of a changed one its fields with what they say
   * now, of a closing one the days left.
   */
  record Day(
      LocalDate day,
      Set<String> fresh,
      Map<String, Map<String, String>> changed,
      Map<String, Long> closing) {}

  /** Reads the next snapshot. */
  Day next(Path file) throws IOException {
    JsonNode snapshot;
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      snapshot = mapper.readTree(in);
    }
    LocalDate day = LocalDate.parse(snapshot.path("generatedAt").asText().substring(0, 10));
    Map<String, JsonNode> best = new TreeMap<>();
    for (JsonNode grant : snapshot.path("grants")) {
      best.merge(
          key(grant), grant, (one, two) -> worth(one).compareTo(worth(two)) >= 0 ? one : two);
    }
    Set<String> fresh = new java.util.TreeSet<>();
    Map<String, Map<String, String>> changed = new TreeMap<>();
    best.forEach((call, grant) -> {
      Map<String, String> said = said(grant);
      Map<String, String> before = known.get(call);
      if (before == null) {
        fresh.add(call);
        known.put(call, said);
      } else {
        Map<String, String> news = new TreeMap<>();
        said.forEach((field, value) -> {
          if (!plain(value).equals(plain(before.getOrDefault(field, "")))) {
            news.put(field, value);
          }
        });
        before.putAll(said);
        if (!news.isEmpty()) {
          changed.put(call, news);
        }
      }
    });
    Map<String, Long> closing = new TreeMap<>();
    known.forEach((call, said) -> {
      String deadline = said.getOrDefault("deadline", "");
      if (!deadline.isEmpty()) {
        long left = LocalDate.parse(deadline.substring(0, 10)).toEpochDay() - day.toEpochDay();
        if (Set.of(30L, 14L, 7L, 1L).contains(left)) {
          closing.put(call, left);
        }
      }
    });
    return new Day(day, fresh, changed, closing);
  }

  private static Map<String, String> said(JsonNode grant) {
    Map<String, String> said = new HashMap<>();
    FIELDS.forEach((field, path) -> {
      JsonNode value = grant.at(path);
      String text =
          value.isNumber() ? Long.toString(Math.round(value.asDouble())) : value.asText("");
      if (!value.isNull() && !text.isBlank() && !text.equals("0")) {
        said.put(field, shortened(field, text));
      }
    });
    boolean cascade = grant.at("/kind/id").asText().equals("8");
    if (cascade && !grant.path("callTitle").asText("").isBlank()) {
      said.put("title", shortened("title", grant.path("callTitle").asText()));
    }
    return said;
  }

  /**
   * The portal's seconds are no news, they differ from reading to reading; nor is what runs on
   * below a title.
   */
  private static String shortened(String field, String text) {
    return switch (field) {
      case "opens" -> text.substring(0, 10);
      case "deadline" -> text.substring(0, 16);
      case "title" -> text.strip().lines().findFirst().orElse("");
      default -> text;
    };
  }

  /** Calls of projects share an identifier; their document is told apart by its number. */
  private static String key(JsonNode grant) {
    String key =
        grant.at("/kind/id").asText().equals("8")
            ? grant.path("id").asText().replaceFirst("(?<=CALL)[a-zA-Z]{2}$", "")
            : grant.path("identifier").asText().strip();
    return "call/" + key.replaceAll("\\s+", "_");
  }

  /** Of two copies on one day: English first, then with a type of action, then the newer number. */
  private static String worth(JsonNode grant) {
    String id = grant.path("id").asText();
    return (id.toLowerCase(java.util.Locale.ROOT).endsWith("en") ? "1" : "0")
        + (grant.path("actionType").asText("").isBlank() ? "0" : "1")
        + "%04d".formatted(id.length())
        + id;
  }

  private static String plain(String text) {
    return text.toLowerCase(java.util.Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
