package dk.brobygger.indexer.source;

import com.fasterxml.jackson.databind.JsonNode;
import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.Claim;
import dk.brobygger.corpus.entry.Deadline;
import dk.brobygger.corpus.entry.DeadlineModel;
import dk.brobygger.corpus.entry.Disagreement;
import dk.brobygger.corpus.entry.Provenance;
import dk.brobygger.corpus.entry.Timetable;
import dk.brobygger.corpus.json.EntryJson;
import dk.brobygger.indexer.extract.Dates;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The dates in the details of one topic. They stand in the overview of the call's money, in the
 * rows of this topic, with the model; else in the topic's actions. They are written as {@code
 * 2026-09-15}, as {@code 15 September 2026}, or as milliseconds of a clock of UTC that is meant to
 * show Brussels; of a list with another one in it nothing is read.
 *
 * @param opens the first day applications are taken
 * @param model how the deadlines hang together
 * @param days the days of deadlines, in order, each once
 */
record TopicDates(Optional<LocalDate> opens, Optional<DeadlineModel> model, List<LocalDate> days) {

  /** When a day ends for applications (Horizon Europe, General Annex F). */
  private static final LocalTime CLOSING = LocalTime.of(17, 0);

  /**
   * Reads details.
   *
   * @param identifier of the topic they are about
   */
  static TopicDates of(JsonNode details, String identifier) {
    List<JsonNode> rows =
        PortalBudget.rows(
                details.path("budgetOverviewJSONItem"), details.path("ccm2Id").asText(), identifier)
            .toList();
    List<JsonNode> actions = items(details.path("actions")).toList();
    List<LocalDate> days = deadlines(rows);
    return new TopicDates(
        Stream.concat(rows.stream(), actions.stream())
            .flatMap(one -> day(one.path("plannedOpeningDate")).stream())
            .min(Comparator.naturalOrder()),
        Stream.concat(
                rows.stream().map(row -> row.path("deadlineModel")),
                actions.stream().map(one -> one.path("submissionProcedure").path("abbreviation")))
            .flatMap(word -> model(word.asText()).stream())
            .findFirst(),
        days.isEmpty() ? deadlines(actions) : days);
  }

  private static Stream<JsonNode> items(JsonNode array) {
    return array.isArray() ? StreamSupport.stream(array.spliterator(), false) : Stream.empty();
  }

  private static List<LocalDate> deadlines(List<JsonNode> holders) {
    List<Optional<LocalDate>> days =
        holders.stream()
            .flatMap(one -> items(one.path("deadlineDates")))
            .map(TopicDates::day)
            .toList();
    return days.stream().allMatch(Optional::isPresent)
        ? days.stream().flatMap(Optional::stream).distinct().sorted().toList()
        : List.of();
  }

  private static Optional<LocalDate> day(JsonNode written) {
    String text = written.asText().strip();
    return text.matches("\\d{12,13}")
        ? Optional.of(
            Instant.ofEpochMilli(Long.parseLong(text)).atOffset(ZoneOffset.UTC).toLocalDate())
        : Dates.firstDay(text);
  }

  private static Optional<DeadlineModel> model(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "single-stage" -> Optional.of(DeadlineModel.SINGLE_STAGE);
      case "two-stage" -> Optional.of(DeadlineModel.TWO_STAGE);
      case "multiple cut-off" -> Optional.of(DeadlineModel.MULTIPLE_CUT_OFF);
      default -> Optional.empty();
    };
  }

  /**
   * A call with the dates that the search leaves out, and the stages of those that it gives. Where
   * the details have all the search's deadlines and more, theirs count; where they have others, or
   * another model, the search's count and theirs are kept as a disagreement.
   *
   * @param call as the search shows it
   * @param source the address of the details
   * @param day the day they were read
   */
  Call fill(Call call, URI source, LocalDate day) {
    Timetable shown = call.timetable();
    boolean isOther =
        model.isPresent()
            && shown.model() != DeadlineModel.SINGLE_STAGE
            && !model.get().equals(shown.model());
    DeadlineModel stages = isOther ? shown.model() : model.orElse(shown.model());
    Set<LocalDate> known = new HashSet<>();
    shown.deadlines().forEach(one -> known.add(one.at().toLocalDate()));
    boolean hasAll = days.containsAll(known);
    boolean disagree = !hasAll && !known.containsAll(days);
    Timetable filled =
        new Timetable(
            shown.flag(),
            shown.opens().or(() -> opens),
            stages,
            staged(stages, hasAll && !days.isEmpty() ? together(shown) : shown.deadlines()));
    List<String> said = new ArrayList<>();
    opens
        .filter(first -> first.equals(filled.opens().orElse(null)))
        .ifPresent(any -> said.add("opens"));
    model.filter(one -> !isOther).ifPresent(any -> said.add("deadlineModel"));
    if (!days.isEmpty() && !disagree) {
      said.add("deadlines");
    }
    List<String> others = new ArrayList<>();
    if (isOther) {
      others.add("deadlineModel");
    }
    if (disagree) {
      others.add("deadlines");
    }
    return call.with(
        call.text(), filled, call.terms(), provenance(call, said, others, source, day));
  }

  /** On a day that the search gives, too, its time of day counts. */
  private List<Deadline> together(Timetable shown) {
    List<Deadline> together = new ArrayList<>(shown.deadlines());
    for (LocalDate one : days) {
      if (together.stream().noneMatch(deadline -> deadline.at().toLocalDate().equals(one))) {
        together.add(new Deadline(1, one.atTime(CLOSING)));
      }
    }
    return together;
  }

  private static List<Deadline> staged(DeadlineModel model, List<Deadline> deadlines) {
    List<Deadline> ordered = deadlines.stream().sorted(Comparator.comparing(Deadline::at)).toList();
    List<Deadline> staged = new ArrayList<>();
    for (Deadline one : ordered) {
      boolean second = model == DeadlineModel.TWO_STAGE && !staged.isEmpty();
      staged.add(new Deadline(second ? 2 : one.stage(), one.at()));
    }
    return staged;
  }

  private Provenance provenance(
      Call call, List<String> said, List<String> others, URI source, LocalDate day) {
    List<Claim> claims = new ArrayList<>();
    call.provenance().claims().forEach(claim -> claims.add(withoutMissing(claim, call, said)));
    if (!said.isEmpty()) {
      claims.add(new Claim(said, Optional.empty(), source, day));
    }
    JsonNode theirs =
        EntryJson.tree(
            call.with(call.text(), own(call.timetable()), call.terms(), call.provenance()));
    List<Disagreement> disagreements =
        others.stream()
            .map(field ->
                new Disagreement(
                    field,
                    theirs.path(field).toString(),
                    new Claim(List.of(field), Optional.empty(), source, day)))
            .toList();
    Provenance before = call.provenance();
    return new Provenance(
        claims, before.unchecked(), before.edited(), disagreements, before.extra());
  }

  /** What the search left out rests upon the details alone. */
  private static Claim withoutMissing(Claim claim, Call call, List<String> said) {
    Timetable shown = call.timetable();
    List<String> fields = new ArrayList<>(claim.fields());
    if (said.contains("opens") && shown.opens().isEmpty()) {
      fields.remove("opens");
    }
    if (said.contains("deadlines") && shown.deadlines().isEmpty()) {
      fields.remove("deadlines");
    }
    return new Claim(fields, claim.words(), claim.offset(), claim.source(), claim.date());
  }

  /** As the details alone would have it. */
  private Timetable own(Timetable shown) {
    DeadlineModel own = model.orElse(shown.model());
    List<Deadline> deadlines =
        days.stream().map(one -> new Deadline(1, one.atTime(CLOSING))).toList();
    return new Timetable(shown.flag(), opens, own, staged(own, deadlines));
  }
}
