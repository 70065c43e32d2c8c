package dk.brobygger.indexer.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.Claim;
import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.LabelLevel;
import dk.brobygger.corpus.entry.Organisation;
import dk.brobygger.corpus.json.EntryJson;
import dk.brobygger.corpus.vocabulary.Language;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EntryJoinTest {

  private static final String OWN = "https://www.example-cluster.dk/om";
  private static final String PLATFORM = "https://www.clustercollaboration.eu/profile/1";
  private static final String NEWS = "https://news.example/1";
  private static final String CORDIS = "https://cordis.europa.eu/project/id/1";

  private static final String SITE = "'site': 'https://example-cluster.dk/'";

  /** A cluster of which one page said this, on a day of 2026. */
  private static Cluster cluster(String source, String day, String fields, String... names) {
    return (Cluster) entry("cluster/x", source, "2026-" + day, fields, names);
  }

  private static Entry entry(String id, String source, String day, String fields, String... names) {
    String claim =
        "'claims': [{'fields': ['%s'], 'words': 'w', 'offset': 3, 'source': '%s', 'date': '%s'}]"
            .formatted(String.join("', '", names), source, day);
    String json = "{'id': '%s', 'country': 'DK', %s, %s}".formatted(id, fields, claim);
    return EntryJson.read(json.replace('\'', '"'));
  }

  private static Cluster join(Entry... entries) {
    return (Cluster) Stream.of(entries).reduce(EntryJoin::join).orElseThrow();
  }

  private static List<String> sources(Entry entry, String field) {
    return entry.provenance().claims().stream()
        .filter(claim -> claim.fields().contains(field))
        .map(claim -> claim.source().toString())
        .toList();
  }

  @Test
  void betterSource_winsOverTheNewer() {
    Cluster joined =
        join(
            cluster(OWN, "01-10", "'name': 'X', " + SITE + ", 'members': {'total': 90}", "members"),
            cluster(NEWS, "11-10", "'name': 'X', 'members': {'total': 400}", "members"));
    assertThat(joined.members().orElseThrow().total()).contains(90);
    assertThat(sources(joined, "members")).containsExactly(OWN);
  }

  @Test
  void loser_isKeptWithItsSource() {
    Cluster joined =
        join(
            cluster(OWN, "01-10", "'name': 'X', " + SITE + ", 'members': {'total': 90}", "members"),
            cluster(NEWS, "11-10", "'name': 'X', 'members': {'total': 400}", "members"));
    assertThat(joined.provenance().disagreements())
        .singleElement()
        .satisfies(other -> {
          assertThat(other.field()).isEqualTo("members");
          assertThat(other.value()).isEqualTo("{\"total\":400}");
          assertThat(other.claim().source()).hasToString(NEWS);
          assertThat(other.claim().date()).isEqualTo(LocalDate.of(2026, 11, 10));
        });
  }

  @Test
  void ofEqualSources_theNewerWins_whateverTheirOrder() {
    Cluster older = cluster(NEWS, "01-10", "'name': 'X', 'staff': 4", "staff");
    Cluster newer = cluster("https://other.example/", "11-10", "'name': 'X', 'staff': 9", "staff");
    assertThat(join(older, newer).standing().staff()).contains(9);
    assertThat(join(newer, older).standing().staff()).contains(9);
  }

  @Test
  void pageThatTookItsWordBack_leavesNoDisagreement() {
    Cluster joined =
        join(
            cluster(NEWS, "01-10", "'name': 'X', 'staff': 4", "staff"),
            cluster(NEWS, "11-10", "'name': 'X', 'staff': 9", "staff"));
    assertThat(joined.standing().staff()).contains(9);
    assertThat(joined.provenance().disagreements()).isEmpty();
  }

  @Test
  void ownSiteNotReadForTwoYears_givesWay() {
    Entry old = entry("cluster/x", OWN, "2023-05-01", "'name': 'X', 'staff': 4, " + SITE, "staff");
    Cluster joined = join(old, cluster(NEWS, "11-10", "'name': 'X', 'staff': 9", "staff"));
    assertThat(joined.standing().staff()).contains(9);
  }

  @Test
  void editOfAPerson_isNeverOverwritten_andTheDifferenceIsKept() {
    Cluster edited =
        cluster(NEWS, "01-10", "'name': 'X', 'staff': 4, 'edited': ['staff', 'offers']", "staff");
    Cluster joined =
        join(
            edited,
            cluster(
                OWN,
                "11-10",
                "'name': 'X', " + SITE + ", 'staff': 9, 'offers': {'en': 'Wind.'}",
                "staff",
                "offers"));
    assertThat(joined.standing().staff()).contains(4);
    assertThat(joined.strategy().offers().isEmpty()).isTrue();
    assertThat(joined.provenance().edited()).containsExactly("staff", "offers");
    assertThat(joined.provenance().disagreements())
        .extracting(other -> other.field() + " " + other.value())
        .containsExactly("offers {\"en\":\"Wind.\"}", "staff 9");
  }

  @Test
  void rename_keepsTheFormerName() {
    Cluster joined =
        join(
            cluster(OWN, "01-10", "'name': 'Oslo Medtech', " + SITE, "name"),
            cluster(OWN, "11-10", "'name': 'Norway Health Tech'", "name"));
    assertThat(joined.name()).isEqualTo("Norway Health Tech");
    assertThat(joined.identity().aliases()).containsExactly("Oslo Medtech");
  }

  @Test
  void labeller_knowsTheLabel() {
    Cluster joined =
        join(
            cluster(
                "https://eucles.be/labels",
                "01-10",
                "'name': 'X', "
                    + SITE
                    + ", 'label': {'level': 'silver', 'validUntil': '2027-01-01'}",
                "label"),
            cluster(OWN, "11-10", "'name': 'X', 'label': {'level': 'gold'}", "label"));
    assertThat(joined.standing().label().orElseThrow().level()).isEqualTo(LabelLevel.SILVER);
    assertThat(joined.standing().label().orElseThrow().validUntil()).isPresent();
  }

  @Test
  void textInTheOtherLanguage_stays() {
    Cluster joined =
        join(
            cluster(
                OWN,
                "01-10",
                "'name': 'X', " + SITE + ", 'seeks': {'da': 'Vi søger brint.'}",
                "seeks"),
            cluster(OWN, "11-10", "'name': 'X', 'seeks': {'en': 'We seek hydrogen.'}", "seeks"));
    assertThat(joined.strategy().seeks().byLanguage()).containsOnlyKeys(Language.DA, Language.EN);
  }

  @Test
  void lesserSource_mayFillGaps() {
    Cluster joined =
        join(
            cluster(OWN, "11-10", "'name': 'X', " + SITE + ", 'members': {'total': 90}", "members"),
            cluster(
                PLATFORM, "11-11", "'name': 'X', 'members': {'total': 80, 'sme': 60}", "members"));
    assertThat(joined.members().orElseThrow().total()).contains(90);
    assertThat(joined.members().orElseThrow().sme()).contains(60);
    assertThat(sources(joined, "members")).containsExactly(OWN, PLATFORM);
  }

  @Test
  void placeThatChanges_takesItsRegionWithIt() {
    Cluster joined =
        join(
            cluster(
                NEWS,
                "01-10",
                "'name': 'X', 'place': 'Odense', 'region': 'DK031'",
                "place",
                "region"),
            cluster(NEWS, "11-10", "'name': 'X', 'place': 'Aalborg'", "place"));
    assertThat(joined.identity().seat().place()).contains("Aalborg");
    assertThat(joined.identity().seat().region()).isEmpty();
  }

  @Test
  void capitals_giveWayToOrdinaryWriting() {
    Entry known =
        entry(
            "organisation/dtu",
            NEWS,
            "2026-01-10",
            "'name': 'Technical University of Denmark', 'place': 'København'",
            "name",
            "place");
    Entry cordis =
        entry(
            "organisation/dtu",
            CORDIS,
            "2026-11-10",
            "'name': 'DANMARKS TEKNISKE UNIVERSITET', 'place': 'KOBENHAVN', 'pic': '999990655',"
                + " 'projects': [{'project': '1', 'title': 'T', 'role': 'participant'}]",
            "name",
            "place",
            "pic",
            "projects");
    Organisation joined = (Organisation) EntryJoin.join(known, cordis);
    assertThat(joined.name()).isEqualTo("Technical University of Denmark");
    assertThat(joined.identity().aliases()).containsExactly("DANMARKS TEKNISKE UNIVERSITET");
    assertThat(joined.identity().seat().place()).contains("København");
    assertThat(joined.pic()).contains("999990655");
  }

  @Test
  void projects_addUp() {
    Entry one =
        entry(
            "organisation/o",
            CORDIS,
            "2026-01-10",
            "'name': 'O', 'projects': [{'project': '1', 'title': 'T', 'role': 'participant'}]",
            "projects");
    Entry two =
        entry(
            "organisation/o",
            CORDIS,
            "2026-02-10",
            "'name': 'O', 'projects': [{'project': '1', 'title': 'T', 'role': 'coordinator'},"
                + " {'project': '2', 'title': 'U', 'role': 'participant'}]",
            "projects");
    Organisation joined = (Organisation) EntryJoin.join(one, two);
    assertThat(joined.projects())
        .extracting(each -> each.project() + each.role())
        .containsExactly("1coordinator", "2participant");
  }

  @Test
  void joiningAgain_changesNothing() {
    Cluster known =
        cluster(
            OWN,
            "01-10",
            "'name': 'X', " + SITE + ", 'staff': 4, 'members': {'total': 90}, 'networks': ['A']",
            "name",
            "site",
            "staff",
            "members",
            "networks");
    Cluster read =
        cluster(
            NEWS,
            "11-10",
            "'name': 'Y', 'staff': 9, 'members': {'total': 95, 'sme': 1}, 'networks': ['B']",
            "name",
            "staff",
            "members",
            "networks");
    Entry once = EntryJoin.join(known, read);
    Entry twice = EntryJoin.join(once, read);
    assertThat(EntryJson.tree(twice).toPrettyString())
        .isEqualTo(EntryJson.tree(once).toPrettyString());
    assertThat(once.provenance().claims()).allMatch(claim -> claim.offset().isPresent());
  }

  @Test
  void whatWasEditedAndDisputed_isWrittenAndReadAgain() {
    Cluster joined =
        join(
            cluster(NEWS, "01-10", "'name': 'X', 'staff': 4, 'edited': ['staff']", "staff"),
            cluster(OWN, "11-10", "'name': 'X', 'staff': 9", "staff"));
    assertThat(joined.provenance().disagreements()).hasSize(1);
    assertThat(EntryJson.read(EntryJson.write(joined))).isEqualTo(joined);
  }

  @Test
  void everyClaim_survivesWithItsWords() {
    Cluster joined =
        join(
            cluster(OWN, "01-10", "'name': 'X', " + SITE + ", 'staff': 4", "staff"),
            cluster(PLATFORM, "02-10", "'name': 'X', 'founded': 2009", "founded"));
    assertThat(joined.provenance().claims())
        .extracting(Claim::words)
        .allMatch(words -> words.orElse("").equals("w"));
    assertThat(sources(joined, "founded")).containsExactly(PLATFORM);
  }

  @Test
  void pageReadAgainLater_saysTheSameAndSoAddsNothing() {
    String fields =
        "'name': 'X', " + SITE + ", 'staff': 4, 'networks': ['A'], 'members': {'sme': 2}";
    String[] names = {"name", "site", "staff", "networks", "members"};
    Cluster once = join(cluster(OWN, "01-10", fields, names));
    Cluster again = join(once, cluster(OWN, "11-10", fields, names));
    assertThat(EntryJson.facts(again)).isEqualTo(EntryJson.facts(once));
    assertThat(again.provenance().claims())
        .extracting(Claim::date)
        .containsOnly(LocalDate.of(2026, 11, 10));
  }

  @Test
  void sourcesReadInTurn_keepTheirOrder() {
    Cluster own = cluster(OWN, "01-10", "'name': 'X', " + SITE + ", 'staff': 4", "staff");
    Cluster both = join(own, cluster(PLATFORM, "01-11", "'name': 'X', 'staff': 4", "staff"));
    Cluster again =
        join(
            both,
            cluster(OWN, "02-10", "'name': 'X', 'staff': 4", "staff"),
            cluster(PLATFORM, "02-11", "'name': 'X', 'staff': 4", "staff"));
    assertThat(EntryJson.facts(again)).isEqualTo(EntryJson.facts(both));
  }
}
