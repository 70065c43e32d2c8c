package dk.brobygger.search.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.sentence.ModelFolder;
import dk.brobygger.search.sentence.SentenceModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallRankerTest {

  private static final List<Candidate.OfCall> CALLS =
      List.of(
          call("wind", "Floating offshore wind farms in deep waters"),
          call("heat", "District heating from industrial waste heat"),
          call("food", "Safe food and healthy diets"));

  private static Candidate.OfCall call(String id, String title) {
    return new Candidate.OfCall(id, title, "");
  }

  private static Idea idea(Language language, String text) {
    return new Idea("i", language, "", text, List.of(), Optional.empty(), Optional.empty());
  }

  private static List<String> ranked(Idea idea, List<PastProject> past) {
    try (History history = new History(past);
        CallRanker ranker = new CallRanker(CALLS, history, CallRanker.shippedWeights())) {
      return ranker.rank(idea, 3).stream().map(Ranked::id).toList();
    }
  }

  @Test
  void englishIdea_findsItsCall() {
    assertThat(ranked(idea(Language.EN, "we heat a district with waste heat"), List.of()))
        .startsWith("heat");
  }

  @Test
  void danishIdea_findsTheEnglishCall() {
    assertThat(ranked(idea(Language.DA, "Vi bygger flydende havvindmølleparker"), List.of()))
        .startsWith("wind");
    assertThat(ranked(idea(Language.DA, "Overskudsvarme fra industrien til fjernvarme"), List.of()))
        .startsWith("heat");
  }

  @Test
  void grantedCall_fallsBehindOneThatIsNot() {
    PastProject granted =
        new PastProject(
            "p",
            "something else",
            Optional.of(new PastProject.Topic("wind", "Floating offshore wind")),
            2023,
            Set.of());
    Idea both = idea(Language.EN, "floating wind");
    assertThat(ranked(both, List.of())).startsWith("wind");
    assertThat(ranked(both, List.of(granted)).indexOf("wind")).isPositive();
  }

  @Test
  void ideaWithoutAWordOfItsCall_findsItByASentenceModel(@TempDir Path folder) throws IOException {
    Idea idea = idea(Language.EN, "keeping dwellings warm with surplus energy of factories");
    try (SentenceModel model = SentenceModel.open(ModelFolder.in(folder));
        History history = new History(List.of());
        CallRanker ranker = byMeaning(history, model)) {
      assertThat(ranker.rank(idea, 1)).extracting(Ranked::id).containsExactly("heat");
      assertThat(ranker.signals(idea)).containsKey(CallRanker.Signal.SENTENCES);
    }
    assertThat(ranked(idea, List.of())).startsWith("wind"); // the first of what is all alike
  }

  @Test
  void sameIdea_hasTheSameScoresByASentenceModelWhenAskedAgain(@TempDir Path folder)
      throws IOException {
    Idea idea = idea(Language.EN, "healthy meals at school");
    try (SentenceModel model = SentenceModel.open(ModelFolder.in(folder));
        History history = new History(List.of());
        CallRanker first = byMeaning(history, model);
        CallRanker second = byMeaning(history, model)) {
      assertThat(first.rank(idea, 3))
          .isEqualTo(second.rank(idea, 3))
          .isEqualTo(first.rank(idea, 3));
    }
  }

  private static CallRanker byMeaning(History history, SentenceModel model) {
    Optional<SentenceModel> given = Optional.of(model);
    return new CallRanker(CALLS, history, CallRanker.shippedWeights(given), given);
  }
}
