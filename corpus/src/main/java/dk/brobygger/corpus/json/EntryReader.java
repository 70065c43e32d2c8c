package dk.brobygger.corpus.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.brobygger.corpus.entry.Budget;
import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.CallFamily;
import dk.brobygger.corpus.entry.CallKind;
import dk.brobygger.corpus.entry.CallStatus;
import dk.brobygger.corpus.entry.Claim;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Consortium;
import dk.brobygger.corpus.entry.Deadline;
import dk.brobygger.corpus.entry.DeadlineModel;
import dk.brobygger.corpus.entry.Disagreement;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.entry.EntryType;
import dk.brobygger.corpus.entry.Identity;
import dk.brobygger.corpus.entry.Label;
import dk.brobygger.corpus.entry.LabelLevel;
import dk.brobygger.corpus.entry.Members;
import dk.brobygger.corpus.entry.Opportunity;
import dk.brobygger.corpus.entry.OpportunityKind;
import dk.brobygger.corpus.entry.Organisation;
import dk.brobygger.corpus.entry.OrganisationKind;
import dk.brobygger.corpus.entry.Participation;
import dk.brobygger.corpus.entry.Provenance;
import dk.brobygger.corpus.entry.Readiness;
import dk.brobygger.corpus.entry.Seat;
import dk.brobygger.corpus.entry.Standing;
import dk.brobygger.corpus.entry.Strategy;
import dk.brobygger.corpus.entry.Terms;
import dk.brobygger.corpus.entry.Timetable;
import dk.brobygger.corpus.vocabulary.Ecosystem;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Makes entries of JSON objects, field by field. */
final class EntryReader {

  private EntryReader() {}

  static Entry read(ObjectNode object) {
    Fields fields = new Fields("", object);
    EntryId id = EntryId.of(fields.required("id"));
    EntryType type = EntryType.of(fields.string("type").orElse(id.type().word()));
    if (type != id.type()) {
      throw new BadEntryException("type is \"" + type.word() + "\", must be that of the id " + id);
    }
    return switch (type) {
      case CLUSTER -> cluster(id, fields);
      case ORGANISATION -> organisation(id, fields);
      case CALL -> call(id, fields);
      case OPPORTUNITY -> opportunity(id, fields);
    };
  }

  private static Cluster cluster(EntryId id, Fields fields) {
    return new Cluster(
        id,
        identity(fields),
        standing(fields),
        ecosystems(fields),
        fields.object("members").map(EntryReader::members),
        strategy(fields),
        provenance(fields));
  }

  private static Organisation organisation(EntryId id, Fields fields) {
    return new Organisation(
        id,
        identity(fields),
        fields.word("kind", OrganisationKind.class),
        fields.string("pic"),
        fields.string("vat"),
        fields.truth("sme"),
        fields.texts("description"),
        fields.objects("projects").stream().map(EntryReader::participation).toList(),
        provenance(fields));
  }

  private static Call call(EntryId id, Fields fields) {
    return new Call(
        id,
        fields.word("kind", CallKind.class).orElse(CallKind.TOPIC),
        fields.string("identifier").orElse(id.key()),
        fields.required("name"),
        family(fields),
        fields.texts("text"),
        timetable(fields),
        terms(fields),
        fields.strings("keywords"),
        fields.address("site"),
        provenance(fields));
  }

  private static Opportunity opportunity(EntryId id, Fields fields) {
    return new Opportunity(
        id,
        fields
            .word("kind", OpportunityKind.class)
            .orElseThrow(() -> new BadEntryException("kind is missing, must be a string")),
        fields.required("name"),
        fields.required("country"),
        fields.texts("summary"),
        fields.texts("soughtPartner"),
        fields.strings("targetCountries"),
        fields.date("deadline"),
        fields.truth("openForInterest").orElse(false),
        provenance(fields));
  }

  private static Identity identity(Fields fields) {
    return new Identity(
        fields.required("name"),
        fields.strings("aliases"),
        fields.strings("predecessors"),
        fields.integer("founded"),
        new Seat(fields.required("country"), fields.string("region"), fields.string("place")),
        fields.address("site"),
        fields.strings("languages"));
  }

  private static Standing standing(Fields fields) {
    return new Standing(
        fields.integer("league"),
        fields.object("label").map(EntryReader::label),
        fields.strings("networks"),
        fields.integer("staff"));
  }

  private static Label label(Fields fields) {
    Label label =
        new Label(
            fields
                .word("level", LabelLevel.class)
                .orElseThrow(
                    () -> new BadEntryException("label.level is missing, must be a string")),
            fields.string("body"),
            fields.date("awarded"),
            fields.date("validUntil"));
    fields.refuseRest("level, body, awarded or validUntil");
    return label;
  }

  private static Set<Ecosystem> ecosystems(Fields fields) {
    Set<Ecosystem> ecosystems = EnumSet.noneOf(Ecosystem.class);
    fields.strings("ecosystems").forEach(id -> ecosystems.add(Ecosystem.of(id)));
    return ecosystems;
  }

  private static Members members(Fields fields) {
    Members members =
        new Members(
            fields.integer("total"),
            fields.integer("sme"),
            fields.integer("startup"),
            fields.integer("large"),
            fields.integer("research"),
            fields.integer("other"));
    fields.refuseRest("total, sme, startup, large, research or other");
    return members;
  }

  private static Strategy strategy(Fields fields) {
    return new Strategy(
        fields.texts("description"),
        fields.texts("offers"),
        fields.texts("seeks"),
        fields.strings("targetCountries"),
        fields.strings("cooperation"));
  }

  private static Participation participation(Fields fields) {
    Participation participation =
        new Participation(
            fields.required("project"),
            fields.required("title"),
            fields.required("role"),
            fields.string("topic"));
    fields.refuseRest("project, title, role or topic");
    return participation;
  }

  private static CallFamily family(Fields fields) {
    return new CallFamily(
        fields.required("programme"),
        fields.string("callIdentifier"),
        fields.string("callTitle"),
        fields.string("destination"));
  }

  private static Timetable timetable(Fields fields) {
    return new Timetable(
        fields.word("status", CallStatus.class).orElse(CallStatus.FORTHCOMING),
        fields.date("opens"),
        fields.word("deadlineModel", DeadlineModel.class).orElse(DeadlineModel.SINGLE_STAGE),
        fields.objects("deadlines").stream().map(EntryReader::deadline).toList());
  }

  private static Deadline deadline(Fields fields) {
    Deadline deadline =
        new Deadline(
            fields.integer("stage").orElse(1),
            fields
                .moment("at")
                .orElseThrow(() ->
                    new BadEntryException(
                        fields.path("at") + " is missing, must be a date and time")));
    fields.refuseRest("stage or at");
    return deadline;
  }

  private static Terms terms(Fields fields) {
    return new Terms(
        fields.string("actionType"),
        fields.texts("conditions"),
        fields.object("budget").map(EntryReader::budget).orElse(Budget.UNKNOWN),
        fields.object("trl").map(EntryReader::readiness).orElse(Readiness.UNKNOWN),
        fields.strings("countries"),
        fields.object("consortium").map(EntryReader::consortium).orElse(Consortium.UNKNOWN),
        fields.strings("roles"));
  }

  private static Consortium consortium(Fields fields) {
    Consortium consortium =
        new Consortium(
            fields.integer("entities"),
            fields.integer("countries"),
            fields.integer("memberStates"));
    fields.refuseRest("entities, countries or memberStates");
    return consortium;
  }

  private static Budget budget(Fields fields) {
    Budget budget =
        new Budget(
            fields.whole("total"),
            fields.integer("grants"),
            fields.whole("least"),
            fields.whole("most"));
    fields.refuseRest("total, grants, least or most");
    return budget;
  }

  private static Readiness readiness(Fields fields) {
    Readiness readiness = new Readiness(fields.integer("start"), fields.integer("end"));
    fields.refuseRest("start or end");
    return readiness;
  }

  /** Last of all: whatever no other part took is kept as extra. */
  private static Provenance provenance(Fields fields) {
    return new Provenance(
        fields.objects("claims").stream().map(EntryReader::claim).toList(),
        fields.names("unchecked"),
        fields.names("edited"),
        fields.objects("disagreements").stream().map(EntryReader::disagreement).toList(),
        fields.rest());
  }

  private static Disagreement disagreement(Fields fields) {
    Disagreement disagreement =
        new Disagreement(
            fields.required("field"),
            fields.required("value"),
            required(fields.object("claim").map(EntryReader::claim), fields.path("claim")));
    fields.refuseRest("field, value or claim");
    return disagreement;
  }

  private static Claim claim(Fields fields) {
    Claim claim =
        new Claim(
            fields.strings("fields"),
            fields.string("words"),
            fields.integer("offset"),
            required(fields.address("source"), fields.path("source")),
            required(fields.date("date"), fields.path("date")));
    fields.refuseRest("fields, words, offset, source or date");
    return claim;
  }

  private static <T> T required(Optional<T> value, String path) {
    return value.orElseThrow(() -> new BadEntryException(path + " is missing"));
  }
}
