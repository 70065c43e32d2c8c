package dk.brobygger.search.engine;

import dk.brobygger.corpus.entry.Entry;
import java.util.List;

/**
 * An entry that was found.
 *
 * @param entry the entry, as it was when it was indexed
 * @param score how well its text answers; only comparable within one answer
 * @param highlights where in its texts the words or competences asked for stand, in order of field
 *     and place, not overlapping within a field
 */
public record Hit(Entry entry, double score, List<Highlight> highlights) {

  /** Keeps a copy. */
  public Hit {
    highlights = List.copyOf(highlights);
  }
}
