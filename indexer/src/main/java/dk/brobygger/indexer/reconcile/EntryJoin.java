package dk.brobygger.indexer.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.Claim;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Disagreement;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.Opportunity;
import dk.brobygger.corpus.entry.Organisation;
import dk.brobygger.corpus.entry.Provenance;
import dk.brobygger.corpus.json.EntryJson;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Joins what is known of a cluster or organisation with what one reading says of it, field by
 * field.
 *
 * <ul>
 *   <li>A field that a person has set is never changed.
 *   <li>Otherwise the better source counts, as {@link Worth} says; what the loser said is kept as a
 *       disagreement, with where it was read.
 *   <li>A field the reading leaves out stays, and so do texts in the other language.
 *   <li>Other names, predecessors, networks and projects add up. A name that gives way becomes one
 *       of the other names, so that a rename keeps its history.
 *   <li>What is written in capitals only, as all names in CORDIS, gives way to the same or another
 *       name or place in ordinary writing; it becomes one of the other names, too.
 *   <li>A place that changes takes its region with it.
 * </ul>
 *
 * <p>Calls are joined by {@link CallJoin}; an opportunity is replaced.
 */
public final class EntryJoin {

  /** Lists that keep what they had. */
  private static final Set<String> ADDING =
      Set.of("aliases", "predecessors", "networks", "projects");

  /** Objects whose parts may come from several readings; a label belongs together. */
  static final Set<String> OF_PARTS = Set.of("members", "description", "offers", "seeks");

  /** One order, so that joining again gives the same. */
  private static final Comparator<Disagreement> BY_FIELD_AND_SOURCE =
      Comparator.comparing(Disagreement::field).thenComparing(one -> one.claim().source());

  private final ObjectNode joined;
  private final ObjectNode news;
  private final Supports known;
  private final Supports fresh;
  private final Provenance provenance;
  private final Worth worth;
  private final String placeBefore;
  private final List<Disagreement> disagreements;
  private final List<Disagreement> disputed;

  private EntryJoin(Entry before, Entry read) {
    this.disputed = read.provenance().disagreements();
    this.joined = EntryJson.tree(before);
    this.news = EntryJson.tree(read);
    this.provenance = before.provenance();
    this.known = Supports.of(provenance.claims());
    this.fresh = Supports.of(read.provenance().claims());
    this.placeBefore = joined.path("place").asText();
    this.worth = new Worth(site(before).or(() -> site(read)));
    this.disagreements = new ArrayList<>(provenance.disagreements());
  }

  /** The known entry with what the reading adds and changes. */
  public static Entry join(Entry known, Entry read) {
    return switch (known) {
      case Call call -> CallJoin.join(call, read);
      case Opportunity opportunity -> read;
      case Cluster cluster -> new EntryJoin(known, read).joined();
      case Organisation organisation -> new EntryJoin(known, read).joined();
    };
  }

  private static Optional<URI> site(Entry entry) {
    return switch (entry) {
      case Cluster cluster -> cluster.identity().site();
      case Organisation organisation -> organisation.identity().site();
      case Call call -> call.site();
      case Opportunity opportunity -> Optional.empty();
    };
  }

  private Entry joined() {
    for (String field : fresh.fields()) {
      JsonNode value = news.get(field);
      if (value != null) {
        join(field, value);
      }
    }
    disputed.forEach(this::dispute);
    mendSeat();
    Entry entry = EntryJson.read(joined);
    return entry.withProvenance(
        new Provenance(
            known.claims(provenance.claims()),
            provenance.unchecked().stream().filter(field -> known.on(field).isEmpty()).toList(),
            provenance.edited(),
            disagreements.stream().sorted(BY_FIELD_AND_SOURCE).toList(),
            provenance.extra()));
  }

  private void join(String field, JsonNode value) {
    JsonNode before = joined.get(field);
    if (provenance.edited().contains(field)) {
      disagree(field, value, before, fresh.on(field));
    } else if (before == null) {
      take(field, value);
    } else if (ADDING.contains(field)) {
      joined.set(field, added((ArrayNode) before, value));
      known.addAll(field, fresh.on(field));
    } else if (Writing.same(field, before, whole(field, value, before))) {
      joined.set(field, Writing.better(before, whole(field, value, before)));
      known.renew(field, fresh.on(field));
      disagree(field, before, before, List.of());
    } else if (wins(field) && !Writing.isShouted(field, value, before)) {
      replace(field, value, before);
    } else {
      disagree(field, value, before, fresh.on(field));
      fillGaps(field, value, before);
      if (field.equals("name")) {
        keepAsAlias(value.asText(), fresh.on("name"));
      }
    }
  }

  private boolean wins(String field) {
    return fresh
        .newest(field)
        .filter(claim -> known.on(field).stream().allMatch(old -> worth.beats(field, claim, old)))
        .isPresent();
  }

  private void take(String field, JsonNode value) {
    joined.set(field, value);
    known.set(field, fresh.on(field));
    disagreements.removeIf(
        one -> one.field().equals(field) && one.value().equals(value.toString()));
  }

  private void replace(String field, JsonNode value, JsonNode before) {
    disagree(field, before, value, elsewhere(field));
    if (field.equals("name") && !before.equals(value)) {
      keepAsAlias(before.asText(), known.on("name"));
    }
    take(field, whole(field, value, before));
  }

  /** With the parts that the reading leaves out. */
  private static JsonNode whole(String field, JsonNode value, JsonNode before) {
    return OF_PARTS.contains(field) && before instanceof ObjectNode parts
        ? parts.deepCopy().setAll((ObjectNode) value)
        : value;
  }

  /** The claims on a field that come from other sources than the reading. */
  private List<Claim> elsewhere(String field) {
    List<URI> sources = fresh.on(field).stream().map(Claim::source).toList();
    return known.on(field).stream().filter(claim -> !sources.contains(claim.source())).toList();
  }

  /** What a better source leaves out of a field of parts, a lesser one may add. */
  private void fillGaps(String field, JsonNode value, JsonNode before) {
    if (OF_PARTS.contains(field) && value instanceof ObjectNode parts) {
      ObjectNode filled = parts.deepCopy().setAll((ObjectNode) before);
      if (!filled.equals(before)) {
        joined.set(field, filled);
        known.addAll(field, fresh.on(field));
      }
    }
  }

  private void keepAsAlias(String name, List<Claim> claims) {
    if (joined.path("aliases").isMissingNode()) {
      joined.putArray("aliases");
    }
    ArrayNode aliases = (ArrayNode) joined.get("aliases");
    boolean there = joined.path("name").asText().equals(name) && claims.equals(fresh.on("name"));
    for (JsonNode alias : aliases) {
      there |= alias.asText().equalsIgnoreCase(name);
    }
    if (!there) {
      aliases.add(name);
      known.addAll("aliases", claims);
    }
  }

  /** What a source says otherwise; of one source and field only the newest is kept. */
  private void disagree(String field, JsonNode other, JsonNode stands, List<Claim> claims) {
    disagreements.removeIf(one ->
        one.field().equals(field)
            && fresh.on(field).stream()
                .anyMatch(claim -> claim.source().equals(one.claim().source())));
    if (!other.equals(stands)) {
      claims.stream()
          .findFirst()
          .map(claim -> Supports.on(claim, List.of(field)))
          .ifPresent(claim -> disagreements.add(new Disagreement(field, other.toString(), claim)));
    }
  }

  /** What some of several pages that were read together said otherwise than the others. */
  private void dispute(Disagreement other) {
    disagreements.removeIf(one ->
        one.field().equals(other.field()) && one.claim().source().equals(other.claim().source()));
    if (!other.value().equals(String.valueOf(joined.get(other.field())))) {
      disagreements.add(other);
    }
  }

  /** Both lists, each value once. */
  static ArrayNode added(ArrayNode before, JsonNode value) {
    ArrayNode both = before.deepCopy();
    for (JsonNode each : value) {
      Optional<JsonNode> same = same(both, each);
      if (same.isEmpty()) {
        both.add(each);
      } else if (each instanceof ObjectNode newer && same.get() instanceof ObjectNode older) {
        older.setAll(newer);
      }
    }
    return both;
  }

  /** Projects are the same by their number, names whatever their capitals. */
  private static Optional<JsonNode> same(ArrayNode all, JsonNode wanted) {
    for (JsonNode each : all) {
      boolean same =
          each.isObject()
              ? each.path("project").equals(wanted.path("project"))
              : each.asText().equalsIgnoreCase(wanted.asText());
      if (same) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /** A region must lie in its country, and goes when the place it belonged to does. */
  private void mendSeat() {
    String country = joined.path("country").asText();
    boolean foreign = !joined.path("region").asText(country).startsWith(country);
    String place = joined.path("place").asText();
    boolean moved = !placeBefore.isEmpty() && !place.equalsIgnoreCase(placeBefore);
    if (foreign || (moved && !news.has("region"))) {
      joined.remove("region");
      known.remove("region");
    }
  }
}
