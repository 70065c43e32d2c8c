package dk.brobygger.search.match;

import dk.brobygger.corpus.vocabulary.Competence;
import dk.brobygger.corpus.vocabulary.ValueChainStage;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import dk.brobygger.search.score.Evidence;
import dk.brobygger.search.score.Score;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

  ValueChains(Vocabulary vocabulary, Rarity rarity) {
    this.vocabulary = vocabulary;
    this.rarity = rarity;
  }

  /** A stage of a chain at which somebody stands, and the words that say so. */
  private record Place(ValueChainStage stage, Said said) {

    int steps(ValueChainStage other) {
      return Math.abs(stage.ordinal() - other.ordinal());
    }
  }

  /**
   * How a stage of a chain stands to where somebody stands on it.
   *
   * @param worth of the chain and the steps between the two stages, and how often it is said that
   *     they stand at another
   * @param words the words that say where they stand
   */
  private record Distance(String chain, double worth, Evidence words) {}

  /** How far each stage of each chain is from where one stands. For one thread. */
  static final class Stages {

    private final Map<String, Map<ValueChainStage, Distance>> byChain = new HashMap<>();

    /** Many others have the same few hundred competences. */
    private final Map<String, List<Distance>> distances = new HashMap<>();

    /** On which one stands somewhere. */
    Set<String> chains() {
      return byChain.keySet();
    }
  }

  /**
   * Where somebody stands on the chains that are no trades.
   *
   * @param had what they have, with the words that say so
   */
  Stages stages(Map<String, Said> had) {
    Map<String, List<Place>> places = new HashMap<>();
    had.forEach((id, said) ->
        stage(id)
            .ifPresent(stage -> {
              for (String chain : vocabulary.broaderClosure(id)) {
                if (rarity.of(chain) >= LEAST_RARITY) {
                  places
                      .computeIfAbsent(chain, one -> new ArrayList<>())
                      .add(new Place(stage, said));
                }
              }
            }));
    Stages stages = new Stages();
    places.forEach((chain, ours) -> stages.byChain.put(chain, distances(chain, ours)));
    return stages;
  }

  /** By stage, by the shortest way; none for a stage at which all of them stand. */
  private Map<ValueChainStage, Distance> distances(String chain, List<Place> ours) {
    Map<ValueChainStage, Distance> distances = new EnumMap<>(ValueChainStage.class);
    for (ValueChainStage stage : ValueChainStage.values()) {
      List<Place> away = ours.stream().filter(place -> place.stage() != stage).toList();
      int times = away.stream().mapToInt(place -> place.said().times()).sum();
      away.stream()
          .min(Comparator.comparingInt(place -> place.steps(stage)))
          .ifPresent(nearest ->
              distances.put(
                  stage,
                  new Distance(
                      chain,
                      rarity.of(chain) / nearest.steps(stage) * Said.sureness(times),
                      nearest.said().words())));
    }
    return distances;
  }

  private Optional<ValueChainStage> stage(String id) {
    return vocabulary.competence(id).flatMap(Competence::stage);
  }

  /** How far a competence is on each chain; asked for some hundreds of them in a match. */
  private List<Distance> distances(Stages ours, String id) {
    @Nullable ValueChainStage stage = stage(id).orElse(null);
    if (stage == null) {
      return List.of();
    }
    List<Distance> distances = new ArrayList<>();
    for (String chain : vocabulary.broaderClosure(id)) {
      @Nullable Distance distance = ours.byChain.getOrDefault(chain, Map.of()).get(stage);
      if (distance != null) {
        distances.add(distance);
      }
    }
    return distances;
  }

  /**
   * Two places on one chain.
   *
   * @param times how often it is said that they stand at another stage of it, here or elsewhere
   */
  private record Link(Distance distance, Evidence theirs, int times) {

    double worth() {
      return distance.worth() * Said.sureness(times);
    }

    String chain() {
      return distance.chain();
    }

    /** The better of two, the first where they are alike. */
    Link or(Link other) {
      Link better = other.distance.worth() > distance.worth() ? other : this;
      return new Link(better.distance, better.theirs, times + other.times);
    }

    List<Evidence> words() {
      return List.of(theirs, distance.words());
    }
  }

  /**
   * What it is worth that they stand at different stages: a leaf for each chain, best first, at
   * most three, the n-th worth 1/n. The rarer and narrower a chain the better; neighbouring stages
   * count fully, those n steps apart the n-th part.
   *
   * @param ours where one stands
   * @param had what the other has, with the words that say so, which are quoted first
   * @param points what the rarest chain is worth alone
   */
  Score.Sum score(Stages ours, Map<String, Said> had, double points) {
    List<Link> links = new ArrayList<>(best(ours, had));
    links.sort(
        Comparator.comparingDouble(Link::worth)
            .thenComparing(link -> vocabulary.broaderClosure(link.chain()).size())
            .reversed()
            .thenComparing(Link::chain));
    List<Score> leaves = new ArrayList<>();
    Set<Evidence> told = new HashSet<>();
    for (Link link : links) {
      if (leaves.size() < MOST_CHAINS && told.add(link.theirs())) {
        double share = points * link.worth() / (leaves.size() + 1);
        leaves.add(new Score.Leaf(link.chain(), share, link.words()));
      }
    }
    return new Score.Sum(CRITERION, leaves);
  }

  /** The best link of each chain on which both stand. */
  private Collection<Link> best(Stages ours, Map<String, Said> had) {
    Map<String, Link> best = new HashMap<>();
    had.forEach((id, said) -> {
      for (Distance one : ours.distances.computeIfAbsent(id, any -> distances(ours, any))) {
        best.merge(one.chain(), new Link(one, said.words(), said.times()), Link::or);
      }
    });
    return best.values();
  }
}
