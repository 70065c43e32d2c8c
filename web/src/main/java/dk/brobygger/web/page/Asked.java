package dk.brobygger.web.page;

import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.search.score.Placing;
import java.util.List;
import java.util.Optional;

/**
 * What was asked of one entry that may be missing on a list.
 *
 * @param written the id or name that was written
 * @param meant whom it may mean; none, or several to choose from
 * @param placing where the only one that is meant stands
 */
public record Asked(String written, List<Entry> meant, Optional<Placing> placing) {

  /** Keeps a copy. */
  public Asked {
    meant = List.copyOf(meant);
  }
}
