package dk.brobygger.search.preparation;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.EntryId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CoverTest {

  @Provide
  Arbitrary<Set<String>> some() {
    return Arbitraries.of("a", "b", "c", "d", "e", "f", "g").set();
  }

  @Provide
  Arbitrary<List<Cover.Offer>> offers() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 40),
            Arbitraries.of("DE", "ES", "SE"),
            Arbitraries.of(1.0, 2.0, 3.0),
            some())
        .as((number, country, points, has) -> offer("c" + number, country, points, has))
        .list()
        .ofMaxSize(15)
        .uniqueElements(Cover.Offer::cluster);
  }

  private static Cover.Offer offer(
      String key, String country, double points, Set<String> competences) {
    return new Cover.Offer(EntryId.of("cluster/" + key), country, points, competences);
  }

  @Property
  void everyOneChosen_addsSomethingThatWasLacking_andNoneIsChosenTwice(
      @ForAll("some") Set<String> lacking, @ForAll("offers") List<Cover.Offer> offers) {
    Set<String> left = new HashSet<>(lacking);
    Set<EntryId> chosen = new HashSet<>();
    for (Cover.Pick pick : Cover.of(lacking, offers)) {
      assertThat(pick.adds()).isNotEmpty().allMatch(left::remove);
      assertThat(pick.offer().competences()).containsAll(pick.adds());
      assertThat(chosen.add(pick.offer().cluster())).isTrue();
    }
  }

  @Property
  void choice_endsOnlyWhereItIsFullOrNobodyAddsAnything(
      @ForAll("some") Set<String> lacking, @ForAll("offers") List<Cover.Offer> offers) {
    List<Cover.Pick> picks = Cover.of(lacking, offers);
    Set<String> left = new HashSet<>(lacking);
    picks.forEach(pick -> pick.adds().forEach(left::remove));
    assertThat(picks).hasSizeLessThanOrEqualTo(Cover.MOST);
    if (picks.size() < Cover.MOST) {
      assertThat(offers).allMatch(offer -> Collections.disjoint(offer.competences(), left));
    }
  }

  @Property
  void choice_doesNotDependOnTheOrderOfTheOffers(
      @ForAll("some") Set<String> lacking,
      @ForAll("offers") List<Cover.Offer> offers,
      @ForAll Random random) {
    List<Cover.Offer> shuffled = new ArrayList<>(offers);
    Collections.shuffle(shuffled, random);
    assertThat(Cover.of(lacking, shuffled)).isEqualTo(Cover.of(lacking, offers));
  }

  @Property
  void firstOneChosen_addsMostForHowWellItFits(
      @ForAll("some") Set<String> lacking, @ForAll("offers") List<Cover.Offer> offers) {
    Cover.of(lacking, offers).stream()
        .findFirst()
        .ifPresent(first ->
            assertThat(offers)
                .allMatch(
                    offer -> gain(lacking, offer) <= first.adds().size() * first.offer().points()));
  }

  private static double gain(Set<String> lacking, Cover.Offer offer) {
    return offer.points() * offer.competences().stream().filter(lacking::contains).count();
  }

  @Example
  void oneThatFitsWell_comesBeforeOneThatBringsALittleMore() {
    List<Cover.Pick> picks =
        Cover.of(
            Set.of("a", "b", "c"),
            List.of(
                offer("stranger", "DE", 10, Set.of("a", "b")),
                offer("near", "ES", 50, Set.of("c"))));
    assertThat(picks.getFirst().offer().cluster()).isEqualTo(EntryId.of("cluster/near"));
  }

  @Example
  void secondOne_isFromAnotherCountry_whereThatAddsSomething() {
    List<Cover.Pick> picks =
        Cover.of(
            Set.of("a", "b", "c", "d", "e"),
            List.of(
                offer("one", "DE", 1, Set.of("a", "b", "c")),
                offer("two", "DE", 1, Set.of("d", "e")),
                offer("three", "ES", 1, Set.of("d"))));
    assertThat(picks)
        .extracting(pick -> pick.offer().cluster().toString())
        .containsExactly("cluster/one", "cluster/three", "cluster/two");
  }
}
