package dk.brobygger.benchmarks.relevance;

import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.signal.Idea;
import dk.brobygger.search.signal.Ranked;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Ranks the ideas of a batch, and keeps in mind what should be said of it. An idea whose language
 * was detected, and in it sets no candidate above another, is read in the other language. For one
 * thread.
 */
public final class BatchRanking {

  private final Set<String> detected;
  private final Function<Idea, List<Ranked>> ranker;
  private final Map<Language, Integer> readAs = new EnumMap<>(Language.class);
  private final List<String> blind = new ArrayList<>();

  /**
   * A ranking that has not begun.
   *
   * @param detected the ids of ideas whose lines do not say their language
   * @param ranker ranks candidates, best first
   */
  public BatchRanking(Set<String> detected, Function<Idea, List<Ranked>> ranker) {
    this.detected = Set.copyOf(detected);
    this.ranker = ranker;
  }

  /** The candidates for an idea, best first. */
  public List<Ranked> rank(Idea idea) {
    Idea read = idea;
    List<Ranked> ranked = ranker.apply(read);
    if (detected.contains(idea.id())) {
      if (isBlind(ranked)) {
        Idea otherwise = idea.in(idea.language().other());
        List<Ranked> again = ranker.apply(otherwise);
        read = isBlind(again) ? idea : otherwise;
        ranked = isBlind(again) ? ranked : again;
      }
      readAs.merge(read.language(), 1, Integer::sum);
    }
    if (isBlind(ranked)) {
      blind.add(
          "query "
              + idea.id()
              + ", read as "
              + read.language().code()
              + ", says nothing that sets one candidate above another; all have the same score");
    }
    return ranked;
  }

  private static boolean isBlind(List<Ranked> ranked) {
    return ranked.size() > 1 && ranked.getFirst().score() == ranked.getLast().score();
  }

  /** What should be said of the ideas that have been ranked so far, a sentence each. */
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (!readAs.isEmpty()) {
      notes.add(
          "queries without lang were read as "
              + readAs.entrySet().stream()
                  .map(one -> one.getKey().code() + ": " + one.getValue())
                  .collect(Collectors.joining(", ")));
    }
    notes.addAll(blind);
    return notes;
  }
}
