package dk.brobygger.indexer.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dk.brobygger.corpus.entry.Budget;
import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.CallFamily;
import dk.brobygger.corpus.entry.CallKind;
import dk.brobygger.corpus.entry.CallStatus;
import dk.brobygger.corpus.entry.Claim;
import dk.brobygger.corpus.entry.DeadlineModel;
import dk.brobygger.corpus.entry.Provenance;
import dk.brobygger.corpus.entry.Readiness;
import dk.brobygger.corpus.entry.Terms;
import dk.brobygger.corpus.entry.Texts;
import dk.brobygger.corpus.entry.Timetable;
import dk.brobygger.corpus.json.EntryLines;
import dk.brobygger.indexer.extract.CallText;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Topics with their full text and conditions, one JSON object a line, as a public mirror of the EU
 * portal keeps them. Their text is double-encoded and holds stray HTML, which is mended; their
 * {@code stage} is wrong and is not read. Of several copies of one topic the best is taken, as
 * {@link Harvest} says.
 */
public final class FullTextFile {

  /** The name of the source in the store. */
  public static final String SOURCE = "eu-calls-full-text";

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final LocalDate day;
  private final BiFunction<Call, LocalDate, Call> rules;
  private final Harvest harvest = new Harvest();
  private long number;

  private FullTextFile(LocalDate day, BiFunction<Call, LocalDate, Call> rules) {
    this.day = day;
    this.rules = rules;
  }

  /**
   * Reads a whole file.
   *
   * @param in the lines, not compressed; not closed
   * @param day the day they were read from the portal
   * @throws IOException if reading fails
   * @throws IllegalArgumentException if no line is a topic, or very many are none
   */
  public static SourceFile read(InputStream in, LocalDate day) throws IOException {
    return read(in, day, CallText::fill);
  }

  /**
   * Reads a whole file by these rules.
   *
   * @param rules what fills a call from its text on a day, and may stumble
   */
  static SourceFile read(InputStream in, LocalDate day, BiFunction<Call, LocalDate, Call> rules)
      throws IOException {
    FullTextFile file = new FullTextFile(day, rules);
    EntryLines.lines(in, file::line);
    if (file.number == 0) {
      throw new IllegalArgumentException("is empty, must have a topic a line");
    }
    return file.harvest.file(SOURCE, day);
  }

  private void line(Optional<byte[]> bytes) {
    number++;
    try {
      byte[] line =
          bytes.orElseThrow(() ->
              new IllegalArgumentException(
                  "is over " + EntryLines.LONGEST_LINE + " bytes, must be shorter"));
      JsonNode topic = MAPPER.readTree(line);
      if (!topic.isMissingNode()) {
        JsonRecord record = new JsonRecord(topic);
        harvest.take(call(record), record.required("reference"));
      }
    } catch (JsonProcessingException e) {
      refuse("is not JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      refuse("is not UTF-8");
    } catch (IllegalArgumentException e) {
      refuse(String.valueOf(e.getMessage()));
    } catch (RuntimeException | StackOverflowError e) {
      refuse("its reader stumbles: " + e);
    }
  }

  private void refuse(String reason) {
    harvest.refuse("line " + number, reason);
  }

  private Call call(JsonRecord topic) {
    String identifier = topic.required("topicId");
    String reference = topic.required("reference");
    CallKind kind = kind(reference);
    URI site = topic.address("portalUrl");
    Call call =
        new Call(
            PortalCall.id(kind, identifier, reference),
            kind,
            identifier,
            topic.title("title"),
            new CallFamily(
                PortalCall.programme(topic.required("programmeId")),
                topic.text("callIdentifier"),
                topic.text("callTitle"),
                Optional.empty()),
            Texts.english(topic.text("description").orElse("")),
            new Timetable(
                status(topic.required("callStatus")),
                Optional.empty(),
                model(topic, kind, identifier),
                topic.moment("deadline").map(PortalCall::deadline).map(PortalCall::first).stream()
                    .toList()),
            new Terms(
                topic.text("typesOfAction"),
                Texts.english(topic.text("topicConditions").orElse("")),
                new Budget(
                    Optional.empty(),
                    topic.count("expectedGrants"),
                    topic.amount("budgetMin"),
                    topic.amount("budgetMax")),
                Readiness.UNKNOWN,
                List.of()),
            keywords(topic, identifier),
            Optional.of(site),
            Provenance.NONE);
    Claim stated = new Claim(StatedFields.of(call), Optional.empty(), site, day);
    return rules.apply(call.withProvenance(Provenance.of(stated)), day);
  }

  /** The kind stands in the reference: {@code 51241192TOPICSen}, {@code 186661PROSPECTSEN}. */
  private static CallKind kind(String reference) {
    if (reference.contains("COMPETITIVE_CALL")) {
      return CallKind.CASCADE;
    }
    return reference.contains("PROSPECTS") ? CallKind.EXTERNAL : CallKind.TOPIC;
  }

  private static CallStatus status(String written) {
    return switch (written) {
      case "forthcoming" -> CallStatus.FORTHCOMING;
      case "open" -> CallStatus.OPEN;
      case "closed" -> CallStatus.CLOSED;
      default ->
          throw new IllegalArgumentException(
              "callStatus is \"" + written + "\", must be forthcoming, open or closed");
    };
  }

  private static DeadlineModel model(JsonRecord topic, CallKind kind, String identifier) {
    return switch (topic.raw("deadlineModel").orElse("")) {
      case "two-stage" -> DeadlineModel.TWO_STAGE;
      case "multiple cut-off" -> DeadlineModel.MULTIPLE_CUT_OFF;
      default -> PortalCall.model(kind, identifier);
    };
  }

  /** The list begins with the identifiers of topic and call, which are no keywords. */
  private static List<String> keywords(JsonRecord topic, String identifier) {
    String call = topic.raw("callIdentifier").orElse("");
    List<String> keywords = new ArrayList<>();
    for (String keyword : topic.text("keywords").orElse("").split(", ")) {
      String lower = keyword.toLowerCase(Locale.ROOT);
      if (!keyword.isBlank()
          && !lower.equals(identifier.toLowerCase(Locale.ROOT))
          && !lower.equals(call.toLowerCase(Locale.ROOT))) {
        keywords.add(keyword.strip());
      }
    }
    return keywords.stream().distinct().toList();
  }
}
