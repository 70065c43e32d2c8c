package dk.brobygger.search.score;

import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All that were compared for one profile, best first; equal scores in the order of their ids. Who
 * is blocked takes no place from the others. Immutable, safe for many threads.
 */
public final class Ranking {

  private static final Blocker NOTHING_IN_COMMON =
      Blocker.of(
          "nothing-in-common",
          "It has none of the words that say most of the profile, and nothing else in common with"
              + " it.",
          "Den har ingen af de ord, der siger mest om profilen, og heller ikke andet til fælles med"
              + " den.");

  private static final Blocker NOT_COMPARED =
      Blocker.of(
          "not-compared",
          "Only those whose texts have most in common with the profile are compared point by point,"
              + " and it is not among them.",
          "Kun de, hvis tekster har mest til fælles med profilen, sammenlignes point for point, og"
              + " den er ikke iblandt dem.");

  private final EntryId profile;
  private final List<Scored> scored;

  /**
   * One that was compared.
   *
   * @param entry who or what
   * @param blockers what stands against it, however well it fits
   * @param cautions what should be thought of; takes no points
   * @param score how well it fits
   */
  public record Scored(Entry entry, List<Blocker> blockers, List<Caution> cautions, Score score) {

    /** Keeps copies. */
    public Scored {
      blockers = List.copyOf(blockers);
      cautions = List.copyOf(cautions);
    }

    /** One of which nothing needs to be thought. */
    public Scored(Entry entry, List<Blocker> blockers, Score score) {
      this(entry, blockers, List.of(), score);
    }

    private Match at(int rank) {
      return new Match(entry, rank, blockers, cautions, score, Optional.empty());
    }
  }

  /** Ranks those that were compared. */
  public Ranking(EntryId profile, List<Scored> compared) {
    this.profile = profile;
    this.scored = compared.stream().map(Added::of).sorted(BEST_FIRST).map(Added::one).toList();
  }

  /** One with its points, which are added up from all parts each time a score is asked for them. */
  private record Added(Scored one, double points) {

    static Added of(Scored one) {
      return new Added(one, one.score().points());
    }
  }

  private static final Comparator<Added> BEST_FIRST =
      Comparator.comparingDouble(Added::points)
          .reversed()
          .thenComparing(added -> added.one().entry().id());

  /**
   * The best.
   *
   * @param most how many at most, 1 or more; of the blocked ones as many as lie among these ranks
   */
  public Matches best(int most) {
    List<Match> ranked = new ArrayList<>();
    List<Match> blocked = new ArrayList<>();
    for (Scored one : scored) {
      if (ranked.size() == most) {
        break;
      }
      (one.blockers().isEmpty() ? ranked : blocked).add(one.at(ranked.size() + 1));
    }
    return new Matches(profile, ranked, blocked, List.of());
  }

  /**
   * Where one that was compared stands; empty where it was not.
   *
   * @param entry its id
   * @param place the last place that is looked at, 1 or more
   */
  public Optional<Placing> placing(EntryId entry, int place) {
    return scored.stream()
        .filter(one -> one.entry().id().equals(entry))
        .findFirst()
        .map(one -> {
          Match match = one.at(rank(one));
          return one.blockers().isEmpty()
              ? new Placing.Ranked(match, match.rank() > place ? at(place) : Optional.empty())
              : new Placing.Removed(one.entry(), one.blockers(), Optional.of(match));
        });
  }

  private Optional<Match> at(int place) {
    return scored.stream()
        .filter(one -> one.blockers().isEmpty())
        .skip(place - 1L)
        .findFirst()
        .map(one -> one.at(place));
  }

  /**
   * Why one that was not compared has no place.
   *
   * @param entry which
   * @param rules the rules that keep it out; where there are none it was not near enough
   * @param alone its score, had it been compared; empty where it has nothing in common
   */
  public Placing outside(Entry entry, List<Blocker> rules, Optional<Score> alone) {
    List<Blocker> why =
        rules.isEmpty() ? List.of(alone.isEmpty() ? NOTHING_IN_COMMON : NOT_COMPARED) : rules;
    return new Placing.Removed(
        entry,
        why,
        alone.map(score -> {
          Scored one = new Scored(entry, why, score);
          return one.at(rank(one));
        }));
  }

  private int rank(Scored one) {
    Added added = Added.of(one);
    return 1
        + (int)
            scored.stream()
                .filter(other -> other.blockers().isEmpty())
                .filter(other -> BEST_FIRST.compare(Added.of(other), added) < 0)
                .count();
  }
}
