package dk.brobygger.search.preparation;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.sample.Sample;
import dk.brobygger.search.Shelf;
import dk.brobygger.search.delegation.Encounters;
import dk.brobygger.search.funding.CallMatcher;
import dk.brobygger.search.match.PartnerMatcher;
import dk.brobygger.search.match.Seeker;
import dk.brobygger.search.score.Evidence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is true of the preparations of some Danish clusters for the calls of the sample. */
class PreparerTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
  private static final List<Preparation> ALL = new ArrayList<>();

  private static Shelf shelf;
  private static Preparer preparer;

  @BeforeAll
  static void prepareSome() {
    shelf = Shelf.of(Sample.entries());
    PartnerMatcher partners =
        new PartnerMatcher(shelf.engine(), Shelf.VOCABULARY, Shelf.TAGGER, () -> Encounters.NONE);
    preparer = new Preparer(partners, Shelf.VOCABULARY);
    List<Call> calls =
        Sample.entries().stream()
            .filter(Call.class::isInstance)
            .map(Call.class::cast)
            .limit(20)
            .toList();
    for (String id : List.of("cluster/made", "cluster/energy-cluster-denmark")) {
      Seeker seeker = new Seeker((Cluster) entry(id), TODAY);
      calls.forEach(call -> ALL.add(preparer.prepare(seeker, call)));
    }
  }

  private static Entry entry(String id) {
    return Sample.entries().stream()
        .filter(one -> one.id().equals(EntryId.of(id)))
        .findFirst()
        .orElseThrow();
  }

  @AfterAll
  static void close() {
    shelf.close();
  }

  private static String standing(Evidence words) {
    return words.of().field(words.field()).orElseThrow().text();
  }

  @Test
  void everyWordQuoted_standsInTheEntryItIsQuotedFrom() {
    assertThat(ALL).anyMatch(one -> !one.members().isEmpty());
    for (Preparation one : ALL) {
      for (Need need : one.needs()) {
        assertThat(need.asked().entry()).isEqualTo(one.call().id());
        assertThat(standing(need.asked())).contains(need.asked().text());
        need.ours()
            .ifPresent(words -> {
              assertThat(words.entry()).isEqualTo(one.cluster().id());
              assertThat(standing(words)).contains(words.text());
            });
        for (Provider provider : need.providers()) {
          assertThat(provider.words().entry()).isEqualTo(provider.partner().entry().id());
          assertThat(standing(provider.words())).contains(provider.words().text());
        }
      }
    }
  }

  @Test
  void partnersOfANeed_areAtMostThree_inTheOrderOfTheMatch_andAbroad() {
    for (Preparation one : ALL) {
      for (Need need : one.needs()) {
        assertThat(need.providers()).hasSizeLessThanOrEqualTo(Need.PROVIDERS);
        assertThat(need.providers().stream().map(each -> each.partner().rank()).toList())
            .isSorted();
        assertThat(need.providers())
            .allMatch(each ->
                !((Cluster) each.partner().entry()).identity().seat().country().equals("DK"));
      }
    }
  }

  @Test
  void partners_areOfCountriesThatTheCallLetsInAndPays() {
    assertThat(ALL).anyMatch(one -> one.call().family().programme().equals("HORIZON"));
    for (Preparation one : ALL) {
      assertThat(one.members())
          .allMatch(each -> CallMatcher.pays(one.call(), (Cluster) each.partner().entry()));
      for (Need need : one.needs()) {
        assertThat(need.providers())
            .allMatch(each -> CallMatcher.pays(one.call(), (Cluster) each.partner().entry()));
      }
    }
  }

  @Test
  void membersBringOnlyWhatIsLacking_andWhatNobodyBringsIsSaid() {
    for (Preparation one : ALL) {
      List<String> lacking =
          one.needs().stream().filter(Need::lacking).map(Need::competence).toList();
      List<String> added = one.members().stream().flatMap(each -> each.adds().stream()).toList();
      assertThat(added).doesNotHaveDuplicates().isSubsetOf(lacking);
      List<String> told = new ArrayList<>(added);
      told.addAll(one.uncovered());
      assertThat(told).containsExactlyInAnyOrderElementsOf(lacking);
    }
  }

  @Test
  void whereSomebodyMustBe_isNoCompetenceThatIsLacking() {
    Seeker seeker = new Seeker((Cluster) entry("cluster/sound-hub-denmark"), TODAY);
    Call call = (Call) entry("call/HORIZON-WIDERA-2027-01-WIDENING-01");
    Preparation told = preparer.prepare(seeker, call);
    assertThat(Shelf.TAGGER.mentions(call).toString()).contains("widening-countries");
    assertThat(told.needs()).isNotEmpty();
    assertThat(told.needs()).extracting(Need::competence).doesNotContain("widening-countries");
    assertThat(told.uncovered()).doesNotContain("widening-countries");
  }
}
