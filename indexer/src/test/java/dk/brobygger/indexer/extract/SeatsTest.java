package dk.brobygger.indexer.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.Seat;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import dk.brobygger.indexer.page.Page;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where somebody is at home by the address at the foot of a page. */
class SeatsTest {

  private static final Extraction EXTRACTION = Extraction.with(Vocabulary.shipped());

  private static Page page(String address, String foot) {
    String html =
        "<html lang='en'><title>Example Harbour Cluster</title><main><h1>Example Harbour"
            + " Cluster</h1><p>Example Harbour Cluster is a cluster of 90 members that build new"
            + " machines for harbours and shipyards all over the world.</p></main><footer><p>"
            + foot
            + "</p></footer></html>";
    return ExamplePages.page(html.getBytes(StandardCharsets.UTF_8), "foot").at(URI.create(address));
  }

  private static Optional<Seat> seat(String address, String foot) {
    Page page = page(address, foot);
    List<Entry> entries = EXTRACTION.read(page, ExamplePages.DAY).entries();
    for (Entry entry : entries) {
      for (String field : List.of("country", "place")) {
        entry
            .provenance()
            .of(field)
            .ifPresent(claim ->
                assertThat(page.text())
                    .startsWith("Example")
                    .contains(claim.words().orElseThrow()));
      }
    }
    return entries.stream().findFirst().map(entry -> ((Cluster) entry).identity().seat());
  }

  /** As a line of a table: country and place, or a dash. */
  private static String written(Optional<Seat> seat) {
    return seat.map(one -> one.country() + " " + one.place().orElse("-")).orElse("none");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Exnersgade 4, DK-6700 Esbjerg | DK Esbjerg",
        "Beispielgasse 4, D-60313 Frankfurt am Main | DE Frankfurt am Main",
        "4 rue de l'Exemple, F-59650 Villeneuve d’Ascq | FR Villeneuve d’Ascq",
        "Calle Ejemplo 4, E-07001 Palma de Mallorca, Spain | ES Palma de Mallorca",
        "Exnersgade 4, DK‑6700 Esbjerg | DK Esbjerg",
        "Falkoner Allé 1, DK-2000 Frederiksberg | DK Frederiksberg",
        "Examplegatan 3, SE-413 46 Göteborg | SE Göteborg",
        "Examplegatan 3, S-413 46 Göteborg | SE Göteborg",
        "Examplegatan 3, SE 413 46 Göteborg | SE Göteborg",
        "Eksempelgata 3, N-5006 Bergen | NO Bergen",
        "Esimerkkikatu 3, FI-33100 Tampere | FI Tampere",
        "Esimerkkikatu 3, FIN-33100 Tampere | FI Tampere",
        "Dæmigata 3, IS-101 Reykjavík | IS Reykjavík",
        "Beispielweg 3, D-24103 Kiel | DE Kiel",
        "Beispielweg 3, A-8010 Graz | AT Graz",
        "Beispielweg 3, CH-8005 Zürich | CH Zürich",
        "Rue Exemple 3, L-4362 Esch | LU Esch",
        "Rue Exemple 3, B-4000 Liège | BE Liège",
        "Rue Exemple 3, F-69007 Lyon Cedex | FR Lyon",
        "Calle Ejemplo 3, E-48001 Bilbao | ES Bilbao",
        "Via Esempio 3, I-20126 Milano | IT Milano",
        "Voorbeeld 3, NL-6708 PB Wageningen | NL Wageningen",
        "Voorbeeld 3, 6708 PB Wageningen | NL Wageningen",
        "Voorbeeld 3, 6708PB Wageningen | NL Wageningen",
        "Voorbeeld 3, 6708 PB  Wageningen, Netherlands | NL Wageningen",
        "Voorbeeld 3, 6708 PB Wageningen Tel. 0317 123 | NL Wageningen",
        "ul. Przykładowa 3, 80-001 Gdańsk | PL Gdańsk",
        "ul. Przykładowa 3, PL-80-001 Gdańsk | PL Gdańsk",
        "Rua Exemplo 3, 4150-180 Porto | PT Porto",
        "Rua Exemplo 3, PT-4150-180 Porto | PT Porto",
        "Příklad 3, CZ-602 00 Brno | CZ Brno",
        "Príklad 3, SK-040 01 Košice | SK Košice",
        "Odos 3, GR-546 24 Thessaloniki | EL Thessaloniki",
        "Exemplo 3, LT-44001 Kaunas | LT Kaunas",
        "Piemēra 3, Liepāja, LV-3401 | LV Liepāja",
        "Példa 3, H-6720 Szeged | HU Szeged",
        "10 Example Street, Aberdeen AB10 1XG | UK Aberdeen",
        "10 Example Street, Glasgow, G1 1XX | UK Glasgow",
        "10 Example Street, Dublin 2, D02 X285 | IE Dublin",
        "Example Road, Galway, Co. Galway, H91 TK33 | IE Galway",
        "413 46 Göteborg Sweden | SE Göteborg",
        "413 46 Göteborg. Phone +46 31 123 456 | SE Göteborg",
        "413 46 Göteborg. Phone 0046 31 123 456 | SE Göteborg",
        "6700 Esbjerg. Phone (+45) 12 34 56 78 | DK Esbjerg",
        "6700 Esbjerg. Phone +45.12.34.56.78 | DK Esbjerg",
        "6700 Esbjerg. CVR 12 34 56 78 | DK Esbjerg",
      })
  void addressAtTheFoot_saysPlaceAndCountry(String foot, String seat) {
    assertThat(written(seat("https://pages.example/", foot))).isEqualTo(seat);
  }

  @ParameterizedTest
  @ValueSource(chars = {'\u00A0', '\u2002', '\u2003', '\u2007', '\u2009', '\u202F', '\u3000'})
  void postcode_isReadWhateverSpaceIsInIt(char space) {
    String swedish = "Examplegatan 3, SE-413 46 Göteborg".replace(' ', space);
    assertThat(written(seat("https://pages.example/", swedish))).isEqualTo("SE Göteborg");
    String dutch = "Voorbeeld 3, 6708 PB Wageningen".replace(' ', space);
    assertThat(written(seat("https://pages.example/", dutch))).isEqualTo("NL Wageningen");
  }

  @ParameterizedTest
  @CsvSource({
    "https://pages.se/, SE",
    "https://pages.cz/, CZ",
    "https://pages.sk/, SK",
    "https://pages.gr/, EL"
  })
  void addressThatFitsSeveralCountries_isInThatOfTheDomain(String address, String country) {
    assertThat(written(seat(address, "413 46 Example Town"))).startsWith(country + " Example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://pages.example/", "https://pages.nu/", "https://pages.io/foot.html"})
  void addressThatFitsSeveralCountries_givesNoEntry_andItIsSaidWhy(String address) {
    Page page = page(address, "Examplegatan 3, 413 46 Göteborg");
    assertThat(EXTRACTION.read(page, ExamplePages.DAY).entries()).isEmpty();
    assertThat(EXTRACTION.read(page, ExamplePages.DAY).lack().orElseThrow())
        .contains("Example Harbour Cluster", "country");
  }

  @Test
  void pageWithACountry_lacksNothing_andOneAboutNoCluster_isNotMissed() {
    Page page = page("https://pages.example/", "DK-6700 Esbjerg");
    assertThat(EXTRACTION.read(page, ExamplePages.DAY).lack()).isEmpty();
    Page none = ExamplePages.page("<p>Rain.</p>".getBytes(StandardCharsets.UTF_8), "none");
    assertThat(EXTRACTION.read(none, ExamplePages.DAY).lack()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "© 2024 Example Harbour Cluster",
        "© 2026 DI Energy",
        "© 2025 AI Cluster",
        "Copyright © Brobygger 2026 AB Energy",
        "2026 EU Projects",
        "IBAN NL02 ABNA 0045 1234 56",
        "EAN 0045 123456789",
        "IBAN DK50 0040 0440 1162 43",
        "IBAN DE89 3704 0044 0532 0130 00",
        "Phone 12 34 56 78",
        "10-250 employees",
        "XY-1234 Model"
      })
  void numberThatIsNoPostcode_saysNoCountry(String foot) {
    assertThat(seat("https://pages.example/", foot)).isEmpty();
  }

  @Test
  void numberBeforeAWordInTheText_saysNoCountry() {
    String html =
        "<title>Example Harbour Cluster</title><p>Example Harbour Cluster is a cluster of 90"
            + " members with 1500 IT Companies and 10-250 Employees each.</p><p>Meet us at Stand"
            + " C12 2026, with 12000 Visitors, a DK-2030 Strategy, a P-2030 Agenda, IT 12000"
            + " Professionals and a Galaxy S8 4GB.</p>";
    Page page = ExamplePages.page(html.getBytes(StandardCharsets.UTF_8), "text");
    assertThat(EXTRACTION.read(page, ExamplePages.DAY).entries()).isEmpty();
  }
}
