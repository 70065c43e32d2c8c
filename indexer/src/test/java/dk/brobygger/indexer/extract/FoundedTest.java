package dk.brobygger.indexer.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dk.brobygger.indexer.page.Page;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a cluster began and where it is at home, as pages say it in each language. */
class FoundedTest {

  /** So long that the language can be told. */
  private static String prose(String language) {
    return switch (language) {
      case "de" ->
          "Das Netzwerk bringt Unternehmen und Forscher zusammen, damit neue Windparks vor"
              + " der Küste gebaut werden können, und hilft ihnen bei der Suche nach Kunden.";
      case "sv" ->
          "Klustret samlar företag och forskare från hela landet som vill bygga nya"
              + " vindkraftverk längs kusten och hitta kunder utomlands.";
      case "no" ->
          "Klyngen samler bedrifter og forskere fra hele landet som ønsker å bygge nye"
              + " anlegg til havs, og hjelper dem med å nå ut i utlandet.";
      case "fr" ->
          "Le réseau réunit les entreprises et les chercheurs de toute la région pour"
              + " construire de nouvelles éoliennes au large des côtes.";
      case "es" ->
          "La red reúne a las empresas y a los investigadores de toda la región para"
              + " construir nuevos aerogeneradores en el mar.";
      case "it" ->
          "La rete riunisce le aziende e i ricercatori di tutta la regione per costruire"
              + " nuove turbine eoliche nel mare.";
      case "nl" ->
          "Het netwerk brengt bedrijven en onderzoekers uit het hele land bij elkaar om"
              + " nieuwe windmolens op zee te bouwen.";
      case "pl" ->
          "Klaster zrzesza przedsiębiorstwa i naukowców z całego kraju, którzy chcą"
              + " budować nowe elektrownie wiatrowe na morzu.";
      case "fi" ->
          "Klusteri kokoaa yhteen yritykset ja tutkijat koko maasta, jotta uusia"
              + " tuulivoimaloita voidaan rakentaa merelle.";
      case "da" ->
          "Klyngen samler virksomheder og forskere fra hele landet, som ønsker at bygge"
              + " nye havvindmøller og finde kunder i udlandet.";
      default ->
          "The network brings companies and researchers of the whole country together to"
              + " build new wind farms at sea and to find customers abroad.";
    };
  }

  private static Page page(String language, String sentence) {
    String html =
        "<html lang='%s'><main><p>%s</p><p>%s</p></main></html>"
            .formatted(language, prose(language), sentence);
    Page page = ExamplePages.page(html.getBytes(StandardCharsets.UTF_8), "founded");
    assertThat(page.language()).contains(language.equals("no") ? "nb" : language);
    return page;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | The cluster was founded in May 2007. | founded in May 2007",
        "en | Founded: 2007 | Founded: 2007",
        "da | Klyngen blev stiftet den 4. marts 2007. | stiftet den 4. marts 2007",
        "de | Gegründet 2007 | Gegründet 2007",
        "de | Der Cluster, gegründet im Jahr 2007, wächst. | gegründet im Jahr 2007",
        "de | Der Cluster wurde 2007 gegründet. | 2007 gegründet",
        "de | Er wurde im Jahr 2007 als Verein gegründet. | 2007 als Verein gegründet",
        "de | Gegründet am 04.03.2007 | Gegründet am 04.03.2007",
        "de | Gründungsjahr: 2007 | Gründungsjahr: 2007",
        "sv | Klustret grundades 2007. | grundades 2007",
        "sv | Föreningen bildades år 2007. | bildades år 2007",
        "no | Klyngen ble grunnlagt i 2007. | grunnlagt i 2007",
        "no | Klynga vart skipa tidleg og etablert i 2007. | etablert i 2007",
        "fr | L’association a été fondée en 2007. | fondée en 2007",
        "fr | Créé le 4 mars 2007, le pôle grandit. | Créé le 4 mars 2007",
        "es | La asociación fue fundada en 2007. | fundada en 2007",
        "es | Creado el 4 de marzo de 2007, el clúster crece. | Creado el 4 de marzo de 2007",
        "es | El clúster se constituyó en el año 2007. | se constituyó en el año 2007",
        "it | L’associazione è stata fondata nel 2007. | fondata nel 2007",
        "it | Il polo è nato nell’anno 2007. | nato nell’anno 2007",
        "nl | De vereniging is opgericht in 2007. | opgericht in 2007",
        "nl | Het netwerk werd in 2007 opgericht. | 2007 opgericht",
        "pl | Organizacja została założona w 2007 roku. | założona w 2007",
        "pl | Klaster powstał w roku 2007. | powstał w roku 2007",
        "pl | W 2007 roku założono klaster. | 2007 roku założono",
        "fi | Klusteri perustettiin vuonna 2007. | perustettiin vuonna 2007",
        "fi | Vuonna 2007 perustettu klusteri kasvaa. | 2007 perustettu",
      })
  void yearItBegan_isReadInEachLanguage(String language, String sentence, String words) {
    Page page = page(language, sentence);
    Found<Integer> founded = new Names(page).founded().orElseThrow();
    assertThat(founded.value()).isEqualTo(2007);
    assertThat(founded.words(page.text())).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | The project was launched in 2019.",
        "en | Our member Example Pumps, founded in 1950, builds pumps.",
        "en | We have helped 40 companies founded since 2010.",
        "en | We have had a gold label since 2019.",
        "da | Vi har haft guldmærke siden 2019.",
        "da | Projektet blev etableret i 2019.",
        "da | Medlemsvirksomheden er stiftet i 1950.",
        "de | Das Projekt wurde 2019 gegründet.",
        "de | Das Leuchtturmprojekt, ins Leben gerufen im Jahr 2019, endet.",
        "de | Unser Mitglied Beispiel GmbH wurde 1950 gegründet.",
        "de | Im Jahr 2019 haben wir ein Büro eröffnet.",
        "sv | Projektet startades 2019.",
        "no | Medlemsbedriften ble grunnlagt i 1950.",
        "fr | Le projet a été lancé en 2019.",
        "fr | L’entreprise, fondée en 1950, fabrique des pompes.",
        "es | El proyecto fue creado en 2019.",
        "it | Il progetto è nato nel 2019.",
        "nl | Het project is in 2019 opgericht.",
        "nl | Ons lid Voorbeeld, opgericht in 1950, bouwt pompen.",
        "pl | Projekt powstał w 2019 roku.",
        "fi | Hanke perustettiin vuonna 2019.",
      })
  void yearOfSomethingElse_isNotTaken(String language, String sentence) {
    assertThat(new Names(page(language, sentence)).founded()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"en, founded, ' in'", "fr, fondée, ' en l’an'", "en, founded, ','"})
  void endlessWordsBetween_areReadToTheEnd(String language, String founded, String between) {
    String hostile = founded + between.repeat(50_000) + " x";
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> assertThat(new Names(page(language, hostile)).founded()).isEmpty());
  }

  /** A page in Danish that says nothing else is of Denmark, one in another language of nowhere. */
  private static Optional<String> place(Page page) {
    Claims claims = new Claims(page.text(), page.address(), LocalDate.of(2026, 11, 27));
    Optional<String> place = new Seats(page).seatIn("DK", claims).place();
    List<String> words =
        claims.provenance().of("place").flatMap(claim -> claim.words()).stream().toList();
    assertThat(words).isEqualTo(place.stream().toList());
    return place;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | The cluster is based in the city of Bergen. | Bergen",
        "da | Klyngen har hjemme i Randers. | Randers",
        "de | Der Cluster mit Sitz in Kiel wächst. | Kiel",
        "de | Unsere Geschäftsstelle befindet sich in Bremen. | Bremen",
        "sv | Klustret har sitt säte i Borås. | Borås",
        "sv | Huvudkontoret ligger i Umeå. | Umeå",
        "no | Klyngen er basert i Stavanger. | Stavanger",
        "no | Klyngen holder til i Tromsø. | Tromsø",
        "fr | Le pôle, dont le siège est situé à Lyon, grandit. | Lyon",
        "fr | L’association est basée à Nantes. | Nantes",
        "es | El clúster tiene su sede en Bilbao. | Bilbao",
        "es | Es una asociación ubicada en Vigo. | Vigo",
        "it | Il polo ha sede a Torino. | Torino",
        "it | L’associazione con sede legale a Milano cresce. | Milano",
        "nl | De vereniging is gevestigd in Delft. | Delft",
        "nl | Ons hoofdkantoor staat in Eindhoven. | Eindhoven",
        "pl | Siedziba: Gdynia | Gdynia",
        "fi | Yhdistyksen kotipaikka on Oulu. | Oulu",
      })
  void town_isReadInEachLanguage(String language, String sentence, String town) {
    assertThat(place(page(language, sentence))).contains(town);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Our members based in Bergen build ships.",
        "da | Et medlem har hovedkontor i Randers.",
        "de | Mitglieder mit Sitz in Kiel bauen Schiffe.",
        "sv | Företaget har sitt säte i Borås.",
        "no | Bedriften holder til i Tromsø.",
        "fr | Une entreprise basée à Nantes construit des bateaux.",
        "es | La empresa tiene su sede en Bilbao.",
        "it | L’azienda ha sede a Torino.",
        "nl | Het bedrijf is gevestigd in Delft.",
        "pl | Klaster z siedzibą w Gdyni rośnie.",
      })
  void townOfSomebodyElse_isNotTaken(String language, String sentence) {
    assertThat(place(page(language, sentence))).isEmpty();
  }
}
