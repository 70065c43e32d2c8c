package dk.brobygger.corpus.entry;

import dk.brobygger.corpus.vocabulary.Language;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

  /** The name in use and its other names; not those of predecessors. */
  public List<String> names() {
    return Stream.concat(Stream.of(name), aliases.stream()).toList();
  }

  /** The names of predecessors; one that is told by its id has its name in its own entry. */
  public List<String> formerNames() {
    return predecessors.stream().filter(one -> !EntryId.isMeant(one)).toList();
  }

  /** All names there are as fields of prose, by which it is found. */
  List<TextField> texts() {
    List<TextField> texts = new ArrayList<>();
    texts.add(new TextField("name", Language.EN, name));
    if (!aliases.isEmpty()) {
      texts.add(new TextField("aliases", Language.EN, String.join("; ", aliases)));
    }
    if (!formerNames().isEmpty()) {
      texts.add(new TextField(TextField.FORMER, Language.EN, String.join("; ", formerNames())));
    }
    return texts;
  }

  static void checkName(String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("name is blank, must be the name people know it by");
    }
  }
}
