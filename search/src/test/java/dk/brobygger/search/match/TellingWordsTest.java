package dk.brobygger.search.match;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.json.EntryJson;
import dk.brobygger.search.Shelf;
import dk.brobygger.search.delegation.Encounters;
import dk.brobygger.search.engine.Highlight;
import dk.brobygger.search.engine.Hit;
import dk.brobygger.search.engine.Question;
import dk.brobygger.search.funding.CallMatcher;
import dk.brobygger.search.query.Query;
import dk.brobygger.search.score.Caution;
import dk.brobygger.search.score.Evidence;
import dk.brobygger.search.score.Match;
import dk.brobygger.search.score.Score;
import dk.brobygger.search.standing.StandingMatcher;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** By which of its many words a profile looks for others, and which of them are quoted. */
class TellingWordsTest {

  private static final Instant NOW = Instant.parse("2027-03-10T08:00:00Z");

  private static Cluster saying(String language, String text) {
    return (Cluster)
        EntryJson.read(
            """
            {"id": "cluster/vi", "name": "Vi", "country": "DK", "description": {"%s": "%s"}}\
            """
                .formatted(language, text));
  }

  private static Entry call(String number, String text) {
    return EntryJson.read(
        """
        {"id": "call/TEST-%s", "name": "Test", "programme": "LIFE", "status": "open",
         "deadlines": [{"stage": 1, "at": "2027-09-01T17:00"}], "text": %s}\
        """
            .formatted(number, text));
  }

  private static List<String> found(Cluster cluster, List<Entry> calls) {
    try (Shelf shelf = Shelf.of(calls)) {
      return new CallMatcher(shelf.engine(), Shelf.VOCABULARY, Shelf.TAGGER)
          .match(cluster, NOW, 20).ranked().stream()
              .map(Match::entry)
              .map(one -> one.id().key())
              .toList();
    }
  }

  @Test
  void whatIsSaidAgainAndAgain_isMeantMore() {
    List<Entry> calls = List.of(call("a", "\"Lanterns\""), call("b", "\"Ladders\""));
    assertThat(found(saying("en", "Lanterns and a ladder. Every lantern."), calls))
        .containsExactly("TEST-a", "TEST-b");
    assertThat(found(saying("en", "A lantern and ladders. Every ladder."), calls))
        .containsExactly("TEST-b", "TEST-a");
  }

  @Test
  void ofMoreWordsThanAreAskedFor_rareOnesSaidOnceGiveWayToThoseSaidOften() {
    String rare =
        IntStream.range(0, 60).mapToObj(TellingWordsTest::word).collect(Collectors.joining(" "));
    List<Entry> calls = new ArrayList<>();
    IntStream.range(0, 60).forEach(i -> calls.add(call("rare" + i, "\"" + word(i) + "\"")));
    calls.add(call("a", "\"Lanterns\""));
    calls.add(call("b", "\"Lanterns\""));
    String often = " lantern".repeat(3);
    assertThat(found(saying("en", rare + often), calls)).startsWith("TEST-a", "TEST-b");
  }

  /** A word that nobody uses: {@code quaba}, {@code quabe} … */
  private static String word(int number) {
    return "qu" + "bdfgklmprt".charAt(number / 6) + "aeiouy".charAt(number % 6) + "x";
  }

  @Test
  void wordsWithoutACompetenceInCommon_findACall_butNoSubscriberIsToldOfIt() {
    String many =
        IntStream.range(0, 25).mapToObj(TellingWordsTest::word).collect(Collectors.joining(" "));
    Cluster cluster = saying("en", (many + " ").repeat(9) + "and district heating");
    List<Entry> calls = new ArrayList<>();
    calls.add(call("words", "\"" + many + "\""));
    IntStream.range(0, 30).forEach(i -> calls.add(call("heat" + i, "\"District heating\"")));
    try (Shelf shelf = Shelf.of(calls)) {
      CallMatcher matcher = new CallMatcher(shelf.engine(), Shelf.VOCABULARY, Shelf.TAGGER);
      Match first = matcher.match(cluster, NOW, 20).ranked().getFirst();
      assertThat(first.entry().id()).isEqualTo(EntryId.of("call/TEST-words"));
      assertThat(first.score()).isGreaterThan(StandingMatcher.LEAST);
      Set<EntryId> all = calls.stream().map(Entry::id).collect(Collectors.toSet());
      assertThat(matcher.select(all, NOW, StandingMatcher.LEAST).fitting(cluster)).isEmpty();
      assertThat(matcher.select(all, NOW, 0).fitting(cluster)).hasSize(30);
    }
  }

  @Test
  void partnerWithNothingInCommonButWords_isToldToBeLookedAt() {
    Cluster ours = saying("en", "Lanterns and district heating in the village.");
    List<Entry> others =
        List.of(partner("words", "Lanterns of the village."), partner("heat", "District heating."));
    try (Shelf shelf = Shelf.of(others)) {
      PartnerMatcher matcher =
          new PartnerMatcher(shelf.engine(), Shelf.VOCABULARY, Shelf.TAGGER, () -> Encounters.NONE);
      List<Match> ranked = matcher.match(new Seeker(ours, LocalDate.of(2027, 3, 10)), 20).ranked();
      assertThat(ranked)
          .extracting(
              one -> one.entry().id().key() + one.cautions().stream().map(Caution::rule).toList())
          .containsExactlyInAnyOrder("words[thin]", "heat[]");
    }
  }

  private static Cluster partner(String key, String text) {
    return (Cluster)
        EntryJson.read(
            """
            {"id": "cluster/%s", "name": "X", "country": "SE", "description": {"en": "%s"}}\
            """
                .formatted(key, text));
  }

  @Test
  void rulesByWhichMoneyIsGiven_areFoundByWhoTypesTheirWords_butNotByAProfile() {
    Entry ruled = call("ruled", "\"Water\", \"conditions\": \"Must use lanterns of Galileo\"");
    Entry about = call("about", "\"Lanterns\", \"conditions\": \"Must use lanterns of Galileo\"");
    Cluster cluster = saying("en", "Lanterns and Galileo");
    assertThat(found(cluster, List.of(ruled, about))).containsExactly("TEST-about");
    try (Shelf shelf = Shelf.of(List.of(ruled, about))) {
      Match match =
          new CallMatcher(shelf.engine(), Shelf.VOCABULARY, Shelf.TAGGER)
              .match(cluster, NOW, 20)
              .ranked()
              .getFirst();
      assertThat(match.explanation().parts())
          .flatExtracting(Score::evidence)
          .extracting(Evidence::field)
          .containsOnly("text");
      for (Query typed :
          List.of(new Query.Words("galileo"), new Query.Phrase("lanterns of Galileo"))) {
        List<Hit> hits = shelf.engine().ask(Question.best(typed, 10)).hits();
        assertThat(hits).extracting(hit -> hit.entry().id().key()).contains("TEST-ruled");
        assertThat(hits)
            .flatExtracting(Hit::highlights)
            .extracting(Highlight::field)
            .contains("conditions");
      }
    }
  }

  @Test
  void englishWords_areNotReadAsDanishOnes() {
    List<Entry> calls =
        List.of(call("da", "{\"da\": \"The Blue Planet: and til alle\"}"), call("en", "\"Blue\""));
    assertThat(found(saying("en", "The blue sea and the land"), calls)).containsExactly("TEST-en");
    assertThat(found(saying("da", "Alle skal have and"), calls)).containsExactly("TEST-da");
  }

  @Test
  void wordsThatHoldOthersTogether_singleLettersAndYears_findNothing() {
    List<Entry> calls =
        List.of(
            call("its", "\"Its future is up to us all\""),
            call("e", "\"Data for e-mobility\""),
            call("year", "\"Winners of 2019\""),
            call("may", "\"Whoever may apply, beyond borders\""),
            call("fuels", "\"Fuels for ships\""));
    Cluster cluster =
        saying("en", "Start-ups for e-fuels from all over the land since May 2019, beyond its");
    assertThat(found(cluster, calls)).containsExactly("TEST-fuels");
  }

  @Test
  void nothingButSuchWordsBesideACompetence_findNothing() {
    List<Entry> calls =
        List.of(call("year", "\"Winners of 2019\""), call("hydrogen", "\"Hydrogen for ships\""));
    assertThat(found(saying("en", "Hydrogen since May 2019"), calls))
        .containsExactly("TEST-hydrogen");
  }

  @Test
  void borrowedWordsOfADanishProfile_findEnglishTexts() {
    assertThat(
            found(
                saying("da", "Vi vil have flere quokkas"),
                List.of(call("en", "\"Quokkas\""), call("other", "\"Wombats\""))))
        .containsExactly("TEST-en");
  }

  @Test
  void onlyWordsThatWereLookedFor_areQuoted() {
    List<String> words = IntStream.range(0, 25).mapToObj(TellingWordsTest::word).toList();
    String text = words.stream().map(word -> (word + " ").repeat(3)).collect(Collectors.joining());
    List<Entry> calls = new ArrayList<>();
    words.forEach(word -> calls.add(call(word, "\"Lanterns and %s\"".formatted(word))));
    try (Shelf shelf = Shelf.of(calls)) {
      Query asked = new Query.Words(text + "and a lantern");
      assertThat(shelf.engine().ask(Question.best(asked, 25)).hits())
          .flatMap(hit -> hit.highlights().stream().map(one -> marked(hit, one)).toList())
          .containsExactlyInAnyOrderElementsOf(words);
    }
  }

  private static String marked(Hit hit, Highlight one) {
    return hit.entry().field(one.field()).orElseThrow().text().substring(one.start(), one.end());
  }

  @Test
  void wordThatAClusterHasInItsNameOnly_isNotInCommon() {
    List<Entry> clusters =
        List.of(abroad("wombat-valley", "Lanterns"), abroad("others", "Wombats and ladders"));
    try (Shelf shelf = Shelf.of(clusters)) {
      PartnerMatcher matcher =
          new PartnerMatcher(shelf.engine(), Shelf.VOCABULARY, Shelf.TAGGER, () -> Encounters.NONE);
      Seeker seeker = new Seeker(saying("en", "Every wombat"), LocalDate.of(2027, 3, 10));
      assertThat(matcher.match(seeker, 20).ranked())
          .map(match -> match.entry().id().key())
          .containsExactly("others");
      seeker = new Seeker(saying("en", "Every wombat needs a lantern"), seeker.today());
      assertThat(matcher.match(seeker, 20).ranked())
          .filteredOn(match -> match.entry().id().key().equals("wombat-valley"))
          .flatMap(TellingWordsTest::quoted)
          .containsExactly("Lanterns");
    }
  }

  private static List<String> quoted(Match match) {
    return match.explanation().parts().stream()
        .filter(part -> part.criterion().equals("words"))
        .flatMap(part -> part.evidence().stream())
        .map(Evidence::text)
        .toList();
  }

  private static Entry abroad(String key, String text) {
    return EntryJson.read(
        """
        {"id": "cluster/%s", "name": "%s", "country": "NO", "description": {"en": "%s"}}\
        """
            .formatted(key, key.replace('-', ' '), text));
  }
}
