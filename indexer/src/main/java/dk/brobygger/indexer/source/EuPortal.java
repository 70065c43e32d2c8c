package dk.brobygger.indexer.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dk.brobygger.indexer.fetch.FetchOutcome;
import dk.brobygger.indexer.fetch.FetchOutcome.Fetched;
import dk.brobygger.indexer.fetch.FetchRequest;
import dk.brobygger.indexer.fetch.PageAddress;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The EU's Funding and Tenders Portal: all topics, calls of external actions and cascade calls that
 * are forthcoming or open, by its search.
 *
 * <p>Rows that are equal in what they are sorted by come twice or not at all when read page by
 * page. A question with more rows than fit on one page is therefore taken apart, by the values its
 * own facets name, until each part fits; only what cannot be taken apart is read page by page, up
 * and down, and if there are still fewer rows than the portal counts, the reading says so.
 */
public final class EuPortal {

  /** The name of the source in the store. */
  public static final String SOURCE = "eu-portal";

  /** By what a question may be taken apart, the finest first. */
  private static final List<String> PARTS =
      List.of("frameworkProgramme", "callIdentifier", "type", "status");

  private static final JsonMapper MAPPER = new JsonMapper();

  private final PageAddress search;
  private final Exchange exchange;

  /** Asks, when the host may be asked. */
  @FunctionalInterface
  public interface Exchange {
    /** What came of a request. */
    FetchOutcome ask(FetchRequest request) throws InterruptedException;
  }

  /**
   * What one reading of the portal came to.
   *
   * @param file the calls, and a sentence for each row that is none
   * @param gaps a sentence for each reason why calls may be missing; empty says that all were read
   */
  public record PortalReading(SourceFile file, List<String> gaps) {

    /** Keeps a copy. */
    public PortalReading {
      gaps = List.copyOf(gaps);
    }
  }

  /** The rows of one page, and how many the portal counts in all. */
  private record Rows(int total, List<PortalRow> rows) {}

  /** The portal did not answer what it was asked. */
  private static final class PortalException extends Exception {

    private static final long serialVersionUID = 1L;

    PortalException(String message) {
      super(message);
    }
  }

  /**
   * The portal.
   *
   * @param search the address of its search, with the key it gives to everybody
   */
  public EuPortal(PageAddress search, Exchange exchange) {
    this.search = search;
    this.exchange = exchange;
  }

  /** Reads all calls as they are on a day. */
  public PortalReading read(LocalDate day) throws InterruptedException {
    Map<String, PortalRow> rows = new TreeMap<>();
    List<String> gaps = new ArrayList<>(collect(PortalQuestion.ALL, rows));
    Harvest harvest = new Harvest();
    for (PortalRow row : rows.values()) {
      if (!row.isOldCopy()) {
        take(harvest, row, day);
      }
    }
    if (rows.isEmpty() && gaps.isEmpty()) {
      gaps.add("the portal shows no call at all");
    }
    return new PortalReading(harvest.file(SOURCE, day), gaps);
  }

  private static void take(Harvest harvest, PortalRow row, LocalDate day) {
    try {
      harvest.take(row.call(day), row.reference());
    } catch (IllegalArgumentException e) {
      harvest.refuse(row.reference(), String.valueOf(e.getMessage()));
    }
  }

  /**
   * Puts in all rows that answer a question, and says in a sentence each why some may be missing.
   */
  private List<String> collect(PortalQuestion question, Map<String, PortalRow> rows)
      throws InterruptedException {
    try {
      Rows first = ask(question, 1, "ASC");
      Map<String, PortalRow> own = new TreeMap<>(rows);
      own.values().removeIf(row -> !question.isAnsweredBy(row));
      put(first, own);
      List<String> gaps = List.of();
      if (first.rows().size() < first.total() && own.size() < first.total()) {
        gaps = collectMore(question, first.total(), own);
      }
      rows.putAll(own);
      return gaps;
    } catch (PortalException e) {
      return List.of(question.terms() + ": " + e.getMessage());
    }
  }

  /** What a part may lack does not matter where nothing lacks in all. */
  private List<String> collectMore(PortalQuestion question, int total, Map<String, PortalRow> own)
      throws PortalException, InterruptedException {
    List<String> gaps = new ArrayList<>();
    for (PortalQuestion part : parts(question, total)) {
      gaps.addAll(collect(part, own));
    }
    pageByPage(question, total, own);
    if (own.size() < total) {
      gaps.add(question.terms() + ": the portal counts " + total + " rows and gave " + own.size());
    }
    return own.size() < total ? gaps : List.of();
  }

  /**
   * A question apart, by the first field in which every row has a value, or else by that in which
   * most have one; into nothing where no field tells the rows apart.
   */
  private List<PortalQuestion> parts(PortalQuestion question, int total)
      throws PortalException, InterruptedException {
    Map<String, Map<String, Integer>> facets = facets(question);
    List<String> fields =
        PARTS.stream().filter(field -> facets.getOrDefault(field, Map.of()).size() > 1).toList();
    return fields.stream()
        .filter(field -> rows(facets, field) >= total)
        .findFirst()
        .or(() -> fields.stream().max(Comparator.comparing(field -> rows(facets, field))))
        .map(field -> question.parts(field, facets.getOrDefault(field, Map.of())))
        .orElse(List.of());
  }

  private static int rows(Map<String, Map<String, Integer>> facets, String field) {
    return facets.getOrDefault(field, Map.of()).values().stream().mapToInt(count -> count).sum();
  }

  private void pageByPage(PortalQuestion question, int total, Map<String, PortalRow> own)
      throws PortalException, InterruptedException {
    int pages = (Math.min(total, PortalQuestion.MOST_ROWS) - 1) / PortalQuestion.ROWS + 1;
    for (String order : List.of("ASC", "DESC")) {
      for (int page = 1; page <= pages && own.size() < total; page++) {
        put(ask(question, page, order), own);
      }
    }
  }

  private static void put(Rows page, Map<String, PortalRow> rows) {
    page.rows().forEach(row -> rows.put(row.reference(), row));
  }

  private Rows ask(PortalQuestion question, int page, String order)
      throws PortalException, InterruptedException {
    JsonNode answer = answer(question.page(search, page, order));
    if (!answer.path("results").isArray() || !answer.path("totalResults").isInt()) {
      throw new PortalException("the answer holds no results");
    }
    List<PortalRow> rows = new ArrayList<>();
    for (JsonNode result : answer.path("results")) {
      PortalRow row = new PortalRow(result);
      if (!question.isAnsweredBy(row)) {
        throw new PortalException(
            "the portal answered another question: " + row.reference() + " is none of these");
      }
      rows.add(row);
    }
    return new Rows(answer.path("totalResults").asInt(), rows);
  }

  /**
   * How many rows have which values, by field, as far as the portal says; without values that were
   * not asked for, which rows with several have beside one that was.
   */
  private Map<String, Map<String, Integer>> facets(PortalQuestion question)
      throws PortalException, InterruptedException {
    Map<String, Map<String, Integer>> facets = new TreeMap<>();
    for (JsonNode facet : answer(question.facets(search)).path("facets")) {
      Map<String, Integer> counts = new TreeMap<>();
      for (JsonNode value : facet.path("values")) {
        counts.put(value.path("rawValue").asText(), value.path("count").asInt());
      }
      String field = facet.path("name").asText();
      Optional.ofNullable(question.terms().get(field)).ifPresent(counts.keySet()::retainAll);
      facets.put(field, counts);
    }
    return facets;
  }

  private JsonNode answer(FetchRequest request) throws PortalException, InterruptedException {
    return switch (exchange.ask(request)) {
      case Fetched fetched -> json(fetched.body());
      case FetchOutcome.Failed failed -> throw new PortalException(failed.reason());
      case FetchOutcome.Refused refused -> throw new PortalException(refused.reason());
      case FetchOutcome.Deferred deferred ->
          throw new PortalException("the portal is busy, status " + deferred.status());
      case FetchOutcome.Moved moved -> throw new PortalException("it is at " + moved.to() + " now");
      case FetchOutcome.Unchanged unchanged -> throw new PortalException("there was no answer");
    };
  }

  private static JsonNode json(byte[] body) throws PortalException {
    try {
      return MAPPER.readTree(body);
    } catch (IOException e) {
      throw new PortalException("the answer is not JSON");
    }
  }
}
