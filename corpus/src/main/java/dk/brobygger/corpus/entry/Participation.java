package dk.brobygger.corpus.entry;

/**
 * That an organisation took part in a project.
 *
 * @param project the project's number
 * @param title the project's title; never blank
 * @param role what the organisation was in it, such as {@code coordinator} or {@code participant}
 */
public record Participation(String project, String title, String role) {

  /** Refuses a blank title. */
  public Participation {
    if (title.isBlank()) {
      throw new IllegalArgumentException("title of project " + project + " is blank");
    }
  }
}
