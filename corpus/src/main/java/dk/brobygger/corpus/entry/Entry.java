package dk.brobygger.corpus.entry;

import dk.brobygger.corpus.vocabulary.Language;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One thing that can be found: a cluster, an organisation, a call or an opportunity.
 *
 * <p>The prose of an entry is reached through {@link #texts()}: what is indexed, searched,
 * highlighted and quoted is exactly what stands there, so a quotation is always a substring of one
 * of these fields.
 */
public sealed interface Entry permits Cluster, Organisation, Call, Opportunity {

  /** The identity of this entry, the same through all its versions. */
  EntryId id();

  /** The name or title that people know it by; never blank. */
  String name();

  /** Where the facts were read, and what else the record carried. */
  Provenance provenance();

  /** The prose of this entry, field by field, in a fixed order; no field is blank or twice. */
  List<TextField> texts();

  /**
   * Short facts that a reason may quote, such as the label or a deadline. They are shown, not
   * searched as prose; no name is also that of a text.
   */
  List<TextField> facts();

  /** The same entry with other provenance. */
  Entry withProvenance(Provenance provenance);

  /** The languages in which it may be asked for: those of its texts, and those that users read. */
  default Set<Language> languages() {
    Set<Language> languages = EnumSet.copyOf(Language.OF_USERS);
    texts().forEach(text -> languages.add(text.language()));
    return languages;
  }

  /**
   * One field that can be quoted: a text or a fact.
   *
   * @param field a field name as in {@link TextField#name()}, such as {@code text} or {@code
   *     offers.da}
   */
  default Optional<TextField> field(String field) {
    return called(field, texts()).or(() -> called(field, facts()));
  }

  private static Optional<TextField> called(String name, List<TextField> fields) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }
}
