package dk.brobygger.corpus.inventory;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How a number is made up.
 *
 * @param what what is counted, by what
 * @param counts how many of each, in the order they are shown
 */
public record Breakdown(String what, Map<String, Integer> counts) {

  /** Keeps a copy in the same order. */
  public Breakdown {
    counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
  }

  /**
   * Counts things under the names they have; one thing may have several.
   *
   * @param names shown even where nothing has them, in this order; other names follow
   */
  static <T> Breakdown of(
      String what, List<String> names, List<T> things, Function<T, ? extends Iterable<String>> of) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    names.forEach(name -> counts.put(name, 0));
    things.forEach(thing -> of.apply(thing).forEach(name -> counts.merge(name, 1, Integer::sum)));
    return new Breakdown(what, counts);
  }
}
