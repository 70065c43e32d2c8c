package dk.brobygger.indexer.page;

import java.util.List;

/**
 * A table of facts, as a page shows it.
 *
 * @param rows its rows from above, each with its cells from the left; cells may be empty
 */
public record Table(List<List<String>> rows) {

  /** Keeps copies. */
  public Table {
    rows = rows.stream().map(List::copyOf).toList();
  }
}
