package dk.brobygger.corpus.entry;

import java.util.Optional;

/**
 * That an organisation took part in a project.
 *
 * @param project the project's number
 * @param title the project's title; never blank
 * @param role what the organisation was in it, such as {@code coordinator} or {@code participant}
 * @param topic the identifier of the topic that paid for the project, where known; never blank
 */
public record Participation(String project, String title, String role, Optional<String> topic) {

  /** Refuses a blank title or topic. */
  public Participation {
    if (title.isBlank()) {
      throw new IllegalArgumentException("title of project " + project + " is blank");
    }
    if (topic.filter(String::isBlank).isPresent()) {
      throw new IllegalArgumentException("topic of project " + project + " is blank");
    }
  }
}
