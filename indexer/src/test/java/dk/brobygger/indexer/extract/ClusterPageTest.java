package dk.brobygger.indexer.extract;

import static dk.brobygger.indexer.extract.ExamplePages.cluster;
import static dk.brobygger.indexer.extract.ExamplePages.entries;
import static dk.brobygger.indexer.extract.ExamplePages.page;
import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Label;
import dk.brobygger.corpus.entry.LabelLevel;
import dk.brobygger.corpus.entry.Members;
import dk.brobygger.corpus.vocabulary.Ecosystem;
import dk.brobygger.corpus.vocabulary.Language;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClusterPageTest {

  @Test
  void danishPage_saysWhoItIs() {
    Cluster cluster = cluster("danish-cluster");
    assertThat(cluster.id()).hasToString("cluster/eksempelklyngen-vestvind");
    assertThat(cluster.name()).isEqualTo("Eksempelklyngen Vestvind");
    assertThat(cluster.identity().aliases()).containsExactly("EVV");
    assertThat(cluster.identity().predecessors())
        .containsExactly("Vindnetværk Nord", "Brintforum Syd");
    assertThat(cluster.identity().founded()).contains(2014);
    assertThat(cluster.identity().seat().country()).isEqualTo("DK");
    assertThat(cluster.identity().seat().place()).contains("Esbjerg");
    assertThat(cluster.standing().staff()).contains(11);
    assertThat(cluster.standing().networks()).containsExactly("Nordsø Eksempel Alliancen");
    assertThat(cluster.ecosystems()).containsExactly(Ecosystem.ENERGY_RENEWABLES);
  }

  @Test
  void danishPage_countsMembersByKind() {
    assertThat(cluster("danish-cluster").members())
        .contains(
            new Members(
                Optional.of(187),
                Optional.of(120),
                Optional.empty(),
                Optional.of(24),
                Optional.of(9),
                Optional.empty()));
  }

  @Test
  void danishPage_datesItsLabel() {
    assertThat(cluster("danish-cluster").standing().label())
        .contains(
            new Label(
                LabelLevel.GOLD,
                Optional.of("ESCA"),
                Optional.of(LocalDate.of(2024, 3, 12)),
                Optional.of(LocalDate.of(2027, 3, 11))));
  }

  @Test
  void danishPage_offersAndSeeksInDanish() {
    Cluster cluster = cluster("danish-cluster");
    assertThat(cluster.strategy().offers().byLanguage())
        .containsOnlyKeys(Language.DA)
        .extractingByKey(Language.DA)
        .asString()
        .contains("fundamenter til havvindmøller", "Elektrolyse", "Havneinfrastruktur");
    assertThat(cluster.strategy().seeks().in(Language.DA))
        .contains(
            "Vi søger partnere i Spanien og Portugal inden for flydende havvind og bølgeenergi.");
    assertThat(cluster.strategy().targetCountries()).containsExactly("ES", "PT");
  }

  @Test
  void cookieBannerAndMenu_areNotRead() {
    assertThat(page("danish-cluster").text())
        .doesNotContain("cookies", "Nyheder", "Privatlivspolitik")
        .contains("CVR 12 34 56 78");
    assertThat(page("linked-data").text()).doesNotContain("drone inspection");
    assertThat(page("table-layout").text()).doesNotContain("gambling", "Events");
  }

  @Test
  void linkedData_isRead() {
    Cluster cluster = cluster("linked-data");
    assertThat(cluster.name()).isEqualTo("Example Harbour Energy Cluster");
    assertThat(cluster.identity().aliases()).containsExactly("EHEC");
    assertThat(cluster.identity().founded()).contains(2009);
    assertThat(cluster.identity().seat().country()).isEqualTo("ES");
    assertThat(cluster.identity().seat().region()).contains("ES213");
    assertThat(cluster.identity().site()).hasToString("Optional[https://ehec.example/]");
    assertThat(cluster.standing().staff()).contains(14);
    assertThat(cluster.standing().networks())
        .containsExactly("ELBE Example Alliance", "European Example Network");
    assertThat(cluster.members().orElseThrow().startup()).contains(25);
  }

  @Test
  void whatIsNoLongerOffered_andNewsletters_areLeftOut() {
    Cluster cluster = cluster("linked-data");
    assertThat(cluster.strategy().offers().in(Language.EN))
        .contains(
            "Our members have strong expertise in floating offshore wind, mooring systems and power"
                + " electronics.");
    assertThat(cluster.strategy().seeks().in(Language.EN).orElseThrow())
        .contains("hydrogen storage")
        .doesNotContain("newsletter");
    assertThat(cluster.strategy().targetCountries()).containsExactly("DK", "NO", "UK");
  }

  @Test
  void listsUnderCues_areRead() {
    Cluster cluster = cluster("partner-search");
    assertThat(cluster.strategy().offers().in(Language.EN))
        .contains(
            "Fermentation of plant proteins at pilot scale\nFood packaging made of bio-based"
                + " plastics\nSensors for precision farming");
    assertThat(cluster.strategy().seeks().in(Language.EN))
        .contains("Producers of insect protein\nDairy technology suppliers");
    assertThat(cluster.strategy().targetCountries()).containsExactly("DK", "SE", "DE", "CA");
    assertThat(cluster.identity().seat().place()).contains("Wageningen");
  }

  @Test
  void tableRows_areRead() {
    Cluster cluster = cluster("profile-table");
    assertThat(cluster.identity().seat().country()).isEqualTo("DK");
    assertThat(cluster.identity().seat().region()).contains("DK031");
    assertThat(cluster.identity().founded()).contains(2012);
    assertThat(cluster.standing().staff()).contains(17);
    assertThat(cluster.members().orElseThrow().total()).contains(312);
    assertThat(cluster.members().orElseThrow().sme()).contains(250);
    assertThat(cluster.members().orElseThrow().large()).contains(41);
    assertThat(cluster.strategy().seeks().in(Language.DA).orElseThrow()).contains("hospitaler");
    assertThat(cluster.strategy().targetCountries()).containsExactly("DE", "IT", "US");
  }

  @Test
  void jobs_areNoWishes() {
    Cluster cluster = cluster("jobs-only");
    assertThat(cluster.strategy().seeks().isEmpty()).isTrue();
    assertThat(cluster.strategy().offers().isEmpty()).isTrue();
    assertThat(cluster("danish-cluster").strategy().seeks().in(Language.DA).orElseThrow())
        .doesNotContain("kommunikationsmedarbejder");
  }

  @Test
  void formerName_isAliasAndPredecessor() {
    Cluster cluster = cluster("renamed");
    assertThat(cluster.identity().aliases()).containsExactly("Oslo Example Medtech");
    assertThat(cluster.identity().predecessors()).containsExactly("Oslo Example Medtech");
    assertThat(cluster.identity().seat().country()).isEqualTo("NO");
    assertThat(cluster.identity().seat().region()).contains("NO081");
  }

  @Test
  void ofSeveralLabels_theLastCounts() {
    assertThat(cluster("renamed").standing().label())
        .contains(
            new Label(
                LabelLevel.GOLD,
                Optional.of("EUCLES"),
                Optional.of(LocalDate.of(2023, 10, 1)),
                Optional.of(LocalDate.of(2026, 10, 31))));
  }

  @Test
  void brokenEncodings_areMended() {
    assertThat(cluster("windows-1252").name()).isEqualTo("Eksempelklyngen Sødalen");
    assertThat(cluster("windows-1252").strategy().targetCountries()).containsExactly("FO", "SE");
    Cluster twice = cluster("double-encoded");
    assertThat(twice.name()).isEqualTo("Eksempelklyngen Blå Bølge");
    assertThat(twice.identity().seat().place()).contains("Frederikshavn");
    assertThat(twice.strategy().offers().in(Language.DA).orElseThrow()).contains("færger – også");
  }

  @Test
  void layoutTables_areReadThrough() {
    Cluster cluster = cluster("table-layout");
    assertThat(cluster.name()).isEqualTo("Example Textile Cluster");
    assertThat(cluster.identity().seat().country()).isEqualTo("SE");
    assertThat(cluster.identity().seat().place()).contains("Borås");
    assertThat(cluster.members().orElseThrow().total()).contains(150);
    assertThat(cluster.strategy().targetCountries()).containsExactly("DK");
  }

  @Test
  void ofTwoLanguages_eachIsTakenApart() {
    Cluster cluster = cluster("two-languages");
    assertThat(page("two-languages").language()).contains("es");
    assertThat(cluster.identity().seat().place()).contains("Vigo");
    assertThat(cluster.strategy().offers().in(Language.EN).orElseThrow())
        .contains("battery packs")
        .doesNotContain("aluminio");
    assertThat(cluster.strategy().description().byLanguage())
        .containsOnlyKeys(Language.EN, Language.ES)
        .extractingByKey(Language.ES)
        .asString()
        .startsWith("El Clúster Ejemplo de Automoción reúne a 140 empresas");
    assertThat(cluster.strategy().targetCountries()).containsExactly("DE", "DK");
  }

  @Test
  void pageThatMentionsACluster_isNone() {
    assertThat(entries(page("mentions-only"))).isEmpty();
  }
}
