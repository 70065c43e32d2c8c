package dk.brobygger.search.match;

import dk.brobygger.corpus.entry.Texts;
import dk.brobygger.search.score.Evidence;
import dk.brobygger.search.score.Match;
import java.util.List;

/**
 * A change of a profile, and what came of it when the partners were ranked again.
 *
 * @param change what was changed
 * @param value what was added: the id of a competence, a country, or the level of a label
 * @param words what was added at the end of the text of what is offered or sought, in each language
 *     in which it was; for competences only
 * @param others the words of others, whose profiles are like this one, that say the same; for
 *     competences only
 * @param bar the points that the last of the first 20 had before the change
 * @param gained the partners that have more than these points since, and were not among the first
 *     20 before; best first, with the ranks they have since
 */
public record Tip(
    Change change,
    String value,
    Texts words,
    List<Evidence> others,
    double bar,
    List<Match> gained) {

  /** Keeps copies. */
  public Tip {
    others = List.copyOf(others);
    gained = List.copyOf(gained);
  }

  /** What can be changed. */
  public enum Change {
    /** A competence is named among what is offered. */
    OFFER,
    /** A competence is named among what is sought. */
    SEEK,
    /** A country is named among those wished for. */
    COUNTRY,
    /** A label that ran out is renewed. */
    LABEL
  }
}
