package dk.brobygger.search.score;

import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.search.query.Expansion;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

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

  /**
   * How those that are ranked differ from what they were for the same profile before.
   *
   * @param in who was not among them, best first
   * @param out who was among them, best first
   * @param moved how many of the others have another rank
   */
  public record Change(List<Entry> in, List<Entry> out, long moved) {

    /** Whether all are the same in the same places. */
    public boolean isNone() {
      return in.isEmpty() && out.isEmpty() && moved == 0;
    }
  }

  /** What has changed since these were found, with as many asked for. */
  public Change since(Matches before) {
    Map<EntryId, Integer> now = ranks();
    Map<EntryId, Integer> then = before.ranks();
    return new Change(
        without(then.keySet()),
        before.without(now.keySet()),
        now.entrySet().stream()
            .filter(one -> !then.getOrDefault(one.getKey(), one.getValue()).equals(one.getValue()))
            .count());
  }

  private Map<EntryId, Integer> ranks() {
    return ranked.stream().collect(Collectors.toMap(one -> one.entry().id(), Match::rank));
  }

  private List<Entry> without(Set<EntryId> others) {
    return ranked.stream().map(Match::entry).filter(entry -> !others.contains(entry.id())).toList();
  }
}
