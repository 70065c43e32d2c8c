package dk.brobygger.indexer;

import dk.brobygger.corpus.entry.Claim;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Disagreement;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.Provenance;
import dk.brobygger.corpus.json.EntryJson;
import dk.brobygger.corpus.store.EntryStore;
import dk.brobygger.corpus.store.Reading;
import dk.brobygger.corpus.store.Tally;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import dk.brobygger.indexer.extract.Extraction;
import dk.brobygger.indexer.fetch.PageAddress;
import dk.brobygger.indexer.frontier.Frontier;
import dk.brobygger.indexer.frontier.KeptPage;
import dk.brobygger.indexer.frontier.Lead;
import dk.brobygger.indexer.frontier.PageReading;
import dk.brobygger.indexer.page.Page;
import dk.brobygger.indexer.page.PageReader;
import dk.brobygger.indexer.reconcile.Identification;
import dk.brobygger.indexer.reconcile.OwnSite;
import dk.brobygger.indexer.source.PageKind;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Brings what the pages of clusters' own sites say of them into the store: one reading of each
 * site, whatever number of its pages changed. A page is read again also when its owner or the
 * vocabulary is another than before.
 *
 * <p>Nobody but the owner of a site is changed by it. Of pages that a site has moved to on another
 * domain only those count that say themselves that they are about the owner.
 */
final class SiteEntries {

  /** A page that tells a new name may make another one speak, whose names are seldom new again. */
  private static final int MOST_ROUNDS = 3;

  /** The name of this source in the store. */
  static final String SOURCE = "sites";

  private final EntryStore store;
  private final Frontier frontier;
  private final PageReadings readings;
  private final Extraction extraction;
  private final String rules;
  private final ZoneId home;
  private final Identification known;
  private final List<String> sentences = new ArrayList<>();
  private final Set<PageAddress> pagesRead = new HashSet<>();

  /** Why pages that are there cannot be read: what they say is not known. */
  private final Map<PageAddress, String> unread = new HashMap<>();

  private Tally tally = Tally.NONE;

  /**
   * Reads for those who are known in a store now.
   *
   * @param vocabulary the competences by which pages are read
   * @param home where a day ends
   */
  SiteEntries(
      EntryStore store, Frontier frontier, PageReader reader, Vocabulary vocabulary, ZoneId home) {
    this.store = store;
    this.frontier = frontier;
    this.readings = new PageReadings(frontier, reader);
    this.extraction = Extraction.with(vocabulary);
    this.rules = Extraction.EDITION + " " + vocabulary.fingerprint();
    this.home = home;
    this.known = Identification.of(store.entries());
  }

  /**
   * What reading the sites came to.
   *
   * @param tally changed and unchanged clusters; none is new
   * @param pagesRead pages that had to be read
   * @param unread the pages and documents that are there and cannot be read, now or since an
   *     earlier reading, and why
   * @param sentences what else stood in the way, a sentence each
   */
  record Result(
      Tally tally, int pagesRead, Map<PageAddress, String> unread, List<String> sentences) {}

  /**
   * Reads the sites that begin at these addresses.
   *
   * @param day the day of this reading
   */
  Result read(List<PageAddress> sites, LocalDate day, Instant now) {
    sites.stream().map(PageAddress::origin).distinct().forEach(site -> read(site, day, now));
    return new Result(tally, pagesRead.size(), Map.copyOf(unread), List.copyOf(sentences));
  }

  private void read(String site, LocalDate day, Instant now) {
    Optional<Cluster> owner =
        known
            .clusterAt(URI.create(site))
            .flatMap(store::entry)
            .flatMap(entry ->
                entry instanceof Cluster cluster ? Optional.of(cluster) : Optional.empty());
    if (owner.isEmpty()) {
      sentences.add(site + " is not the site of one known cluster; its pages tell of nobody");
      return;
    }
    List<OwnSite.Page> said = said(site, owner.get());
    Set<URI> heard = heard(site, owner.get());
    if (said.isEmpty() && !disagrees(owner.get(), heard)) {
      return;
    }
    Cluster shown = OwnSite.of(said).orElseGet(() -> OwnSite.silent(owner.get()));
    tally =
        tally.plus(
            store.record(
                new Reading(SOURCE, day, List.of(shown)),
                now,
                (before, read) -> OwnSite.join(before, read, heard)));
  }

  /**
   * The pages whose word is known, as it is also of those that are there no more, and of those that
   * were read for a crawl file that has been deleted and nobody has led to again.
   */
  private Set<URI> heard(String site, Cluster owner) {
    Set<URI> heard =
        frontier.everKept(site).stream()
            .filter(page -> !unread.containsKey(page))
            .map(PageAddress::uri)
            .collect(Collectors.toSet());
    if (!heard.isEmpty()) {
      owner.provenance().disagreements().stream()
          .map(Disagreement::claim)
          .filter(claim -> isForgotten(claim, site))
          .forEach(claim -> heard.add(claim.source()));
    }
    return heard;
  }

  /** Only what was read by rules has an offset: what a person gathered is not forgotten. */
  private boolean isForgotten(Claim claim, String site) {
    PageAddress page = PageAddress.of(claim.source().toString());
    return claim.offset().isPresent()
        && page.domain().equals(PageAddress.of(site).domain())
        && !frontier.knows(page);
  }

  private static boolean disagrees(Cluster owner, Set<URI> pages) {
    return owner.provenance().disagreements().stream()
        .anyMatch(one -> pages.contains(one.claim().source()));
  }

  /** What the pages say; read again by the names that they themselves give the owner. */
  private List<OwnSite.Page> said(String site, Cluster known) {
    Cluster owner = known;
    List<OwnSite.Page> said = List.of();
    for (int round = 0; round < MOST_ROUNDS; round++) {
      said = saidOf(site, owner);
      Cluster before = owner;
      owner =
          OwnSite.of(said)
              .map(read -> (Cluster) OwnSite.join(known, read, Set.of()))
              .orElse(before);
      if (names(owner).equals(names(before))) {
        break;
      }
    }
    return said;
  }

  private static Set<String> names(Cluster cluster) {
    Set<String> names = new HashSet<>(cluster.identity().aliases());
    names.add(cluster.name());
    return names;
  }

  /** Of several addresses with the same content the one worth most counts. */
  private List<OwnSite.Page> saidOf(String site, Cluster owner) {
    Map<String, KeptPage> pages = new LinkedHashMap<>();
    frontier.kept(site).stream()
        .filter(page -> !Lead.isList(page.worth()))
        .forEach(page -> pages.putIfAbsent(page.digest(), page));
    List<OwnSite.Page> said = new ArrayList<>();
    for (KeptPage page : pages.values()) {
      Set<String> tells = PageKind.of(page.worth()).tells();
      said(page, owner).ifPresent(cluster -> said.add(new OwnSite.Page(cluster, tells)));
    }
    return said;
  }

  /** What a page says of the owner, read now or before. */
  private Optional<Cluster> said(KeptPage page, Cluster owner) {
    String readBy = readBy(page, owner);
    PageReading reading = readings.of(page, readBy, content -> read(page, content, owner, readBy));
    unread.remove(page.address());
    if (!reading.unread().isEmpty()) {
      unread.put(page.address(), reading.unread());
    }
    return Optional.of(reading.said())
        .filter(json -> !json.isEmpty())
        .map(json -> (Cluster) EntryJson.read(json))
        .filter(cluster -> isOwn(page.address(), owner) || isOf(owner, cluster))
        .map(cluster -> on(page, (Cluster) Identification.under(owner.id(), cluster)));
  }

  /** Asked whenever a page elsewhere counts: it depends on all who are known, not on the page. */
  private boolean isOf(Cluster owner, Cluster said) {
    return known.known(said).filter(owner.id()::equals).isPresent();
  }

  /** Names all that what is read depends on. */
  private String readBy(KeptPage page, Cluster owner) {
    return String.join(
        "\n",
        rules,
        page.digest(),
        PageKind.of(page.worth()).name(),
        owner.id().toString(),
        String.valueOf(new TreeSet<>(names(owner))),
        owner.identity().seat().country(),
        String.valueOf(owner.identity().site()));
  }

  private PageReading read(KeptPage page, Page content, Cluster owner, String readBy) {
    pagesRead.add(page.address());
    Optional<Cluster> said =
        isOwn(page.address(), owner)
            ? extraction.ofOwner(content, day(page), owner, PageKind.of(page.worth()).tells())
            : elsewhere(page, content);
    return new PageReading(readBy, said.map(EntryJson::write).orElse(""), "");
  }

  private static boolean isOwn(PageAddress page, Cluster owner) {
    return owner
        .identity()
        .site()
        .filter(site -> PageAddress.of(site.toString()).domain().equals(page.domain()))
        .isPresent();
  }

  /** Whichever cluster the page is about, or what it would have to say to be about one. */
  private Optional<Cluster> elsewhere(KeptPage page, Page content) {
    Extraction.Extracted extracted = extraction.read(content, day(page));
    extracted.lack().ifPresent(lack -> sentences.add(page.address() + " is left out: it " + lack));
    return extracted.entries().stream()
        .filter(Cluster.class::isInstance)
        .map(Cluster.class::cast)
        .findFirst();
  }

  private LocalDate day(KeptPage page) {
    return page.shown().atZone(home).toLocalDate();
  }

  private Cluster on(KeptPage page, Cluster said) {
    return (Cluster) on(day(page), said);
  }

  /** As a page still said it when it was last seen. */
  static Entry on(LocalDate day, Entry said) {
    Claim[] claims =
        said.provenance().claims().stream()
            .map(claim ->
                new Claim(claim.fields(), claim.words(), claim.offset(), claim.source(), day))
            .toArray(Claim[]::new);
    return said.withProvenance(Provenance.of(claims));
  }
}
