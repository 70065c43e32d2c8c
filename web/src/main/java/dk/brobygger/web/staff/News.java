package dk.brobygger.web.staff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.json.EntryJson;
import dk.brobygger.corpus.store.EntryStore;
import dk.brobygger.corpus.store.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a crawl did to one entry.
 *
 * @param entry the entry as it was then
 * @param kind what became of it
 * @param changes the fields that say something else than before, by name
 */
public record News(Entry entry, Kind kind, List<Change> changes) {

  /** What is told of where an entry was read rather than what it says. */
  private static final Set<String> NOT_SAID =
      Set.of("claims", "disagreements", "unchecked", "edited");

  /** What can become of an entry. */
  public enum Kind {
    /** Its source shows it no more. */
    GONE,
    /** It said something else before. */
    CHANGED,
    /** It was not known. */
    NEW
  }

  /**
   * A field that changed.
   *
   * @param field its name in the JSON form
   * @param before what it said; empty if nothing
   * @param now what it says; empty if nothing
   */
  public record Change(String field, Optional<JsonNode> before, Optional<JsonNode> now) {}

  /** The kind in small letters. */
  public String word() {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /** What is gone and the first of what else a run wrote, at most so many; what is new is last. */
  static List<News> of(EntryStore store, CrawlRun run, int most) {
    Map<Long, Version> written = new LinkedHashMap<>();
    run.gone().stream()
        .sorted(Comparator.comparing(EntryId::toString))
        .flatMap(id -> store.history(id).stream())
        .filter(version -> version.number() > run.after() && version.number() <= run.upTo())
        .limit(most)
        .forEach(version -> written.put(version.number(), version));
    store.after(run.after(), most).stream()
        .filter(version -> version.number() <= run.upTo())
        .limit(most - written.size())
        .forEach(version -> written.putIfAbsent(version.number(), version));
    List<News> news = new ArrayList<>();
    for (Version version : written.values()) {
      version
          .entry()
          .ifPresent(entry ->
              news.add(of(entry, before(store, version), run.gone().contains(version.id()))));
    }
    return news.stream().sorted(Comparator.comparing(News::kind)).toList();
  }

  private static Optional<Entry> before(EntryStore store, Version version) {
    EntryId id = version.id();
    return store.history(id).stream()
        .filter(one -> one.number() < version.number())
        .max(Comparator.comparing(Version::number))
        .flatMap(Version::entry);
  }

  private static News of(Entry entry, Optional<Entry> before, boolean gone) {
    return before
        .map(one -> new News(entry, gone ? Kind.GONE : Kind.CHANGED, changes(one, entry)))
        .orElseGet(() -> new News(entry, Kind.NEW, List.of()));
  }

  private static List<Change> changes(Entry before, Entry now) {
    ObjectNode old = EntryJson.tree(before).without(NOT_SAID);
    ObjectNode young = EntryJson.tree(now).without(NOT_SAID);
    Set<String> fields = new TreeSet<>();
    old.fieldNames().forEachRemaining(fields::add);
    young.fieldNames().forEachRemaining(fields::add);
    return fields.stream()
        .map(field ->
            new Change(
                field, Optional.ofNullable(old.get(field)), Optional.ofNullable(young.get(field))))
        .filter(change -> !change.before().equals(change.now()))
        .toList();
  }
}
