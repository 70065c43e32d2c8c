package dk.brobygger.search.lucene;

import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.search.language.Mention;
import java.util.List;

/**
 * An entry as the index holds it.
 *
 * @param entry the entry
 * @param mentions the competences its texts speak of, field by field, in order of place
 * @param bytes how much of the index the two take
 */
record Tagged(Entry entry, List<Mention> mentions, int bytes) {}
