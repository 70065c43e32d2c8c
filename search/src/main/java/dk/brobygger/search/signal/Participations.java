package dk.brobygger.search.signal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who took part in which past project: a graph of partners and projects, on which weights are
 * handed from one side to the other. Safe for many threads.
 */
final class Participations {

  private final int[][] partners;
  private final double[] sizes;
  private final double[] counts;

  /**
   * The graph of these.
   *
   * @param candidates the partners, each at its place
   * @param projects the projects, each at its place; those of their participants who are no
   *     candidates count in their size only
   */
  Participations(List<Candidate.OfPartner> candidates, List<PastProject> projects) {
    Map<String, Integer> places = new HashMap<>();
    for (int place = 0; place < candidates.size(); place++) {
      places.put(candidates.get(place).id(), place);
    }
    this.partners =
        projects.stream()
            .map(project ->
                project.participants().stream()
                    .filter(places::containsKey)
                    .mapToInt(places::get)
                    .sorted()
                    .toArray())
            .toArray(int[][]::new);
    this.sizes = projects.stream().mapToDouble(project -> project.participants().size()).toArray();
    double[] once = new double[projects.size()];
    Arrays.fill(once, 1);
    this.counts = new double[candidates.size()];
    addTo(counts, once);
  }

  /** In how many projects each partner took part. */
  double[] counts() {
    return counts.clone();
  }

  /** What each partner gets if each project gives its weight to all who took part. */
  double[] sums(double[] projects) {
    double[] sums = new double[counts.length];
    addTo(sums, projects);
    return sums;
  }

  private void addTo(double[] sums, double[] projects) {
    for (int project = 0; project < projects.length; project++) {
      if (projects[project] > 0) {
        for (int partner : partners[project]) {
          sums[partner] += projects[project];
        }
      }
    }
  }

  /** What each partner gets if each project divides its weight among all who took part. */
  double[] divided(double[] projects) {
    double[] each = new double[projects.length];
    for (int project = 0; project < each.length; project++) {
      each[project] = projects[project] / Math.max(1, sizes[project]);
    }
    return sums(each);
  }

  /** What each project gets if each partner divides its weight among the projects it was in. */
  double[] returned(double[] weights) {
    double[] returned = new double[partners.length];
    for (int project = 0; project < returned.length; project++) {
      for (int partner : partners[project]) {
        returned[project] += weights[partner] / counts[partner];
      }
    }
    return returned;
  }
}
