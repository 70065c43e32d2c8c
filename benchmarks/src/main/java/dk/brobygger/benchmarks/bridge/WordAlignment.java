package dk.brobygger.benchmarks.bridge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds which words translate which, from pairs of sentences: IBM Model 1 (Brown et al., The
 * Mathematics of Statistical Machine Translation, 1993), with a word that stands for nothing.
 */
final class WordAlignment {

  /** Translations change little after; the paper's own figures. */
  private static final int ROUNDS = 8;

  private static final String NOTHING = "";

  private final Map<String, Map<String, Double>> given = new HashMap<>();

  private WordAlignment() {}

  /** Two sentences that say the same. */
  record Sentences(List<String> from, List<String> to) {

    Sentences turned() {
      return new Sentences(to, from);
    }
  }

  /** For each word of the first language, the probability of each word of the second. */
  static Map<String, Map<String, Double>> of(List<Sentences> pairs) {
    WordAlignment alignment = new WordAlignment();
    for (int round = 0; round < ROUNDS; round++) {
      alignment.improve(pairs);
    }
    alignment.given.remove(NOTHING);
    return alignment.given;
  }

  private void improve(List<Sentences> pairs) {
    Map<String, Map<String, Double>> counts = new HashMap<>();
    for (Sentences pair : pairs) {
      List<String> from = new ArrayList<>(pair.from());
      from.add(NOTHING);
      for (String to : pair.to()) {
        double sum = 0;
        for (String word : from) {
          sum += probability(word, to);
        }
        for (String word : from) {
          double share = probability(word, to) / sum;
          if (share > 1e-6) {
            counts.computeIfAbsent(word, key -> new HashMap<>()).merge(to, share, Double::sum);
          }
        }
      }
    }
    given.clear();
    counts.forEach((word, tos) -> {
      double sum = tos.values().stream().mapToDouble(Double::doubleValue).sum();
      tos.replaceAll((to, count) -> count / sum);
      given.put(word, tos);
    });
  }

  private double probability(String word, String to) {
    return given.isEmpty() ? 1 : given.getOrDefault(word, Map.of()).getOrDefault(to, 1e-9);
  }
}
