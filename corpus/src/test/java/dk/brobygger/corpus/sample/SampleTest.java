package dk.brobygger.corpus.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.CallKind;
import dk.brobygger.corpus.entry.CallStatus;
import dk.brobygger.corpus.entry.Claim;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.entry.Identity;
import dk.brobygger.corpus.entry.Label;
import dk.brobygger.corpus.entry.Opportunity;
import dk.brobygger.corpus.entry.Organisation;
import dk.brobygger.corpus.entry.Texts;
import dk.brobygger.corpus.entry.Timetable;
import dk.brobygger.corpus.json.EntryJson;
import dk.brobygger.corpus.store.EntryStore;
import dk.brobygger.corpus.store.Reading;
import dk.brobygger.corpus.vocabulary.Ecosystem;
import dk.brobygger.corpus.vocabulary.Geography;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.corpus.vocabulary.Programme;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleTest {

  private static final List<Entry> ENTRIES = Sample.entries();
  private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");

  /** What says which entry it is, rather than stating a fact. */
  private static final Set<String> UNCLAIMED =
      Set.of("type", "id", "kind", "identifier", "claims", "unchecked", "deadlineModel");

  private static <E extends Entry> Stream<E> all(Class<E> kind) {
    return ENTRIES.stream().filter(kind::isInstance).map(kind::cast);
  }

  private static Stream<Identity> identities() {
    return Stream.concat(
        all(Cluster.class).map(Cluster::identity),
        all(Organisation.class).map(Organisation::identity));
  }

  private static boolean isDanish(Cluster cluster) {
    return cluster.identity().seat().country().equals("DK");
  }

  /**
   * What stood on the day of {@link Sample#GATHERED}; it may grow, and shrink only by what has
   * ended.
   */
  @Test
  void sample_isWorthSearching() {
    List<Cluster> abroad = all(Cluster.class).filter(Predicate.not(SampleTest::isDanish)).toList();
    assertThat(all(Cluster.class).filter(SampleTest::isDanish)).hasSizeGreaterThanOrEqualTo(38);
    assertThat(abroad).hasSizeGreaterThanOrEqualTo(428);
    assertThat(abroad.stream().map(one -> one.identity().seat().country()).distinct())
        .hasSizeGreaterThanOrEqualTo(64);
    assertThat(all(Organisation.class)).hasSizeGreaterThanOrEqualTo(167);
    assertThat(all(Call.class)).hasSizeGreaterThanOrEqualTo(244);
    assertThat(all(Call.class).filter(call -> call.kind() == CallKind.NATIONAL))
        .hasSizeGreaterThanOrEqualTo(51);
    assertThat(all(Call.class).map(call -> call.family().programme()).distinct())
        .hasSizeGreaterThanOrEqualTo(19);
  }

  @Test
  void sample_hasDanishClustersOfEveryLeague() {
    for (int league = 1; league <= 3; league++) {
      int wanted = league;
      assertThat(
              all(Cluster.class)
                  .filter(SampleTest::isDanish)
                  .filter(one -> one.standing().league().filter(is -> is == wanted).isPresent()))
          .as("league %d", league)
          .hasSizeGreaterThanOrEqualTo(10);
    }
  }

  @Test
  void sample_hasCallsOpenAndForthcomingOnTheDayItWasGathered() {
    Map<CallStatus, Long> counts =
        all(Call.class)
            .collect(
                Collectors.groupingBy(call -> call.timetable().status(NOW), Collectors.counting()));
    assertThat(counts.get(CallStatus.OPEN)).isGreaterThanOrEqualTo(39);
    assertThat(counts.get(CallStatus.FORTHCOMING)).isGreaterThanOrEqualTo(79);
  }

  @Test
  void sample_hasClustersInEveryEcosystem() {
    for (Ecosystem ecosystem : Ecosystem.values()) {
      assertThat(all(Cluster.class).filter(one -> one.ecosystems().contains(ecosystem)))
          .as(ecosystem.id())
          .hasSizeGreaterThanOrEqualTo(10);
    }
  }

  @Test
  void entries_areEachThereOnce() {
    assertThat(ENTRIES).map(Entry::id).doesNotHaveDuplicates();
    assertThat(all(Cluster.class)).map(Entry::name).doesNotHaveDuplicates();
  }

  @Test
  void everyFact_hasAClaimWithAddressAndDate() {
    for (Entry entry : ENTRIES) {
      Set<String> claimed = new HashSet<>();
      entry.provenance().claims().forEach(claim -> claimed.addAll(claim.fields()));
      assertThat(entry.provenance().unchecked())
          .as("unchecked fields of %s", entry.id())
          .doesNotContainAnyElementsOf(claimed);
      claimed.addAll(entry.provenance().unchecked());
      ObjectNode tree = EntryJson.tree(entry);
      for (String field : (Iterable<String>) tree::fieldNames) {
        assertThat(UNCLAIMED.contains(field) || claimed.contains(field))
            .as("%s states %s without a claim", entry.id(), field)
            .isTrue();
      }
      assertThat(entry.provenance().claims())
          .map(Claim::date)
          .as("dates of %s", entry.id())
          .allMatch(day -> !day.isAfter(Sample.GATHERED));
    }
  }

  @Test
  void everyField_isKnown() {
    for (Entry entry : ENTRIES) {
      assertThat(entry.provenance().extra()).as("unknown fields of %s", entry.id()).isEmpty();
      assertThat(EntryJson.tree(entry).fieldNames())
          .toIterable()
          .as("fields of %s", entry.id())
          .containsAll(entry.provenance().unchecked());
    }
  }

  @Test
  void countriesRegionsAndProgrammes_areKnown() {
    assertThat(identities().map(identity -> identity.seat().country()))
        .allMatch(Geography::isCountry);
    assertThat(identities().map(identity -> identity.seat().region()).flatMap(Optional::stream))
        .allSatisfy(code -> assertThat(Geography.regionName(code)).as(code).isPresent());
    assertThat(all(Call.class).map(call -> call.family().programme()))
        .allSatisfy(id -> assertThat(Programme.of(id)).as(id).isPresent());
  }

  /** What is written back is what was read: no field is misspelt, blank or of another form. */
  @Test
  void everyRecord_hasTheFormThatIsWritten() {
    for (Entry entry : ENTRIES) {
      assertThat(EntryJson.read(EntryJson.write(entry))).isEqualTo(entry);
      assertThat(entry.id().key()).as("key of %s", entry.id()).matches("[A-Za-z0-9._-]+");
    }
  }

  @Test
  void everyAddress_isOneOfThePublicWeb() {
    for (Entry entry : ENTRIES) {
      Stream<URI> sources = entry.provenance().claims().stream().map(Claim::source);
      assertThat(Stream.concat(sources, site(entry).stream()))
          .as("addresses of %s", entry.id())
          .allMatch(address -> address.getHost() != null && address.getHost().contains("."))
          .allMatch(address -> address.getUserInfo() == null);
    }
  }

  private static Optional<URI> site(Entry entry) {
    return switch (entry) {
      case Cluster cluster -> cluster.identity().site();
      case Organisation organisation -> organisation.identity().site();
      case Call call -> call.site();
      case Opportunity opportunity -> Optional.empty();
    };
  }

  @Test
  void yearsAndDates_areSensible() {
    assertThat(identities().map(Identity::founded).flatMap(Optional::stream))
        .allMatch(year -> year >= 1400 && year <= Sample.GATHERED.getYear());
    assertThat(all(Call.class))
        .allSatisfy(call -> {
          Timetable timetable = call.timetable();
          assertThat(timetable.deadlines())
              .as("deadlines of %s", call.id())
              .allMatch(deadline -> deadline.at().getYear() >= 2014)
              .allMatch(deadline -> deadline.at().getYear() <= 2031)
              .allMatch(deadline ->
                  timetable.opens().filter(deadline.at().toLocalDate()::isBefore).isEmpty());
        });
  }

  @Test
  void label_isClaimedAndHoldsNoLongerThanThreeYears() {
    assertThat(all(Cluster.class).filter(cluster -> cluster.standing().label().isPresent()))
        .allSatisfy(cluster -> {
          Label label = cluster.standing().label().orElseThrow();
          assertThat(cluster.provenance().of("label").flatMap(Claim::words))
              .as("words for the label of %s", cluster.id())
              .isPresent();
          assertThat(label.awarded().filter(Sample.GATHERED::isBefore)).isEmpty();
          assertThat(label.validUntil().filter(Sample.GATHERED.plusYears(3)::isBefore)).isEmpty();
          assertThat(label.body())
              .isIn(Optional.empty(), Optional.of("ESCA"), Optional.of("EUCLES"));
        });
  }

  @Test
  void predecessorsWrittenAsIds_areThere() {
    Set<String> ids =
        ENTRIES.stream().map(entry -> entry.id().toString()).collect(Collectors.toSet());
    assertThat(identities().flatMap(identity -> identity.predecessors().stream()))
        .filteredOn(named -> named.startsWith("cluster/") || named.startsWith("organisation/"))
        .isSubsetOf(ids);
  }

  @Test
  void cluster_saysWhatItIsOffersAndSeeks() {
    assertThat(all(Cluster.class))
        .allSatisfy(cluster -> {
          assertThat(cluster.strategy().description().isEmpty()).as(cluster.name()).isFalse();
          assertThat(cluster.strategy().offers().isEmpty()).as(cluster.name()).isFalse();
          assertThat(cluster.strategy().seeks().isEmpty()).as(cluster.name()).isFalse();
          assertThat(cluster.ecosystems()).as(cluster.name()).isNotEmpty();
          assertThat(cluster.identity().site()).as(cluster.name()).isPresent();
        });
  }

  @Test
  void danishCluster_hasALeagueAndSpeaksBothLanguages() {
    assertThat(all(Cluster.class).filter(SampleTest::isDanish))
        .allSatisfy(cluster -> {
          assertThat(cluster.standing().league()).as(cluster.name()).isPresent();
          for (Texts prose :
              List.of(
                  cluster.strategy().description(),
                  cluster.strategy().offers(),
                  cluster.strategy().seeks())) {
            assertThat(prose.byLanguage())
                .as(cluster.name())
                .containsOnlyKeys(Language.EN, Language.DA);
          }
        });
  }

  @Test
  void sample_fillsAStoreOnce(@TempDir Path folder) {
    try (EntryStore store = EntryStore.open(folder)) {
      Sample.fill(store, NOW);
      long filled = store.newest();
      Sample.fill(store, NOW);
      assertThat(filled).isEqualTo(ENTRIES.size());
      assertThat(store.newest()).isEqualTo(filled);
    }
  }

  @Test
  void sample_leavesAloneWhatWasReadLater(@TempDir Path folder) {
    Entry newer =
        EntryJson.read(
            """
            {"id":"cluster/made","name":"MADE renamed","country":"DK","claims":[{"fields":["name"],\
            "source":"https://example.org/","date":"2099-01-01"}]}\
            """);
    try (EntryStore store = EntryStore.open(folder)) {
      store.record(new Reading("crawl", Sample.GATHERED.plusYears(1), List.of(newer)), NOW);
      Sample.fill(store, NOW);
      assertThat(store.entry(EntryId.of("cluster/made"))).map(Entry::name).contains("MADE renamed");
    }
  }

  @Test
  void sample_dropsWhatAnOlderSampleAloneHasShown(@TempDir Path folder) {
    List<Entry> old = Stream.of("ended", "crawled", "edited").map(SampleTest::gone).toList();
    try (EntryStore store = EntryStore.open(folder)) {
      store.record(new Reading("sample", Sample.GATHERED.minusDays(1), old), NOW);
      store.record(new Reading("sites", Sample.GATHERED, List.of(old.get(1))), NOW);
      Sample.fill(store, NOW);
      assertThat(store.entry(old.get(0).id())).isEmpty();
      assertThat(store.entry(old.get(1).id())).isPresent();
      assertThat(store.entry(old.get(2).id())).isPresent();
    }
  }

  private static Entry gone(String name) {
    return EntryJson.read(
        """
        {"id":"cluster/%1$s","name":"%1$s","country":"DK",%2$s"claims":[{"fields":["name"],\
        "source":"https://example.org/","date":"2020-01-01"}]}\
        """
            .formatted(name, name.equals("edited") ? "\"edited\":[\"name\"]," : ""));
  }
}
