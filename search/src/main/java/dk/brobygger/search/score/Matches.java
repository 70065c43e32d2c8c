package dk.brobygger.search.score;

import dk.brobygger.corpus.entry.EntryId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What fits a profile.
 *
 * @param profile whose matches they are
 * @param ranked what can be had, best first, ranks 1, 2, 3 …
 * @param blocked what cannot, with the rank it would have had among the ranked
 */
public record Matches(EntryId profile, List<Match> ranked, List<Match> blocked) {

  /** Keeps copies. */
  public Matches {
    ranked = List.copyOf(ranked);
    blocked = List.copyOf(blocked);
  }

  /** The same, with the bridges to those who are ranked. */
  public Matches over(Function<EntryId, Optional<Bridge>> bridges) {
    return new Matches(
        profile,
        ranked.stream().map(match -> match.over(bridges.apply(match.entry().id()))).toList(),
        blocked);
  }
}
