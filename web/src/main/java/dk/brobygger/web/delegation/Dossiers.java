package dk.brobygger.web.delegation;

import dk.brobygger.web.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All delegations of a data folder, each in a folder of {@code delegations}. */
final class Dossiers {

  /** What can be a folder everywhere, and stand in an address as it is. */
  private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

  private final Path folder;

  /** Addresses of other pages. */
  private static final Set<String> TAKEN = Set.of("new", "results");

  private static final int LONGEST_SLUG = 40;

  /** Each once, since a dossier is the lock of its files. */
  private final Map<String, Dossier> open = new ConcurrentHashMap<>();

  Dossiers(Path data) {
    folder = data.resolve("delegations");
  }

  /** By key. */
  List<Dossier> all() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside
          .map(each -> String.valueOf(each.getFileName()))
          .filter(key -> KEY.matcher(key).matches())
          .sorted()
          .map(this::dossier)
          .filter(Dossier::exists)
          .toList();
    }
  }

  /**
   * The one with a key.
   *
   * @throws Refusal if there is none
   */
  Dossier of(String key) {
    if (!KEY.matcher(key).matches() || !dossier(key).exists()) {
      throw Refusal.missing("/delegations/" + key);
    }
    return dossier(key);
  }

  /**
   * Begins a delegation, in a folder whose name is made of its title and no other's.
   *
   * @param title what it is called; may be empty
   * @param json its file, which has been read before
   */
  synchronized Dossier create(String title, String json) throws IOException {
    String plain = slug(title);
    String key = plain;
    for (int next = 2; TAKEN.contains(key) || Files.exists(folder.resolve(key)); next++) {
      key = plain + "-" + next;
    }
    Dossier dossier = dossier(key);
    dossier.begin(json);
    return dossier;
  }

  private static String slug(String title) {
    String danish =
        title.toLowerCase(Locale.ROOT).replace("æ", "ae").replace("ø", "oe").replace("å", "aa");
    String plain =
        Normalizer.normalize(danish, Normalizer.Form.NFD)
            .replaceAll("\\p{M}+", "")
            .replaceAll("[^a-z0-9]+", "-");
    String cut = plain.substring(0, Math.min(LONGEST_SLUG, plain.length()));
    String slug = cut.replaceAll("^-|-$", "");
    return slug.isEmpty() ? "delegation" : slug;
  }

  private Dossier dossier(String key) {
    return open.computeIfAbsent(key, one -> new Dossier(folder.resolve(one)));
  }
}
