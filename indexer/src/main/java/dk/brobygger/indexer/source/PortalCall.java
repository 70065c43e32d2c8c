package dk.brobygger.indexer.source;

import dk.brobygger.corpus.entry.CallKind;
import dk.brobygger.corpus.entry.Deadline;
import dk.brobygger.corpus.entry.DeadlineModel;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.entry.EntryType;
import dk.brobygger.corpus.vocabulary.Programme;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;

/** How the EU's Funding and Tenders Portal writes what a call is, and how we read it. */
final class PortalCall {

  /** When a day's deadline falls, where only the day is given (Horizon Europe, Annex F). */
  private static final LocalTime CLOSING = LocalTime.of(17, 0);

  /** The language at the end of a reference: {@code 13501COMPETITIVE_CALLen}. */
  private static final Pattern LANGUAGE = Pattern.compile("(?<=CALL)[a-zA-Z]{2}$");

  private PortalCall() {}

  /**
   * Topics are known by their identifier: one may appear in two languages and under two titles.
   * Cascade calls all carry the identifier of the project's topic, so they are known by their
   * reference without the language at its end.
   */
  static EntryId id(CallKind kind, String identifier, String reference) {
    String key =
        kind == CallKind.CASCADE ? LANGUAGE.matcher(reference).replaceFirst("") : identifier;
    return new EntryId(EntryType.CALL, key.replaceAll("\\s+", "_"));
  }

  static CallKind kind(String type) {
    return switch (type) {
      case "1" -> CallKind.TOPIC;
      case "2" -> CallKind.EXTERNAL;
      case "8" -> CallKind.CASCADE;
      default -> throw new IllegalArgumentException("kind is \"" + type + "\", must be 1, 2 or 8");
    };
  }

  static String programme(String code) {
    return Programme.ofPortalCode(code).map(Programme::id).orElse(code);
  }

  /** Written as UTC but meant as Brussels; midnight stands for the day, which ends at 17:00. */
  static LocalDateTime deadline(LocalDateTime at) {
    return at.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? at.with(CLOSING)
        : at.truncatedTo(ChronoUnit.MINUTES);
  }

  /**
   * The only deadline given: of a two-stage topic it is that of the first stage (compared with the
   * search API's answer for HORIZON-MISS-2027-05-SOIL-01-two-stage, which gives both).
   */
  static Deadline first(LocalDateTime at) {
    return new Deadline(1, at);
  }

  /** Where the model is not said, the identifier of a two-stage topic says so. */
  static DeadlineModel model(CallKind kind, String identifier) {
    return kind == CallKind.TOPIC && identifier.toLowerCase(Locale.ROOT).contains("two-stage")
        ? DeadlineModel.TWO_STAGE
        : DeadlineModel.SINGLE_STAGE;
  }
}
