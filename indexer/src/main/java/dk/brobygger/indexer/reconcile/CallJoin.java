package dk.brobygger.indexer.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.Claim;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.Provenance;
import dk.brobygger.corpus.entry.Terms;
import dk.brobygger.corpus.entry.Texts;
import dk.brobygger.corpus.json.EntryJson;
import dk.brobygger.corpus.vocabulary.Language;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Joins a call that is known with a reading of it, field by field: of two readings the newer
 * counts, a field the newer one leaves out stays. Of two texts the full one counts, whatever their
 * days: not one that was cut short, and not a summary of less than half the length. Danish text of
 * our own stays beside English text of the portal.
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
    Map<String, Claim> supports = supports(known);
    Claim claim = read.provenance().claims().getFirst();
    for (String field : claim.fields()) {
      boolean newer = newer(claim, supports.get(field), joined.has(field));
      if (field.equals("text") ? takesText(known.text(), read.text(), newer) : newer) {
        joined.set(field, joined(joined.get(field), news.get(field)));
        supports.put(field, claim);
      }
    }
    Call call = (Call) EntryJson.read(joined);
    return withTexts(call, known, read)
        .withProvenance(
            new Provenance(
                claims(supports), stillUnchecked(known, claim), known.provenance().extra()));
  }

  /** What a reading states has been seen on a public page. */
  private static List<String> stillUnchecked(Call known, Claim read) {
    return known.provenance().unchecked().stream()
        .filter(field -> !read.fields().contains(field))
        .toList();
  }

  /** Of a budget or readiness levels, too, what the newer reading leaves out stays. */
  private static JsonNode joined(@Nullable JsonNode known, JsonNode read) {
    return known instanceof ObjectNode before && read instanceof ObjectNode after
        ? before.deepCopy().setAll(after)
        : read;
  }

  private static Map<String, Claim> supports(Call known) {
    Map<String, Claim> supports = new HashMap<>();
    for (Claim claim : known.provenance().claims()) {
      claim.fields().forEach(field -> supports.put(field, claim));
    }
    return supports;
  }

  private static boolean newer(Claim claim, @Nullable Claim before, boolean known) {
    LocalDate last = before == null ? LocalDate.MIN : before.date();
    return !known || !claim.date().isBefore(last);
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

  /** Texts in the other language are kept. */
  private static Call withTexts(Call joined, Call known, Call read) {
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
        joined.timetable(),
        new Terms(
            terms.actionType(), conditions, terms.budget(), terms.readiness(), terms.countries()),
        joined.keywords(),
        joined.site(),
        joined.provenance());
  }

  /** One claim for each source and day, naming the fields it still supports, in a fixed order. */
  private static List<Claim> claims(Map<String, Claim> supports) {
    Map<Claim, List<String>> fields = new java.util.LinkedHashMap<>();
    supports.keySet().stream()
        .sorted()
        .forEach(field -> {
          Claim claim = supports.get(field);
          if (claim != null) {
            fields.computeIfAbsent(claim, each -> new ArrayList<>()).add(field);
          }
        });
    List<Claim> claims = new ArrayList<>();
    fields.forEach((claim, names) ->
        claims.add(new Claim(names, claim.words(), claim.source(), claim.date())));
    return claims;
  }
}
