package dk.brobygger.indexer.source;

import dk.brobygger.indexer.page.CleanText;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * What CORDIS says of a project, as far as organisations are concerned.
 *
 * @param id its number
 * @param title its title, or its acronym where it has none
 * @param start the day it began, as CORDIS writes it; may be empty
 * @param topic the identifier of the topic that paid for it, where CORDIS names one
 */
record CordisProject(String id, String title, String start, Optional<String> topic) {

  /**
   * Reads one by the names of CORDIS, which its XML and CSV share.
   *
   * @throws IllegalArgumentException if it has no number or neither title nor acronym
   */
  static CordisProject of(Map<String, String> fields) {
    String id = value(fields, "id").orElseThrow(() -> missing("id"));
    String title =
        value(fields, "title")
            .or(() -> value(fields, "acronym"))
            .orElseThrow(() -> missing("title of project " + id));
    return new CordisProject(
        id, title, value(fields, "startDate").orElse(""), value(fields, "topics"));
  }

  /** Its page at CORDIS. */
  URI page() {
    return URI.create("https://cordis.europa.eu/project/id/" + id.replaceAll("[^A-Za-z0-9]", ""));
  }

  static Optional<String> value(Map<String, String> fields, String name) {
    return Optional.ofNullable(fields.get(name))
        .map(CleanText::of)
        .filter(text -> !text.isEmpty() && !text.equals("null"));
  }

  private static IllegalArgumentException missing(String name) {
    return new IllegalArgumentException(name + " is missing, must be a text");
  }
}
