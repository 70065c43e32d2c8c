package dk.brobygger.search.preparation;

import dk.brobygger.search.score.Match;
import java.util.List;

/**
 * A partner to begin with, and what it brings that neither the cluster nor those before it have.
 *
 * @param partner the partner, with its rank among the cluster's partners
 * @param adds ids of competences, one or more, in the order of the needs
 */
public record Member(Match partner, List<String> adds) {

  /** Keeps a copy. */
  public Member {
    adds = List.copyOf(adds);
  }
}
