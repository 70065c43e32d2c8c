package dk.brobygger.search.score;

import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.search.delegation.Encounter;
import java.util.List;
import java.util.Optional;

/**
 * How one gets from whoever asks to an entry by those who know each other.
 *
 * @param links from who asks to the entry, each from where the one before it leads; one or more
 */
public record Bridge(List<Link> links) {

  /** Keeps a copy; refuses to lead nowhere. */
  public Bridge {
    links = List.copyOf(links);
    if (links.isEmpty()) {
      throw new IllegalArgumentException("a bridge has no links, must have one or more");
    }
  }

  /** What ties two, the strongest first. */
  public enum Tie {
    /** They have met. */
    MEETING,
    /** They took part in the same project. */
    PROJECT,
    /** They belong to the same network or alliance, or one is the network of the other. */
    NETWORK
  }

  /**
   * Two who know each other.
   *
   * @param from one of them
   * @param to the other
   * @param tie what ties them
   * @param name of the meeting, the project or the network
   * @param evidence the words that say so; none for a meeting
   * @param meeting the meeting, where that is the tie
   */
  public record Link(
      Entry from,
      Entry to,
      Tie tie,
      String name,
      List<Evidence> evidence,
      Optional<Encounter> meeting) {

    /** Keeps a copy. */
    public Link {
      evidence = List.copyOf(evidence);
    }
  }

  /** Those one passes on the way, in order; none where the two know each other. */
  public List<Entry> between() {
    return links.stream().limit(links.size() - 1L).map(Link::to).toList();
  }

  /** The same bridge, one link longer. */
  public Bridge and(Link link) {
    List<Link> longer = new java.util.ArrayList<>(links);
    longer.add(link);
    return new Bridge(longer);
  }
}
