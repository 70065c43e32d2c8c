package dk.brobygger.corpus.inventory;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.Organisation;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * What a corpus and its vocabulary hold on one day.
 *
 * @param day the day that calls and labels are seen from
 * @param goals the counts beside what is wanted
 * @param breakdowns how the counts are made up
 * @param findings what somebody should look at
 */
public record Inventory(
    LocalDate day, List<Goal> goals, List<Breakdown> breakdowns, List<Finding> findings) {

  /** Keeps copies. */
  public Inventory {
    goals = List.copyOf(goals);
    breakdowns = List.copyOf(breakdowns);
    findings = List.copyOf(findings);
  }

  /** Takes stock of these entries and this vocabulary. */
  public static Inventory of(
      Collection<? extends Entry> entries, Vocabulary vocabulary, LocalDate day) {
    List<Cluster> clusters = only(Cluster.class, entries);
    List<Organisation> organisations = only(Organisation.class, entries);
    List<Call> calls = only(Call.class, entries);
    Holdings holdings = new Holdings(clusters, organisations, calls, vocabulary);
    return new Inventory(
        day,
        holdings.goals(),
        holdings.breakdowns(day),
        List.of(
            Labels.expired(clusters, day),
            Labels.expiring(clusters, day),
            Labels.withoutEnd(clusters),
            Gaps.withoutHomePage(clusters),
            Gaps.unchecked(entries),
            Figures.notQuoted(entries),
            Namesakes.sameName(clusters, organisations),
            Namesakes.sameDomain(clusters, organisations),
            Predecessors.missing(clusters, organisations),
            Predecessors.unlinked(clusters, organisations),
            Competences.alone(vocabulary),
            Competences.withoutNace(vocabulary)));
  }

  private static <E extends Entry> List<E> only(
      Class<E> kind, Collection<? extends Entry> entries) {
    return entries.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** The goals that are not met. */
  public List<Goal> missing() {
    return goals.stream().filter(goal -> !goal.isMet()).toList();
  }
}
