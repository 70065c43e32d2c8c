package dk.brobygger.search.match;

import dk.brobygger.corpus.vocabulary.Competence;
import dk.brobygger.corpus.vocabulary.ValueChainStage;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import dk.brobygger.search.score.Evidence;
import dk.brobygger.search.score.Score;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where two stand at different stages of one value chain, as who makes a part and who builds or
 * runs what it goes into. A chain is a competence that those of both are parts of. Safe for many
 * threads.
 */
final class ValueChains {

  /** The criterion of different stages. */
  static final String CRITERION = "value-chain";

  private static final int MOST_CHAINS = 3;

  /**
   * What more speak of, as of health or food, is a trade and no chain: of the sample's clusters one
   * in six, of 100,000 one in thirty.
   */
  private static final double LEAST_RARITY = 0.3;

  private final Vocabulary vocabulary;
  private final Rarity rarity;

  /** Asked again and again for the same few hundred competences. */
  private final Map<String, Collection<String>> broader = new ConcurrentHashMap<>();

  ValueChains(Vocabulary vocabulary, Rarity rarity) {
    this.vocabulary = vocabulary;
    this.rarity = rarity;
  }

  /** A stage of a chain at which somebody stands, and the words that say so. */
  private record Place(ValueChainStage stage, Evidence words) {}

  /** Where one stands, by chain. */
  static final class Stages {

    private final Map<String, List<Place>> byChain = new HashMap<>();
  }

  /**
   * Where somebody stands on the chains that are no trades.
   *
   * @param had what they have, with the words that say so
   */
  Stages stages(Map<String, Evidence> had) {
    Stages stages = new Stages();
    had.forEach((id, words) ->
        place(id, words)
            .ifPresent(place -> {
              for (String chain : chains(id)) {
                if (rarity.of(chain) >= LEAST_RARITY) {
                  stages.byChain.computeIfAbsent(chain, one -> new ArrayList<>()).add(place);
                }
              }
            }));
    return stages;
  }

  private Optional<Place> place(String id, Evidence words) {
    return vocabulary
        .competence(id)
        .flatMap(Competence::stage)
        .map(stage -> new Place(stage, words));
  }

  private Collection<String> chains(String id) {
    Collection<String> known = broader.get(id);
    return known == null ? broader.computeIfAbsent(id, vocabulary::broaderClosure) : known;
  }

  /** Two places on one chain. */
  private record Link(String chain, double worth, List<Evidence> words) {}

  /**
   * What it is worth that they stand at different stages: a leaf for each chain, best first, at
   * most three, the n-th worth 1/n. The rarer and narrower a chain the better; neighbouring stages
   * count fully, those n steps apart the n-th part.
   *
   * @param ours where one stands
   * @param had what the other has, with the words that say so, which are quoted first
   * @param points what the rarest chain is worth alone
   */
  Score.Sum score(Stages ours, Map<String, Evidence> had, double points) {
    List<Link> links = new ArrayList<>(best(ours, had).values());
    links.sort(
        Comparator.comparingDouble(Link::worth)
            .thenComparing(link -> chains(link.chain()).size())
            .reversed()
            .thenComparing(Link::chain));
    List<Score> leaves = new ArrayList<>();
    Set<Evidence> told = new HashSet<>();
    for (Link link : links) {
      if (leaves.size() < MOST_CHAINS && told.add(link.words().getFirst())) {
        double share = points * link.worth() / (leaves.size() + 1);
        leaves.add(new Score.Leaf(link.chain(), share, link.words()));
      }
    }
    return new Score.Sum(CRITERION, leaves);
  }

  /** The best link of each chain on which both stand. */
  private Map<String, Link> best(Stages ours, Map<String, Evidence> had) {
    Map<String, Link> best = new HashMap<>();
    had.forEach((id, words) ->
        place(id, words)
            .ifPresent(theirs -> {
              for (String chain : chains(id)) {
                for (Place mine : ours.byChain.getOrDefault(chain, List.of())) {
                  link(chain, mine, theirs)
                      .ifPresent(link -> best.merge(chain, link, ValueChains::better));
                }
              }
            }));
    return best;
  }

  private static Link better(Link one, Link other) {
    return other.worth() > one.worth() ? other : one;
  }

  private Optional<Link> link(String chain, Place mine, Place theirs) {
    int steps = Math.abs(mine.stage().ordinal() - theirs.stage().ordinal());
    return steps == 0
        ? Optional.empty()
        : Optional.of(
            new Link(chain, rarity.of(chain) / steps, List.of(theirs.words(), mine.words())));
  }
}
