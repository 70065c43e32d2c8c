package dk.brobygger.corpus.entry;

import dk.brobygger.corpus.vocabulary.Ecosystem;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The rules that all kinds of entry share. */
final class EntryRules {

  private EntryRules() {}

  static void check(EntryId id, EntryType wanted) {
    if (id.type() != wanted) {
      throw new IllegalArgumentException(
          "id is \"" + id + "\", must begin with " + wanted.word() + "/");
    }
  }

  static Set<Ecosystem> inOrder(Set<Ecosystem> ecosystems) {
    return ecosystems.isEmpty()
        ? Set.of()
        : Collections.unmodifiableSet(EnumSet.copyOf(ecosystems));
  }
}
