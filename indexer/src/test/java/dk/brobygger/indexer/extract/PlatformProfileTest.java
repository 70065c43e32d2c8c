package dk.brobygger.indexer.extract;

import static dk.brobygger.indexer.extract.ExamplePages.cluster;
import static dk.brobygger.indexer.extract.ExamplePages.entries;
import static dk.brobygger.indexer.extract.ExamplePages.page;
import static dk.brobygger.indexer.extract.ExamplePages.words;
import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Label;
import dk.brobygger.corpus.entry.LabelLevel;
import dk.brobygger.corpus.entry.Members;
import dk.brobygger.corpus.vocabulary.Ecosystem;
import dk.brobygger.corpus.vocabulary.Language;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Profiles in both forms of the platform, in words of our own under its terms. */
class PlatformProfileTest {

  private static final String TERMS =
      "<p>Established - 2001</p><p>Staff in the management team - 3</p>";

  private static Optional<Cluster> profile(String body) {
    return entries(page(body.getBytes(StandardCharsets.UTF_8), "profile")).stream()
        .map(Cluster.class::cast)
        .findFirst();
  }

  @Test
  void profile_saysWhoTheClusterIs() {
    Cluster cluster = cluster("platform-profile");
    assertThat(cluster.id()).hasToString("cluster/example-fjord-water-cluster");
    assertThat(cluster.identity().aliases()).containsExactly("Clúster Ejemplo del Agua", "CEAGUA");
    assertThat(cluster.identity().seat().country()).isEqualTo("ES");
    assertThat(cluster.identity().seat().region()).contains("ES11");
    assertThat(cluster.identity().founded()).contains(2011);
    assertThat(cluster.identity().site()).hasToString("Optional[https://www.fjord-water.example]");
    assertThat(words(cluster, "founded")).containsExactly("4 March 2011");
  }

  @Test
  void rangeOfStaff_isNoNumberOfStaff() {
    assertThat(cluster("platform-profile").standing().staff()).isEmpty();
    assertThat(cluster("platform-profile-older").standing().staff()).contains(7);
  }

  @Test
  void numbersBeforeTheirTerms_areTheMembersOfThatKind() {
    Cluster cluster = cluster("platform-profile");
    assertThat(cluster.members())
        .contains(
            new Members(
                Optional.of(1_212),
                Optional.of(85),
                Optional.of(3),
                Optional.of(19),
                Optional.of(6),
                Optional.of(9)));
    assertThat(words(cluster, "members")).contains("1,212\nCluster Members", "85\nSMEs");
  }

  @Test
  void numbersAfterTermsThatEndInAColon_areTheMembersOfThatKind() {
    assertThat(cluster("platform-profile-older").members())
        .contains(
            new Members(
                Optional.of(62),
                Optional.of(41),
                Optional.of(8),
                Optional.empty(),
                Optional.of(11),
                Optional.of(2)));
  }

  @Test
  void olderProfile_saysLabelNetworksLanguagesAndRegion() {
    Cluster cluster = cluster("platform-profile-older");
    assertThat(cluster.name()).isEqualTo("Example Attic Sky Cluster");
    assertThat(cluster.identity().founded()).contains(2008);
    assertThat(cluster.identity().seat().country()).isEqualTo("EL");
    assertThat(cluster.identity().seat().region()).contains("EL3");
    assertThat(cluster.identity().languages()).containsExactly("en", "el");
    assertThat(cluster.standing().label())
        .contains(new Label(LabelLevel.GOLD, Optional.empty(), Optional.empty(), Optional.empty()));
    assertThat(cluster.standing().networks())
        .containsExactly("Example Sky Alliance", "Network of Samples");
    assertThat(cluster.strategy().offers().in(Language.EN))
        .contains("Satellite navigation\nElectronic engineering\nRobotics, Advanced materials");
  }

  @Test
  void wishesCountriesAndEcosystems_areRead() {
    Cluster cluster = cluster("platform-profile");
    assertThat(cluster.ecosystems())
        .containsExactly(
            Ecosystem.CULTURAL_CREATIVE, Ecosystem.ENERGY_RENEWABLES, Ecosystem.MOBILITY);
    assertThat(cluster.strategy().targetCountries()).containsExactly("DK", "NO", "CA", "JP");
    assertThat(cluster.strategy().seeks().in(Language.EN).orElseThrow()).contains("desalination");
    assertThat(cluster.strategy().offers().in(Language.EN).orElseThrow())
        .contains("Membrane filtration");
    assertThat(cluster.strategy().description().in(Language.EN).orElseThrow())
        .startsWith("Our cluster gathers");
  }

  @ParameterizedTest
  @ValueSource(strings = {"platform-profile", "platform-profile-older"})
  void everyClaim_standsInThePage(String name) {
    ExamplePages.assertClaimsStandInThePage(cluster(name), page(name));
  }

  @Test
  void whereTheNumbersAreMissing_theProseCounts() {
    assertThat(
            profile(
                "<h1>Example Bread</h1><p>Belgium: Somewhere</p>"
                    + TERMS
                    + "<p>The cluster has about 300 member companies.</p>"))
        .hasValueSatisfying(cluster -> {
          assertThat(cluster.members().orElseThrow().total()).contains(300);
          assertThat(cluster.identity().seat().region()).isEmpty();
          assertThat(cluster.standing().label()).isEmpty();
        });
  }

  @Test
  void pageWithoutTheTermsOrWithoutACountry_isNoProfile() {
    assertThat(profile("<h1>Two years after</h1><p>Established - 2001</p><p>Belgium: x</p>"))
        .isEmpty();
    assertThat(profile("<h1>Example Bread</h1>" + TERMS)).isEmpty();
  }
}
