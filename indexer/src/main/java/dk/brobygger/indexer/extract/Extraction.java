package dk.brobygger.indexer.extract;

import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import dk.brobygger.indexer.page.Page;
import dk.brobygger.search.language.CompetenceTagger;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Makes entries of pages. Every fact of an entry that came from the page has a claim with the very
 * words, which stand in {@link Page#text()} at the claim's offset. Immutable, safe for many
 * threads.
 */
public final class Extraction {

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
    Optional<? extends Entry> call = CallPage.read(page, day);
    Optional<? extends Entry> entry =
        call.isPresent() ? call : ClusterPage.read(page, day, vocabulary, tagger);
    return entry.stream().<Entry>map(one -> one).toList();
  }
}
