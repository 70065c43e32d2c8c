package dk.brobygger.indexer.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.CallFamily;
import dk.brobygger.corpus.entry.CallKind;
import dk.brobygger.corpus.entry.CallStatus;
import dk.brobygger.corpus.entry.Claim;
import dk.brobygger.corpus.entry.Deadline;
import dk.brobygger.corpus.entry.DeadlineModel;
import dk.brobygger.corpus.entry.Provenance;
import dk.brobygger.corpus.entry.Readiness;
import dk.brobygger.corpus.entry.Terms;
import dk.brobygger.corpus.entry.Texts;
import dk.brobygger.corpus.entry.Timetable;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * One row of an answer of the portal's search. Every value in its metadata is a list of strings,
 * some of them JSON or HTML inside.
 */
final class PortalRow {

  private static final JsonMapper MAPPER = new JsonMapper();

  private static final String PAGES =
      "https://ec.europa.eu/info/funding-tenders/opportunities/portal/screen/opportunities/topic-details/";

  private static final DateTimeFormatter MOMENT =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd'T'HH:mm:ss[.SSS]")
          .optionalStart()
          .appendOffset("+HHMM", "Z")
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HH:MM", "Z")
          .toFormatter(Locale.ROOT);

  private final JsonNode metadata;
  private final JsonRecord record;
  private final String reference;

  PortalRow(JsonNode result) {
    this.metadata = result.path("metadata");
    this.reference = result.path("reference").asText();
    ObjectNode firsts = JsonNodeFactory.instance.objectNode();
    metadata
        .properties()
        .forEach(field -> firsts.put(field.getKey(), field.getValue().path(0).asText()));
    this.record = new JsonRecord(firsts);
  }

  /** What sets a row apart from all others. */
  String reference() {
    return reference;
  }

  /** Old copies remain in the portal under the name of another collection. */
  boolean isOldCopy() {
    return record.raw("DATASOURCE").filter(source -> !source.equals("SEDIA")).isPresent();
  }

  /** Whether the row has one of these values, as was asked for. */
  boolean answers(String field, List<String> values) {
    return values(field).stream().anyMatch(values::contains);
  }

  private List<String> values(String field) {
    return StreamSupport.stream(metadata.path(field).spliterator(), false)
        .map(JsonNode::asText)
        .filter(value -> !value.isBlank())
        .toList();
  }

  /**
   * The call.
   *
   * @throws IllegalArgumentException if the row is none
   */
  Call call(LocalDate day) {
    CallKind kind = PortalCall.kind(record.required("type"));
    String identifier = record.required("identifier");
    String title = record.title("title");
    Optional<String> callTitle = record.text("callTitle");
    URI site = site(identifier);
    Call call =
        new Call(
            PortalCall.id(kind, identifier, reference),
            kind,
            identifier,
            kind == CallKind.CASCADE ? callTitle.orElse(title) : title,
            new CallFamily(
                PortalCall.programme(record.required("frameworkProgramme")),
                record.text("callIdentifier"),
                kind == CallKind.CASCADE ? Optional.of(title) : callTitle,
                Optional.empty()),
            Texts.english(record.text("descriptionByte").orElse("")),
            timetable(kind, identifier),
            new Terms(
                record.text("typesOfAction").map(type -> type.replaceAll("\\s+", " ")),
                Texts.NONE,
                PortalBudget.of(
                    json("budgetOverview"), record.raw("ccm2Id").orElse(""), identifier),
                Readiness.UNKNOWN,
                List.of()),
            keywords(identifier),
            Optional.of(site),
            Provenance.NONE);
    return call.withProvenance(
        Provenance.of(new Claim(StatedFields.of(call), Optional.empty(), site, day)));
  }

  /** The page for people; some rows give that for machines. */
  private URI site(String identifier) {
    return record.raw("url").filter(url -> !url.endsWith(".json")).isPresent()
        ? record.address("url")
        : URI.create(PAGES + identifier.replace(" ", "%20"));
  }

  private Timetable timetable(CallKind kind, String identifier) {
    DeadlineModel model =
        switch (record.raw("deadlineModel").orElse("")) {
          case "single-stage" -> DeadlineModel.SINGLE_STAGE;
          case "two-stage" -> DeadlineModel.TWO_STAGE;
          case "multiple cut-off" -> DeadlineModel.MULTIPLE_CUT_OFF;
          default -> PortalCall.model(kind, identifier);
        };
    return new Timetable(
        status(record.required("status")),
        values("startDate").stream()
            .findFirst()
            .map(start -> moment("startDate", start).toLocalDate()),
        model,
        deadlines(model));
  }

  private List<Deadline> deadlines(DeadlineModel model) {
    List<LocalDateTime> moments =
        values("deadlineDate").stream()
            .map(written -> PortalCall.deadline(moment("deadlineDate", written)))
            .distinct()
            .sorted()
            .toList();
    List<Deadline> deadlines = new ArrayList<>();
    for (int place = 0; place < moments.size(); place++) {
      int stage = model == DeadlineModel.TWO_STAGE && place > 0 ? 2 : 1;
      deadlines.add(new Deadline(stage, moments.get(place)));
    }
    return deadlines;
  }

  /**
   * Written with an offset, and then the clock of UTC is what a clock in Brussels is meant to show:
   * {@code 17:00+0000} and, in older rows, {@code 19:00+0200}.
   */
  private static LocalDateTime moment(String field, String written) {
    try {
      return OffsetDateTime.parse(written, MOMENT)
          .withOffsetSameInstant(ZoneOffset.UTC)
          .toLocalDateTime();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          field + " is \"" + written + "\", must be a moment such as 2026-09-15T17:00:00.000+0000",
          e);
    }
  }

  private static CallStatus status(String code) {
    return switch (code) {
      case "31094501" -> CallStatus.FORTHCOMING;
      case "31094502" -> CallStatus.OPEN;
      case "31094503" -> CallStatus.CLOSED;
      default ->
          throw new IllegalArgumentException(
              "status is \"" + code + "\", must be 31094501, 31094502 or 31094503");
    };
  }

  private JsonNode json(String field) {
    try {
      return MAPPER.readTree(record.raw(field).orElse("{}"));
    } catch (JsonProcessingException e) {
      return JsonNodeFactory.instance.objectNode();
    }
  }

  /** A list, or a list written into its only value; the identifiers among them are no keywords. */
  private List<String> keywords(String identifier) {
    JsonNode inside = json("keywords");
    List<String> written =
        inside.isArray()
            ? StreamSupport.stream(inside.spliterator(), false).map(JsonNode::asText).toList()
            : values("keywords");
    String call = record.raw("callIdentifier").orElse("");
    return written.stream()
        .map(dk.brobygger.indexer.page.CleanText::of)
        .filter(word ->
            !word.isBlank() && !word.equalsIgnoreCase(identifier) && !word.equalsIgnoreCase(call))
        .distinct()
        .toList();
  }
}
