package dk.brobygger.search.preparation;

import dk.brobygger.search.score.Evidence;
import java.util.List;
import java.util.Optional;

/**
 * A competence that a call asks for, and who has it.
 *
 * @param competence the competence's id
 * @param asked the words of the call
 * @param ours the words of the cluster's own profile; empty where it lacks the competence
 * @param providers the best partners abroad that have it, best first, at most {@link #PROVIDERS}
 */
public record Need(
    String competence, Evidence asked, Optional<Evidence> ours, List<Provider> providers) {

  /** As many as one can call in a morning. */
  public static final int PROVIDERS = 3;

  /** Keeps a copy. */
  public Need {
    providers = List.copyOf(providers);
  }

  /** Whether the cluster lacks it. */
  public boolean lacking() {
    return ours.isEmpty();
  }
}
