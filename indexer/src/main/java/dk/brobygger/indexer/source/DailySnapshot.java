package dk.brobygger.indexer.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dk.brobygger.corpus.entry.Budget;
import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.CallFamily;
import dk.brobygger.corpus.entry.CallKind;
import dk.brobygger.corpus.entry.CallStatus;
import dk.brobygger.corpus.entry.Claim;
import dk.brobygger.corpus.entry.Provenance;
import dk.brobygger.corpus.entry.Readiness;
import dk.brobygger.corpus.entry.Terms;
import dk.brobygger.corpus.entry.Texts;
import dk.brobygger.corpus.entry.Timetable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * A daily snapshot of all open and forthcoming topics of the EU portal: one JSON object with {@code
 * generatedAt} and the list {@code grants}. Read as a stream; memory holds one day's calls.
 *
 * <p>Of several copies of one call the best is taken, the same every day, as {@link Harvest} says.
 */
public final class DailySnapshot {

  /** The name of the source in the store. */
  public static final String SOURCE = "eu-calls-daily";

  /** Most JSON tokens of a file; a snapshot of 943 topics had 78,000 in 2026. */
  private static final long MOST_TOKENS = 10_000_000;

  private static final JsonMapper MAPPER =
      new JsonMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxTokenCount(MOST_TOKENS).build())
              .build());

  private final Harvest harvest = new Harvest();
  private Optional<LocalDate> day = Optional.empty();

  private DailySnapshot() {}

  /**
   * Reads a whole snapshot.
   *
   * @param in the JSON, not compressed; not closed
   * @throws IOException if reading fails or it is not JSON
   * @throws IllegalArgumentException if it is JSON but no snapshot
   */
  public static SourceFile read(InputStream in) throws IOException {
    DailySnapshot snapshot = new DailySnapshot();
    try (JsonParser parser = MAPPER.createParser(in)) {
      snapshot.readObject(parser);
    }
    LocalDate day =
        snapshot.day.orElseThrow(
            () -> new IllegalArgumentException("generatedAt is missing, must be a moment"));
    return snapshot.harvest.file(SOURCE, day);
  }

  private void readObject(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new IllegalArgumentException("file is no JSON object, must be a daily snapshot");
    }
    boolean grants = false;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals("generatedAt")) {
        day = Optional.of(day(parser.getText()));
      } else if (name.equals("grants") && value == JsonToken.START_ARRAY) {
        grants = true;
        readGrants(parser);
      } else {
        parser.skipChildren();
      }
    }
    if (!grants) {
      throw new IllegalArgumentException("grants is missing, must be a list: no daily snapshot");
    }
    if (parser.nextToken() != null) {
      throw new IllegalArgumentException("goes on after its object, must be one daily snapshot");
    }
  }

  private static LocalDate day(String written) {
    try {
      return Instant.parse(written).atZone(ZoneOffset.UTC).toLocalDate();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "generatedAt is \"" + written + "\", must be a moment such as 2026-04-02T05:49:12Z");
    }
  }

  private void readGrants(JsonParser parser) throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      JsonNode grant = MAPPER.readTree(parser);
      LocalDate read =
          day.orElseThrow(
              () -> new IllegalArgumentException("generatedAt is missing before the grants"));
      try {
        harvest.take(call(new JsonRecord(grant), read), grant.path("id").asText());
      } catch (IllegalArgumentException e) {
        harvest.refuse(
            grant.path("id").asText("a grant without id"), String.valueOf(e.getMessage()));
      }
    }
  }

  private static Call call(JsonRecord grant, LocalDate day) {
    CallKind kind = PortalCall.kind(grant.at("kind").required("id"));
    String identifier = grant.required("identifier");
    String title = grant.title("title");
    Optional<String> callTitle = grant.text("callTitle");
    URI site = grant.address("url");
    Call call =
        new Call(
            PortalCall.id(kind, identifier, grant.required("id")),
            kind,
            identifier,
            kind == CallKind.CASCADE ? callTitle.orElse(title) : title,
            new CallFamily(
                PortalCall.programme(
                    new JsonRecord(grant.node().path("frameworkProgrammes").path(0))
                        .required("id")),
                grant.text("callIdentifier"),
                kind == CallKind.CASCADE ? Optional.of(title) : callTitle,
                grant.text("destination")),
            Texts.english(grant.text("abstract").orElse("")),
            timetable(grant, kind, identifier),
            new Terms(
                grant.text("actionType"),
                Texts.NONE,
                budget(grant.at("budget")),
                Readiness.UNKNOWN,
                List.of()),
            List.of(),
            Optional.of(site),
            Provenance.NONE);
    return call.withProvenance(
        Provenance.of(new Claim(StatedFields.of(call), Optional.empty(), site, day)));
  }

  private static Timetable timetable(JsonRecord grant, CallKind kind, String identifier) {
    return new Timetable(
        status(grant.at("status").required("id")),
        grant.day("startDate"),
        PortalCall.model(kind, identifier),
        grant.moment("deadlineDate").map(PortalCall::deadline).map(PortalCall::first).stream()
            .toList());
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

  private static Budget budget(JsonRecord budget) {
    return new Budget(
        budget.amount("totalBudgetEur"),
        budget.count("expectedGrants"),
        budget.amount("minContributionEur"),
        budget.amount("maxContributionEur"));
  }
}
