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

    private void add(String chain, Place place) {
      byChain.computeIfAbsent(chain, one -> new ArrayList<>()).add(place);
    }
  }

  /**
   * Where somebody stands.
   *
   * @param had what they have, with the words that say so
   */
  Stages stages(Map<String, Evidence> had) {
    Stages stages = new Stages();
    had.forEach((id, words) -> {
      Optional<ValueChainStage> stage = vocabulary.competence(id).flatMap(Competence::stage);
      if (stage.isPresent()) {
        Place place = new Place(stage.get(), words);
        chains(id).forEach(chain -> stages.add(chain, place));
      }
    });
    return stages;
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
   * @param theirs where the other stands, whose words are quoted first
   * @param points what the rarest chain is worth alone
   */
  Score.Sum score(Stages ours, Stages theirs, double points) {
    List<Link> links = new ArrayList<>();
    for (String chain : theirs.byChain.keySet()) {
      best(chain, ours, theirs).ifPresent(links::add);
    }
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

  private Optional<Link> best(String chain, Stages ours, Stages theirs) {
    List<Place> own = ours.byChain.getOrDefault(chain, List.of());
    double worth = rarity.of(chain);
    Optional<Link> best = Optional.empty();
    for (Place mine : worth < LEAST_RARITY ? List.<Place>of() : own) {
      for (Place other : theirs.byChain.getOrDefault(chain, List.of())) {
        int steps = Math.abs(mine.stage().ordinal() - other.stage().ordinal());
        if (steps > 0 && worth / steps > best.map(Link::worth).orElse(0.0)) {
          best = Optional.of(new Link(chain, worth / steps, List.of(other.words(), mine.words())));
        }
      }
    }
    return best;
  }
}
