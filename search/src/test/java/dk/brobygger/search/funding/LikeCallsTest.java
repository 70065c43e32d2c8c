package dk.brobygger.search.funding;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.CallStatus;
import dk.brobygger.corpus.sample.Sample;
import dk.brobygger.search.Shelf;
import dk.brobygger.search.score.Evidence;
import dk.brobygger.search.score.Match;
import dk.brobygger.search.score.Score;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which calls of the sample are like one of them. */
class LikeCallsTest {

  private static final Instant NOW = Instant.parse("2026-11-28T09:00:00Z");
  private static final List<Call> CALLS =
      Sample.entries().stream().filter(Call.class::isInstance).map(Call.class::cast).toList();

  private static Shelf shelf;
  private static CallMatcher matcher;

  @BeforeAll
  static void fill() {
    shelf = Shelf.of(Sample.entries());
    matcher = new CallMatcher(shelf.engine(), Shelf.VOCABULARY, Shelf.TAGGER);
  }

  @AfterAll
  static void close() {
    shelf.close();
  }

  private static boolean isOpen(Match one) {
    return ((Call) one.entry()).timetable().status(NOW) != CallStatus.CLOSED;
  }

  private static Stream<Score> leaves(Score score) {
    return score.parts().isEmpty()
        ? Stream.of(score)
        : score.parts().stream().flatMap(LikeCallsTest::leaves);
  }

  @Test
  void callsLikeACall_areOthers_openOrClosedAsAsked_bestFirst() {
    for (Call call : CALLS) {
      for (Match one : matcher.like(call, NOW, false, 3)) {
        assertThat(one.entry().id()).isNotEqualTo(call.id());
        assertThat(isOpen(one)).isFalse();
      }
      List<Match> open = matcher.like(call, NOW, true, 3);
      assertThat(open).allMatch(LikeCallsTest::isOpen).hasSizeLessThanOrEqualTo(3);
      assertThat(open).extracting(Match::score).isSortedAccordingTo(Comparator.reverseOrder());
    }
  }

  @Test
  void everyCompetenceInCommon_isQuotedFromBoth() {
    Call call = CALLS.getFirst();
    List<Match> alike = matcher.like(call, NOW, false, 3);
    assertThat(alike).isNotEmpty();
    for (Match one : alike) {
      assertThat(leaves(one.explanation().parts().getFirst()))
          .isNotEmpty()
          .allSatisfy(leaf ->
              assertThat(leaf.evidence())
                  .extracting(Evidence::entry)
                  .contains(one.entry().id(), call.id()));
    }
  }
}
