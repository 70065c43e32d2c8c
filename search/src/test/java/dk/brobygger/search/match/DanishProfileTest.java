package dk.brobygger.search.match;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.json.EntryJson;
import dk.brobygger.search.Shelf;
import dk.brobygger.search.delegation.Encounters;
import dk.brobygger.search.funding.CallMatcher;
import dk.brobygger.search.query.Expansion;
import dk.brobygger.search.score.Evidence;
import dk.brobygger.search.score.Match;
import dk.brobygger.search.score.Matches;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A profile that somebody wrote in Danish only, among entries in English. */
class DanishProfileTest {

  private static final Instant NOW = Instant.parse("2027-03-10T08:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2027, 3, 10);

  private static final Cluster OURS =
      cluster("\"offers\": {\"da\": \"Vi taler med landmænd og borgere.\"}");

  private static final List<Entry> OTHERS =
      List.of(
          EntryJson.read(
              """
              {"id": "cluster/them", "name": "Them", "country": "SE",
               "offers": {"en": "We meet farmers and other citizens."}}\
              """),
          EntryJson.read(
              """
              {"id": "call/TEST-1", "name": "Test", "programme": "LIFE", "status": "open",
               "deadlines": [{"stage": 1, "at": "2027-09-01T17:00"}],
               "text": "Citizens are asked what farmers do."}\
              """),
          EntryJson.read(
              """
              {"id": "cluster/film", "name": "Film", "country": "SE",
               "offers": {"en": "We make films."}}\
              """));

  private static Cluster cluster(String texts) {
    return (Cluster)
        EntryJson.read(
            """
            {"id": "cluster/vi", "name": "Vi", "country": "DK", %s}\
            """
                .formatted(texts));
  }

  private static List<String> added(Cluster cluster) {
    Profile profile = Profile.of(cluster, Shelf.TAGGER.mentions(cluster));
    return ProfileQuery.expansions(profile).stream().map(Expansion::added).toList();
  }

  @Test
  void itFindsWhoSaysTheSameInEnglish_andTellsByWhichWords() {
    assertThat(Shelf.TAGGER.mentions(OURS)).isEmpty();
    try (Shelf shelf = Shelf.of(OTHERS)) {
      Matches partners =
          new PartnerMatcher(shelf.engine(), Shelf.VOCABULARY, Shelf.TAGGER, () -> Encounters.NONE)
              .match(new Seeker(OURS, TODAY), 20);
      Matches calls =
          new CallMatcher(shelf.engine(), Shelf.VOCABULARY, Shelf.TAGGER).match(OURS, NOW, 20);
      assertThat(found(partners)).containsExactly("cluster/them");
      assertThat(found(calls)).containsExactly("call/TEST-1");
      assertThat(partners.expansions())
          .isEqualTo(calls.expansions())
          .contains(new Expansion("landmænd", "farmer", Expansion.Kind.ENGLISH, true));
      assertThat(partners.ranked().getFirst().explanation().parts())
          .filteredOn(part -> part.criterion().equals("words"))
          .singleElement()
          .satisfies(part ->
              assertThat(part.evidence())
                  .map(Evidence::text)
                  .containsExactly("farmers and other citizens"));
    }
  }

  private static List<String> found(Matches matches) {
    return matches.ranked().stream().map(Match::entry).map(one -> one.id().toString()).toList();
  }

  @Test
  void whatItSaysInEnglishToo_isNotTranslated() {
    String danish = "\"da\": \"Vi taler med landmænd.\"";
    assertThat(added(cluster("\"offers\": {" + danish + "}"))).contains("farmer");
    assertThat(added(cluster("\"offers\": {" + danish + ", \"en\": \"We talk.\"}"))).isEmpty();
    assertThat(
            added(
                cluster(
                    "\"offers\": {"
                        + danish
                        + "}, \"description\": {\"en\": \"A group.\", \"da\": \"En by.\"}")))
        .contains("farmer")
        .doesNotContain("city", "town");
  }
}
