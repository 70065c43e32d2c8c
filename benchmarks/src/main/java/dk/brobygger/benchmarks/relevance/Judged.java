package dk.brobygger.benchmarks.relevance;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What one ranking was worth for one task.
 *
 * @param task what the task is called
 * @param ranking who ranked
 * @param each the measures of each idea that has a right answer
 */
record Judged(String task, String ranking, List<Measures> each) {

  /** The mean over all ideas, 0 where there is none. */
  double mean(Measure measure) {
    return each.stream().mapToDouble(measure::of).average().orElse(0);
  }

  /** Half the width of the 95 % interval of the mean, by resampling the ideas. */
  double interval(Measure measure) {
    return Measures.interval(each.stream().mapToDouble(measure::of).toArray());
  }

  /** The names of what {@link #row} holds. */
  static String header() {
    return Arrays.stream(Measure.values())
        .map(Measure::title)
        .collect(Collectors.joining("\t", "task\tranking\t", ""));
  }

  /** Task, ranking and the means to four decimals, between tabs. */
  String row() {
    return Arrays.stream(Measure.values())
        .map(measure -> String.format(Locale.ROOT, "%.4f", mean(measure)))
        .collect(Collectors.joining("\t", task + "\t" + ranking + "\t", ""));
  }
}
