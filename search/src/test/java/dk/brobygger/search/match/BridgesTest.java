package dk.brobygger.search.match;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.json.EntryJson;
import dk.brobygger.search.Shelf;
import dk.brobygger.search.delegation.Encounter;
import dk.brobygger.search.delegation.Encounters;
import dk.brobygger.search.delegation.Outcome.Result;
import dk.brobygger.search.score.Bridge;
import dk.brobygger.search.score.Match;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BridgesTest {

  private static final LocalDate TODAY = LocalDate.of(2027, 3, 10);
  private static final List<Entry> ENTRIES =
      Stream.of(
              cluster("vi", "Havklyngen", "DK", "North Sea Alliance"),
              cluster("baskisk", "Cluster Vasco", "ES", "North Sea Alliance; Blue Ring"),
              cluster("hollandsk", "Zee Cluster", "NL", "Blue Ring; Atlantic Union"),
              cluster("irsk", "Mara Cluster", "IE", "Atlantic Union; Far Club"),
              cluster("fjern", "Vzdálený Klastr", "CZ", "Far Club"),
              cluster("ene", "Lone Cluster", "SE", ""),
              cluster("kreds", "Far Club", "PL", ""),
              organisation("1", "HAVKLYNGEN", "DK", "101", "Towers that float"),
              organisation("2", "Lone cluster", "SE", "101", "Towers that float"),
              organisation("3", "Zee Cluster", "NL", "102", "Towers that float"))
          .toList();
  private static Shelf shelf;

  @BeforeAll
  static void open() {
    shelf = Shelf.of(ENTRIES);
  }

  @AfterAll
  static void close() {
    shelf.close();
  }

  private static Entry cluster(String key, String name, String country, String networks) {
    String list = networks.isEmpty() ? "" : "\"" + networks.replace("; ", "\", \"") + "\"";
    return EntryJson.read(
        """
        {"id": "cluster/%s", "name": "%s", "country": "%s", "networks": [%s],
         "description": {"en": "Offshore wind."}}
        """
            .formatted(key, name, country, list));
  }

  private static Entry organisation(
      String key, String name, String country, String project, String title) {
    return EntryJson.read(
        """
        {"id": "organisation/%s", "name": "%s", "country": "%s", "description": {"en": "Wind."},
         "projects": [{"project": "%s", "title": "Something else", "role": "participant"},
          {"project": "%s", "title": "%s", "role": "participant"}]}
        """
            .formatted(key, name, country, key, project, title));
  }

  private static Encounter met(String host, Result result, LocalDate told) {
    LocalDate day = LocalDate.of(2027, 3, 2);
    return new Encounter(
        EntryId.of("cluster/vi"), EntryId.of(host), "trip", "Wind", day, result, "Anna", told);
  }

  private static Map<String, Bridge> bridges(Encounter... met) {
    PartnerMatcher matcher =
        new PartnerMatcher(
            shelf.engine(), Shelf.VOCABULARY, Shelf.TAGGER, () -> new Encounters(List.of(met)));
    Map<String, Bridge> bridges = new HashMap<>();
    for (Match match :
        matcher.match(new Seeker((Cluster) ENTRIES.getFirst(), TODAY), 20).ranked()) {
      match.bridge().ifPresent(bridge -> bridges.put(match.entry().id().key(), bridge));
    }
    return bridges;
  }

  private static Bridge to(String key, Encounter... met) {
    return Objects.requireNonNull(bridges(met).get(key), key);
  }

  private static List<String> names(Bridge bridge) {
    return bridge.links().stream().map(Bridge.Link::name).toList();
  }

  @Test
  void commonNetwork_isOneLink_andQuotesBoth() {
    Bridge bridge = to("baskisk");
    assertThat(names(bridge)).containsExactly("North Sea Alliance");
    assertThat(bridge.between()).isEmpty();
    assertThat(bridge.links().getFirst().evidence())
        .extracting(words -> words.entry().key() + " " + words.text())
        .containsExactly("vi North Sea Alliance", "baskisk North Sea Alliance");
  }

  @Test
  void wayThroughOthers_namesThemInOrder_andEndsAfterThreeLinks() {
    assertThat(names(to("irsk")))
        .containsExactly("North Sea Alliance", "Blue Ring", "Atlantic Union");
    assertThat(to("irsk").between())
        .extracting(Entry::name)
        .containsExactly("Cluster Vasco", "Zee Cluster");
    assertThat(bridges()).doesNotContainKeys("fjern", "kreds", "vi");
  }

  @Test
  void ofTwoWaysAsShort_theOneOfStrongerTiesIsShown() {
    assertThat(to("hollandsk").between()).extracting(Entry::name).containsExactly("Cluster Vasco");
    Bridge stronger = to("hollandsk", met("cluster/irsk", Result.HELD, TODAY));
    assertThat(stronger.between()).extracting(Entry::name).containsExactly("Mara Cluster");
    assertThat(stronger.links())
        .extracting(Bridge.Link::tie)
        .containsExactly(Bridge.Tie.MEETING, Bridge.Tie.NETWORK);
  }

  @Test
  void linksHangTogether_fromWhoAsksToTheMatch() {
    bridges()
        .forEach((key, bridge) -> {
          assertThat(bridge.links().getFirst().from().id().key()).isEqualTo("vi");
          assertThat(bridge.links().getLast().to().id().key()).isEqualTo(key);
          for (int i = 1; i < bridge.links().size(); i++) {
            assertThat(bridge.links().get(i).from()).isEqualTo(bridge.links().get(i - 1).to());
          }
        });
  }

  @Test
  void projectOfBoth_isALink_andOneOfTheSameTitleOnlyIsNone() {
    Bridge bridge = to("ene");
    assertThat(bridge.links().getFirst().tie()).isEqualTo(Bridge.Tie.PROJECT);
    assertThat(bridge.links().getFirst().evidence())
        .extracting(words -> words.entry() + " " + words.text())
        .containsExactly("organisation/1 Towers that float", "organisation/2 Towers that float");
    assertThat(to("hollandsk").links()).hasSize(2);
  }

  @Test
  void meetingThatTookPlace_isTheStrongestLink_oneThatDidNotIsNone() {
    assertThat(to("baskisk", met("cluster/baskisk", Result.HELD, TODAY)).links())
        .singleElement()
        .satisfies(link -> {
          assertThat(link.tie()).isEqualTo(Bridge.Tie.MEETING);
          assertThat(link.meeting()).isPresent();
        });
    assertThat(to("fjern", met("cluster/fjern", Result.AGREEMENT, TODAY)).links()).hasSize(1);
    assertThat(bridges(met("cluster/fjern", Result.NO_SHOW, TODAY))).doesNotContainKey("fjern");
    assertThat(bridges(met("cluster/fjern", Result.HELD, TODAY.plusDays(1))))
        .doesNotContainKey("fjern");
  }

  @Test
  void clusterThatIsANetwork_isTiedToItsMembers() {
    assertThat(to("kreds", met("cluster/fjern", Result.HELD, TODAY)).links().getLast())
        .satisfies(link -> {
          assertThat(link.name()).isEqualTo("Far Club");
          assertThat(link.evidence()).extracting(words -> words.entry().key()).contains("fjern");
        });
  }

  private static List<String> earned(String key, String criterion, Encounter... met) {
    PartnerMatcher matcher =
        new PartnerMatcher(
            shelf.engine(), Shelf.VOCABULARY, Shelf.TAGGER, () -> new Encounters(List.of(met)));
    return matcher.match(new Seeker((Cluster) ENTRIES.getFirst(), TODAY), 20).ranked().stream()
        .filter(match -> match.entry().id().key().equals(key))
        .flatMap(match -> match.explanation().parts().stream())
        .filter(part -> part.criterion().equals(criterion))
        .flatMap(part -> part.evidence().stream())
        .map(words -> words.entry().key() + " " + words.text())
        .toList();
  }

  @Test
  void projectOfBoth_earnsPoints_andQuotesBoth() {
    assertThat(earned("ene", "past-cooperation"))
        .containsExactly("1 Towers that float", "2 Towers that float");
    assertThat(earned("ene", "common-partner")).isEmpty();
  }

  @Test
  void whoKnowsSomebodyWeKnow_earnsPoints_whoIsFurtherAwayDoesNot() {
    assertThat(earned("hollandsk", "common-partner"))
        .containsExactly(
            "vi North Sea Alliance",
            "baskisk North Sea Alliance",
            "baskisk Blue Ring",
            "hollandsk Blue Ring");
    assertThat(earned("irsk", "common-partner")).isEmpty();
    assertThat(earned("baskisk", "common-partner")).isEmpty();
    assertThat(earned("baskisk", "past-cooperation")).isEmpty();
  }

  @Test
  void meetings_bringNoPointsToThoseTheyLeadTo() {
    assertThat(earned("kreds", "common-partner", met("cluster/fjern", Result.HELD, TODAY)))
        .isEmpty();
  }

  @Test
  void projectUnderAFormerName_countsForWhoCameOfIt_andQuotesTheName() {
    Entry old = former("gammel", "Nyt Navn", "DK", "Wind House; Wind Barn");
    Entry other = former("anden", "Altro Nome", "IT", "Casa del Vento");
    try (Shelf renamed =
        Shelf.of(
            List.of(
                old,
                other,
                former("tredje", "Andet Nyt", "IT", "Fælles Fortid"),
                organisation("4", "WIND BARN", "DK", "201", "Kites"),
                organisation("5", "Casa del Vento", "IT", "201", "Kites"),
                organisation("6", "Tredje Navn", "IT", "201", "Kites")))) {
      List<Match> found =
          new PartnerMatcher(
                  renamed.engine(), Shelf.VOCABULARY, Shelf.TAGGER, () -> Encounters.NONE)
              .match(new Seeker((Cluster) old, TODAY), 20)
              .ranked();
      Map<String, Bridge> bridges = new HashMap<>();
      found.forEach(one -> one.bridge().ifPresent(it -> bridges.put(one.entry().id().key(), it)));
      assertThat(bridges).containsOnlyKeys("anden");
      assertThat(Objects.requireNonNull(bridges.get("anden")).links().getFirst().evidence())
          .extracting(words -> words.entry().key() + " " + words.field() + " " + words.text())
          .containsExactly(
              "4 projects Kites",
              "5 projects Kites",
              "gammel predecessors Wind Barn",
              "anden predecessors Casa del Vento");
    }
  }

  @Test
  void twoThatCameOfOne_areNotOne() {
    Cluster one = former("et", "Et", "DK", "Fælles Fortid");
    Cluster two = former("to", "To", "DK", "Fælles Fortid");
    Cluster past = former("tre", "fælles fortid", "DK", "Før Det");
    assertThat(PastProjects.isOne(one.identity(), two.identity())).isFalse();
    assertThat(PastProjects.isOne(one.identity(), past.identity())).isTrue();
    assertThat(PastProjects.isOne(past.identity(), one.identity())).isTrue();
  }

  private static Cluster former(String key, String name, String country, String names) {
    return (Cluster)
        EntryJson.read(
            """
            {"id": "cluster/%s", "name": "%s", "country": "%s", "predecessors": ["%s"],
             "description": {"en": "Offshore wind."}}
            """
                .formatted(key, name, country, names.replace("; ", "\", \"")));
  }
}
