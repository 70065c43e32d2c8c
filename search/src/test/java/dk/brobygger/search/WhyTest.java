package dk.brobygger.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.CallStatus;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.entry.Organisation;
import dk.brobygger.corpus.json.EntryJson;
import dk.brobygger.corpus.sample.Sample;
import dk.brobygger.search.delegation.Encounters;
import dk.brobygger.search.funding.CallMatcher;
import dk.brobygger.search.match.PartnerMatcher;
import dk.brobygger.search.match.Seeker;
import dk.brobygger.search.score.Gap;
import dk.brobygger.search.score.Match;
import dk.brobygger.search.score.Matches;
import dk.brobygger.search.score.Placing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Why somebody is not among the first 20, asked of the sample. */
class WhyTest {

  private static final int PLACE = 20;
  private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
  private static final List<Entry> ENTRIES = Sample.entries();
  private static Shelf shelf;
  private static PartnerMatcher partners;
  private static CallMatcher calls;
  private static Seeker seeker;

  @BeforeAll
  static void open() {
    shelf = Shelf.of(ENTRIES);
    partners = matcher(shelf);
    calls = new CallMatcher(shelf.engine(), Shelf.VOCABULARY, Shelf.TAGGER);
    seeker = new Seeker(cluster("cluster/energy-cluster-denmark"), TODAY);
  }

  @AfterAll
  static void close() {
    shelf.close();
  }

  private static PartnerMatcher matcher(Shelf shelf) {
    return new PartnerMatcher(
        shelf.engine(), Shelf.VOCABULARY, Shelf.TAGGER, () -> Encounters.NONE);
  }

  private static Entry first(Predicate<Entry> wanted) {
    return ENTRIES.stream().filter(wanted).findFirst().orElseThrow();
  }

  private static Cluster cluster(String id) {
    return (Cluster) first(one -> one.id().equals(EntryId.of(id)));
  }

  private static Placing why(Entry asked) {
    return partners.why(seeker, asked, PLACE);
  }

  private static Placing.Ranked ranked(Match match) {
    assertThat(why(match.entry())).isInstanceOf(Placing.Ranked.class);
    return (Placing.Ranked) why(match.entry());
  }

  private static Placing.Removed removed(Placing placing, String rule) {
    assertThat(placing).isInstanceOf(Placing.Removed.class);
    Placing.Removed removed = (Placing.Removed) placing;
    assertThat(removed.blockers()).extracting(one -> one.rule()).contains(rule);
    return removed;
  }

  @Test
  void placeAndScore_areThoseOfTheList_andTheCostsAddUpToWhatIsMissing() {
    Matches list = partners.match(seeker, 200);
    Match last = list.ranked().get(PLACE - 1);
    for (Match match : list.ranked().subList(0, 60)) {
      Placing.Ranked asked = ranked(match);
      assertThat(asked.placed().rank()).isEqualTo(match.rank());
      assertThat(asked.placed().explanation()).isEqualTo(match.explanation());
      assertThat(asked.last().isPresent()).isEqualTo(match.rank() > PLACE);
      assertThat(asked.costs().isEmpty()).isEqualTo(match.rank() <= PLACE);
      if (match.rank() > PLACE) {
        List<Gap> gaps = Gap.between(asked.placed().explanation(), last.explanation());
        assertThat(gaps.stream().mapToDouble(Gap::cost).sum())
            .isCloseTo(last.score() - match.score(), within(1e-9));
        assertThat(asked.costs().getFirst()).isEqualTo(gaps.getFirst());
      }
    }
  }

  @Test
  void clusterAtHome_isKeptOutByItsCountry_withTheScoreItHadAbroad() {
    Cluster home = cluster("cluster/hydrogen-denmark");
    Placing.Removed asked = removed(why(home), "country");
    assertThat(asked.blockers().getFirst().evidence().orElseThrow().text()).isEqualTo("DK");
    ObjectNode moved = EntryJson.tree(home);
    moved.put("country", "IS").remove("region");
    Entry elsewhere = EntryJson.read(moved);
    try (Shelf other =
        Shelf.of(
            ENTRIES.stream().map(one -> one.id().equals(home.id()) ? elsewhere : one).toList())) {
      Match abroad = matcher(other).why(seeker, elsewhere, PLACE).match().orElseThrow();
      assertThat(abroad.blockers()).isEmpty();
      assertThat(abroad.rank()).isEqualTo(asked.match().orElseThrow().rank());
      assertThat(abroad.explanation()).isEqualTo(asked.match().orElseThrow().explanation());
    }
  }

  @Test
  void whoIsNoPartner_isToldByWhichRule() {
    assertThat(removed(why(seeker.cluster()), "self").match()).isEmpty();
    assertThat(removed(why(first(Organisation.class::isInstance)), "kind").match()).isEmpty();
    Entry stranger =
        EntryJson.read(
            "{\"id\":\"cluster/fremmed\",\"name\":\"Qwertz\",\"country\":\"IS\",\"description\":"
                + "{\"en\":\"Xyzzy plugh.\"}}");
    try (Shelf other = Shelf.of(List.of(seeker.cluster(), stranger))) {
      Placing asked = matcher(other).why(seeker, stranger, PLACE);
      assertThat(removed(asked, "nothing-in-common").match()).isEmpty();
    }
  }

  @Test
  void call_isKeptOutByItsDeadline_orByARuleThatIsShownBesideTheList() {
    Cluster cluster = seeker.cluster();
    Entry closed =
        first(one -> one instanceof Call call && call.timetable().status(NOW) == CallStatus.CLOSED);
    removed(calls.why(cluster, closed, NOW, PLACE), "closed");
    removed(calls.why(cluster, cluster, NOW, PLACE), "kind");
    Matches list = calls.match(cluster, NOW, 200);
    Match behind = list.ranked().get(PLACE + 5);
    assertThat(calls.why(cluster, behind.entry(), NOW, PLACE))
        .isEqualTo(new Placing.Ranked(behind, Optional.of(list.ranked().get(PLACE - 1))));
    ObjectNode spanish = EntryJson.tree(behind.entry());
    spanish.putArray("countries").add("ES");
    Entry restricted = EntryJson.read(spanish);
    try (Shelf other = Shelf.of(List.of(cluster, restricted))) {
      Placing asked =
          new CallMatcher(other.engine(), Shelf.VOCABULARY, Shelf.TAGGER)
              .why(cluster, restricted, NOW, PLACE);
      assertThat(removed(asked, "country").match().orElseThrow().rank()).isEqualTo(1);
    }
  }

  @Test
  void everyoneInARegister_isCompared() {
    Set<EntryId> ranked =
        partners.match(seeker, 1_000).ranked().stream()
            .map(match -> match.entry().id())
            .collect(Collectors.toSet());
    assertThat(ranked).as("more than are compared of very many").hasSizeGreaterThan(200);
    List<Entry> others =
        ENTRIES.stream()
            .filter(one -> one instanceof Cluster && !ranked.contains(one.id()))
            .toList();
    for (int number = 0; number < others.size(); number += 20) {
      assertThat(((Placing.Removed) why(others.get(number))).blockers().getFirst().rule())
          .isNotEqualTo("not-compared");
    }
  }

  @Test
  void whoHasAnEcosystemInCommonAndNoWord_isAPartner_butNotForItsCountryAlone() {
    Cluster ours = read("{\"id\":\"cluster/vand\",\"name\":\"Vand\",\"country\":\"DK\",%s}");
    Cluster same = read("{\"id\":\"cluster/agua\",\"name\":\"Agua\",\"country\":\"ES\",%s}");
    Cluster none =
        read(
            "{\"id\":\"cluster/nada\",\"name\":\"Nada\",\"country\":\"ES\",\"targetCountries\":[\"DK\"]}");
    try (Shelf register = Shelf.of(List.of(ours, same, none))) {
      Seeker asking = new Seeker(ours, TODAY);
      assertThat(matcher(register).match(asking, PLACE).ranked())
          .extracting(match -> match.entry().id())
          .containsExactly(same.id());
      removed(matcher(register).why(asking, none, PLACE), "nothing-in-common");
    }
  }

  private static Cluster read(String json) {
    return (Cluster)
        EntryJson.read(
            json.formatted("\"ecosystems\":[\"energy-renewables\"],\"targetCountries\":[\"ES\"]"));
  }

  @Test
  void whoIsNotComparedAmongVeryMany_isToldSo_withThePointsItWouldHave() {
    String like =
        "{\"id\":\"cluster/c%d\",\"name\":\"C%d\",\"country\":\"IS\",\"description\":{\"en\":\"%s\"}}";
    List<Entry> many =
        IntStream.range(0, 1_001)
            .mapToObj(one -> EntryJson.read(like.formatted(one, one, "Zyx plugh xyzzy.")))
            .toList();
    Entry asking =
        EntryJson.read(like.replace("IS", "DK").formatted(2000, 2000, "Zyx plugh xyzzy."));
    Entry less = EntryJson.read(like.formatted(3000, 3000, "Zyx."));
    List<Entry> all = new ArrayList<>(many);
    all.addAll(List.of(asking, less));
    try (Shelf register = Shelf.of(all)) {
      Placing asked = matcher(register).why(new Seeker((Cluster) asking, TODAY), less, PLACE);
      Match alone = removed(asked, "not-compared").match().orElseThrow();
      assertThat(alone.score()).isPositive();
      assertThat(alone.rank()).isGreaterThan(PLACE);
    }
  }
}
