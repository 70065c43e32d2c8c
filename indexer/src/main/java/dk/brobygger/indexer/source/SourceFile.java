package dk.brobygger.indexer.source;

import dk.brobygger.corpus.store.Reading;
import java.util.List;

/**
 * What a file of a source held.
 *
 * @param reading the entries, with the day they were read
 * @param refused a sentence for each record that is no entry
 */
public record SourceFile(Reading reading, List<String> refused) {

  /** Keeps a copy. */
  public SourceFile {
    refused = List.copyOf(refused);
  }
}
