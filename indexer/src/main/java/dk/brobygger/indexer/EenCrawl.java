package dk.brobygger.indexer;

import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.store.EntryStore;
import dk.brobygger.corpus.store.Reading;
import dk.brobygger.corpus.store.Tally;
import dk.brobygger.indexer.fetch.PageAddress;
import dk.brobygger.indexer.frontier.Frontier;
import dk.brobygger.indexer.frontier.KeptPage;
import dk.brobygger.indexer.reconcile.EntryJoin;
import dk.brobygger.indexer.source.EenProfiles;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Brings the profiles whose pages lie in the frontier into the store, as one reading. */
final class EenCrawl {

  private final EntryStore store;
  private final Frontier frontier;
  private final ZoneId home;

  /**
   * For one store.
   *
   * @param home where a day ends
   */
  EenCrawl(EntryStore store, Frontier frontier, ZoneId home) {
    this.store = store;
    this.frontier = frontier;
    this.home = home;
  }

  /**
   * What it came to.
   *
   * @param tally new, changed and unchanged profiles
   * @param unread the pages that show no profile, and why
   */
  record Result(Tally tally, SortedMap<String, String> unread) {}

  /** Reads the profiles of a list. */
  Result read(PageAddress list, LocalDate day, Instant now) {
    EenProfiles profiles = new EenProfiles(list);
    List<Entry> read = new ArrayList<>();
    SortedMap<String, String> unread = new TreeMap<>();
    for (KeptPage page : frontier.kept(list.toString())) {
      if (profiles.isProfile(page.address())) {
        try {
          LocalDate shown = page.shown().atZone(home).toLocalDate();
          read.add(EenProfiles.read(frontier.content(page.address()).orElseThrow(), shown));
        } catch (IllegalArgumentException e) {
          unread.put(page.address().toString(), String.valueOf(e.getMessage()));
        }
      }
    }
    Reading reading = new Reading(EenProfiles.SOURCE, day, read);
    return new Result(store.record(reading, now, EntryJoin::join), unread);
  }
}
