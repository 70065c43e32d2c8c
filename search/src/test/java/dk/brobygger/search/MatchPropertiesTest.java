package dk.brobygger.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.CallStatus;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.json.EntryJson;
import dk.brobygger.corpus.sample.Sample;
import dk.brobygger.search.delegation.Encounter;
import dk.brobygger.search.delegation.Encounters;
import dk.brobygger.search.delegation.Outcome.Result;
import dk.brobygger.search.funding.CallMatcher;
import dk.brobygger.search.match.PartnerMatcher;
import dk.brobygger.search.match.Seeker;
import dk.brobygger.search.score.Caution;
import dk.brobygger.search.score.Evidence;
import dk.brobygger.search.score.Match;
import dk.brobygger.search.score.MatchJson;
import dk.brobygger.search.score.Matches;
import dk.brobygger.search.score.Score;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is true of every match of every Danish cluster in the sample with everything in it. */
class MatchPropertiesTest {

  private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");
  private static final LocalDate TODAY = LocalDate.parse("2026-11-25");

  /**
   * A word taken away changes in how many entries it stands, and so a little all that it scores.
   */
  private static final double NOISE = 1e-6;

  private static final List<Entry> ENTRIES = Sample.entries();
  private static final Map<EntryId, Entry> BY_ID = new HashMap<>();
  private static final List<Cluster> DANISH = new ArrayList<>();
  private static final List<Matches> ALL = new ArrayList<>();
  private static Shelf shelf;

  @BeforeAll
  static void matchAll() {
    shelf = Shelf.of(ENTRIES);
    for (Entry entry : ENTRIES) {
      BY_ID.put(entry.id(), entry);
      if (entry instanceof Cluster cluster && cluster.identity().seat().country().equals("DK")) {
        DANISH.add(cluster);
      }
    }
    for (Cluster cluster : DANISH) {
      Matches partners = partners(shelf, cluster);
      ALL.add(partners);
      ALL.add(matcher(shelf, met(partners)).match(new Seeker(cluster, TODAY), 200));
      ALL.add(calls(shelf, cluster));
    }
  }

  @AfterAll
  static void close() {
    shelf.close();
  }

  private static Matches partners(Shelf shelf, Cluster cluster) {
    return matcher(shelf, Encounters.NONE).match(new Seeker(cluster, TODAY), 200);
  }

  private static PartnerMatcher matcher(Shelf shelf, Encounters met) {
    return new PartnerMatcher(shelf.engine(), Shelf.VOCABULARY, Shelf.TAGGER, () -> met);
  }

  /** Twice the best four have met whom they fit, each to another end. */
  private static Encounters met(Matches partners) {
    List<Encounter> met = new ArrayList<>();
    for (Result result : Result.values()) {
      EntryId host = partners.ranked().get(result.ordinal()).entry().id();
      for (int years = 1; years <= 2; years++) {
        LocalDate day = TODAY.minusYears(years);
        met.add(
            new Encounter(partners.profile(), host, "trip-" + years, "", day, result, "Anna", day));
      }
    }
    return new Encounters(met);
  }

  private static Matches calls(Shelf shelf, Cluster cluster) {
    return new CallMatcher(shelf.engine(), Shelf.VOCABULARY, Shelf.TAGGER).match(cluster, NOW, 200);
  }

  private static Stream<Match> matches() {
    return ALL.stream()
        .flatMap(all -> Stream.concat(all.ranked().stream(), all.blocked().stream()));
  }

  private static Stream<Score> nodes(Score score) {
    return Stream.concat(
        Stream.of(score), score.parts().stream().flatMap(MatchPropertiesTest::nodes));
  }

  @Test
  void everyDanishCluster_hasPartnersAndCalls() {
    assertThat(DANISH).isNotEmpty();
    assertThat(ALL)
        .allSatisfy(all -> assertThat(all.ranked()).as("%s", all.profile()).isNotEmpty());
  }

  @Test
  void everyQuotation_standsInItsSourceAtItsOffset() {
    matches()
        .flatMap(match -> nodes(match.explanation()))
        .flatMap(node -> node.evidence().stream())
        .forEach(MatchPropertiesTest::stands);
    matches()
        .flatMap(match -> match.blockers().stream())
        .flatMap(blocker -> blocker.evidence().stream())
        .forEach(MatchPropertiesTest::stands);
  }

  private static void stands(Evidence evidence) {
    Entry entry = Objects.requireNonNull(BY_ID.get(evidence.entry()));
    String field = entry.field(evidence.field()).orElseThrow().text();
    assertThat(field.substring(evidence.start(), evidence.end())).isEqualTo(evidence.text());
    assertThat(evidence.source()).as("source of %s", evidence).isPresent();
    assertThat(evidence.date()).isPresent();
  }

  @Test
  void cautions_quoteWhatTheyWereReadFrom_andOfPartnersOnlySayThatTheyAreThin() {
    List<Match> warned =
        ALL.stream()
            .flatMap(matches -> matches.ranked().stream())
            .filter(match -> !match.cautions().isEmpty())
            .toList();
    assertThat(warned)
        .filteredOn(match -> !(match.entry() instanceof Call))
        .flatExtracting(Match::cautions)
        .extracting(Caution::rule)
        .containsOnly("thin");
    assertThat(warned)
        .flatExtracting(Match::cautions)
        .flatExtracting(caution -> caution.evidence().stream().toList())
        .isNotEmpty()
        .allSatisfy(MatchPropertiesTest::stands);
  }

  @Test
  void everyLeafWithPoints_quotesTheWordsThatEarnedThem() {
    matches()
        .flatMap(match -> nodes(match.explanation()))
        .filter(node -> node.how().equals("leaf") && node.points() > 0)
        .forEach(leaf ->
            assertThat(!leaf.evidence().isEmpty() || leaf.meeting().isPresent())
                .as(leaf.criterion())
                .isTrue());
  }

  @Test
  void meetings_moveWhoHasMet_eachByItsOwnNode_andNobodyElse() {
    Cluster cluster = DANISH.getFirst();
    Matches without = partners(shelf, cluster);
    Matches with = matcher(shelf, met(without)).match(new Seeker(cluster, TODAY), 200);
    Map<EntryId, Score> after = new HashMap<>();
    with.ranked().forEach(match -> after.put(match.entry().id(), match.explanation()));
    assertThat(after).hasSameSizeAs(without.ranked());
    for (Match match : without.ranked().subList(4, without.ranked().size())) {
      assertThat(after).containsEntry(match.entry().id(), match.explanation());
    }
    for (Result result : Result.values()) {
      Match match = without.ranked().get(result.ordinal());
      Score score = Objects.requireNonNull(after.get(match.entry().id()));
      Score node = score.parts().getLast();
      assertThat(node.criterion()).isEqualTo("acquaintance");
      assertThat(node.parts()).hasSize(2);
      assertThat(score.points()).isCloseTo(match.score() + node.points(), within(1e-9));
      assertThat(node.points() < 0).isEqualTo(result == Result.NO_SHOW);
    }
  }

  @Test
  void everyNodeInJson_isWhatItsHowMakesOfItsParts() {
    for (Matches all : ALL) {
      JsonNode json = MatchJson.of(all);
      for (JsonNode match : json.path("matches")) {
        assertThat(match.path("explanation").path("points").doubleValue())
            .isEqualTo(match.path("score").doubleValue());
        check(match.path("explanation"));
      }
    }
  }

  private static void check(JsonNode node) {
    List<Double> parts = new ArrayList<>();
    for (JsonNode part : node.path("parts")) {
      check(part);
      parts.add(part.path("points").doubleValue());
    }
    double points = node.path("points").doubleValue();
    double made =
        switch (node.path("how").textValue()) {
          case "leaf" -> points;
          case "sum" -> parts.stream().mapToDouble(one -> one).sum();
          case "min" -> parts.stream().mapToDouble(one -> one).min().orElseThrow();
          case "harmonic" ->
              parts.contains(0.0)
                  ? 0
                  : parts.size() / parts.stream().mapToDouble(one -> 1 / one).sum();
          default -> throw new AssertionError(node.path("how"));
        };
    assertThat(points).isCloseTo(made, within(1e-9));
  }

  @Test
  void ranks_fallWithTheScore() {
    for (Matches all : ALL) {
      double last = Double.MAX_VALUE;
      int rank = 1;
      for (Match match : all.ranked()) {
        assertThat(match.rank()).isEqualTo(rank++);
        assertThat(match.score()).isLessThanOrEqualTo(last);
        assertThat(match.blockers()).isEmpty();
        last = match.score();
      }
      assertThat(all.blocked()).allSatisfy(one -> assertThat(one.blockers()).isNotEmpty());
    }
  }

  @Test
  void partners_areClustersAbroadAndNeverOneself() {
    ALL.stream()
        .flatMap(all -> all.ranked().stream())
        .map(Match::entry)
        .filter(Cluster.class::isInstance)
        .map(Cluster.class::cast)
        .forEach(partner -> assertThat(partner.identity().seat().country()).isNotEqualTo("DK"));
  }

  @Test
  void calls_canStillBeAppliedFor() {
    matches()
        .map(Match::entry)
        .filter(Call.class::isInstance)
        .map(Call.class::cast)
        .forEach(call -> assertThat(call.timetable().status(NOW)).isNotEqualTo(CallStatus.CLOSED));
  }

  /**
   * For the best three of each list, leaf by leaf: cut one of the other's quotations out, or all of
   * the leaf, and the whole score falls, even where the same is said elsewhere.
   */
  @Test
  void eachQuotationOfTheirsTakenAway_lowersTheScore() {
    int tried = 0;
    try (Shelf changing = Shelf.of(ENTRIES)) {
      for (Cluster cluster : DANISH.subList(0, 6)) {
        for (boolean ofCalls : new boolean[] {true, false}) {
          for (Match match : bestThree(shelf, cluster, ofCalls)) {
            changing.put(match.entry());
            double before = score(match, ranked(changing, cluster, ofCalls));
            for (List<Evidence> words : quotations(match, match.entry())) {
              changing.put(without(words, match.entry()));
              assertThat(score(match, ranked(changing, cluster, ofCalls)))
                  .as("%s for %s without %s", match.entry().id(), cluster.id(), words)
                  .isLessThan(before - NOISE);
              tried++;
            }
            changing.put(match.entry());
          }
        }
      }
    }
    assertThat(tried).isGreaterThan(300);
  }

  /** The same of what is quoted of who asks. */
  @Test
  void eachQuotationOfOursTakenAway_lowersTheScore() {
    int tried = 0;
    for (Cluster cluster : DANISH.subList(0, 6)) {
      for (boolean ofCalls : new boolean[] {true, false}) {
        Map<List<Evidence>, List<Match>> quoting = new HashMap<>();
        for (Match match : bestThree(shelf, cluster, ofCalls)) {
          for (List<Evidence> words : quotations(match, cluster)) {
            quoting.computeIfAbsent(words, unseen -> new ArrayList<>()).add(match);
          }
        }
        quoting.forEach((words, matches) -> {
          List<Match> after = ranked(shelf, (Cluster) without(words, cluster), ofCalls);
          assertThat(matches)
              .allSatisfy(match ->
                  assertThat(score(match, after))
                      .as("%s for %s without %s", match.entry().id(), cluster.id(), words)
                      .isLessThan(match.score() - NOISE));
        });
        tried += quoting.size();
      }
    }
    assertThat(tried).isGreaterThan(100);
  }

  private static List<Match> bestThree(Shelf shelf, Cluster cluster, boolean ofCalls) {
    List<Match> ranked = ranked(shelf, cluster, ofCalls);
    return ranked.subList(0, Math.min(3, ranked.size()));
  }

  private static List<Match> ranked(Shelf shelf, Cluster cluster, boolean ofCalls) {
    return (ofCalls ? calls(shelf, cluster) : partners(shelf, cluster)).ranked();
  }

  /** Each that a leaf quotes of an entry, and all that it quotes where they are several. */
  private static List<List<Evidence>> quotations(Match match, Entry of) {
    return nodes(match.explanation())
        .filter(MatchPropertiesTest::canBeTakenAway)
        .map(leaf ->
            leaf.evidence().stream().filter(words -> words.entry().equals(of.id())).toList())
        .filter(words -> !words.isEmpty())
        .flatMap(words -> Stream.concat(words.stream().map(List::of), Stream.of(words)))
        .distinct()
        .toList();
  }

  /** Freshness is of the day of a source. */
  private static boolean canBeTakenAway(Score node) {
    return node.how().equals("leaf") && node.points() > 0 && !node.criterion().equals("freshness");
  }

  private static Entry without(List<Evidence> words, Entry entry) {
    ObjectNode changed = EntryJson.tree(entry);
    words.stream()
        .sorted(Comparator.comparingInt(Evidence::start).reversed())
        .forEach(evidence -> cut(changed, evidence));
    return EntryJson.read(changed);
  }

  /** The score that the entry of a match has among others; 0 where it has none. */
  private static double score(Match match, List<Match> ranked) {
    return ranked.stream()
        .filter(one -> one.entry().id().equals(match.entry().id()))
        .mapToDouble(Match::score)
        .findFirst()
        .orElse(0);
  }

  private static void cut(ObjectNode entry, Evidence evidence) {
    String name = evidence.field();
    String language = name.contains(".") ? name.substring(name.indexOf('.') + 1) : "en";
    String fact = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
    switch (entry.path(fact)) {
      case ObjectNode byLanguage when byLanguage.has(language) ->
          byLanguage.put(language, without(evidence, byLanguage.path(language).textValue()));
      case ArrayNode list -> {
        List<String> values = new ArrayList<>();
        list.forEach(value -> values.add(value.asText()));
        list.removeAll();
        String whole = String.join("; ", values);
        String left = whole.substring(0, evidence.start()) + whole.substring(evidence.end());
        Stream.of(left.split(";"))
            .map(String::strip)
            .filter(value -> !value.isEmpty())
            .forEach(list::add);
      }
      case TextNode country when fact.equals("country") -> entry.put(fact, "AQ").remove("region");
      case TextNode text when match(text, evidence) ->
          entry.put(fact, without(evidence, text.textValue()));
      default -> entry.remove(fact);
    }
  }

  /** Codes and dates are told in words, which are not what is written in the record. */
  private static boolean match(TextNode text, Evidence evidence) {
    return text.textValue().length() >= evidence.end()
        && text.textValue().substring(evidence.start(), evidence.end()).equals(evidence.text());
  }

  private static String without(Evidence words, String text) {
    String left = text.substring(0, words.start()) + text.substring(words.end());
    return left.isBlank() ? "–" : left;
  }
}
