package dk.brobygger.indexer;

import dk.brobygger.corpus.entry.Claim;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.entry.Opportunity;
import dk.brobygger.corpus.store.EntryStore;
import dk.brobygger.corpus.store.Reading;
import dk.brobygger.corpus.store.Tally;
import dk.brobygger.indexer.fetch.PageAddress;
import dk.brobygger.indexer.frontier.Frontier;
import dk.brobygger.indexer.frontier.KeptPage;
import dk.brobygger.indexer.frontier.Lead;
import dk.brobygger.indexer.reconcile.EntryJoin;
import dk.brobygger.indexer.reconcile.GoneOpportunity;
import dk.brobygger.indexer.source.EenProfiles;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Brings the profiles that the list shows and whose pages lie in the frontier into the store, as
 * one reading, and finds out which the list shows no more.
 *
 * <p>A profile is gone when the list was read in full on two days that lie {@value #GRACE} days or
 * more apart, and has not shown it since the first of them; then it is closed, and keeps its
 * versions. The list is read in full when each of its pages was seen on the day and there was a
 * profile on it. Done again on the same day it changes nothing.
 */
final class EenCrawl {

  /** Under this name the store keeps on which day a profile was found to be gone. */
  static final String GONE = EenProfiles.SOURCE + "-gone";

  /**
   * Days that a profile may be away from the list. One day is what a topic is away from the
   * portal's feed now and then; chosen longer, since pages of the list move while they are read.
   */
  private static final int GRACE = 3;

  private final EntryStore store;
  private final Frontier frontier;
  private final ZoneId home;
  private final EenProfiles profiles;
  private final PageAddress list;
  private final Map<PageAddress, KeptPage> kept = new LinkedHashMap<>();

  /**
   * For one store.
   *
   * @param list where the list begins
   * @param home where a day ends
   */
  EenCrawl(EntryStore store, Frontier frontier, PageAddress list, ZoneId home) {
    this.store = store;
    this.frontier = frontier;
    this.home = home;
    this.list = list;
    this.profiles = new EenProfiles(list);
    frontier.kept(list.toString()).forEach(page -> kept.put(page.address(), page));
  }

  /**
   * What it came to.
   *
   * @param tally new, changed and unchanged profiles
   * @param gone profiles found to be gone
   * @param unread the pages that show no profile, and why
   */
  record Result(Tally tally, List<EntryId> gone, SortedMap<String, String> unread) {}

  /**
   * What the list shows.
   *
   * @param profiles the addresses of profiles
   * @param full whether all of its pages were seen on the day
   */
  private record Listing(Set<PageAddress> profiles, boolean full) {}

  /** Reads the profiles of the list. */
  Result read(LocalDate day, Instant now) {
    Listing listing = listing(day);
    List<Entry> read = new ArrayList<>();
    SortedMap<String, String> unread = new TreeMap<>();
    kept.values().stream()
        .filter(page -> listing.profiles().contains(page.address()))
        .forEach(page -> {
          try {
            read.add(EenProfiles.read(frontier.content(page.address()).orElseThrow(), shown(page)));
          } catch (IllegalArgumentException e) {
            unread.put(page.address().toString(), String.valueOf(e.getMessage()));
          } catch (RuntimeException | StackOverflowError e) {
            unread.put(page.address().toString(), PageReadings.stumble(e));
          }
        });
    Tally tally = store.record(new Reading(EenProfiles.SOURCE, day, read), now, EntryJoin::join);
    List<EntryId> gone = listing.full() ? gone(day, now, unread.keySet()) : List.of();
    if (listing.full()) {
      frontier.readInFull(EenProfiles.SOURCE, day);
    }
    return new Result(tally, gone, unread);
  }

  private LocalDate shown(KeptPage page) {
    return page.shown().atZone(home).toLocalDate();
  }

  /** Follows the pages of the list from where it begins. */
  private Listing listing(LocalDate day) {
    Set<PageAddress> listed = new HashSet<>();
    Deque<PageAddress> next = new ArrayDeque<>();
    kept.values().stream()
        .filter(page -> page.worth() >= Lead.START)
        .forEach(page -> next.add(page.address()));
    Set<PageAddress> seen = new HashSet<>(next);
    boolean full = !next.isEmpty();
    while (!next.isEmpty()) {
      Optional<KeptPage> page = Optional.ofNullable(kept.get(next.remove()));
      full &= page.filter(one -> shown(one).equals(day)).isPresent();
      for (Lead lead : page.map(this::leads).orElse(List.of())) {
        if (profiles.isProfile(lead.address())) {
          listed.add(lead.address());
        } else if (seen.add(lead.address())) {
          next.add(lead.address());
        }
      }
    }
    return new Listing(listed, full && !listed.isEmpty());
  }

  private List<Lead> leads(KeptPage page) {
    return frontier.content(page.address()).map(profiles).orElse(List.of());
  }

  /** A profile whose page is listed and cannot be read is not gone. */
  private List<EntryId> gone(LocalDate day, Instant now, Set<String> unread) {
    Optional<LocalDate> before =
        frontier.readInFullBefore(EenProfiles.SOURCE, day.minusDays(GRACE - 1L));
    List<Entry> gone = new ArrayList<>();
    for (EntryId id :
        before.map(last -> store.notSeenSince(EenProfiles.SOURCE, last)).orElse(List.of())) {
      if (!isKnownToBeGone(id)
          && store.entry(id).orElse(null) instanceof Opportunity known
          && sources(known).noneMatch(unread::contains)) {
        gone.add(GoneOpportunity.of(known, list.uri(), day));
      }
    }
    store.record(new Reading(GONE, day, gone), now, EntryJoin::join);
    return gone.stream().map(Entry::id).toList();
  }

  private static Stream<String> sources(Opportunity known) {
    return known.provenance().claims().stream().map(Claim::source).map(URI::toString);
  }

  /** It may have come back since it was last found to be gone. */
  private boolean isKnownToBeGone(EntryId id) {
    LocalDate shown = store.lastSeen(EenProfiles.SOURCE, id).orElse(LocalDate.MIN);
    return store.lastSeen(GONE, id).filter(found -> found.isAfter(shown)).isPresent();
  }
}
