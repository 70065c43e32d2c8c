package dk.brobygger.search.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.json.EntryJson;
import dk.brobygger.search.Shelf;
import dk.brobygger.search.delegation.Encounters;
import dk.brobygger.search.score.Evidence;
import dk.brobygger.search.score.Match;
import dk.brobygger.search.score.Score;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What partners get points for besides what they seek and offer, each by two small profiles. */
class PartnerCriteriaTest {

  private static final LocalDate TODAY = LocalDate.of(2027, 3, 10);

  private static final Entry OURS =
      cluster("vi", "DK", "[\"da\", \"en\"]", "2027-03-01", "We make wind turbine blades.");

  /** So that wind energy is not what everybody speaks of. */
  private static final List<Entry> OTHERS =
      IntStream.range(0, 40)
          .mapToObj(number -> cluster("n" + number, "SE", "[]", "2027-03-01", "Bakery and film."))
          .toList();

  private static Entry cluster(
      String key, String country, String languages, String read, String offers) {
    return EntryJson.read(
        """
        {"id": "cluster/%s", "name": "Cluster %s", "country": "%s", "languages": %s,
         "description": {"en": "A cluster."}, "offers": {"en": "%s"},
         "claims": [{"fields": ["name", "offers"], "source": "https://example.org/%s", "date": "%s"}]}
        """
            .formatted(key, key, country, languages, offers, key, read));
  }

  private static Optional<Score> part(Entry theirs, String criterion, Entry... others) {
    List<Entry> all = new ArrayList<>(OTHERS);
    all.addAll(List.of(OURS, theirs));
    all.addAll(List.of(others));
    try (Shelf shelf = Shelf.of(all)) {
      PartnerMatcher matcher =
          new PartnerMatcher(shelf.engine(), Shelf.VOCABULARY, Shelf.TAGGER, () -> Encounters.NONE);
      return matcher.match(new Seeker((Cluster) OURS, TODAY), 20).ranked().stream()
          .filter(match -> match.entry().id().equals(theirs.id()))
          .map(Match::explanation)
          .flatMap(score -> score.parts().stream())
          .filter(part -> part.criterion().equals(criterion))
          .findFirst();
    }
  }

  private static List<String> quoted(Score score) {
    return score.evidence().stream().map(Evidence::text).toList();
  }

  @Test
  void whoRunsWhatWeMakePartsFor_standsAtAnotherStageOfOurChain() {
    Entry operators =
        cluster("drift", "NO", "[]", "2027-03-01", "Members do wind farm operation at sea.");
    Score chain = part(operators, "value-chain").orElseThrow();
    assertThat(chain.parts()).isNotEmpty();
    Score best = chain.parts().getFirst();
    assertThat(best.criterion()).isEqualTo("wind-energy");
    assertThat(quoted(best)).containsExactly("wind farm operation", "wind turbine blades");
  }

  @Test
  void whoMakesTheSamePart_standsAtTheSameStage() {
    Entry rivals = cluster("rival", "ES", "[]", "2027-03-01", "Rotor blades are what we make.");
    assertThat(part(rivals, "value-chain")).isEmpty();
  }

  @Test
  void stagesOfDifferentChains_areNoMatch() {
    Entry bakers =
        cluster("brod", "FR", "[]", "2027-03-01", "Food processing equipment; wind, too.");
    assertThat(part(bakers, "value-chain")).isEmpty();
  }

  /** The second one names wind energy in Swedish, and so in no word of ours. */
  @Test
  void wordsAlone_countHalfOfWhatTheyDoBesideACompetenceInCommon() {
    Entry alone = cluster("is", "FI", "[]", "2027-03-01", "Blades for skates.");
    Entry beside = cluster("vind", "SE", "[]", "2027-03-01", "Blades for skates, and vindkraft.");
    assertThat(part(beside, "common-ground", alone)).isPresent();
    assertThat(part(alone, "common-ground", beside)).isEmpty();
    double half = part(alone, "words", beside).orElseThrow().points();
    assertThat(part(beside, "words", alone).orElseThrow().points())
        .isCloseTo(2 * half, within(0.01));
  }

  @Test
  void neighbouringStages_areWorthMoreThanDistantOnes() {
    Entry builders =
        cluster("bygger", "NO", "[]", "2027-03-01", "Wind turbine manufacturing is what we do.");
    Entry operators = cluster("drift", "NO", "[]", "2027-03-01", "We do wind farm operation.");
    assertThat(part(builders, "value-chain", operators).orElseThrow().points())
        .isGreaterThan(part(operators, "value-chain", builders).orElseThrow().points());
  }

  @Test
  void languageOfBothBesidesEnglish_isQuotedOfBoth() {
    Entry danish = cluster("fo", "FO", "[\"fo\", \"da\"]", "2027-03-01", "Rotor blades.");
    Entry english = cluster("eng", "IE", "[\"ga\", \"en\"]", "2027-03-01", "Rotor blades.");
    Entry silent = cluster("stum", "IE", "[]", "2027-03-01", "Rotor blades.");
    assertThat(quoted(part(danish, "language").orElseThrow())).containsExactly("da", "da");
    assertThat(part(english, "language")).isEmpty();
    assertThat(part(silent, "language")).isEmpty();
  }

  @Test
  void whatWasReadTwoYearsAgo_isWorthHalfOfWhatWasReadToday() {
    Entry fresh = cluster("ny", "IE", "[]", "2027-03-10", "Rotor blades.");
    Entry old = cluster("gl", "IE", "[]", "2025-03-10", "Rotor blades.");
    Score today = part(fresh, "freshness").orElseThrow();
    assertThat(part(old, "freshness").orElseThrow().points())
        .isCloseTo(today.points() / 2, within(1e-9));
    assertThat(today.evidence())
        .singleElement()
        .satisfies(words -> assertThat(words.date()).contains(LocalDate.of(2027, 3, 10)));
  }

  @Test
  void whoseSourceIsNotKnown_isNotFresh() {
    Entry unsourced =
        EntryJson.read(
            """
            {"id": "cluster/x", "name": "Cluster x", "country": "IE",
             "offers": {"en": "Rotor blades."}}
            """);
    assertThat(part(unsourced, "freshness")).isEmpty();
  }

  @Test
  void longProfiles_doNotWinByLength() {
    String blades = "Rotor blades are what we make.";
    Entry brief = cluster("kort", "IE", "[]", "2027-03-01", blades);
    String much =
        "Bakeries, hospitals, fintech, film, tourism, textiles, furniture, sports, music, games, "
            + "railways, cement, steel, dairy and meat. ";
    Entry lengthy = cluster("lang", "IE", "[]", "2027-03-01", much.repeat(20) + blades);
    assertThat(total(brief, lengthy)).isGreaterThan(total(lengthy, brief));
  }

  private static double total(Entry theirs, Entry other) {
    try (Shelf shelf = Shelf.of(List.of(OURS, theirs, other))) {
      PartnerMatcher matcher =
          new PartnerMatcher(shelf.engine(), Shelf.VOCABULARY, Shelf.TAGGER, () -> Encounters.NONE);
      return matcher.match(new Seeker((Cluster) OURS, TODAY), 20).ranked().stream()
          .filter(match -> match.entry().id().equals(theirs.id()))
          .findFirst()
          .orElseThrow()
          .score();
    }
  }
}
