package dk.brobygger.search.signal;

import java.util.Optional;
import java.util.Set;

/**
 * A project that was granted: what history teaches with.
 *
 * @param id its number
 * @param text title, objective and keywords
 * @param topic the topic it was granted under, where known
 * @param year the year its grant was signed; 0 where it is not known
 * @param participants the ids of those who carry it out
 */
public record PastProject(
    String id, String text, Optional<Topic> topic, int year, Set<String> participants) {

  /** Keeps a copy. */
  public PastProject {
    participants = Set.copyOf(participants);
  }

  /**
   * A topic.
   *
   * @param code its identifier
   * @param title its title
   */
  public record Topic(String code, String title) {}
}
