package dk.brobygger.indexer.extract;

import dk.brobygger.corpus.entry.Deadline;
import dk.brobygger.corpus.entry.DeadlineModel;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads until when a call can be applied for, and from when.
 *
 * <p>A date is a deadline where words such as {@code deadline for submitting} or {@code
 * ansøgningsfrist} stand before it, no farther than a line of print; not where it is said to be for
 * questions, results or a contract. A day without time ends at 17:00, as Horizon Europe, General
 * Annex F has it.
 */
final class Deadlines {

  /** How far behind its cue a date may stand. */
  private static final int NEAR = 110;

  private static final LocalTime CLOSING = LocalTime.of(17, 0);

  private static final Pattern CUE =
      Pattern.compile(
          "(?iu)\\b(?:deadlines?|closing dates?|closes(?: on)?|cut-?off(?: dates?)?|submission"
              + " dates?|submitted (?:by|before|no later than)|(?:apply|received|submit)"
              + " (?:by|before|no later than)|due"
              + " (?:on|by|date)|ansøgningsfrist(?:en|er)?|frist(?:en|er)?|ansøg(?:ning(?:en)?|e)?"
              + " senest|modtage[st] senest|lukker(?: den)?|indsendes (?:senest|inden)|stage"
              + " [12]|first stage|second stage|trin [12]|første trin|andet trin)\\b");

  private static final Pattern OPENING =
      Pattern.compile(
          "(?iu)\\b(?:opening(?: date)?|opens(?: on)?|open from|submission opens|åbner(?:"
              + " den)?|åbningsdato|åben(?:t)? fra|søges?(?: \\p{L}+){0,3} fra|planned opening"
              + " date)\\b");

  /** What else dates of a call are for. */
  private static final Pattern ELSE =
      Pattern.compile(
          "(?iu)\\b(?:quer(?:y|ies)|questions?|q&a|evaluation|information to|results?|grant"
              + " agreement|signature|registration|register|event|info"
              + " ?days?|webinar|publication|published|last"
              + " updated?|spørgsmål|evaluering|svar|afgørelse|tilmelding|infomøde|offentliggjort|opdateret|webinar|projektstart|start"
              + " of|briefing)\\b");

  private static final Pattern SECOND =
      Pattern.compile(
          "(?iu)\\b(?:stage 2|second[- ]stage|full proposals?|full applications?|2nd stage|trin"
              + " 2|andet trin|fuld(?:e|stændig)? ansøgning(?:er)?)\\b");

  private static final Pattern FIRST =
      Pattern.compile(
          "(?iu)\\b(?:stage 1|first[- ]stage|1st stage|short"
              + " proposals?|pre-?proposals?|outlines?|concept notes?|trin 1|første"
              + " trin|interessetilkendegivelse(?:r)?|prækvalifikation)\\b");

  private static final Pattern TWO_STAGE =
      Pattern.compile("(?iu)\\btwo[- ]stages?\\b|\\bto trin\\b|totrins");

  private static final Pattern CUT_OFF =
      Pattern.compile(
          "(?iu)\\bcut-?offs?\\b|multiple deadlines|flere ansøgningsfrister|løbende frister");

  private static final Pattern CONTINUOUS =
      Pattern.compile(
          "(?iu)continuously open|applications (?:are|can be) (?:accepted|submitted)"
              + " (?:continuously|at any time)|rolling basis|ansøg(?:es|e|ninger)? løbende|løbende"
              + " ansøgning|kan søges løbende");

  private static final Pattern SENTENCE_END =
      Pattern.compile("[.!?]\\s*\\n|\\n[^\\n]*\\n|[.!?;]\\s*\\p{Lu}\\p{Ll}");

  private Deadlines() {}

  /** The deadlines, in the order of the text, each moment once. */
  static List<Found<Deadline>> of(String text) {
    Map<LocalDateTime, Found<Deadline>> deadlines = new LinkedHashMap<>();
    for (Found<Dates.Moment> date : Dates.of(text)) {
      cueBefore(CUE, text, 0, date)
          .filter(cue -> !isElse(text, cue, date))
          .map(cue -> deadline(text, cue, date))
          .ifPresent(deadline -> deadlines.putIfAbsent(deadline.value().at(), deadline));
    }
    return List.copyOf(deadlines.values());
  }

  private static Found<Deadline> deadline(String text, int cue, Found<Dates.Moment> date) {
    Dates.Moment moment = date.value();
    Deadline deadline =
        new Deadline(stage(text, cue, date), moment.day().atTime(moment.time().orElse(CLOSING)));
    return new Found<>(deadline, cue, date.end());
  }

  /** How the deadlines hang together, where the text says it. */
  static Optional<DeadlineModel> model(String text, List<Found<Deadline>> deadlines) {
    if (deadlines.stream().anyMatch(one -> one.value().stage() == 2)) {
      return Optional.of(DeadlineModel.TWO_STAGE);
    }
    if (TWO_STAGE.matcher(text).find() && deadlines.size() < 2) {
      return Optional.of(DeadlineModel.TWO_STAGE);
    }
    if (deadlines.size() > 1) {
      return Optional.of(DeadlineModel.MULTIPLE_CUT_OFF);
    }
    if (CONTINUOUS.matcher(text).find() && deadlines.isEmpty()) {
      return Optional.of(DeadlineModel.CONTINUOUS);
    }
    return CUT_OFF.matcher(text).find() || deadlines.isEmpty()
        ? Optional.empty()
        : Optional.of(DeadlineModel.SINGLE_STAGE);
  }

  /** The first day applications are taken. */
  static Optional<Found<LocalDate>> opening(String text) {
    for (Found<Dates.Moment> date : Dates.of(text)) {
      Optional<Integer> cue = cueBefore(OPENING, text, 0, date);
      if (cue.isPresent() && cueBefore(CUE, text, cue.get(), date).isEmpty()) {
        return Optional.of(new Found<>(date.value().day(), cue.get(), date.end()));
      }
    }
    return Optional.empty();
  }

  /** Where the first cue of the sentence before a date begins, if it is near and not too early. */
  private static Optional<Integer> cueBefore(
      Pattern pattern, String text, int earliest, Found<Dates.Moment> date) {
    int from = Math.max(earliest, date.start() - NEAR);
    int line = from + text.substring(from, date.start()).lastIndexOf('\n') + 1;
    Optional<Integer> cue = cueFrom(pattern, text, line, date);
    return cue.isPresent() || line == from ? cue : cueFrom(pattern, text, from, date);
  }

  private static Optional<Integer> cueFrom(
      Pattern pattern, String text, int from, Found<Dates.Moment> date) {
    Matcher cue = pattern.matcher(text).region(from, date.start());
    while (cue.find()) {
      if (!endsBetween(text.substring(cue.start(), date.start()))) {
        return Optional.of(cue.start());
      }
    }
    return Optional.empty();
  }

  /** A sentence ends between cue and date where a full stop and a capital follow each other. */
  private static boolean endsBetween(String between) {
    return SENTENCE_END.matcher(between).find();
  }

  /** Between cue and date, or right before the cue in the same line. */
  private static boolean isElse(String text, int cue, Found<Dates.Moment> date) {
    String near = text.substring(Math.max(0, cue - 40), cue);
    String before = near.substring(Math.max(near.lastIndexOf('\n'), near.lastIndexOf('.')) + 1);
    String between = text.substring(cue, date.start());
    return ELSE.matcher(between).find() || ELSE.matcher(before).find();
  }

  private static int stage(String text, int cue, Found<Dates.Moment> date) {
    String around = text.substring(Math.max(0, cue - 40), date.start());
    Matcher second = SECOND.matcher(around);
    Matcher first = FIRST.matcher(around);
    int lastSecond = -1;
    int lastFirst = -1;
    while (second.find()) {
      lastSecond = second.start();
    }
    while (first.find()) {
      lastFirst = first.start();
    }
    return lastSecond > lastFirst ? 2 : 1;
  }
}
