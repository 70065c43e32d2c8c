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
  public static final int EDITION = 4;

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
   * The entries a page is about: one call, or one cluster, or none.
   *
   * @param page what was read
   * @param day the day it was read
   */
  public List<Entry> entries(Page page, LocalDate day) {
    Optional<Cluster> profile = profile(page, day);
    if (profile.isPresent()) {
      return List.of(profile.get());
    }
    Optional<? extends Entry> call = CallPage.read(page, day);
    Optional<? extends Entry> entry =
        call.isPresent() ? call : ClusterPage.read(page, day, vocabulary, tagger);
    return entry.stream().<Entry>map(one -> one).toList();
  }

  /**
   * Why a page that is about a cluster gives no entry: what an entry needs and the page does not
   * say, as a sentence without its subject; empty where nothing is missing or it is about no
   * cluster.
   *
   * @param page what was read
   * @param day the day it was read
   */
  public Optional<String> lack(Page page, LocalDate day) {
    return ClusterPage.withoutCountry(page, day, vocabulary, tagger)
        .map(name ->
            "is about "
                + name
                + ", but neither its words nor a postcode, telephone or domain say in which"
                + " country that is");
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
