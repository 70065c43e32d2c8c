package dk.brobygger.web.staff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.brobygger.corpus.entry.Deadline;
import dk.brobygger.corpus.entry.Disagreement;
import dk.brobygger.search.Desk;
import dk.brobygger.search.query.Facet;
import dk.brobygger.web.page.Press;
import dk.brobygger.web.page.Wording;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The page on which staff see what the crawler did, and where it and a person disagree. */
public final class CrawlPage {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** A fortnight of two sources. */
  private static final int RUNS = 28;

  /** As many as are looked through; how many there are is told beside. */
  private static final int NEWS = 200;

  /** As many as are shown before somebody wants to see more. */
  private static final int FIRST = 10;

  /** Prose is shown by its beginning; the whole is on the page of the entry. */
  private static final int LONGEST = 240;

  /** Fields that hold codes of countries. */
  private static final Set<String> COUNTRIES = Set.of("country", "countries", "targetCountries");

  private final Path data;
  private final Desk desk;
  private final Press press;

  /**
   * The page of a data folder.
   *
   * @param data the folder
   * @param desk the same folder, open
   * @param press makes the page
   */
  public CrawlPage(Path data, Desk desk, Press press) {
    this.data = data;
    this.desk = desk;
    this.press = press;
  }

  /** Adds the page to a server; who may see it is judged by the {@link StaffDoor}. */
  public void addTo(RoutesConfig routes) {
    routes.get("/crawls", this::show);
  }

  /**
   * The last run of one source.
   *
   * @param run what it came to
   * @param news the first of what it wrote; what is gone and changed before what is new
   */
  public record Told(CrawlRun run, List<News> news) {

    /** Those that are shown at once. */
    public List<News> first() {
      return news.subList(0, Math.min(FIRST, news.size()));
    }

    /** Those that are shown to who wants to see more. */
    public List<News> rest() {
      return news.subList(first().size(), news.size());
    }

    /** How many versions it wrote in all. */
    public long written() {
      return run.upTo() - run.after();
    }
  }

  private void show(Context context) throws IOException {
    CrawlRun.Last last = CrawlRun.last(data, RUNS);
    List<Told> told = new ArrayList<>();
    for (CrawlRun run : last.ofEachSource()) {
      told.add(new Told(run, News.of(desk.store(), run, NEWS)));
    }
    Map<String, Object> model = new HashMap<>();
    model.put("last", last);
    model.put("told", told);
    model.put(
        "disputes",
        desk.store().edited().stream().flatMap(entry -> Dispute.of(entry).stream()).toList());
    press.show(context, "staff/crawls.jte", model);
  }

  /** A moment as it is read in Denmark. */
  public static String moment(Wording wording, Instant at) {
    return wording.moment(at.atZone(Deadline.BRUSSELS).toLocalDateTime());
  }

  /** The name of the source of a run. */
  public static String source(Wording wording, CrawlRun run) {
    return wording.say("crawls.source." + run.source());
  }

  /** As much of a text as fits into a table. */
  public static String beginning(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST).strip() + "…" : text;
  }

  /**
   * What a source says of a field, in one line of words.
   *
   * @param json the value as JSON
   */
  public static String words(Wording wording, String field, String json) {
    try {
      return words(wording, field, MAPPER.readTree(json));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(field + " of a disagreement is no JSON: " + json, e);
    }
  }

  /** A value of a field in one line of words. */
  public static String words(Wording wording, String field, JsonNode value) {
    String words =
        switch (value.getNodeType()) {
          case ARRAY ->
              StreamSupport.stream(value.spliterator(), false)
                  .map(each -> words(wording, field, each))
                  .collect(Collectors.joining("; "));
          case OBJECT ->
              value.properties().stream()
                  .map(part ->
                      wording.part(part.getKey())
                          + ": "
                          + words(wording, part.getKey(), part.getValue()))
                  .collect(Collectors.joining(", "));
          default -> word(wording, field, value.asText());
        };
    return beginning(words);
  }

  /** Codes by their names. */
  private static String word(Wording wording, String field, String value) {
    return COUNTRIES.contains(field)
        ? wording.country(value)
        : field.equals("ecosystems") ? wording.value(Facet.ECOSYSTEM, value) : value;
  }

  /** Whether the words that a value was read from say more than the value. */
  public static boolean isMore(Disagreement other) {
    return other.claim().words().filter(words -> !other.value().contains(words)).isPresent();
  }
}
