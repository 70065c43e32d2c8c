package dk.brobygger.corpus.inventory;

import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Label;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Labels that no longer hold, or soon will not. */
final class Labels {

  /** How long before its end a label is named: chosen, long enough to ask and have an answer. */
  private static final Period AHEAD = Period.ofMonths(6);

  private Labels() {}

  static Finding expired(List<Cluster> clusters, LocalDate day) {
    return new Finding(
        "labels that have expired",
        lines(labelled(clusters).filter(each -> !each.label().holdsOn(day).orElse(true))));
  }

  static Finding expiring(List<Cluster> clusters, LocalDate day) {
    LocalDate horizon = day.plus(AHEAD);
    return new Finding(
        "labels that expire by " + horizon,
        lines(
            labelled(clusters)
                .filter(each -> each.label().holdsOn(day).orElse(false))
                .filter(each -> !each.label().holdsOn(horizon.plusDays(1)).orElse(true))));
  }

  static Finding withoutEnd(List<Cluster> clusters) {
    return new Finding(
        "labels whose last day is not known",
        labelled(clusters)
            .filter(each -> each.label().validUntil().isEmpty())
            .map(Labelled::toString)
            .toList());
  }

  private static List<String> lines(Stream<Labelled> ending) {
    return ending
        .sorted(Comparator.comparing(each -> each.label().latest().orElseThrow()))
        .map(each -> each.label().latest().orElseThrow() + "  " + each)
        .toList();
  }

  private static Stream<Labelled> labelled(List<Cluster> clusters) {
    return clusters.stream()
        .flatMap(cluster ->
            cluster.standing().label().stream().map(label -> new Labelled(cluster, label)));
  }

  private record Labelled(Cluster cluster, Label label) {

    @Override
    public String toString() {
      return cluster.id() + " (" + label.level().word() + ")";
    }
  }
}
