package dk.brobygger.corpus.entry;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Who somebody is: what a cluster and an organisation have in common.
 *
 * @param name the name in use; never blank
 * @param aliases other names, short and former ones
 * @param predecessors those it was merged or renamed from, by name or by written {@link EntryId}
 * @param founded the year it began
 * @param seat where it is at home
 * @param site its own web site
 * @param languages languages it works in, as two-letter ISO 639-1 codes
 */
public record Identity(
    String name,
    List<String> aliases,
    List<String> predecessors,
    Optional<Integer> founded,
    Seat seat,
    Optional<URI> site,
    List<String> languages) {

  /** Refuses a blank name and a site that is not on the web. */
  public Identity {
    checkName(name);
    aliases = List.copyOf(aliases);
    predecessors = List.copyOf(predecessors);
    languages = List.copyOf(languages);
    site.ifPresent(address -> WebAddress.check("site", address));
  }

  /** A name and a seat, and no more. */
  public static Identity of(String name, Seat seat) {
    return new Identity(
        name, List.of(), List.of(), Optional.empty(), seat, Optional.empty(), List.of());
  }

  static void checkName(String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("name is blank, must be the name people know it by");
    }
  }
}
