package dk.brobygger.search.match;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.vocabulary.Competence;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Beside looking at every pair of competences. */
class CompetenceIndexTest {

  private static final Vocabulary VOCABULARY = Vocabulary.shipped();

  private static final List<String> IDS =
      VOCABULARY.competences().stream().map(Competence::id).sorted().toList();

  @Provide
  Arbitrary<List<Set<String>>> profiles() {
    return some().list().ofMinSize(1).ofMaxSize(30);
  }

  @Provide
  Arbitrary<Set<String>> some() {
    return Arbitraries.of(IDS).set().ofMaxSize(8);
  }

  @Property(tries = 200)
  void profile_isConcernedWhenACompetenceOfTheOneIsTheOtherOneOrAPartOfIt(
      @ForAll("profiles") List<Set<String>> profiles, @ForAll("some") Set<String> asked) {
    CompetenceIndex index = new CompetenceIndex(profiles, VOCABULARY);
    CompetenceIndex turned = new CompetenceIndex(List.of(asked), VOCABULARY);
    for (int number = 0; number < profiles.size(); number++) {
      boolean expected = near(profiles.get(number), asked);
      assertThat(index.concerned(asked).get(number)).isEqualTo(expected);
      assertThat(turned.concerned(profiles.get(number)).get(0))
          .as("the other way round")
          .isEqualTo(expected);
    }
  }

  private static boolean near(Set<String> some, Set<String> others) {
    return some.stream()
        .anyMatch(one ->
            others.stream()
                .anyMatch(other ->
                    VOCABULARY.narrowerClosure(one).contains(other)
                        || VOCABULARY.narrowerClosure(other).contains(one)));
  }
}
