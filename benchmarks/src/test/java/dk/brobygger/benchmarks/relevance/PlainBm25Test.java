package dk.brobygger.benchmarks.relevance;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.signal.Candidate;
import dk.brobygger.search.signal.Idea;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlainBm25Test {

  private static Candidate.OfCall call(String id, String title) {
    return new Candidate.OfCall(id, title, "");
  }

  private static Idea idea(String title, Optional<String> organisation) {
    return new Idea("i", Language.EN, title, "", List.of(), Optional.empty(), organisation);
  }

  private static List<String> ranked(Idea idea) {
    try (PlainBm25 plain =
        new PlainBm25(
            List.of(
                call("z", "Heat of sewers"),
                call("m", "Offshore wind"),
                call("c", "Heat of sewers"),
                call("a", "Heat of sewers")))) {
      return plain.rank(idea, 3);
    }
  }

  @Test
  void tiedCandidates_keepTheirOrder() {
    assertThat(ranked(idea("sewers", Optional.empty()))).containsExactly("z", "c", "a");
  }

  @Test
  void theOneThatAsks_isNotItsOwnAnswer() {
    assertThat(ranked(idea("sewers", Optional.of("c")))).containsExactly("z", "a");
  }

  @Test
  void candidatesWithoutAWordOfTheIdea_areNotRanked() {
    assertThat(ranked(idea("wind", Optional.empty()))).containsExactly("m");
  }
}
