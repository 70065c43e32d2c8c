package dk.brobygger.indexer.source;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.json.EntryJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which fields an entry states, by their names in the JSON form, in the order of the alphabet. */
final class StatedFields {

  /** What an entry is, rather than what it states. */
  private static final Set<String> IDENTITY = Set.of("type", "id", "claims");

  private StatedFields() {}

  static List<String> of(Entry entry) {
    ObjectNode tree = EntryJson.tree(entry);
    List<String> fields = new ArrayList<>();
    tree.fieldNames().forEachRemaining(fields::add);
    fields.removeAll(IDENTITY);
    if (entry instanceof Call) {
      fields.remove("kind"); // what sort of call it is comes from where it was read
    }
    return fields.stream().sorted().toList();
  }
}
