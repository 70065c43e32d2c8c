package dk.brobygger.search.score;

import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.search.query.Expansion;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What fits a profile.
 *
 * @param profile whose matches they are
 * @param ranked what can be had, best first, ranks 1, 2, 3 …
 * @param blocked what cannot, with the rank it would have had among the ranked
 * @param expansions what was looked for besides the profile's own words and competences
 */
public record Matches(
    EntryId profile, List<Match> ranked, List<Match> blocked, List<Expansion> expansions) {

  /** Keeps copies. */
  public Matches {
    ranked = List.copyOf(ranked);
    blocked = List.copyOf(blocked);
    expansions = List.copyOf(expansions);
  }

  /** The same, with something more known of each that is ranked. */
  public Matches map(UnaryOperator<Match> more) {
    return new Matches(profile, ranked.stream().map(more).toList(), blocked, expansions);
  }

  /** The same, found by more than the profile's own words and competences. */
  public Matches foundBy(List<Expansion> more) {
    return new Matches(profile, ranked, blocked, more);
  }
}
