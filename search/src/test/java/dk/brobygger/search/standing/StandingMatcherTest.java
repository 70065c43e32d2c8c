package dk.brobygger.search.standing;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.entry.Provenance;
import dk.brobygger.corpus.entry.Strategy;
import dk.brobygger.corpus.json.EntryJson;
import dk.brobygger.corpus.sample.Sample;
import dk.brobygger.search.Shelf;
import dk.brobygger.search.funding.CallMatcher;
import dk.brobygger.search.language.TermBridge;
import dk.brobygger.search.query.Expansion;
import dk.brobygger.search.query.QueryParser;
import dk.brobygger.search.score.Match;
import dk.brobygger.search.score.Matches;
import dk.brobygger.search.score.Score;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Matching the other way round beside each profile's own match, over the whole sample. */
class StandingMatcherTest {

  /** Of the cautions of a match, those that a mail does not tell in its own way. */
  private static final Set<String> TOLD = Set.of("applicant", "own-money", "partner-role");

  private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");
  private static final List<Entry> ENTRIES = Sample.entries();

  private static final List<Cluster> CLUSTERS =
      ENTRIES.stream().filter(Cluster.class::isInstance).map(Cluster.class::cast).toList();

  private static final List<EntryId> CALLS =
      ENTRIES.stream().filter(Call.class::isInstance).map(Entry::id).toList();

  private static final Map<Cluster, Matches> OWN = new HashMap<>();

  @SuppressWarnings("NullAway.Init") // filled before the first property runs
  private static Shelf shelf;

  @BeforeContainer
  static void open() {
    shelf = Shelf.of(ENTRIES);
  }

  @AfterContainer
  static void close() {
    shelf.close();
  }

  private static CallMatcher calls() {
    return new CallMatcher(shelf.engine(), Shelf.VOCABULARY, Shelf.TAGGER);
  }

  private static StandingMatcher matcher() {
    QueryParser parser = new QueryParser(Shelf.TAGGER, TermBridge.shipped());
    return new StandingMatcher(calls(), (words, now) -> parser.read(words, Set.of()));
  }

  /** The profile's own match, as {@code match calls} makes it. */
  private static Matches own(Cluster cluster) {
    return OWN.computeIfAbsent(cluster, one -> calls().match(one, NOW, 200));
  }

  /**
   * Clusters of the sample, and some that are one, offer what a second and seek what a third do.
   */
  @Provide
  Arbitrary<Cluster> clusters() {
    Arbitrary<Cluster> real = Arbitraries.of(CLUSTERS);
    return Arbitraries.oneOf(
        real, Combinators.combine(real, real, real).as(StandingMatcherTest::mixed));
  }

  private static Cluster mixed(Cluster who, Cluster offering, Cluster seeking) {
    return new Cluster(
        who.id(),
        who.identity(),
        offering.standing(),
        who.ecosystems(),
        who.members(),
        new Strategy(
            who.strategy().description(),
            offering.strategy().offers(),
            seeking.strategy().seeks(),
            who.strategy().targetCountries(),
            who.strategy().cooperation()),
        Provenance.NONE);
  }

  @Provide
  Arbitrary<Set<EntryId>> someCalls() {
    return Arbitraries.of(CALLS).set().ofMinSize(1).ofMaxSize(40);
  }

  @Property(tries = 120)
  void profile_isAnsweredByExactlyWhatItsOwnMatchGivesWithTheSameReasons(
      @ForAll("clusters") Cluster cluster, @ForAll("someCalls") Set<EntryId> among) {
    List<Answering> answers = matcher().among(among, NOW).answers(Subscription.of(cluster));
    Map<EntryId, Match> expected =
        Stream.concat(own(cluster).ranked().stream(), own(cluster).blocked().stream())
            .filter(match -> among.contains(match.entry().id()))
            .filter(match -> match.score() >= StandingMatcher.LEAST)
            .filter(match ->
                match.explanation().parts().stream()
                    .anyMatch(part -> part.criterion().equals("competence")))
            .collect(Collectors.toMap(match -> match.entry().id(), match -> match));
    assertThat(answers.stream().map(answer -> answer.call().id()).collect(Collectors.toSet()))
        .isEqualTo(expected.keySet());
    for (Answering answer : answers) {
      Match match = java.util.Objects.requireNonNull(expected.get(answer.call().id()));
      assertThat(answer.explanation()).isEqualTo(match.explanation());
      assertThat(answer.score()).isEqualTo(match.score());
      assertThat(answer.blockers())
          .isEqualTo(
              match.blockers().stream().filter(one -> !one.rule().equals("too-late")).toList());
      assertThat(answer.cautions())
          .isEqualTo(match.cautions().stream().filter(one -> TOLD.contains(one.rule())).toList());
    }
  }

  @Example
  void callThatSpeaksOfVeryMuch_isWorthTheSameToAProfileAsInItsMatch() {
    Cluster energy =
        CLUSTERS.stream()
            .filter(one -> one.id().equals(EntryId.of("cluster/energy-cluster-denmark")))
            .findFirst()
            .orElseThrow();
    profile_isAnsweredByExactlyWhatItsOwnMatchGivesWithTheSameReasons(energy, Set.copyOf(CALLS));
  }

  @Example
  void sieve_answersManyAtOnceAsItAnswersEachAlone() {
    Sieve sieve = matcher().among(Set.copyOf(CALLS), NOW);
    Map<EntryId, Map<EntryId, Score>> together =
        CLUSTERS.parallelStream()
            .collect(Collectors.toConcurrentMap(Cluster::id, one -> reasons(sieve, one)));
    for (Cluster cluster : CLUSTERS.subList(0, 40)) {
      assertThat(together.get(cluster.id()))
          .isEqualTo(reasons(matcher().among(Set.copyOf(CALLS), NOW), cluster));
    }
  }

  private static Map<EntryId, Score> reasons(Sieve sieve, Cluster cluster) {
    return sieve.answers(Subscription.of(cluster)).stream()
        .collect(Collectors.toMap(one -> one.call().id(), Answering::explanation));
  }

  @Property(tries = 20)
  void call_answersOnceThoughManySearchesFindIt(@ForAll("clusters") Cluster cluster) {
    Subscription subscription =
        new Subscription(
            "one",
            Optional.of(cluster),
            List.of(
                new StandingSearch("da", "energi"),
                new StandingSearch("en", "energy"),
                new StandingSearch("none", "xyzzy-plugh")));
    List<Answering> answers = matcher().among(Set.copyOf(CALLS), NOW).answers(subscription);
    assertThat(answers).map(answer -> answer.call().id()).doesNotHaveDuplicates();
    assertThat(answers).anySatisfy(one -> assertThat(one.searches()).contains("da", "en"));
    assertThat(answers).noneSatisfy(one -> assertThat(one.searches()).contains("none"));
    assertThat(answers)
        .allSatisfy(one -> assertThat(one.profile() || !one.searches().isEmpty()).isTrue());
  }

  @Example
  void callFoundByWhatWasNotTyped_saysByWhat() {
    Map<String, String> expansions = new HashMap<>();
    try (Shelf few =
        Shelf.of(
            List.of(
                call("A", "Hydrogen for heavy lorries"),
                call("B", "Brint til tunge lastbiler"),
                call("C", "Research of lorries"),
                call("D", "Use of side streams")))) {
      QueryParser parser = new QueryParser(Shelf.TAGGER, TermBridge.shipped());
      StandingMatcher matcher =
          new StandingMatcher(
              new CallMatcher(few.engine(), Shelf.VOCABULARY, Shelf.TAGGER),
              (words, now) -> parser.read(words, Set.of()));
      Set<EntryId> calls =
          Stream.of("A", "B", "C", "D")
              .map(key -> EntryId.of("call/" + key))
              .collect(Collectors.toSet());
      for (String words : List.of("brint", "hydrogen", "forskning", "lorries", "fødevarer")) {
        Subscription one =
            new Subscription("one", Optional.empty(), List.of(new StandingSearch(words, words)));
        for (Answering answer : matcher.among(calls, NOW).answers(one)) {
          expansions.put(
              words + " in " + answer.call().id().key(),
              answer.findings().getFirst().expansions().stream()
                  .map(Expansion::added)
                  .collect(Collectors.joining(" ")));
        }
      }
    }
    assertThat(expansions)
        .containsEntry("brint in A", "hydrogen")
        .containsEntry("brint in B", "")
        .containsEntry("hydrogen in A", "")
        .containsEntry("hydrogen in B", "hydrogen")
        .containsEntry("forskning in C", "research")
        .containsEntry("lorries in C", "")
        .containsEntry("fødevarer in D", "food-waste-valorisation");
  }

  private static Call call(String key, String name) {
    return (Call)
        EntryJson.read(
            """
            {"type":"call","id":"call/%1$s","kind":"topic","identifier":"%1$s","name":"%2$s",
             "programme":"HORIZON","status":"open","deadlines":[{"stage":1,"at":"2027-06-01T17:00"}]}
            """
                .formatted(key, name));
  }
}
