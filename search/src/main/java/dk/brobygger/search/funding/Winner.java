package dk.brobygger.search.funding;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.Organisation;
import dk.brobygger.corpus.entry.Participation;
import dk.brobygger.search.score.Evidence;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * An organisation that took part in projects granted under some calls.
 *
 * @param organisation who
 * @param wins its projects under these calls, in the order of the calls; one or more
 */
public record Winner(Organisation organisation, List<Win> wins) {

  /** Keeps a copy. */
  public Winner {
    wins = List.copyOf(wins);
  }

  /**
   * A project it took part in.
   *
   * @param call which paid for it
   * @param project the project, and what the organisation was in it
   * @param title the project's title, quoted
   */
  public record Win(Call call, Participation project, Evidence title) {

    /** Whether the organisation led the project. */
    public boolean coordinated() {
      return project.role().equals("coordinator");
    }

    /**
     * The public page of the project, where its organisation was read from CORDIS: that of another
     * of its projects, perhaps, beside which this one lies.
     */
    public Optional<URI> page() {
      return title
          .source()
          .filter(source -> "cordis.europa.eu".equals(source.getHost()))
          .filter(source -> project.project().matches("[0-9]+"))
          .map(source -> source.resolve(project.project()));
    }
  }

  /** How many of the calls it won. */
  public long calls() {
    return wins.stream().map(win -> win.call().id()).distinct().count();
  }

  /** How many of the projects it led. */
  public long coordinated() {
    return wins.stream().filter(Win::coordinated).count();
  }
}
