package dk.brobygger.search.signal;

import java.util.List;
import java.util.Optional;

/** What can be ranked for an idea. */
public sealed interface Candidate {

  /** What it is called in the answer. */
  String id();

  /**
   * A call.
   *
   * @param id what it is called in the answer
   * @param title its title
   * @param text all else it says: text, keywords, call, destination; may be empty
   */
  record OfCall(String id, String title, String text) implements Candidate {}

  /**
   * A possible partner.
   *
   * @param id what it is called in the answer
   * @param name its name
   * @param country two letters, EU style
   * @param city where it has its seat
   * @param competences what it has shown it can do
   */
  record OfPartner(
      String id,
      String name,
      Optional<String> country,
      Optional<String> city,
      List<Shown> competences)
      implements Candidate {
    /** Keeps a copy. */
    public OfPartner {
      competences = List.copyOf(competences);
    }
  }

  /**
   * Something a partner has shown it can do.
   *
   * @param text in words
   * @param project the project that showed it, where one did
   */
  record Shown(String text, Optional<String> project) {}
}
