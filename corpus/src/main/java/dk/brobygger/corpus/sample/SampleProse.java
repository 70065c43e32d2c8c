package dk.brobygger.corpus.sample;

import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.entry.TextField;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the shipped entries say in prose: our own words, written from the pages that their claims
 * name, and not found there. Read when it is first asked for; safe for many threads.
 */
public final class SampleProse {

  private SampleProse() {}

  /** Whether the prose of an entry in this field is that of the sample. */
  public static boolean isIn(Entry entry, String field) {
    return entry
        .field(field)
        .filter(text -> !text.isName())
        .filter(text -> Shipped.PROSE.getOrDefault(entry.id(), Set.of()).contains(text))
        .isPresent();
  }

  /** Made only when it is asked for. */
  private static final class Shipped {

    /** What the pages say themselves. */
    private static final Set<String> QUOTED = Set.of("callTitle", "destination", "keywords");

    private static final Map<EntryId, Set<TextField>> PROSE = prose();

    private static Map<EntryId, Set<TextField>> prose() {
      Map<EntryId, Set<TextField>> prose = new HashMap<>();
      for (Entry entry : Sample.entries()) {
        Set<TextField> own = new HashSet<>();
        entry.texts().stream()
            .filter(text -> !text.isName() && !QUOTED.contains(text.factTold()))
            .forEach(own::add);
        prose.put(entry.id(), own);
      }
      return prose;
    }
  }
}
