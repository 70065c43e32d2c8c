package dk.brobygger.web.staff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.brobygger.corpus.entry.Disagreement;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.Provenance;
import dk.brobygger.corpus.json.EntryJson;
import java.util.List;
import java.util.Optional;

/**
 * A field that a person has set and of which sources say something else.
 *
 * @param entry whose field it is
 * @param field its name in the JSON form
 * @param set what the person has set; empty if the person took the field away
 * @param others what the sources say
 */
public record Dispute(
    Entry entry, String field, Optional<JsonNode> set, List<Disagreement> others) {

  /** Those of an entry, in the order in which the fields were set. */
  static List<Dispute> of(Entry entry) {
    Provenance provenance = entry.provenance();
    ObjectNode tree = EntryJson.tree(entry);
    return provenance.edited().stream()
        .distinct()
        .map(field ->
            new Dispute(
                entry,
                field,
                Optional.ofNullable(tree.get(field)),
                provenance.disagreements().stream()
                    .filter(one -> one.field().equals(field))
                    .toList()))
        .filter(dispute -> !dispute.others().isEmpty())
        .toList();
  }
}
