package dk.brobygger.search.standing;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.CallStatus;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.search.engine.Hit;
import dk.brobygger.search.funding.CallFit;
import dk.brobygger.search.funding.CallMatcher;
import dk.brobygger.search.funding.CallSelection;
import dk.brobygger.search.query.Reading;
import dk.brobygger.search.score.Blocker;
import dk.brobygger.search.score.Caution;
import dk.brobygger.search.score.Score;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Some calls at one moment, to be sifted for one subscription or for ten thousand, in the same way.
 * Safe for many threads.
 */
public final class Sieve {

  private final CallSelection calls;
  private final StandingMatcher.Reader reader;
  private final Instant now;

  Sieve(CallSelection calls, StandingMatcher.Reader reader, Instant now) {
    this.calls = calls;
    this.reader = reader;
    this.now = now;
  }

  /** Those of the calls that answer a subscription, best first; closed ones answer none. */
  public List<Answering> answers(Subscription subscription) {
    Map<EntryId, Answering> answers = new LinkedHashMap<>();
    subscription.profile().stream()
        .flatMap(cluster -> calls.fitting(cluster).stream())
        .forEach(fit -> answers.put(fit.call().id(), profile(fit)));
    for (StandingSearch search : subscription.searches()) {
      Reading reading = reader.read(search.words(), now);
      for (Hit hit : calls.asked(reading.query())) {
        if (hit.entry() instanceof Call call && call.timetable().status(now) != CallStatus.CLOSED) {
          Finding finding = new Finding(search.name(), reading, hit);
          answers.merge(
              call.id(),
              alone(call, finding, subscription),
              (known, same) -> known.foundBy(finding));
        }
      }
    }
    return answers.values().stream()
        .map(one -> new Ranked(one, one.score()))
        .sorted(
            Comparator.comparingDouble(Ranked::score)
                .reversed()
                .thenComparing(one -> one.answering().call().id()))
        .map(Ranked::answering)
        .toList();
  }

  /** A score is added up anew each time it is asked for, and sorting asks many times. */
  private record Ranked(Answering answering, double score) {}

  private static Answering profile(CallFit fit) {
    return new Answering(
        fit.call(), fit.explanation(), fit.blockers(), fit.cautions(), true, List.of());
  }

  /** A call that no profile asked for is worth what its words are. */
  private Answering alone(Call call, Finding finding, Subscription subscription) {
    List<Blocker> blockers =
        subscription
            .profile()
            .map(cluster -> CallMatcher.blockers(cluster, call))
            .orElse(List.of());
    List<Caution> cautions =
        subscription
            .profile()
            .map(cluster -> CallMatcher.cautions(cluster, call, now))
            .orElse(List.of());
    Score words = CallMatcher.words(finding.hit());
    Score explanation = new Score.Sum("match", words.points() == 0 ? List.of() : List.of(words));
    return new Answering(call, explanation, blockers, cautions, false, List.of(finding));
  }
}
