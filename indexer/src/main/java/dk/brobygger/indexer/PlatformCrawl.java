package dk.brobygger.indexer;

import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.json.EntryJson;
import dk.brobygger.corpus.store.EntryStore;
import dk.brobygger.corpus.store.Reading;
import dk.brobygger.corpus.store.Tally;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import dk.brobygger.indexer.extract.Extraction;
import dk.brobygger.indexer.fetch.PageAddress;
import dk.brobygger.indexer.frontier.Frontier;
import dk.brobygger.indexer.frontier.KeptPage;
import dk.brobygger.indexer.frontier.PageReading;
import dk.brobygger.indexer.page.PageReader;
import dk.brobygger.indexer.reconcile.EntryJoin;
import dk.brobygger.indexer.reconcile.Identification;
import dk.brobygger.indexer.source.ClusterPlatform;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Brings the profiles of the European Cluster Collaboration Platform whose pages lie in the
 * frontier into the store, as one reading. A cluster that is known by its name or site is changed
 * under the id it has; another one is new.
 */
final class PlatformCrawl {

  private final EntryStore store;
  private final Frontier frontier;
  private final PageReadings readings;
  private final Extraction extraction;
  private final String rules;
  private final ZoneId home;

  /**
   * For one store.
   *
   * @param vocabulary the competences by which pages are read
   * @param home where a day ends
   */
  PlatformCrawl(
      EntryStore store, Frontier frontier, PageReader reader, Vocabulary vocabulary, ZoneId home) {
    this.store = store;
    this.frontier = frontier;
    this.readings = new PageReadings(frontier, reader);
    this.extraction = Extraction.with(vocabulary);
    this.rules = "profile " + Extraction.EDITION + " " + vocabulary.fingerprint();
    this.home = home;
  }

  /**
   * What it came to.
   *
   * @param tally new, changed and unchanged clusters
   * @param unread the pages that show no profile, and why
   */
  record Result(Tally tally, SortedMap<String, String> unread) {}

  /** Reads the profiles of a list. */
  Result read(PageAddress list, LocalDate day, Instant now) {
    ClusterPlatform platform = new ClusterPlatform(list);
    List<Entry> read = new ArrayList<>();
    SortedMap<String, String> unread = new TreeMap<>();
    for (KeptPage page : frontier.kept(list.toString())) {
      if (platform.isProfile(page.address())) {
        PageReading reading = reading(page);
        if (reading.said().isEmpty()) {
          unread.put(page.address().toString(), reading.unread());
        } else {
          read.add(SiteEntries.on(day(page), EntryJson.read(reading.said())));
        }
      }
    }
    List<Entry> recognised = Identification.of(store.entries()).recognised(read);
    Reading reading = new Reading(ClusterPlatform.SOURCE, day, recognised);
    return new Result(store.record(reading, now, EntryJoin::join), unread);
  }

  private PageReading reading(KeptPage page) {
    String readBy = rules + " " + page.digest();
    return readings.of(
        page,
        readBy,
        content ->
            extraction
                .profile(content, day(page))
                .map(cluster -> new PageReading(readBy, EntryJson.write(cluster), ""))
                .orElseGet(
                    () -> new PageReading(readBy, "", "is no profile with name and country")));
  }

  private LocalDate day(KeptPage page) {
    return page.shown().atZone(home).toLocalDate();
  }
}
