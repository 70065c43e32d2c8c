package dk.brobygger.indexer;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.store.EntryStore;
import dk.brobygger.corpus.store.Reading;
import dk.brobygger.corpus.store.Tally;
import dk.brobygger.indexer.fetch.PageAddress;
import dk.brobygger.indexer.frontier.Frontier;
import dk.brobygger.indexer.reconcile.CallJoin;
import dk.brobygger.indexer.reconcile.GoneCall;
import dk.brobygger.indexer.source.EuPortal;
import dk.brobygger.indexer.source.EuPortal.PortalReading;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings what the EU portal shows into the store, and finds out what it shows no more.
 *
 * <p>A call is gone when two readings in a row, on different days and both in full, did not show
 * it; one that is away for one of them is not. A gone call is closed in the store and keeps its
 * versions. Done again on the same day it changes nothing.
 */
final class PortalCrawl {

  /** Under this name the store keeps on which day a call was found to be gone. */
  static final String GONE = EuPortal.SOURCE + "-gone";

  private final EntryStore store;
  private final Frontier frontier;
  private final EuPortal portal;
  private final PageAddress search;

  private final Optional<TopicTexts> texts;

  /**
   * For one crawl.
   *
   * @param details the folder of the details of all topics; where it is empty they are not asked
   *     for
   */
  PortalCrawl(
      EntryStore store,
      Frontier frontier,
      PageAddress search,
      Optional<PageAddress> details,
      EuPortal.Exchange exchange) {
    this.store = store;
    this.frontier = frontier;
    this.search = search;
    this.portal = new EuPortal(search, exchange);
    this.texts = details.map(all -> new TopicTexts(store, frontier, all, exchange));
  }

  /**
   * What a crawl of the portal came to.
   *
   * @param tally new, changed and unchanged calls
   * @param gone calls found to be gone
   * @param refused a sentence for each row that is no call
   * @param gaps why calls may be missing, or texts of calls; empty if none are
   */
  record Result(Tally tally, List<EntryId> gone, List<String> refused, List<String> gaps) {}

  /** Reads the portal as it is on a day. */
  Result run(LocalDate day, Instant now) throws InterruptedException {
    PortalReading read = portal.read(day);
    List<String> gaps = new ArrayList<>(read.gaps());
    Reading reading = read.file().reading();
    if (texts.isPresent()) {
      reading = new Reading(EuPortal.SOURCE, day, texts.get().fill(reading.entries(), day));
      gaps.addAll(texts.get().gaps());
    }
    Tally tally = store.record(reading, now, CallJoin::join);
    List<EntryId> gone = read.gaps().isEmpty() ? gone(day, now) : List.of();
    if (read.gaps().isEmpty()) {
      frontier.readInFull(EuPortal.SOURCE, day);
    }
    return new Result(tally, gone, read.file().refused(), gaps);
  }

  private List<EntryId> gone(LocalDate day, Instant now) {
    List<Entry> gone = new ArrayList<>();
    Optional<LocalDate> before = frontier.readInFullBefore(EuPortal.SOURCE, day);
    for (EntryId id :
        before.map(last -> store.notSeenSince(EuPortal.SOURCE, last)).orElse(List.of())) {
      if (!isKnownToBeGone(id) && store.entry(id).orElse(null) instanceof Call call) {
        gone.add(GoneCall.of(call, search.uri(), day));
      }
    }
    store.record(new Reading(GONE, day, gone), now, CallJoin::join);
    return gone.stream().map(Entry::id).toList();
  }

  /** It may have come back since it was last found to be gone. */
  private boolean isKnownToBeGone(EntryId id) {
    LocalDate shown = store.lastSeen(EuPortal.SOURCE, id).orElse(LocalDate.MIN);
    return store.lastSeen(GONE, id).filter(found -> found.isAfter(shown)).isPresent();
  }
}
