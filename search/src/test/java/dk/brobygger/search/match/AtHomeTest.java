package dk.brobygger.search.match;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.LabelLevel;
import dk.brobygger.corpus.json.EntryJson;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.search.Shelf;
import dk.brobygger.search.delegation.Encounters;
import dk.brobygger.search.score.Blocker;
import dk.brobygger.search.score.Evidence;
import dk.brobygger.search.score.Match;
import dk.brobygger.search.score.Placing;
import dk.brobygger.search.score.Score;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom of its own country a cluster of which league is shown as a partner. */
class AtHomeTest {

  private static final LocalDate TODAY = LocalDate.of(2027, 3, 10);
  private static final String BLADES = "We make wind turbine blades.";
  private static final String RUNS = "Members do wind farm operation at sea.";
  private static final String BRONZE = "\"label\": {\"level\": \"bronze\"}";
  private static final String EXPIRED =
      "\"label\": {\"level\": \"bronze\", \"validUntil\": \"2027-03-09\"}";
  private static final String NONE = "\"founded\": 2014";

  private static final Cluster RUNNING_ABROAD = cluster("norge", "NO", NONE, RUNS);
  private static final Cluster RUNNING_WITH_BRONZE = cluster("bronze", "DK", BRONZE, RUNS);
  private static final Cluster RUNNING_WITHOUT = cluster("uden", "DK", NONE, RUNS);
  private static final Cluster RUNNING_EXPIRED = cluster("udloebet", "DK", EXPIRED, RUNS);
  private static final Cluster BLADES_WITH_BRONZE = cluster("vinger", "DK", BRONZE, BLADES);
  private static final Cluster BLADES_ABROAD = cluster("spanien", "ES", NONE, BLADES);
  private static final Cluster BLADES_AT_HOME = cluster("hjemme", "DK", NONE, BLADES);
  private static final Cluster BAKERS = cluster("bagere", "DK", BRONZE, "Bread.");

  private static final Shelf SHELF =
      Shelf.of(
          Stream.concat(
                  Stream.of(
                      RUNNING_ABROAD,
                      RUNNING_WITH_BRONZE,
                      RUNNING_WITHOUT,
                      RUNNING_EXPIRED,
                      BLADES_WITH_BRONZE,
                      BLADES_ABROAD,
                      BLADES_AT_HOME,
                      BAKERS),
                  // So that wind energy is not what everybody speaks of.
                  IntStream.range(0, 40)
                      .mapToObj(number -> cluster("n" + number, "SE", NONE, "Bakery and film.")))
              .map(Entry.class::cast)
              .toList());

  private static final PartnerMatcher MATCHER =
      new PartnerMatcher(SHELF.engine(), Shelf.VOCABULARY, Shelf.TAGGER, () -> Encounters.NONE);

  @AfterAll
  static void close() {
    SHELF.close();
  }

  private static Cluster cluster(String key, String country, String facts, String offers) {
    return (Cluster)
        EntryJson.read(
            """
            {"id": "cluster/%s", "name": "%s", "country": "%s", %s, "offers": {"en": "%s"}}
            """
                .formatted(key, key, country, facts, offers));
  }

  private static Seeker seeker(String facts) {
    return new Seeker(cluster("vi", "DK", facts, BLADES), TODAY);
  }

  private static Seeker worldLeading() {
    return seeker("\"league\": 1, \"label\": {\"level\": \"gold\"}");
  }

  private static Seeker emerging() {
    return seeker("\"league\": 2, " + BRONZE);
  }

  private static List<Match> ranked(Seeker seeker) {
    return MATCHER.match(seeker, 20).ranked();
  }

  private static List<String> keysAtHome(Seeker seeker) {
    return ranked(seeker).stream()
        .map(Match::entry)
        .filter(entry -> ((Cluster) entry).identity().seat().country().equals("DK"))
        .map(entry -> entry.id().key())
        .toList();
  }

  private static Optional<Score> part(Seeker seeker, Cluster theirs, String criterion) {
    return ranked(seeker).stream()
        .filter(match -> match.entry().id().equals(theirs.id()))
        .flatMap(match -> match.explanation().parts().stream())
        .filter(part -> part.criterion().equals(criterion))
        .findFirst();
  }

  private static Blocker rule(Seeker seeker, Cluster asked) {
    Placing placing = MATCHER.why(seeker, asked, 20);
    assertThat(placing).isInstanceOf(Placing.Removed.class);
    return ((Placing.Removed) placing).blockers().getFirst();
  }

  private static String text(Blocker blocker, Language language) {
    return blocker.text().getOrDefault(language, "");
  }

  @Test
  void worldLeading_isShownThoseAtHomeOfBronzeThatStandAtAnotherStage() {
    assertThat(keysAtHome(worldLeading())).containsExactly("bronze");
    Score leaf = part(worldLeading(), RUNNING_WITH_BRONZE, "emerging-at-home").orElseThrow();
    assertThat(leaf.points()).isPositive();
    assertThat(leaf.evidence()).map(Evidence::text).containsExactly("bronze");
    assertThat(part(worldLeading(), RUNNING_ABROAD, "emerging-at-home")).isEmpty();
  }

  @Test
  void worldLeading_findsTheSameAbroadAsIfNobodyWereAtHome() {
    List<String> abroad =
        MATCHER.abroad(worldLeading(), 20).ranked().stream()
            .map(match -> match.entry().id().key() + " " + match.score())
            .toList();
    assertThat(abroad).hasSize(2);
    assertThat(ranked(worldLeading()))
        .filteredOn(match -> !match.entry().equals(RUNNING_WITH_BRONZE))
        .extracting(match -> match.entry().id().key() + " " + match.score())
        .containsExactlyElementsOf(abroad);
  }

  @Test
  void atHomeOfAWorldLeadingOne_whoLacksBronzeOrAnotherStage_isToldWhich() {
    Blocker label = rule(worldLeading(), RUNNING_WITHOUT);
    assertThat(label.rule()).isEqualTo("country");
    assertThat(text(label, Language.EN)).endsWith("and holds no bronze label.");
    assertThat(text(label, Language.DA)).endsWith("og har intet bronzemærke.");
    assertThat(label.evidence().map(Evidence::text)).contains("DK");
    assertThat(text(rule(worldLeading(), RUNNING_EXPIRED), Language.EN))
        .endsWith("and holds no bronze label.");
    Blocker stage = rule(worldLeading(), BLADES_WITH_BRONZE);
    assertThat(text(stage, Language.EN)).endsWith("and stands at no other stage.");
    assertThat(text(stage, Language.DA)).endsWith("og står ikke et andet sted.");
    assertThat(stage.evidence().map(Evidence::text)).contains("bronze");
    assertThat(rule(worldLeading(), BAKERS).rule()).isEqualTo("nothing-in-common");
  }

  @Test
  void atHomeOfAWorldLeadingOne_whoComplements_isToldItsPlace() {
    Placing placing = MATCHER.why(worldLeading(), RUNNING_WITH_BRONZE, 20);
    assertThat(placing).isInstanceOf(Placing.Ranked.class);
    assertThat(placing.match().orElseThrow().blockers()).isEmpty();
  }

  @Test
  void emerging_isShownPeersAtHomeBeforeOnesAbroadThatFitAsWell() {
    List<String> keys = ranked(emerging()).stream().map(match -> match.entry().id().key()).toList();
    assertThat(keys).contains("hjemme", "spanien", "vinger", "uden");
    assertThat(keys.indexOf("hjemme")).isLessThan(keys.indexOf("spanien"));
    assertThat(keys.indexOf("uden")).isLessThan(keys.indexOf("norge"));
    Score leaf = part(emerging(), BLADES_AT_HOME, "peer-at-home").orElseThrow();
    assertThat(leaf.evidence()).map(Evidence::text).containsExactly("DK");
    assertThat(part(emerging(), BLADES_ABROAD, "peer-at-home")).isEmpty();
  }

  @Test
  void peerAtHome_comesBeforeOneThatFitsAsWellInACountryThatIsWished() {
    Seeker seeker = seeker("\"league\": 2, \"targetCountries\": [\"ES\"], " + BRONZE);
    List<String> keys = ranked(seeker).stream().map(match -> match.entry().id().key()).toList();
    assertThat(keys.indexOf("hjemme")).isLessThan(keys.indexOf("spanien"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"league\": 2, \"label\": {\"level\": \"silver\"}",
        "\"league\": 2",
        "\"league\": 2, \"label\": {\"level\": \"bronze\", \"validUntil\": \"2027-03-09\"}",
        "\"league\": 3, \"label\": {\"level\": \"bronze\"}",
        "\"league\": 3"
      })
  void strongAndSmall_lookAbroadOnly(String facts) {
    Seeker seeker = seeker(facts);
    assertThat(keysAtHome(seeker)).isEmpty();
    assertThat(rule(seeker, RUNNING_WITH_BRONZE).text())
        .containsAllEntriesOf(
            Map.of(
                Language.EN,
                "Partners are looked for abroad, and it is at home in the same country."));
  }

  @Test
  void labelThatIsSwitched_bringsItsPartnersAtHome() {
    Cluster plain = seeker("\"league\": 2").cluster();
    assertThat(keysAtHome(new Seeker(plain.labelled(Optional.of(LabelLevel.GOLD), TODAY), TODAY)))
        .containsExactly("bronze");
    assertThat(keysAtHome(new Seeker(plain.labelled(Optional.of(LabelLevel.BRONZE), TODAY), TODAY)))
        .contains("hjemme", "uden", "bronze");
    assertThat(keysAtHome(new Seeker(plain.labelled(Optional.of(LabelLevel.SILVER), TODAY), TODAY)))
        .isEmpty();
  }
}
