package dk.brobygger.indexer.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.brobygger.corpus.entry.Claim;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Disagreement;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.Provenance;
import dk.brobygger.corpus.json.EntryJson;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Makes one reading of what the pages of a cluster's own site say of it, whatever the days on which
 * they were read: which pages have changed since must not decide what counts.
 *
 * <ul>
 *   <li>Of a single fact the first page counts, of those that are there to tell it before all
 *       others; what another page says otherwise is a disagreement.
 *   <li>Lists add up.
 *   <li>Of prose the first page of each language counts; other words are no disagreement. Numbers
 *       of members add up kind by kind.
 *   <li>A region is that of the page whose place counts.
 * </ul>
 */
public final class OwnSite {

  /** Fields that are lists, of which a page may name some. */
  private static final Set<String> LISTS =
      Set.of("aliases", "predecessors", "networks", "ecosystems", "targetCountries");

  private static final Set<String> PROSE = Set.of("description", "offers", "seeks");

  private final List<Page> pages;
  private final ObjectNode joined;
  private final Supports supports = new Supports();
  private final List<Disagreement> disagreements = new ArrayList<>();

  /**
   * What one page says.
   *
   * @param said the cluster as that page alone shows it
   * @param tells the fields that the page is there to tell
   */
  public record Page(Cluster said, Set<String> tells) {

    /** Keeps a copy. */
    public Page {
      tells = Set.copyOf(tells);
    }
  }

  /** A page's word on a field. */
  private record Word(JsonNode value, List<Claim> claims) {}

  private OwnSite(List<Page> pages) {
    this.pages = pages;
    this.joined = JsonNodeFactory.instance.objectNode();
    keepWho(EntryJson.tree(pages.getFirst().said()), joined);
  }

  /**
   * The cluster as its site shows it; empty if no page says anything.
   *
   * @param pages what each page says of the same cluster, those worth most first
   */
  public static Optional<Cluster> of(List<Page> pages) {
    return pages.isEmpty() ? Optional.empty() : Optional.of(new OwnSite(pages).joined());
  }

  /**
   * The cluster as a site without a word shows it, which is nothing but who it is.
   *
   * @param owner as it is known
   */
  public static Cluster silent(Cluster owner) {
    ObjectNode silent = JsonNodeFactory.instance.objectNode();
    keepWho(EntryJson.tree(owner), silent);
    return (Cluster) EntryJson.read(silent);
  }

  private static void keepWho(ObjectNode from, ObjectNode to) {
    List.of("type", "id", "name", "country").forEach(field -> to.set(field, from.get(field)));
  }

  /**
   * Joins what is known with what the site shows, as {@link EntryJoin} does. What its pages said
   * otherwise before and do not say any more, or are there no more to say, is no disagreement any
   * longer.
   *
   * @param pages the addresses whose word is known: pages that were read, and pages that are gone
   */
  public static Entry join(Entry known, Entry site, Set<URI> pages) {
    Entry joined = EntryJoin.join(known, site);
    Provenance provenance = joined.provenance();
    List<Disagreement> still =
        provenance.disagreements().stream()
            .filter(one -> !pages.contains(one.claim().source()) || isSaid(one, site.provenance()))
            .toList();
    return joined.withProvenance(
        new Provenance(
            provenance.claims(),
            provenance.unchecked(),
            provenance.edited(),
            still,
            provenance.extra()));
  }

  private static boolean isSaid(Disagreement one, Provenance site) {
    return Stream.concat(
            site.claims().stream(), site.disagreements().stream().map(Disagreement::claim))
        .anyMatch(claim ->
            claim.fields().contains(one.field()) && claim.source().equals(one.claim().source()));
  }

  private Cluster joined() {
    Set<String> fields = new TreeSet<>();
    pages.forEach(page -> fields.addAll(Supports.of(page.said().provenance().claims()).fields()));
    for (String field : fields) {
      List<Word> words = words(field);
      if (LISTS.contains(field)) {
        words.forEach(word -> add(field, word));
      } else if (EntryJoin.OF_PARTS.contains(field)) {
        words.forEach(word -> fill(field, word));
      } else {
        words.forEach(word -> compare(field, word));
      }
    }
    Entry cluster = EntryJson.read(joined);
    return ((Cluster) cluster)
        .withProvenance(
            new Provenance(
                supports.claims(List.of()), List.of(), List.of(), disagreements, Map.of()));
  }

  /** What the pages say, those that are there to tell it first. */
  private List<Word> words(String field) {
    return pages.stream()
        .sorted(Comparator.comparing(page -> !page.tells().contains(field)))
        .filter(page -> !field.equals("region") || isOfThePlace(page))
        .flatMap(page -> word(page, field).stream())
        .toList();
  }

  /** The place comes before the region in the order of the fields. */
  private boolean isOfThePlace(Page page) {
    return !joined.has("place")
        || page.said()
            .identity()
            .seat()
            .place()
            .filter(joined.path("place").asText()::equals)
            .isPresent();
  }

  private static Optional<Word> word(Page page, String field) {
    List<Claim> claims = Supports.of(page.said().provenance().claims()).on(field);
    return Optional.ofNullable(EntryJson.tree(page.said()).get(field))
        .filter(value -> !claims.isEmpty())
        .map(value -> new Word(value, claims));
  }

  private void add(String field, Word word) {
    ArrayNode before =
        joined.get(field) instanceof ArrayNode list ? list : JsonNodeFactory.instance.arrayNode();
    ArrayNode both = EntryJoin.added(before, word.value());
    if (both.size() > before.size()) {
      joined.set(field, both);
      supports.addAll(field, word.claims());
    }
  }

  /** Takes the parts that no page before said. */
  private void fill(String field, Word word) {
    ObjectNode said = (ObjectNode) word.value();
    ObjectNode before =
        joined.get(field) instanceof ObjectNode parts
            ? parts
            : JsonNodeFactory.instance.objectNode();
    ObjectNode filled = said.deepCopy().setAll(before);
    if (!filled.equals(before)) {
      joined.set(field, filled);
      supports.addAll(field, word.claims());
    }
    Set<String> names = new HashSet<>();
    said.fieldNames().forEachRemaining(names::add);
    if (!PROSE.contains(field)
        && names.stream().anyMatch(name -> !said.get(name).equals(filled.get(name)))) {
      dispute(field, word);
    }
  }

  private void compare(String field, Word word) {
    JsonNode before = joined.get(field);
    if (supports.on(field).isEmpty()) {
      joined.set(field, word.value());
      supports.addAll(field, word.claims());
    } else if (before != null && !Writing.same(field, before, word.value())) {
      dispute(field, word);
    }
  }

  private void dispute(String field, Word word) {
    Claim claim = Supports.on(word.claims().getFirst(), List.of(field));
    disagreements.add(new Disagreement(field, word.value().toString(), claim));
  }
}
