package dk.brobygger.indexer.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.Claim;
import dk.brobygger.corpus.entry.Deadline;
import dk.brobygger.corpus.entry.DeadlineModel;
import dk.brobygger.corpus.entry.Disagreement;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.Provenance;
import dk.brobygger.corpus.entry.Terms;
import dk.brobygger.corpus.entry.Texts;
import dk.brobygger.corpus.entry.Timetable;
import dk.brobygger.corpus.json.EntryJson;
import dk.brobygger.corpus.vocabulary.Language;
import java.net.URI;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Joins a call that is known with a reading of it, field by field: of two readings the newer
 * counts, a field the newer one leaves out stays. Of two texts the full one counts, whatever their
 * days: not one that was cut short, and not a summary of less than half the length. Danish text of
 * our own stays beside English text of the portal, and of a call of two stages the second deadline,
 * which the feed does not tell. A field that a person has set is never changed. What one part of a
 * reading says otherwise than the rest is kept as a disagreement, until that source is read again.
 */
public final class CallJoin {

  /** How the portal's feed ends a text that it cut short. */
  private static final String CUT_SHORT = "…";

  private CallJoin() {}

  /** The known entry with what the reading adds and changes; not calls are replaced. */
  public static Entry join(Entry known, Entry read) {
    return known instanceof Call before && read instanceof Call after ? join(before, after) : read;
  }

  private static Call join(Call known, Call read) {
    ObjectNode joined = EntryJson.tree(known);
    ObjectNode news = EntryJson.tree(read);
    Supports supports = Supports.of(known.provenance().claims());
    Supports fresh = Supports.of(read.provenance().claims());
    for (String field : fresh.fields()) {
      boolean newer = newer(fresh.newest(field), supports.newest(field), joined.has(field));
      boolean taken = field.equals("text") ? takesText(known.text(), read.text(), newer) : newer;
      if (taken && news.has(field) && !known.provenance().edited().contains(field)) {
        joined.set(field, joined(joined.get(field), news.get(field)));
        supports.set(field, fresh.on(field));
      }
    }
    Call call = (Call) EntryJson.read(joined);
    return withWhatIsKept(call, known, read)
        .withProvenance(
            new Provenance(
                supports.claims(known.provenance().claims()),
                stillUnchecked(known, fresh),
                known.provenance().edited(),
                disagreements(known.provenance(), read.provenance()),
                known.provenance().extra()));
  }

  /** What each source of the reading says otherwise now, and what other sources said before. */
  private static List<Disagreement> disagreements(Provenance known, Provenance read) {
    Set<URI> heard = new HashSet<>();
    read.claims().forEach(claim -> heard.add(claim.source()));
    read.disagreements().forEach(one -> heard.add(one.claim().source()));
    return Stream.concat(
            known.disagreements().stream().filter(one -> !heard.contains(one.claim().source())),
            read.disagreements().stream())
        .toList();
  }

  /** What a reading states has been seen on a public page. */
  private static List<String> stillUnchecked(Call known, Supports read) {
    return known.provenance().unchecked().stream()
        .filter(field -> read.on(field).isEmpty())
        .toList();
  }

  /** Of a budget or readiness levels, too, what the newer reading leaves out stays. */
  private static JsonNode joined(@Nullable JsonNode known, JsonNode read) {
    return known instanceof ObjectNode before && read instanceof ObjectNode after
        ? before.deepCopy().setAll(after)
        : read;
  }

  /** Of two stages the feed tells the first deadline alone; the second one that is known stays. */
  private static Timetable bothStages(Timetable joined, Timetable known) {
    List<Deadline> told = joined.deadlines();
    if (joined.model() != DeadlineModel.TWO_STAGE || told.stream().anyMatch(CallJoin::isSecond)) {
      return joined;
    }
    Stream<Deadline> second =
        known.deadlines().stream()
            .filter(CallJoin::isSecond)
            .filter(late -> told.stream().allMatch(one -> one.at().isBefore(late.at())));
    return new Timetable(
        joined.flag(),
        joined.opens(),
        joined.model(),
        Stream.concat(told.stream(), second).toList());
  }

  private static boolean isSecond(Deadline deadline) {
    return deadline.stage() == 2;
  }

  private static boolean newer(Optional<Claim> read, Optional<Claim> before, boolean known) {
    LocalDate last = before.map(Claim::date).orElse(LocalDate.MIN);
    return !known || read.filter(claim -> !claim.date().isBefore(last)).isPresent();
  }

  private static boolean takesText(Texts known, Texts read, boolean newer) {
    Optional<String> before = english(known);
    Optional<String> after = english(read);
    if (before.isEmpty() || after.isEmpty()) {
      return after.isPresent();
    }
    if (isFull(before.get(), after.get()) != isFull(after.get(), before.get())) {
      return isFull(after.get(), before.get());
    }
    return newer;
  }

  private static boolean isFull(String text, String beside) {
    boolean cutShort = text.endsWith(CUT_SHORT) && text.length() <= beside.length();
    return !cutShort && text.length() * 2 >= beside.length();
  }

  private static Optional<String> english(Texts texts) {
    return Optional.ofNullable(texts.byLanguage().get(Language.EN));
  }

  /** Texts in the other language are kept, and the deadline of a second stage. */
  private static Call withWhatIsKept(Call joined, Call known, Call read) {
    Texts text = joined.text().or(known.text()).or(read.text());
    Terms terms = joined.terms();
    Texts conditions =
        terms.conditions().or(known.terms().conditions()).or(read.terms().conditions());
    return new Call(
        joined.id(),
        joined.kind(),
        joined.identifier(),
        joined.name(),
        joined.family(),
        text,
        bothStages(joined.timetable(), known.timetable()),
        new Terms(
            terms.actionType(),
            conditions,
            terms.budget(),
            terms.readiness(),
            terms.countries(),
            terms.consortium(),
            terms.roles()),
        joined.keywords(),
        joined.site(),
        joined.provenance());
  }
}
