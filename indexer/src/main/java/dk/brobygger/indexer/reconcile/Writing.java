package dk.brobygger.indexer.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** Whether two sources say the same and only write it differently. */
final class Writing {

  private static final Set<String> NAMES = Set.of("name", "place");

  private Writing() {}

  /** The same value; of names and places also without accents and capitals, of sites the host. */
  static boolean same(String field, JsonNode one, JsonNode other) {
    if (field.equals("site")) {
      return Worth.host(URI.create(one.asText())).equals(Worth.host(URI.create(other.asText())));
    }
    return one.equals(other)
        || (NAMES.contains(field) && plain(one.asText()).equals(plain(other.asText())));
  }

  /** Of the same in two writings the one that is not all capitals, or else the first. */
  static JsonNode better(JsonNode known, JsonNode read) {
    return known.isTextual() && isCapitals(known.asText()) && !isCapitals(read.asText())
        ? read
        : known;
  }

  /** Whether a name or place is in capitals only, beside one that is not. */
  static boolean isShouted(String field, JsonNode value, JsonNode beside) {
    return NAMES.contains(field) && isCapitals(value.asText()) && !isCapitals(beside.asText());
  }

  /** Short names are written so by everybody. */
  private static boolean isCapitals(String text) {
    return text.length() > 5 && text.equals(text.toUpperCase(Locale.ROOT));
  }

  /** As CORDIS transliterates: Ø is O there, and accents are left out. */
  private static String plain(String text) {
    String letters =
        text.toLowerCase(Locale.ROOT).replace("ø", "o").replace("æ", "ae").replace("ß", "ss");
    return Normalizer.normalize(letters, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip();
  }
}
