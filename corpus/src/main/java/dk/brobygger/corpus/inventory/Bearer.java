package dk.brobygger.corpus.inventory;

import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.entry.Identity;
import dk.brobygger.corpus.entry.Organisation;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Somebody with names and a home page: a cluster or an organisation.
 *
 * @param id who
 * @param identity the names and the page
 */
record Bearer(EntryId id, Identity identity) {

  static List<Bearer> all(List<Cluster> clusters, List<Organisation> organisations) {
    return Stream.concat(
            clusters.stream().map(one -> new Bearer(one.id(), one.identity())),
            organisations.stream().map(one -> new Bearer(one.id(), one.identity())))
        .toList();
  }

  /** All names in their plain form, each once. */
  Set<String> plainNames() {
    Set<String> names = new LinkedHashSet<>();
    names.add(plain(identity.name()));
    identity.aliases().forEach(alias -> names.add(plain(alias)));
    names.remove("");
    return names;
  }

  /** The host of the home page without {@code www}. */
  Optional<String> domain() {
    return identity
        .site()
        .flatMap(site -> Optional.ofNullable(site.getHost()))
        .map(host -> host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", ""));
  }

  /** A name without accents, capitals, blanks and signs: {@code Pôle EMC2} is {@code poleemc2}. */
  static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
