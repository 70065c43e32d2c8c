package dk.brobygger.corpus.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.brobygger.corpus.entry.Budget;
import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.CallFamily;
import dk.brobygger.corpus.entry.Claim;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Consortium;
import dk.brobygger.corpus.entry.Deadline;
import dk.brobygger.corpus.entry.Disagreement;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.Identity;
import dk.brobygger.corpus.entry.Label;
import dk.brobygger.corpus.entry.Members;
import dk.brobygger.corpus.entry.Opportunity;
import dk.brobygger.corpus.entry.Organisation;
import dk.brobygger.corpus.entry.Participation;
import dk.brobygger.corpus.entry.Readiness;
import dk.brobygger.corpus.entry.Seat;
import dk.brobygger.corpus.entry.Standing;
import dk.brobygger.corpus.entry.Strategy;
import dk.brobygger.corpus.entry.Terms;
import dk.brobygger.corpus.entry.Texts;
import dk.brobygger.corpus.entry.Timetable;
import dk.brobygger.corpus.vocabulary.Ecosystem;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes JSON objects of entries: always the same order of fields, and only what is known. */
final class EntryWriter {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final ObjectNode out = JsonNodeFactory.instance.objectNode();

  private EntryWriter() {}

  static ObjectNode write(Entry entry) {
    EntryWriter writer = new EntryWriter();
    writer.out.put("type", entry.id().type().word()).put("id", entry.id().toString());
    switch (entry) {
      case Cluster cluster -> writer.cluster(cluster);
      case Organisation organisation -> writer.organisation(organisation);
      case Call call -> writer.call(call);
      case Opportunity opportunity -> writer.opportunity(opportunity);
    }
    writer.objects("claims", entry.provenance().claims(), EntryWriter::claim);
    writer.strings("unchecked", entry.provenance().unchecked());
    writer.strings("edited", entry.provenance().edited());
    writer.objects("disagreements", entry.provenance().disagreements(), EntryWriter::disagreement);
    entry
        .provenance()
        .extra()
        .forEach((name, value) -> writer.out.set(name, MAPPER.valueToTree(value)));
    return writer.out;
  }

  private void cluster(Cluster cluster) {
    identity(cluster.identity());
    standing(cluster.standing());
    strings("ecosystems", cluster.ecosystems().stream().map(Ecosystem::id).toList());
    object("members", cluster.members().map(EntryWriter::members));
    strategy(cluster.strategy());
  }

  private void organisation(Organisation organisation) {
    identity(organisation.identity());
    word("kind", organisation.kind());
    string("pic", organisation.pic());
    string("vat", organisation.vat());
    organisation.sme().ifPresent(sme -> out.put("sme", sme));
    texts("description", organisation.description());
    objects("projects", organisation.projects(), EntryWriter::participation);
  }

  private void call(Call call) {
    out.put("kind", Fields.wordOf(call.kind()));
    out.put("identifier", call.identifier());
    out.put("name", call.name());
    family(call.family());
    texts("text", call.text());
    timetable(call.timetable());
    terms(call.terms());
    strings("keywords", call.keywords());
    string("site", call.site());
  }

  private void opportunity(Opportunity opportunity) {
    out.put("kind", Fields.wordOf(opportunity.kind()));
    out.put("name", opportunity.name());
    out.put("country", opportunity.country());
    texts("summary", opportunity.summary());
    texts("soughtPartner", opportunity.soughtPartner());
    strings("targetCountries", opportunity.targetCountries());
    string("deadline", opportunity.deadline());
    out.put("openForInterest", opportunity.openForInterest());
  }

  private void identity(Identity identity) {
    out.put("name", identity.name());
    strings("aliases", identity.aliases());
    strings("predecessors", identity.predecessors());
    number("founded", identity.founded());
    seat(identity.seat());
    string("site", identity.site());
    strings("languages", identity.languages());
  }

  private void seat(Seat seat) {
    out.put("country", seat.country());
    string("region", seat.region());
    string("place", seat.place());
  }

  private void standing(Standing standing) {
    number("league", standing.league());
    object("label", standing.label().map(EntryWriter::label));
    strings("networks", standing.networks());
    number("staff", standing.staff());
  }

  private void strategy(Strategy strategy) {
    texts("description", strategy.description());
    texts("offers", strategy.offers());
    texts("seeks", strategy.seeks());
    strings("targetCountries", strategy.targetCountries());
    strings("cooperation", strategy.cooperation());
  }

  private void family(CallFamily family) {
    out.put("programme", family.programme());
    string("callIdentifier", family.callIdentifier());
    string("callTitle", family.callTitle());
    string("destination", family.destination());
  }

  private void timetable(Timetable timetable) {
    out.put("status", Fields.wordOf(timetable.flag()));
    string("opens", timetable.opens());
    out.put("deadlineModel", Fields.wordOf(timetable.model()));
    objects("deadlines", timetable.deadlines(), EntryWriter::deadline);
  }

  private void terms(Terms terms) {
    string("actionType", terms.actionType());
    texts("conditions", terms.conditions());
    object("budget", Optional.of(budget(terms.budget())));
    object("trl", Optional.of(readiness(terms.readiness())));
    strings("countries", terms.countries());
    object("consortium", Optional.of(consortium(terms.consortium())));
    strings("roles", terms.roles());
  }

  private static ObjectNode consortium(Consortium consortium) {
    EntryWriter writer = new EntryWriter();
    writer.number("entities", consortium.entities());
    writer.number("countries", consortium.countries());
    writer.number("memberStates", consortium.memberStates());
    return writer.out;
  }

  private static ObjectNode label(Label label) {
    EntryWriter writer = new EntryWriter();
    writer.out.put("level", Fields.wordOf(label.level()));
    writer.string("body", label.body());
    writer.string("awarded", label.awarded());
    writer.string("validUntil", label.validUntil());
    return writer.out;
  }

  private static ObjectNode members(Members members) {
    EntryWriter writer = new EntryWriter();
    writer.number("total", members.total());
    writer.number("sme", members.sme());
    writer.number("startup", members.startup());
    writer.number("large", members.large());
    writer.number("research", members.research());
    writer.number("other", members.other());
    return writer.out;
  }

  private static ObjectNode participation(Participation participation) {
    EntryWriter writer = new EntryWriter();
    writer.out.put("project", participation.project());
    writer.out.put("title", participation.title());
    writer.out.put("role", participation.role());
    writer.string("topic", participation.topic());
    return writer.out;
  }

  private static ObjectNode deadline(Deadline deadline) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("stage", deadline.stage())
        .put("at", deadline.at().toString());
  }

  private static ObjectNode budget(Budget budget) {
    EntryWriter writer = new EntryWriter();
    budget.total().ifPresent(amount -> writer.out.put("total", amount));
    writer.number("grants", budget.grants());
    budget.least().ifPresent(amount -> writer.out.put("least", amount));
    budget.most().ifPresent(amount -> writer.out.put("most", amount));
    return writer.out;
  }

  private static ObjectNode readiness(Readiness readiness) {
    EntryWriter writer = new EntryWriter();
    writer.number("start", readiness.start());
    writer.number("end", readiness.end());
    return writer.out;
  }

  private static ObjectNode claim(Claim claim) {
    EntryWriter writer = new EntryWriter();
    writer.strings("fields", claim.fields());
    writer.string("words", claim.words());
    writer.number("offset", claim.offset());
    writer.out.put("source", claim.source().toString());
    writer.out.put("date", claim.date().toString());
    return writer.out;
  }

  private static ObjectNode disagreement(Disagreement disagreement) {
    EntryWriter writer = new EntryWriter();
    writer.out.put("field", disagreement.field()).put("value", disagreement.value());
    writer.out.set("claim", claim(disagreement.claim()));
    return writer.out;
  }

  private void number(String name, Optional<Integer> number) {
    number.ifPresent(value -> out.put(name, value));
  }

  private void string(String name, Optional<?> value) {
    value.ifPresent(known -> out.put(name, known.toString()));
  }

  private void word(String name, Optional<? extends Enum<?>> constant) {
    constant.ifPresent(known -> out.put(name, Fields.wordOf(known)));
  }

  private void strings(String name, Collection<String> strings) {
    if (!strings.isEmpty()) {
      ArrayNode array = out.putArray(name);
      strings.forEach(array::add);
    }
  }

  private <T> void objects(String name, List<T> items, Function<T, ObjectNode> form) {
    if (!items.isEmpty()) {
      ArrayNode array = out.putArray(name);
      items.forEach(item -> array.add(form.apply(item)));
    }
  }

  private void object(String name, Optional<ObjectNode> object) {
    object.filter(node -> !node.isEmpty()).ifPresent(node -> out.set(name, node));
  }

  private void texts(String name, Texts texts) {
    if (!texts.isEmpty()) {
      ObjectNode byCode = out.putObject(name);
      texts.byLanguage().forEach((language, text) -> byCode.put(language.code(), text));
    }
  }
}
