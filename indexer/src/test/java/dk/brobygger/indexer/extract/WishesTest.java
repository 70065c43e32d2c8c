package dk.brobygger.indexer.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.Claim;
import dk.brobygger.corpus.entry.Cluster;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands under a heading of wishes or offers, and is neither. */
class WishesTest {

  private static final String ABOUT =
      "<p>Example Harbour Cluster is a cluster of 90 members in Bilbao, Spain.</p>";

  /**
   * Heading and text in a language on a page of a cluster; the words taken for sought or offered.
   */
  private static List<String> taken(String language, String html) {
    String page =
        "<html lang='%s'><title>Example Harbour Cluster</title><main>%s%s</main></html>"
            .formatted(language, ABOUT, html);
    Cluster cluster =
        (Cluster)
            ExamplePages.entries(ExamplePages.page(page.getBytes(StandardCharsets.UTF_8), "wishes"))
                .getFirst();
    return cluster.provenance().claims().stream()
        .filter(claim ->
            claim.fields().contains("offers")
                || claim.fields().contains("seeks")
                || claim.fields().contains("targetCountries"))
        .map(Claim::words)
        .map(words -> words.orElse(""))
        .toList();
  }

  private static boolean isBeside(String language, String sentence) {
    return new Cues(dk.brobygger.corpus.vocabulary.Language.known(language)).isBeside(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | We do not offer consultancy in hydrogen.",
        "en | We don’t offer test of batteries.",
        "en | We cannot currently provide test of batteries.",
        "en | We are not looking for suppliers of pumps.",
        "en | We aren't interested in suppliers of pumps.",
        "en | Our members neither offer nor seek fermentation.",
        "en | The cluster offers no certification of pumps.",
        "en | No consultancy in hydrogen",
        "en | Not consultancy in hydrogen",
        "da | Vi søger ikke leverandører af pumper.",
        "da | Lige nu søger vi desværre ikke leverandører af pumper.",
        "da | Vi tilbyder ingen rådgivning om brint.",
        "da | Klyngen kan ikke tilbyde test af batterier.",
        "da | Vi leder ikke efter partnere i Polen.",
        "da | Vi er ikke interesserede i biogas.",
        "da | Medlemmerne tilbyder hverken test eller rådgivning.",
        "da | Rådgivning om brint tilbydes ikke.",
        "da | Ikke rådgivning om brint",
        "sv | Vi söker för närvarande inga leverantörer av pumpar.",
        "sv | Vi kan tyvärr inte erbjuda test av batterier.",
        "sv | Vi är inte intresserade av biogas.",
        "sv | Inga leverantörer av pumpar",
        "no | Vi ser ikke etter leverandører av pumper.",
        "no | Vi kan dessverre ikke tilby test av batterier.",
        "no | Vi tilbyr verken test eller rådgivning.",
        "no | Me tilbyr ikkje test av batteri.",
        "de | Wir bieten derzeit keine Beratung zu Wasserstoff an.",
        "de | Wir suchen leider nicht nach Lieferanten für Pumpen.",
        "de | Prüfungen von Batterien werden nicht angeboten.",
        "de | An Biogas haben wir kein Interesse.",
        "de | Keine Beratung zu Wasserstoff",
        "fr | Nous n’offrons pas de conseil sur l’hydrogène.",
        "fr | Nous ne proposons aucun essai de batteries.",
        "fr | Nous ne pouvons pas proposer d’essais de batteries.",
        "fr | Le pôle n'est pas à la recherche de fournisseurs de pompes.",
        "es | No podemos ofrecer ensayos de baterías.",
        "es | Actualmente no estamos buscando proveedores de bombas.",
        "es | No estamos interesados en biogás.",
        "it | Non possiamo offrire prove di batterie.",
        "it | Al momento non siamo alla ricerca di fornitori di pompe.",
        "it | Non forniamo consulenza sull'idrogeno.",
        "nl | Wij bieden momenteel geen advies over waterstof.",
        "nl | De cluster is niet op zoek naar leveranciers van pompen.",
        "nl | Tests van batterijen worden niet aangeboden.",
        "pl | Nie możemy zaoferować badań baterii.",
        "pl | Nie jesteśmy zainteresowani biogazem.",
        "fi | Emme tarjoa akkujen testausta.",
        "fi | Klusteri ei tarjoa akkujen testausta.",
      })
  void offerOrWishThatIsDenied_isNone(String language, String sentence) {
    assertThat(isBeside(language, sentence)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | We are looking for a project manager with experience in hydrogen.",
        "en | We seek an experienced process engineer.",
        "en | Our cluster is hiring.",
        "en | Vacancy: analyst in offshore wind",
        "en | Apply for the position before 1 May.",
        "da | Vi søger en projektleder med erfaring i brint.",
        "da | Vi leder efter en ny, dygtig kommunikationsmedarbejder.",
        "da | Ledig stilling i vores sekretariat",
        "da | Send din ansøgning og cv senest den 1. maj.",
        "sv | Vi söker en erfaren projektledare inom vätgas.",
        "sv | Skicka din ansökan och cv senast den 1 maj.",
        "no | Vi søker en erfaren prosjektleder innen hydrogen.",
        "no | Ledig stilling i Bergen",
        "de | Wir suchen zum nächstmöglichen Zeitpunkt einen Projektleiter (m/w/d) für"
            + " Wasserstoff.",
        "de | Stellenausschreibung: Referent für Windenergie",
        "fr | Nous recherchons un chef de projet pour l’hydrogène.",
        "fr | Poste à pourvoir à Lyon dans l’éolien",
        "es | Buscamos un gestor de proyectos de hidrógeno.",
        "es | Envíanos tu CV antes del 1 de mayo.",
        "it | Cerchiamo un responsabile di progetto per l'idrogeno.",
        "it | Offerta di lavoro nel settore eolico",
        "nl | Wij zoeken een ervaren projectleider voor waterstof.",
        "nl | Vacature in Rotterdam voor wind op zee",
        "pl | Szukamy kierownika projektu w dziedzinie wodoru.",
        "fi | Etsimme kokenutta projektipäällikköä.",
      })
  void advertOfAJob_isNoWish(String language, String sentence) {
    assertThat(isBeside(language, sentence)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | We not only offer test of batteries but also advice.",
        "en | We do not only seek suppliers but also customers.",
        "en | We offer no less than 12 laboratories for batteries.",
        "en | We offer no-cost advice on hydrogen.",
        "en | Our members offer pumps that need no maintenance.",
        "en | We are looking for a coordinator for a Horizon project on hydrogen.",
        "en | We are looking for a company with engineers in hydrogen.",
        "da | Vi tilbyder ikke kun test af batterier, men også rådgivning.",
        "da | Vi søger partnere, der ikke er bange for vand.",
        "de | Wir prüfen Ihre Bewerbung um Fördermittel.",
        "sv | Den digitala tjänsten som klustret erbjuder mäter vinden.",
        "fi | Klusteri luo työpaikkoja vetyalalle.",
        "da | Vi søger en leverandør af halvledere.",
        "da | Vi søger en virksomhed med en dygtig ingeniør.",
        "sv | Vi söker inte bara leverantörer utan också kunder.",
        "no | Vi tilbyr ikke bare test, men også rådgivning.",
        "de | Wir bieten nicht nur Prüfungen, sondern auch Beratung.",
        "de | Wir suchen einen Hersteller für Halbleiter.",
        "fr | Nous ne proposons pas seulement des essais.",
        "fr | Nous recherchons une entreprise responsable de la gestion des eaux.",
        "es | No solo ofrecemos ensayos, sino también asesoramiento.",
        "es | Buscamos un socio técnico para el hidrógeno.",
        "it | Non offriamo solo prove, ma anche consulenza.",
        "it | Non solo offriamo più prove, ma anche consulenza.",
        "nl | Wij bieden niet alleen tests, maar ook advies.",
        "nl | Wij zoeken een leverancier van halfgeleiders.",
        "pl | Oferujemy nie tylko badania, ale i doradztwo.",
        "fi | Emme ainoastaan tarjoa testausta vaan myös neuvontaa.",
      })
  void offerOrWishInSpiteOfTheWord_isOne(String language, String sentence) {
    assertThat(isBeside(language, sentence)).isFalse();
  }

  @Test
  void headingThatAdvertisesAJob_isNoHeadingOfWishes() {
    assertThat(
            taken(
                "en",
                "<h2>We are looking for a project manager</h2><p>Hydrogen and offshore wind are"
                    + " your daily work.</p>"))
        .isEmpty();
  }

  @Test
  void paragraphsOfAnAdvert_areNoWishes_andWhatIsSoughtBehindThemIs() {
    assertThat(
            taken(
                "en",
                "<h2>We are looking for</h2><p>You know hydrogen and offshore wind. Apply for the"
                    + " position by 1 May.</p><ul><li>Experience in hydrogen"
                    + " storage</li></ul><p>You have worked with batteries.</p><p>We seek partners"
                    + " in hydrogen storage.</p>"))
        .containsExactly("We seek partners in hydrogen storage.");
  }

  @Test
  void jobInAListOfWishes_isLeftOut_andItsNeighboursAreNot() {
    assertThat(
            taken(
                "en",
                "<h2>We are looking for</h2><ul><li>Producers of hydrogen</li><li>Project manager,"
                    + " full-time position</li><li>Test of batteries</li></ul>"))
        .containsExactly("Producers of hydrogen", "Test of batteries");
  }

  @Test
  void listOfWhatIsDenied_isNeitherOfferedNorSought() {
    assertThat(
            taken(
                "en",
                "<h2>What we offer</h2><p>We do not offer:</p><ul><li>Funding of hydrogen"
                    + " plants</li></ul><p>We offer:</p><ul><li>Test of batteries</li></ul>"))
        .containsExactly("Test of batteries");
    assertThat(
            taken(
                "da",
                "<h2>Vi søger</h2><p>Vi søger ikke:</p><ul><li>Leverandører af pumper</li></ul>"))
        .isEmpty();
  }

  @Test
  void sentenceThatIsDeniedInPart_countsWithTheOtherPartAlone() {
    assertThat(
            taken(
                "en",
                "<p>We do not offer funding of hydrogen plants, but we offer test of"
                    + " batteries.</p><p>We are not looking for investors but for money.</p>"
                    + "<p>We seek partners in hydrogen storage, but not in Poland.</p>"))
        .containsExactly("we offer test of batteries.", "We seek partners in hydrogen storage");
    assertThat(
            taken(
                "de",
                "<p>Wir suchen keine Lieferanten für Pumpen, sondern wir suchen Partner für"
                    + " Wasserstoff.</p>"))
        .containsExactly("wir suchen Partner für Wasserstoff.");
  }

  @Test
  void countryOfAWishThatIsDenied_isNoTarget() {
    assertThat(taken("da", "<h2>Vi søger</h2><p>Vi søger ingen partnere i Polen.</p>")).isEmpty();
  }
}
