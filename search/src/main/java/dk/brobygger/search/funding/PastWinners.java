package dk.brobygger.search.funding;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.Organisation;
import dk.brobygger.corpus.entry.Participation;
import dk.brobygger.search.engine.Answer;
import dk.brobygger.search.engine.Question;
import dk.brobygger.search.engine.SearchEngine;
import dk.brobygger.search.funding.Winner.Win;
import dk.brobygger.search.query.Facet;
import dk.brobygger.search.query.Query;
import dk.brobygger.search.score.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who has won calls: the organisations of the projects that were granted under them. Safe for many
 * threads.
 */
public final class PastWinners {

  private static final Query ORGANISATIONS = new Query.Has(Facet.TYPE, "organisation");

  private static final Comparator<Winner> MOST_FIRST =
      Comparator.comparingLong(Winner::calls)
          .thenComparingLong(Winner::coordinated)
          .reversed()
          .thenComparing(winner -> winner.organisation().name())
          .thenComparing(winner -> winner.organisation().id());

  private final SearchEngine engine;

  /** Looks for winners with an engine. */
  public PastWinners(SearchEngine engine) {
    this.engine = engine;
  }

  /**
   * Who won.
   *
   * @param best those in projects under most of the calls, and of these those who led most projects
   * @param total how many won, 0 or more
   */
  public record Winners(List<Winner> best, long total) {

    /** Keeps a copy. */
    public Winners {
      best = List.copyOf(best);
    }
  }

  /**
   * Who won; where more than {@link Question#MOST} did, as of fellowships, the best of so many.
   *
   * @param topics the calls, the most telling first, as by {@link CallMatcher#forerunners}
   * @param whom only organisations that answer to this
   * @param most how many to give at most, 1 or more
   */
  public Winners of(List<Call> topics, Query whom, int most) {
    if (topics.isEmpty()) {
      return new Winners(List.of(), 0);
    }
    Query under = new Query.Any(topics.stream().<Query>map(PastWinners::under).toList());
    Query query = new Query.Every(List.of(ORGANISATIONS, whom, under));
    Answer answer = engine.ask(Question.best(query, Question.MOST));
    List<Winner> winners =
        answer.hits().stream()
            .flatMap(hit -> hit.entry() instanceof Organisation one ? Stream.of(one) : Stream.of())
            .map(one -> new Winner(one, wins(one, topics)))
            .sorted(MOST_FIRST)
            .limit(most)
            .toList();
    return new Winners(winners, answer.total());
  }

  private static Query under(Call topic) {
    return new Query.Has(Facet.TOPIC, identifier(topic));
  }

  private static String identifier(Call topic) {
    return Facet.TOPIC.canonical(topic.identifier());
  }

  private static List<Win> wins(Organisation organisation, List<Call> topics) {
    List<Win> wins = new ArrayList<>();
    for (Call topic : topics) {
      for (Participation project : organisation.projects()) {
        if (project
            .topic()
            .map(Facet.TOPIC::canonical)
            .filter(identifier(topic)::equals)
            .isPresent()) {
          wins.add(new Win(topic, project, Evidence.project(organisation, project)));
        }
      }
    }
    return wins;
  }
}
