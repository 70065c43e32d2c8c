package dk.brobygger.search.signal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names of partners, and how much of each stands in an idea. Safe for many threads. */
final class Names {

  private final List<List<String>> names;
  private final Map<String, Integer> holders = new HashMap<>();

  /** These names, in their order. */
  Names(List<String> names) {
    this.names = names.stream().map(name -> Bag.words(name).stream().distinct().toList()).toList();
    this.names.forEach(words -> words.forEach(word -> holders.merge(word, 1, Integer::sum)));
  }

  /**
   * What part of each name these words are, from 0 to 1. A word that few names hold counts more, so
   * that who speaks of clusters does not name each cluster.
   */
  double[] standingIn(Set<String> words) {
    return names.stream().mapToDouble(name -> standingIn(words, name)).toArray();
  }

  private double standingIn(Set<String> words, List<String> name) {
    double all = name.stream().mapToDouble(this::rareness).sum();
    double standing = name.stream().filter(words::contains).mapToDouble(this::rareness).sum();
    return all <= 0 ? 0 : standing / all;
  }

  /** As BM25 has it. */
  private double rareness(String word) {
    double held = holders.getOrDefault(word, 0) + 0.5;
    return Math.log(1 + (names.size() - held + 1) / held);
  }
}
