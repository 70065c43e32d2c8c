package dk.brobygger.indexer.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Texts;
import dk.brobygger.corpus.json.EntryJson;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import dk.brobygger.indexer.page.Page;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages on the site of a cluster that is known. */
class OwnPageTest {

  private static final Extraction EXTRACTION = Extraction.with(Vocabulary.shipped());
  private static final Set<String> MEMBERS = Set.of("members");

  private static Cluster owner(String name, String more) {
    String json =
        "{'id': 'cluster/owner', 'name': '%s', 'country': 'DK', 'site':"
            + " 'https://pages.example/'%s}";
    return (Cluster) EntryJson.read(json.formatted(name, more).replace('\'', '"'));
  }

  private static Page page(String html) {
    return ExamplePages.page(
        ("<!doctype html><meta charset=utf-8>" + html).getBytes(StandardCharsets.UTF_8), "own");
  }

  private static Optional<Cluster> read(String html, Cluster owner, Set<String> tells) {
    return EXTRACTION.ofOwner(page(html), ExamplePages.DAY, owner, tells);
  }

  private static Optional<Integer> members(String html, Cluster owner, Set<String> tells) {
    return read(html, owner, tells).flatMap(Cluster::members).flatMap(members -> members.total());
  }

  @Test
  void pageThatIsThereToTell_needNotNameTheOwnerInEachSentence() {
    String html = "<title>Members | Prøveklyngen</title><p>We have 214 members in all regions.</p>";
    assertThat(members(html, owner("Prøveklyngen", ""), MEMBERS)).contains(214);
    assertThat(members(html, owner("Prøveklyngen", ""), Set.of())).isEmpty();
  }

  @Test
  void sentenceThatNamesTheOwner_countsOnAnyPage() {
    String html = "<h1>News</h1><p>Rain fell. Prøveklyngens 214 medlemmer mødtes i regnvejr.</p>";
    assertThat(members(html, owner("Prøveklyngen", ""), Set.of())).contains(214);
  }

  @ParameterizedTest
  @CsvSource({
    "de, 'Die Prøveklyngen bringt Unternehmen und Forscher aus ganz Deutschland zusammen, damit"
        + " neue Windparks vor der Küste gebaut werden können.'",
    "sv, 'Prøveklyngen samlar företag och forskare från hela landet som vill bygga nya"
        + " vindkraftverk längs kusten och hitta kunder utomlands.'",
    "no, 'Prøveklyngen samler bedrifter og forskere fra hele landet som ønsker å bygge nye anlegg"
        + " til havs, og hjelper dem med å nå ut i utlandet.'",
    "fr, 'La Prøveklyngen réunit les entreprises et les chercheurs de toute la région pour"
        + " construire de nouvelles éoliennes au large des côtes.'",
    "es, 'La Prøveklyngen reúne a las empresas y a los investigadores de toda la región para"
        + " construir nuevos aerogeneradores en el mar.'",
    "it, 'La Prøveklyngen riunisce le aziende e i ricercatori di tutta la regione per costruire"
        + " nuove turbine eoliche nel mare.'",
    "nl, 'De Prøveklyngen brengt bedrijven en onderzoekers uit het hele land bij elkaar om nieuwe"
        + " windmolens op zee te bouwen.'",
    "pl, 'Prøveklyngen zrzesza przedsiębiorstwa i naukowców z całego kraju, którzy chcą budować"
        + " nowe elektrownie wiatrowe na morzu.'",
    "fi, 'Prøveklyngen kokoaa yhteen yritykset ja tutkijat koko maasta, jotta uusia tuulivoimaloita"
        + " voidaan rakentaa merelle.'"
  })
  void pageInAnotherLanguage_tellsWhatTheOwnerIsInThatLanguage(String code, String text) {
    Cluster owner = owner("Prøveklyngen", "");
    Cluster read =
        read("<title>Prøveklyngen</title><p>" + text + "</p>", owner, Set.of("description"))
            .orElseThrow();
    assertThat(read.strategy().description())
        .isEqualTo(new Texts(Map.of(Language.known(code).orElseThrow(), text)));
    assertThat(read.provenance().of("description").orElseThrow().words()).contains(text);
  }

  @Test
  void pageInALanguageThatIsNotRead_tellsNothing() {
    String hungarian =
        "<title>Prøveklyngen</title><p>A Prøveklyngen összefogja az ország vállalatait és kutatóit,"
            + " hogy új szélerőműveket építsenek a tengeren, és vevőket találjanak külföldön.</p>";
    assertThat(read(hungarian, owner("Prøveklyngen", ""), Set.of("description"))).isEmpty();
  }

  @Test
  void paragraphInAnotherLanguageThanThePage_isNotTaken() {
    String danish =
        "Prøveklyngen samler virksomheder og forskere fra hele landet, som ønsker at bygge nye"
            + " havvindmøller og finde kunder i udlandet, og hjælper dem på vej.";
    String html =
        "<title>Prøveklyngen</title><p>%s</p><p>%s</p><p>Wir danken der Prøveklyngen für viele"
            + " Jahre guter Zusammenarbeit, sagt ein Partner aus Hamburg, der mit dabei war.</p>";
    Cluster read =
        read(html.formatted(danish, danish), owner("Prøveklyngen", ""), Set.of("description"))
            .orElseThrow();
    assertThat(read.strategy().description()).isEqualTo(new Texts(Map.of(Language.DA, danish)));
  }

  @Test
  void pageThatDoesNotNameTheOwner_tellsNothing() {
    String html = "<title>Members</title><p>We have 214 members in all regions of Denmark.</p>";
    assertThat(read(html, owner("Prøveklyngen", ""), MEMBERS)).isEmpty();
  }

  @Test
  void pageAboutAnotherCluster_countsOnlyWhereItNamesTheOwner() {
    String html =
        "<title>Partners | Prøveklyngen</title><p>Example Basque Cluster is a cluster of 300"
            + " members on the coast.</p>";
    assertThat(members(html, owner("Prøveklyngen", ""), MEMBERS)).isEmpty();
  }

  @Test
  void shortName_isToldFromTheWordByItsCapitals() {
    Cluster owner = owner("MADE", "");
    assertThat(members("<p>Boats made of steel: our 214 members build them.</p>", owner, MEMBERS))
        .isEmpty();
    assertThat(members("<p>At MADE our 214 members build them of steel.</p>", owner, MEMBERS))
        .contains(214);
  }

  @Test
  void nameInWordsToMachines_isNewOnlyWhereTheOldOneIsGone() {
    String said =
        """
        <script type="application/ld+json">{"@type": "Organization", "name": "Nye Bølge",
        "url": "%s"}</script><p>%s har mange medlemmer i hele landet og glæder sig.</p>
        """;
    Cluster owner = owner("Prøveklyngen", "");
    String own = "https://www.pages.example/";
    assertThat(read(said.formatted(own, "Nye Bølge"), owner, MEMBERS).orElseThrow().name())
        .isEqualTo("Nye Bølge");
    assertThat(read(said.formatted(own, "Prøveklyngen"), owner, MEMBERS).orElseThrow().name())
        .isEqualTo("Prøveklyngen");
    assertThat(read(said.formatted("https://other.example/", "Prøveklyngen"), owner, MEMBERS))
        .isEmpty();
  }

  @Test
  void owner_staysInItsCountry() {
    String html =
        "<title>Prøveklyngen</title><p>Prøveklyngen met its partners in Hamburg. Based in Hamburg,"
            + " Germany, they have 90 members.</p>";
    Cluster read = read(html, owner("Prøveklyngen", ""), Set.of("place", "region")).orElseThrow();
    assertThat(read.identity().seat().country()).isEqualTo("DK");
    assertThat(read.identity().seat().place()).isEmpty();
  }

  @Test
  void place_isReadInTheAddressBesideTheText() {
    String text = "<title>Prøveklyngen</title><p>Et medlem har hovedkontor i Randers ved åen.</p>";
    Set<String> tells = Set.of("place", "region");
    Cluster owner = owner("Prøveklyngen", "");
    assertThat(read(text, owner, tells).orElseThrow().identity().seat().place()).isEmpty();
    String foot = "<title>Prøveklyngen</title><p>Velkommen til.</p><footer>6700 Esbjerg</footer>";
    assertThat(read(foot, owner, tells).orElseThrow().identity().seat().place())
        .contains("Esbjerg");
  }

  @Test
  void claims_standInThePage() {
    Page page = ExamplePages.page("danish-cluster");
    Cluster owner =
        (Cluster)
            EntryJson.read(
                """
                {"id": "cluster/vestvind", "name": "Eksempelklyngen Vestvind", "country": "DK",
                 "site": "https://pages.example/"}
                """);
    Cluster read =
        EXTRACTION
            .ofOwner(page, ExamplePages.DAY, owner, Set.of("members", "founded", "staff"))
            .orElseThrow();
    assertThat(read.id()).isEqualTo(owner.id());
    assertThat(read.standing().staff()).contains(11);
    assertThat(read.standing().networks()).isEmpty();
    ExamplePages.assertClaimsStandInThePage(read, page);
  }
}
