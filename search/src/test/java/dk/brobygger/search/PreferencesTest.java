package dk.brobygger.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.entry.LabelLevel;
import dk.brobygger.corpus.sample.Sample;
import dk.brobygger.search.delegation.Encounters;
import dk.brobygger.search.match.PartnerMatcher;
import dk.brobygger.search.match.Preferences;
import dk.brobygger.search.match.Seeker;
import dk.brobygger.search.score.Match;
import dk.brobygger.search.score.Matches;
import dk.brobygger.search.score.Score;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a seeker says of those it is shown, and what it would be shown with another label. */
class PreferencesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
  private static Shelf shelf;
  private static PartnerMatcher partners;
  private static Cluster ours;
  private static Matches plain;

  @BeforeAll
  static void open() {
    shelf = Shelf.of(Sample.entries());
    partners =
        new PartnerMatcher(shelf.engine(), Shelf.VOCABULARY, Shelf.TAGGER, () -> Encounters.NONE);
    ours =
        Sample.entries().stream()
            .filter(one -> one.id().equals(EntryId.of("cluster/energy-cluster-denmark")))
            .map(Cluster.class::cast)
            .findFirst()
            .orElseThrow();
    plain = match(ours, Preferences.NONE);
  }

  @AfterAll
  static void close() {
    shelf.close();
  }

  private static Matches match(Cluster cluster, Preferences preferences) {
    return partners.match(new Seeker(cluster, preferences, TODAY), Sample.entries().size());
  }

  private static Cluster at(int rank) {
    return (Cluster) plain.ranked().get(rank - 1).entry();
  }

  private static Optional<Score> node(Match match, String criterion) {
    return match.explanation().parts().stream()
        .filter(part -> part.criterion().equals(criterion))
        .findFirst();
  }

  @Test
  void clusterThatIsNotForUs_givesItsPlaceUp_andIsShownWithTheRankItHad() {
    Matches after = match(ours, new Preferences(List.of(), List.of(at(2))));
    assertThat(after.ranked())
        .extracting(Match::entry)
        .doesNotContain(at(2))
        .hasSize(plain.ranked().size() - 1);
    assertThat(after.ranked().get(1).entry()).isEqualTo(at(3));
    assertThat(after.blocked())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.entry()).isEqualTo(at(2));
          assertThat(one.rank()).isEqualTo(2);
          assertThat(one.blockers().getFirst().rule()).isEqualTo("not-for-us");
          assertThat(one.explanation()).isEqualTo(plain.ranked().get(1).explanation());
        });
  }

  @Test
  void moreLikeOne_raisesTheOthersByANodeThatQuotesBoth_andNothingElse() {
    Cluster liked = at(7);
    Matches after = match(ours, new Preferences(List.of(liked), List.of()));
    Map<EntryId, Match> before = new HashMap<>();
    plain.ranked().forEach(match -> before.put(match.entry().id(), match));
    int raised = 0;
    for (Match match : after.ranked()) {
      Match same = Objects.requireNonNull(before.get(match.entry().id()));
      Optional<Score> node = node(match, "more-like-this");
      assertThat(match.score())
          .isCloseTo(same.score() + node.map(Score::points).orElse(0.0), within(1e-9));
      for (Score leaf : node.map(Score::parts).orElse(List.of())) {
        raised++;
        assertThat(leaf.evidence())
            .extracting(one -> one.entry())
            .containsExactly(match.entry().id(), liked.id());
      }
      assertThat(node.isEmpty() || !match.entry().equals(liked)).isTrue();
    }
    assertThat(raised).isPositive();
    assertThat(after.blocked()).isEmpty();
    assertThat(match(ours, Preferences.NONE)).isEqualTo(plain);
  }

  @Test
  void theOrderOfLikes_changesNoPoints() {
    Preferences one = new Preferences(List.of(at(3), at(4), at(7)), List.of());
    Preferences other = new Preferences(List.of(at(7), at(4), at(3)), List.of());
    assertThat(match(ours, one).ranked())
        .extracting(match -> match.entry().id(), Match::score)
        .containsExactlyInAnyOrderElementsOf(
            match(ours, other).ranked().stream()
                .map(match -> tuple(match.entry().id(), match.score()))
                .toList());
  }

  @Test
  void clusterBothLikedAndUnwanted_isRefused() {
    assertThatThrownBy(() -> new Preferences(List.of(at(1)), List.of(at(1))))
        .hasMessage(at(1).id() + " is wanted more of and not for us, must be one of them");
  }

  /** Of the sample's labels that may still hold nobody knows the end, so each counts half. */
  private static double label(Cluster asking, LabelLevel theirs) {
    return match(asking, Preferences.NONE).ranked().stream()
        .filter(match ->
            match.entry() instanceof Cluster other
                && other.standing().label().filter(label -> label.level() == theirs).isPresent())
        .flatMap(match -> node(match, "label-end-unknown").stream())
        .mapToDouble(Score::points)
        .max()
        .orElseThrow();
  }

  @Test
  void noLabelOfOneThatHasNone_changesNothing() {
    Cluster unlabelled =
        Sample.entries().stream()
            .filter(one -> one.id().toString().equals("cluster/hydrogen-denmark"))
            .map(Cluster.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(unlabelled.standing().league()).contains(2);
    assertThat(match(unlabelled.labelled(Optional.empty(), TODAY), Preferences.NONE))
        .isEqualTo(match(unlabelled, Preferences.NONE));
  }

  @Test
  void labelOfTheirs_countsByTheLabelWeHave_orAreShownWith() {
    Cluster gold = ours.labelled(Optional.of(LabelLevel.GOLD), TODAY);
    Cluster silver = ours.labelled(Optional.of(LabelLevel.SILVER), TODAY);
    Cluster bronze = ours.labelled(Optional.of(LabelLevel.BRONZE), TODAY);
    Cluster none = ours.labelled(Optional.empty(), TODAY);
    assertThat(label(gold, LabelLevel.GOLD)).isEqualTo(1.5);
    assertThat(label(gold, LabelLevel.BRONZE)).isEqualTo(0.5);
    assertThat(label(silver, LabelLevel.GOLD)).isEqualTo(1.5);
    assertThat(label(bronze, LabelLevel.GOLD)).isEqualTo(label(bronze, LabelLevel.BRONZE));
    assertThat(label(none, LabelLevel.GOLD)).isEqualTo(0.5);
    assertThat(match(gold, Preferences.NONE).ranked())
        .extracting(Match::score)
        .isEqualTo(plain.ranked().stream().map(Match::score).toList());
  }
}
