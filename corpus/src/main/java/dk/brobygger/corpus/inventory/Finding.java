package dk.brobygger.corpus.inventory;

import java.util.List;

/**
 * Entries that somebody should look at, for one reason. A finding is work for staff, not a fault.
 *
 * @param what the reason
 * @param items a line for each
 */
public record Finding(String what, List<String> items) {

  /** Keeps a copy. */
  public Finding {
    items = List.copyOf(items);
  }
}
