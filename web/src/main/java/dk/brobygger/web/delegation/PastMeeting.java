package dk.brobygger.web.delegation;

import dk.brobygger.corpus.entry.Deadline;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.search.delegation.Delegation;
import dk.brobygger.search.delegation.Encounter;
import dk.brobygger.search.delegation.Outcome;
import dk.brobygger.search.delegation.Outcome.Result;
import dk.brobygger.search.delegation.Plan;
import dk.brobygger.web.paper.Appointment;
import dk.brobygger.web.paper.Knowledge;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A meeting that everybody was told of and that is over, and what came of it.
 *
 * @param delegation the key of its delegation
 * @param title what that is called
 * @param meeting who, when and where
 * @param due the day by which it is to be told what came of it
 * @param late whether that day is over and nobody has told
 * @param outcome what came of it, if somebody has told
 */
public record PastMeeting(
    String delegation,
    String title,
    Appointment meeting,
    LocalDate due,
    boolean late,
    Optional<Outcome> outcome) {

  /** The meetings of a delegation that are over at a moment, by time. */
  static List<PastMeeting> of(Dossier dossier, Instant now) throws IOException {
    Optional<Plan> told = dossier.told();
    if (told.isEmpty()) {
      return List.of();
    }
    Delegation delegation = dossier.delegation();
    List<Outcome> outcomes = dossier.outcomes();
    List<PastMeeting> past = new ArrayList<>();
    for (Appointment one : Appointment.of(delegation, told.get())) {
      Instant end = one.slot().end().atZone(delegation.zone()).toInstant();
      if (!end.isAfter(now)) {
        Optional<Outcome> outcome = last(outcomes, one);
        Instant due = end.plus(Outcome.DUE);
        boolean late = outcome.isEmpty() && now.isAfter(due);
        past.add(
            new PastMeeting(
                dossier.key(),
                delegation.title(),
                one,
                due.atZone(delegation.zone()).toLocalDate(),
                late,
                outcome));
      }
    }
    return past;
  }

  private static Optional<Outcome> last(List<Outcome> outcomes, Appointment meeting) {
    return outcomes.stream()
        .filter(one ->
            one.delegate().equals(meeting.delegate().id())
                && one.host().equals(meeting.host().id()))
        .reduce((first, last) -> last);
  }

  /** What it came to; empty where nobody has told. */
  public Optional<Result> result() {
    return outcome.map(Outcome::result);
  }

  /** The end of the message that names what it came to. */
  public String word() {
    return result().map(Result::word).orElse("untold");
  }

  /** The day it was told what came of it, in Brussels. */
  public LocalDate told() {
    return Deadline.day(outcome.orElseThrow().at());
  }

  /** What others are told of it; empty where nobody has told or one of the two is no entry. */
  Optional<Encounter> encounter(Knowledge knowledge) {
    Optional<EntryId> delegate =
        knowledge.party(meeting.delegate().id(), meeting.delegate().name());
    Optional<EntryId> host = knowledge.party(meeting.host().id(), meeting.host().name());
    return outcome
        .filter(told -> delegate.isPresent() && host.isPresent())
        .map(outcome ->
            new Encounter(
                delegate.orElseThrow(),
                host.orElseThrow(),
                delegation,
                title,
                meeting.slot().start().toLocalDate(),
                outcome.result(),
                outcome.by(),
                told()));
  }

  /** The name of its field in a form. */
  public String field(String of) {
    return of + " " + meeting.delegate().id() + " " + meeting.host().id();
  }
}
