package dk.brobygger.search.engine;

import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.search.language.Mention;
import java.util.List;
import java.util.function.Supplier;

/**
 * An entry that was found.
 *
 * @param entry the entry, as it was when it was indexed
 * @param mentions the competences its texts speak of, field by field, in order of place
 * @param score how well its text answers; only comparable within one answer
 * @param marks looks up where in its texts the words or competences asked for stand, as most
 *     answers are never shown
 */
public record Hit(
    Entry entry, List<Mention> mentions, double score, Supplier<List<Highlight>> marks) {

  /**
   * Where in its texts the words or competences asked for stand, in order of field and place, not
   * overlapping within a field; looked up anew each time.
   */
  public List<Highlight> highlights() {
    return marks.get();
  }
}
