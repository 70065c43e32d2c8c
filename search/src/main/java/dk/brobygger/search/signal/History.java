package dk.brobygger.search.signal;

import dk.brobygger.search.Engines;
import dk.brobygger.search.engine.TextScores;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Past projects, and which of them are like an idea. Safe for many threads. */
public final class History implements AutoCloseable {

  /** Projects beyond these are not like the idea any more. */
  private static final int MOST_ALIKE = 300;

  private final List<PastProject> projects;
  private final TextScores texts;

  /** A history of these projects. */
  public History(List<PastProject> projects) {
    this.projects = List.copyOf(projects);
    this.texts =
        Engines.textScores(projects.stream().map(project -> Bag.words(project.text())).toList());
  }

  /**
   * Past projects, and besides them those that only partners tell of: known by what was shown in
   * them and by who took part.
   */
  public static History of(List<PastProject> projects, List<Candidate.OfPartner> partners) {
    Set<String> known = new HashSet<>();
    projects.forEach(project -> known.add(project.id()));
    Map<String, Set<String>> texts = new LinkedHashMap<>();
    Map<String, Set<String>> participants = new HashMap<>();
    for (Candidate.OfPartner partner : partners) {
      for (Candidate.Shown shown : partner.competences()) {
        shown
            .project()
            .filter(id -> !known.contains(id))
            .ifPresent(id -> {
              texts.computeIfAbsent(id, each -> new LinkedHashSet<>()).add(shown.text());
              participants.computeIfAbsent(id, each -> new HashSet<>()).add(partner.id());
            });
      }
    }
    List<PastProject> all = new ArrayList<>(projects);
    texts.forEach((id, words) ->
        all.add(
            new PastProject(
                id,
                String.join("\n", words),
                Optional.empty(),
                0,
                participants.getOrDefault(id, Set.of()))));
    return new History(all);
  }

  /** All projects, in the order given. */
  List<PastProject> projects() {
    return projects;
  }

  /** How like the idea each project is, in standard deviations over all. */
  double[] likeness(Question question) {
    return Numbers.standardized(texts.of(Bag.damped(question.counts())));
  }

  /**
   * The weights of the projects most like the idea: 1 for the most alike, falling by e with each
   * {@code width} standard deviations; 0 for all beyond the first 300.
   */
  double[] alike(double[] likeness, double width, int most) {
    double[] weights = new double[likeness.length];
    int[] places = Numbers.greatest(likeness, Math.min(most, MOST_ALIKE));
    for (int place : places) {
      weights[place] = Math.exp((likeness[place] - likeness[places[0]]) / width);
    }
    return weights;
  }

  @Override
  public void close() {
    texts.close();
  }
}
