package dk.brobygger.search.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dk.brobygger.corpus.vocabulary.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PartnerRankerTest {

  private static final List<PastProject> PROJECTS =
      List.of(
          project("p1", "floating offshore wind turbines at sea", "WIND", "lead", "old"),
          project("p2", "moorings of floating offshore wind", "WIND", "new", "other"),
          project("p3", "rare diseases of children", "HEALTH", "clinic", "lead"),
          project("p4", "vaccines against rare diseases", "HEALTH", "clinic"),
          project("p5", "noise of propellers", "WIND", "silent"),
          project("p6", "cheese without milk", "FOOD", "dairy"),
          project("p7", "cranes of harbours", "PORTS", "clinic", "friend"),
          project("p8", "cranes of quays", "PORTS", "dairy", "stranger"));

  private static final List<String> IDS =
      List.of("lead", "old", "new", "other", "clinic", "silent", "dairy", "friend", "stranger");

  private static PastProject project(String id, String text, String topic, String... who) {
    return new PastProject(
        id, text, Optional.of(new PastProject.Topic(topic, topic)), 2023, Set.of(who));
  }

  private static Idea idea(String text) {
    return new Idea(
        "idea", Language.EN, text, "", List.of(), Optional.of("DK"), Optional.of("lead"));
  }

  private static Candidate.OfPartner partner(String id) {
    return new Candidate.OfPartner(id, id, Optional.of("DK"), Optional.of(id + "borg"), List.of());
  }

  private static Map<PartnerRanker.Signal, double[]> signals(String text) {
    return signals(PROJECTS, text);
  }

  private static Map<PartnerRanker.Signal, double[]> signals(
      List<PastProject> projects, String text) {
    try (History history = new History(projects);
        PartnerRanker ranker =
            new PartnerRanker(
                IDS.stream().map(PartnerRankerTest::partner).toList(),
                history,
                PartnerRanker.shippedWeights(history))) {
      return ranker.signals(idea(text));
    }
  }

  private static double[] values(
      Map<PartnerRanker.Signal, double[]> signals, PartnerRanker.Signal signal) {
    return signals.getOrDefault(signal, new double[0]);
  }

  private static double of(
      Map<PartnerRanker.Signal, double[]> signals, String id, PartnerRanker.Signal signal) {
    return values(signals, signal)[IDS.indexOf(id)];
  }

  @Test
  void theOneThatAsks_isNeverItsOwnPartner_andThoseOfProjectsLikeTheIdeaComeFirst() {
    try (History history = new History(PROJECTS);
        PartnerRanker ranker =
            new PartnerRanker(
                IDS.stream().map(PartnerRankerTest::partner).toList(),
                history,
                PartnerRanker.shippedWeights(history))) {
      List<String> ranked =
          ranker.rank(idea("floating offshore wind"), 10).stream().map(Ranked::id).toList();
      assertThat(ranked).doesNotContain("lead").hasSize(IDS.size() - 1);
      assertThat(ranked.subList(0, 3)).containsExactlyInAnyOrder("old", "new", "other");
    }
  }

  @Test
  void whoHasWorkedWithTheOneThatAsks_isNotNew() {
    Map<PartnerRanker.Signal, double[]> signals = signals("floating offshore wind");
    assertThat(of(signals, "old", PartnerRanker.Signal.NEW)).isZero();
    assertThat(of(signals, "clinic", PartnerRanker.Signal.NEW)).isZero();
    assertThat(of(signals, "other", PartnerRanker.Signal.NEW)).isEqualTo(1);
  }

  @Test
  void projectOfAFamilyOfTopicsLikeTheIdea_countsMore_whateverTheYearOfItsTopic() {
    List<PastProject> projects =
        List.of(
            project("p1", "floating offshore wind turbines", "HORIZON-CL5-2021-D3-01-02", "old"),
            project("p2", "floating cranes", "HORIZON-CL5-2023-D3-02-11", "new"),
            project("p3", "floating quays", "HORIZON-CL6-2021-D3-01-02", "other"),
            project("p4", "cheese without milk", "HORIZON-CL6-2023-D3-01-02", "dairy"),
            project("p5", "rare diseases of children", "HORIZON-HLTH-2023-CARE", "clinic"),
            project("p6", "vaccines against rare diseases", "HORIZON-HLTH-2023-CARE", "clinic"),
            project("p7", "noise of propellers", "HORIZON-CL5-2021-D5-01-01", "silent"));
    Map<PartnerRanker.Signal, double[]> signals = signals(projects, "floating offshore wind");
    assertThat(of(signals, "new", PartnerRanker.Signal.FOCUS))
        .isCloseTo(of(signals, "other", PartnerRanker.Signal.FOCUS), within(1e-9));
    assertThat(of(signals, "new", PartnerRanker.Signal.FAMILY))
        .isGreaterThan(1.5 * of(signals, "other", PartnerRanker.Signal.FAMILY));
  }

  @Test
  void ideaThatNamesAPartner_itsCityOrItsCountry_tellsWhoIsMeant() {
    Map<PartnerRanker.Signal, double[]> signals = signals("cheese of the dairy at sea");
    assertThat(of(signals, "dairy", PartnerRanker.Signal.NAME)).isEqualTo(1);
    assertThat(of(signals, "clinic", PartnerRanker.Signal.NAME)).isZero();
    signals = signals("cheese of silentborg in Denmark");
    assertThat(of(signals, "silent", PartnerRanker.Signal.CITY)).isEqualTo(1);
    assertThat(of(signals, "dairy", PartnerRanker.Signal.CITY)).isZero();
    assertThat(values(signals, PartnerRanker.Signal.COUNTRY)).containsOnly(1);
    assertThat(values(signals("cheese"), PartnerRanker.Signal.COUNTRY)).containsOnly(0);
  }

  @Test
  void whoWorkedWithThoseTheOneThatAsksKnows_isMetOnTheWalk() {
    Map<PartnerRanker.Signal, double[]> signals = signals("floating offshore wind");
    assertThat(of(signals, "friend", PartnerRanker.Signal.TOGETHER)).isZero();
    assertThat(of(signals, "friend", PartnerRanker.Signal.CONSORTIUM))
        .isLessThan(of(signals, "clinic", PartnerRanker.Signal.CONSORTIUM))
        .isGreaterThan(of(signals, "stranger", PartnerRanker.Signal.CONSORTIUM));
  }

  @Test
  void manyUnlikeProjects_blurTheFocus() {
    Map<PartnerRanker.Signal, double[]> signals = signals("floating offshore wind");
    assertThat(of(signals, "old", PartnerRanker.Signal.FOCUS))
        .isGreaterThan(of(signals, "lead", PartnerRanker.Signal.FOCUS));
  }

  @Test
  void withoutAnyHistory_onlyWhatNeedsNoneIsKnown() {
    try (History history = new History(List.of());
        PartnerRanker ranker =
            new PartnerRanker(
                List.of(partner("a"), partner("b")),
                history,
                PartnerRanker.shippedWeights(history))) {
      Map<PartnerRanker.Signal, double[]> signals = ranker.signals(idea("wind"));
      assertThat(signals)
          .containsOnlyKeys(
              PartnerRanker.Signal.WORDS,
              PartnerRanker.Signal.DAMPED_WORDS,
              PartnerRanker.Signal.COMPETENCES,
              PartnerRanker.Signal.NAME,
              PartnerRanker.Signal.CITY,
              PartnerRanker.Signal.COUNTRY);
      assertThat(signals.values())
          .allSatisfy(values -> assertThat(Arrays.stream(values)).allMatch(Double::isFinite));
      assertThat(ranker.rank(idea("wind"), 10)).hasSize(2);
    }
  }

  /** Without a history, known by what they have shown; a profile is one of them. */
  private static Map<PartnerRanker.Signal, double[]> signals(Idea idea, Candidate.OfPartner... of) {
    try (History history = new History(List.of());
        PartnerRanker ranker =
            new PartnerRanker(List.of(of), history, PartnerRanker.shippedWeights(history))) {
      return ranker.signals(idea);
    }
  }

  private static Candidate.OfPartner shown(String id, String name, String text) {
    return new Candidate.OfPartner(
        id,
        name,
        Optional.empty(),
        Optional.empty(),
        List.of(new Candidate.Shown(text, Optional.empty())));
  }

  private static Idea idea(Language language, String text, Optional<String> asking) {
    return new Idea("idea", language, "", text, List.of(), Optional.empty(), asking);
  }

  @Test
  void withoutAnyHistory_competencesOfTheIdeaCount_inOtherWordsAndInDanish() {
    Candidate.OfPartner[] partners = {
      shown("sun", "Sun", "photovoltaics on roofs"),
      shown("wind", "Wind", "wind turbines at sea"),
      shown("cheese", "Cheese", "cheese without milk")
    };
    for (Idea idea :
        List.of(
            idea(Language.EN, "solar cells", Optional.empty()),
            idea(Language.DA, "solceller", Optional.empty()))) {
      double[] values = values(signals(idea, partners), PartnerRanker.Signal.COMPETENCES);
      assertThat(values[0]).isEqualTo(1);
      assertThat(values[1]).isLessThan(1);
      assertThat(values[2]).isZero();
    }
  }

  @Test
  void withoutAnyHistory_repeatedWordsOfTheIdeaAreAlsoCountedLess() {
    Map<PartnerRanker.Signal, double[]> signals =
        signals(
            idea(Language.EN, "noise noise noise noise noise quays harbours", Optional.empty()),
            shown("loud", "Loud", "noise of propellers"),
            shown("port", "Port", "quays of harbours"));
    assertThat(values(signals, PartnerRanker.Signal.WORDS)[0]).isEqualTo(1);
    assertThat(values(signals, PartnerRanker.Signal.WORDS)[1]).isLessThan(0.5);
    assertThat(values(signals, PartnerRanker.Signal.DAMPED_WORDS)[1]).isGreaterThan(0.7);
  }

  @Test
  void profile_isNotTheMeasureOfOthers() {
    String profile = "floating offshore wind turbines and their moorings";
    Map<PartnerRanker.Signal, double[]> signals =
        signals(
            idea(Language.EN, profile, Optional.of("own")),
            shown("own", "Own", profile),
            shown("other", "Other", "wind turbines on land"));
    for (PartnerRanker.Signal signal :
        List.of(
            PartnerRanker.Signal.WORDS,
            PartnerRanker.Signal.DAMPED_WORDS,
            PartnerRanker.Signal.COMPETENCES)) {
      assertThat(values(signals, signal)).as(signal.name()).containsExactly(0, 1);
    }
  }

  @Test
  void wordsOfANameThatManyHold_nameNobody() {
    double[] values =
        values(
            signals(
                idea(Language.EN, "clusters of food and of offshore wind", Optional.empty()),
                shown("a", "Offshore Cluster", "a"),
                shown("b", "Medicine Cluster", "b"),
                shown("c", "Food Cluster Skåne", "c"),
                shown("d", "Robots Cluster", "d")),
            PartnerRanker.Signal.NAME);
    assertThat(values[0]).isEqualTo(1);
    assertThat(values[1]).isEqualTo(values[3]).isLessThan(0.1);
    assertThat(values[2]).isBetween(values[1], 0.6);
  }
}
