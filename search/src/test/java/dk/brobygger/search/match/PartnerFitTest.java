package dk.brobygger.search.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.json.EntryJson;
import dk.brobygger.search.Shelf;
import dk.brobygger.search.delegation.Encounters;
import dk.brobygger.search.score.Evidence;
import dk.brobygger.search.score.Score;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What two have for each other, criterion by criterion: who lacks the fact gets no points. */
class PartnerFitTest {

  private static final LocalDate TODAY = LocalDate.of(2027, 3, 10);

  /** So that no competence is what everybody speaks of. */
  private static final Shelf SHELF =
      Shelf.of(
          IntStream.range(0, 40)
              .<Entry>mapToObj(number ->
                  cluster("n" + number, "SE", "\"offers\": {\"en\": \"Bakery and film.\"}"))
              .toList());

  private static final PartnerMatcher MATCHER =
      new PartnerMatcher(SHELF.engine(), Shelf.VOCABULARY, Shelf.TAGGER, () -> Encounters.NONE);

  private static final Cluster OURS =
      cluster(
          "vi",
          "DK",
          """
          "offers": {"en": "We build offshore wind."}, "seeks": {"en": "District heating."},
          "ecosystems": ["energy-renewables"], "networks": ["ELBE Alliance"],
          "targetCountries": ["NO", "DE"]\
          """);

  @AfterAll
  static void close() {
    SHELF.close();
  }

  private static Cluster cluster(String key, String country, String facts) {
    return (Cluster)
        EntryJson.read(
            "{\"id\": \"cluster/%s\", \"name\": \"%s\", \"country\": \"%s\", %s}"
                .formatted(key, key, country, facts));
  }

  private static Optional<Score> part(String criterion, Cluster theirs) {
    return MATCHER.between(OURS, theirs, TODAY).parts().stream()
        .filter(part -> part.criterion().equals(criterion))
        .findFirst();
  }

  private static List<String> quoted(Score score) {
    return score.evidence().stream().map(Evidence::text).toList();
  }

  private static Cluster trading(String offers, String seeks) {
    return cluster(
        "de",
        "NO",
        "\"offers\": {\"en\": \"%s.\"}, \"seeks\": {\"en\": \"%s.\"}".formatted(offers, seeks));
  }

  @Test
  void fitOfOneSideOnly_isNoExchange() {
    assertThat(part("exchange", trading("District heating", "Food safety"))).isEmpty();
    assertThat(part("exchange", trading("Food safety", "Offshore wind"))).isEmpty();
    assertThat(part("exchange", trading("Offshore wind", "District heating"))).isEmpty();
  }

  @Test
  void exchange_isWhatTheyOfferAndWeSeek_joinedHarmonicallyWithTheReverse() {
    Score exchange = part("exchange", trading("District heating", "Offshore wind")).orElseThrow();
    assertThat(exchange.how()).isEqualTo("harmonic");
    Score theirs = exchange.parts().get(0);
    Score ours = exchange.parts().get(1);
    assertThat(theirs.criterion()).isEqualTo("they-offer-what-we-seek");
    assertThat(places(theirs)).containsExactlyInAnyOrder("de offers", "vi seeks");
    assertThat(ours.criterion()).isEqualTo("we-offer-what-they-seek");
    assertThat(places(ours)).containsExactlyInAnyOrder("vi offers", "de seeks");
  }

  private static List<String> places(Score sum) {
    return sum.parts().getFirst().evidence().stream()
        .map(words -> words.entry().key() + " " + words.field())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ecosystem | \"ecosystems\": [\"energy-renewables\"] | \"ecosystems\": [\"health\"]",
        "network | \"networks\": [\"ELBE Alliance\"] | \"networks\": [\"Another\"]",
      })
  void valueOfBoth_earnsPointsAndIsQuotedOfBoth(String criterion, String shared, String other) {
    Score earned = part(criterion, cluster("de", "FR", shared)).orElseThrow();
    assertThat(earned.evidence())
        .map(Evidence::entry)
        .map(Object::toString)
        .containsExactly("cluster/de", "cluster/vi");
    assertThat(quoted(earned)).allMatch(shared::contains);
    assertThat(part(criterion, cluster("de", "FR", other))).isEmpty();
  }

  @Test
  void countryThatIsWished_earnsPoints_andNoOtherDoes() {
    String text = "\"offers\": {\"en\": \"Film.\"}";
    Score wished = part("target-country", cluster("de", "DE", text)).orElseThrow();
    assertThat(quoted(wished)).containsExactly("DE", "DE");
    assertThat(part("target-country", cluster("de", "FR", text))).isEmpty();
  }

  @Test
  void whoWishesForOurCountry_earnsPoints_andIsQuoted() {
    Score wishing =
        part("their-target-country", cluster("fr", "FR", "\"targetCountries\": [\"SE\", \"DK\"]"))
            .orElseThrow();
    assertThat(wishing.evidence())
        .map(words -> words.entry().key() + " " + words.field() + " " + words.text())
        .containsExactly("fr targetCountries DK", "vi country DK");
    assertThat(part("their-target-country", cluster("fr", "FR", "\"targetCountries\": [\"SE\"]")))
        .isEmpty();
  }

  @Test
  void whoNamesManyEcosystems_hasLessInCommonThanWhoNamesOursOnly() {
    double ours = ecosystemPoints("\"energy-renewables\"");
    assertThat(ecosystemPoints("\"energy-renewables\", \"health\""))
        .isCloseTo(ours / 2, within(1e-9));
    assertThat(ecosystemPoints("\"energy-renewables\", \"health\", \"tourism\", \"retail\""))
        .isCloseTo(ours / 4, within(1e-9));
  }

  @Test
  void networkInCommon_isWorthTheSame_howeverManyOthersTheyAreIn() {
    Score one =
        part("network", cluster("fr", "FR", "\"networks\": [\"ELBE Alliance\"]")).orElseThrow();
    Score two =
        part("network", cluster("fr", "FR", "\"networks\": [\"Another\", \"ELBE Alliance\"]"))
            .orElseThrow();
    assertThat(two.points()).isEqualTo(one.points());
  }

  private static double ecosystemPoints(String theirs) {
    return part("ecosystem", cluster("fr", "FR", "\"ecosystems\": [" + theirs + "]"))
        .orElseThrow()
        .points();
  }

  @ParameterizedTest
  @CsvSource({"2027-03-09, false", "2027-03-10, true", "2028-01-01, true"})
  void labelOfTheirs_countsWhileItHolds(String until, boolean counts) {
    Cluster labelled =
        cluster("de", "FR", "\"label\": {\"level\": \"gold\", \"validUntil\": \"" + until + "\"}");
    assertThat(part("label", labelled).isPresent()).isEqualTo(counts);
  }

  @Test
  void labelWhoseEndNobodyKnows_countsHalf_andIsNotCalledValid() {
    Cluster unknown = cluster("de", "FR", "\"label\": {\"level\": \"gold\"}");
    Cluster valid =
        cluster("no", "FR", "\"label\": {\"level\": \"gold\", \"validUntil\": \"2028-01-01\"}");
    Score half = part("label-end-unknown", unknown).orElseThrow();
    assertThat(half.points()).isEqualTo(part("label", valid).orElseThrow().points() / 2);
    assertThat(quoted(half)).containsExactly("gold");
    assertThat(part("label", unknown)).isEmpty();
    assertThat(part("label-end-unknown", valid)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2012-01-01, false", "2024-03-09, false", "2024-03-10, true"})
  void labelThatMustHaveExpired_countsNothing(String awarded, boolean counts) {
    Cluster labelled =
        cluster("de", "FR", "\"label\": {\"level\": \"bronze\", \"awarded\": \"" + awarded + "\"}");
    assertThat(part("label-end-unknown", labelled).isPresent()).isEqualTo(counts);
    assertThat(part("label", labelled)).isEmpty();
  }
}
