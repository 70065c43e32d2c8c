package dk.brobygger.indexer.extract;

import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import dk.brobygger.indexer.page.Page;
import dk.brobygger.search.language.CompetenceTagger;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes entries of pages. Every fact of an entry that came from the page has a claim with the very
 * words, which stand in {@link Page#text()} at the claim's offset. Immutable, safe for many
 * threads.
 */
public final class Extraction {

  /**
   * Names the rules by which pages are read here; another one with each change of them, so that
   * what was read by others is read again.
   */
  public static final int EDITION = 5;

  private final Vocabulary vocabulary;
  private final CompetenceTagger tagger;

  private Extraction(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.tagger = new CompetenceTagger(vocabulary);
  }

  /** Extraction that knows the competences of a vocabulary. */
  public static Extraction with(Vocabulary vocabulary) {
    return new Extraction(vocabulary);
  }

  /**
   * What a page is about.
   *
   * @param entries one call, or one cluster, or none
   * @param lack why a page that is about a cluster gives no entry: what an entry needs and the page
   *     does not say, as a sentence without its subject; empty where nothing is missing or it is
   *     about no cluster
   */
  public record Extracted(List<Entry> entries, Optional<String> lack) {

    static Extracted of(Entry entry) {
      return new Extracted(List.of(entry), Optional.empty());
    }
  }

  /**
   * Reads what a page is about.
   *
   * @param page what was read
   * @param day the day it was read
   */
  public Extracted read(Page page, LocalDate day) {
    return profile(page, day)
        .<Entry>map(cluster -> cluster)
        .or(() -> CallPage.read(page, day))
        .map(Extracted::of)
        .orElseGet(() -> ClusterPage.read(page, day, vocabulary, tagger));
  }

  /**
   * The cluster whose profile on the European Cluster Collaboration Platform a page is; empty where
   * it is none, or says no name or country.
   *
   * @param page what was read
   * @param day the day it was read
   */
  public Optional<Cluster> profile(Page page, LocalDate day) {
    return PlatformProfile.read(page, day, vocabulary, tagger);
  }

  /**
   * What a page on a cluster's own site says of that cluster, under its id and in its country;
   * empty where the page does not name it, is about somebody else, or in no language that is read.
   *
   * @param page what was read
   * @param day the day it was read
   * @param owner the cluster whose site it is, as it is known
   * @param tells the fields that the page is there to tell, in the names of the JSON form; all else
   *     counts only where the sentence names the owner
   */
  public Optional<Cluster> ofOwner(Page page, LocalDate day, Cluster owner, Set<String> tells) {
    return ClusterPage.ofOwner(page, day, vocabulary, tagger, owner, tells);
  }
}
