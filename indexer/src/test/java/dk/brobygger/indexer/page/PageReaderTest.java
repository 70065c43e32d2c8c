package dk.brobygger.indexer.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageReaderTest {

  private static final PageReader READER = PageReader.open();
  private static final URI ADDRESS = URI.create("https://cluster.example/om/side.html");

  private static final String DANISH =
      "Klyngen samler virksomheder og forskere, som arbejder med havvind, og hjælper dem med at"
          + " finde partnere i udlandet.";
  private static final String ENGLISH =
      "The cluster brings together companies and researchers who work with offshore wind and helps"
          + " them to find partners abroad.";

  @AfterAll
  static void close() {
    READER.close();
  }

  private static Page page(String html) {
    return page(html.getBytes(StandardCharsets.UTF_8), Optional.of("text/html; charset=utf-8"));
  }

  private static Page page(byte[] bytes, Optional<String> mediaType) {
    PageOutcome outcome = READER.read(new Document(ADDRESS, mediaType, bytes));
    assertThat(outcome).isInstanceOf(PageOutcome.Read.class);
    return ((PageOutcome.Read) outcome).page();
  }

  @Test
  void blocks_haveTheirOwnLanguage() {
    Page page = page("<html><h1>Om</h1><p>" + DANISH + "</p><p>" + ENGLISH + "</p>");
    assertThat(page.blocks())
        .extracting(block -> block.language().orElse("?"))
        .containsExactly("da", "da", "en");
  }

  @ParameterizedTest
  @CsvSource({
    "Vi samler Norges leverandører til havvind og hjelper bedriftene med å finne partnere i"
        + " utlandet og nye kunder, no",
    "Wir bringen Unternehmen und Forscher der Windenergie zusammen und suchen Partner im Ausland"
        + " für Projekte, de",
    "Vi samlar företag och forskare som arbetar med havsbaserad vindkraft och hjälper dem att hitta"
        + " partner, sv",
    "A klaszter összefogja az ország vállalatait és kutatóit és segít nekik partnereket találni"
        + " külföldön, hu",
    "Klastr sdružuje firmy a výzkumníky z celé země a pomáhá jim najít nové partnery a zákazníky v"
        + " zahraničí, cs",
    "Klaster zrzesza firmy i naukowców z całego kraju i pomaga im znaleźć nowych partnerów za"
        + " granicą, pl",
    "Kokoamme yhteen tuulivoiman yritykset ja tutkijat koko maasta ja autamme heitä löytämään"
        + " kumppaneita, fi"
  })
  void languages_areToldApart(String text, String code) {
    String language = page("<p>" + text + "</p>").language().orElse("?");
    assertThat(language.replace("nb", "no")).isEqualTo(code);
  }

  @Test
  void structure_isKept() {
    Page page =
        page(
            "<h2>Hvad</h2><p>Et <b>fed</b>t<br>afsnit</p><ul><li>En<ul><li>To</li></ul></li></ul>"
                + "<table><tr><th>By</th><td>Ribe</td></tr></table><dl><dt>År</dt><dd>2009</dd></dl>");
    assertThat(page.blocks())
        .extracting(block -> block.part() + " " + block.text())
        .containsExactly(
            "HEADING Hvad",
            "PARAGRAPH Et fedt\nafsnit",
            "ITEM En",
            "ITEM To",
            "ROW By | Ribe",
            "ROW År: 2009");
    assertThat(page.tables()).containsExactly(new Table(List.of(List.of("By", "Ribe"))));
  }

  @Test
  void links_areAbsoluteAndOnce_menusToo() {
    Page page =
        page(
            "<nav><a href='/nyt'>Nyt</a></nav><p>Se <a href='a.pdf#side2'>A</a> <a"
                + " href='a.pdf'>B</a> <a href='mailto:x@y.dk'>C</a> <a href='javascript:1'>D</a>"
                + " <a href='http://['>E</a></p>");
    assertThat(page.links())
        .extracting(link -> link.target().toString())
        .containsExactly("https://cluster.example/nyt", "https://cluster.example/om/a.pdf");
  }

  @Test
  void linksNotToBeFollowed_areLeftOut_andFeedsComeFirst() {
    Page page =
        page(
            "<link rel=alternate type='application/rss+xml' title='Nyt' href='/feed'><p>Se <a"
                + " href='/a' rel='nofollow'>A</a> <a href='/b?x=a|b%'>B</a></p>");
    assertThat(page.links())
        .containsExactly(
            new Link(URI.create("https://cluster.example/feed"), "Nyt", true),
            new Link(URI.create("https://cluster.example/b?x=a%7Cb%25"), "B", false));
    assertThat(page("<meta name=robots content='nofollow'><p>Se <a href=/a>A</a></p>").links())
        .isEmpty();
  }

  @Test
  void menusBannersAndFeet_areLeftOut_butContactsStay() {
    Page page =
        page(
            "<header><a href=/>Logo</a></header><div"
                + " class='main-menu'>Menu</div><main><h1>T</h1><p>"
                + ENGLISH
                + "</p></main><aside>Beside</aside><div class='cookie-consent'>Cookies!</div>"
                + "<footer><p>Made by somebody</p><p>CVR 11 22 33 44</p></footer>");
    assertThat(page.text()).isEqualTo("T\n" + ENGLISH + "\nCVR 11 22 33 44");
    assertThat(page.blocks().getLast().part()).isEqualTo(Part.CONTACT);
  }

  @Test
  void textInsideWhatIsCalledAMenu_staysWhereItIsMostOfThePage() {
    Page page = page("<body><div class='page-with-sidebar menu'><p>" + DANISH + "</p></div>");
    assertThat(page.text()).contains(DANISH);
  }

  @ParameterizedTest
  @CsvSource({"windows-1252,false", "UTF-8,false", "UTF-16LE,true", "ISO-8859-1,false"})
  void charset_isFoundWithoutAHeader(String name, boolean mark) {
    String html = (mark ? "\uFEFF" : "") + "<html><p>Blåbærgrød på Læsø</p>";
    assertThat(page(html.getBytes(Charset.forName(name)), Optional.of("text/html")).text())
        .isEqualTo("Blåbærgrød på Læsø");
  }

  @Test
  void charsetOfThePage_counts() {
    String html = "<html><meta charset='iso-8859-1'><p>Sønderjylland og Als</p>";
    assertThat(page(html.getBytes(StandardCharsets.ISO_8859_1), Optional.empty()).text())
        .isEqualTo("Sønderjylland og Als");
  }

  @Test
  void brokenLinkedData_isPassedOver() {
    Page page =
        page(
            "<script type='application/ld+json'>{\"@type\": \"Organization\", </script><script"
                + " type='application/ld+json'>[{\"@type\": \"NGO\", \"name\": \"X\", \"n\":"
                + " 4}]</script><p>T");
    assertThat(page.properties())
        .extracting(one -> one.name() + "=" + one.value())
        .containsExactly("organization.name=X", "organization.n=4");
  }

  @Property(tries = 500)
  void everyBlock_standsInTheText(@ForAll @StringLength(max = 300) String anything) {
    PageOutcome outcome =
        READER.read(
            new Document(
                ADDRESS,
                Optional.of("text/html"),
                ("<html><title>T</title>" + anything).getBytes(StandardCharsets.UTF_8)));
    if (outcome instanceof PageOutcome.Read read) {
      RealDocumentsTest.assertBlocksStandInTheText(read.page());
    }
  }
}
