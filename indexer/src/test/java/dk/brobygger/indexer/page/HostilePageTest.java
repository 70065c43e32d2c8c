package dk.brobygger.indexer.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Web pages made to hang their reader or to fill its memory. */
class HostilePageTest {

  private static final PageReader READER = PageReader.open();
  private static final URI ADDRESS = URI.create("https://cluster.example/om/side.html");

  /** A page takes well below two seconds; this allows for a busy machine. */
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private static final String PROSE =
      "<main><p>Klyngen samler virksomheder og forskere, som arbejder med havvind.</p></main>";

  /** The models of languages are read at the first page, whatever is on it. */
  @BeforeAll
  static void readAnyPage() {
    assertThat(READER.read(document(PROSE))).isInstanceOf(PageOutcome.Read.class);
  }

  @AfterAll
  static void close() {
    READER.close();
  }

  static Stream<Arguments> pages() {
    String deepLists = "<ul>".repeat(500);
    return Stream.of(
        page(
            "a base that makes every link long",
            base(60_000) + filled("<a href=b>c</a> ", 140_000)),
        page(
            "a base that makes every canonical address long",
            base(60_000) + filled("<link rel=canonical href=b>", 140_000)),
        page("marks upon one letter", "<footer>a" + filled("\u0301", 150_000) + "</footer>"),
        page("marks of two kinds", "<footer>a" + filled("\u0323\u0301", 150_000) + "</footer>"),
        page("text broken time and again", "<p>Ã" + filled("ƒ", 150_000) + "</p>"),
        page("lists within lists of links", deepLists + filled("<a href=b>c</a> ", 190_000)),
        page(
            "menus around buttons and text",
            "<div class=menu>".repeat(500) + "<button>b</button>" + filled("cookie<br>", 190_000)),
        page("feet within feet", filled("<footer>", 190_000) + "a@b"));
  }

  private static Arguments page(String name, String content) {
    return Arguments.of(name, content);
  }

  private static String base(int length) {
    return "<base href='https://cluster.example/" + filled("a", length) + "/'>";
  }

  private static String filled(String unit, int length) {
    return unit.repeat(length / unit.length());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void hostilePage_isReadInTime(String name, String content) {
    Document page = document("<!doctype html><html lang=da>" + content + PROSE);
    assertThat(page.bytes().length).as(name).isGreaterThan(100_000);
    assertTimeoutPreemptively(
        LIMIT,
        () -> {
          assertThat(READER.read(page)).isInstanceOf(PageOutcome.class);
          assertThat(PageReader.links(page)).isNotNull();
        });
  }

  @Test
  void textOfAPortal_isReadInTime() {
    assertTimeoutPreemptively(
        LIMIT, () -> assertThat(CleanText.of(filled("<p>a", 1_000_000))).startsWith("a\n\na\n\na"));
  }

  @Test
  void termOfVerticalTabs_isReadInTime() {
    Document page =
        document("<dl><dt>By" + filled("\u000B", 150_000) + "er<dd>Ribe<dt>Land :<dd>Danmark</dl>");
    TermList list = assertTimeoutPreemptively(LIMIT, () -> TermList.of(page));
    assertThat(list.terms()).containsEntry("by er", "Ribe").containsEntry("land", "Danmark");
  }

  @Test
  void emptyLinesInPrint_areReadInTime_andCutWordsAreJoined() {
    String html =
        "<p>ener-"
            + filled("\n", 150_000)
            + "Xi</p><p>vind-  \n\n  kraft, hav-\nvind, sol-\nEl</p>";
    Page page =
        assertTimeoutPreemptively(
            LIMIT, () -> HtmlReader.document(ADDRESS, "application/pdf", html, false));
    assertThat(page.text()).isEqualTo("ener- Xi\nvindkraft, havvind, sol- El");
  }

  @Test
  void textOfAPage_endsAtAMillionCharacters() {
    String word = "havvind ";
    Page page = read(filled("<p>" + filled(word, 8_000), 1_200_000) + "<p>the end");
    assertThat(page.cut()).isTrue();
    assertThat(page.text().length()).isBetween(990_000, 1_000_000);
    assertThat(page.text()).startsWith("havvind havvind").doesNotContain("the end");
    assertThat(read("<p>" + filled(word, 8_000) + "<p>the end").cut()).isFalse();
  }

  @Test
  void blockOfAPage_endsAtTwentyThousandCharactersWithAWholeWord_andTheNextIsRead() {
    Page page = read("<p>" + filled("havvind<br>", 40_000) + "last</p><p>the next");
    assertThat(page.cut()).isTrue();
    assertThat(page.blocks()).hasSize(2);
    assertThat(page.blocks().getFirst().text()).hasSize(19_999).endsWith("\nhavvind");
    assertThat(page.blocks().getLast().text()).isEqualTo("the next");
  }

  @Test
  void rowOfATable_endsAtTwentyThousandCharacters_andTheNextIsRead() {
    String row = "<tr>" + filled("<td>havvind", 60_000) + "<td>last";
    Page page = read("<table>" + row + "<tr><td>By<td>Ribe</table>");
    assertThat(page.cut()).isTrue();
    assertThat(page.blocks().getFirst().text()).startsWith("havvind | ").doesNotContain("last");
    assertThat(page.blocks().getFirst().text().length()).isBetween(19_900, 20_000);
    assertThat(page.tables().getFirst().rows().getFirst()).hasSize(2_000);
    assertThat(page.tables().getFirst().rows().getLast()).containsExactly("By", "Ribe");
  }

  @Test
  void wordsOfADocument_areReadHoweverLongItsParagraphs() {
    String html = "<p>" + filled("havvind ", 1_200_000) + "the end";
    Page page = HtmlReader.document(ADDRESS, "text/plain", html, false);
    assertThat(page.cut()).isFalse();
    assertThat(page.text()).endsWith("havvind the end");
  }

  @Test
  void whatAPageSaysOfItself_endsAtTwentyThousandCharacters() {
    Page page =
        read(
            "<title>Havvind</title><meta name=description content='"
                + filled("havvind ", 30_000)
                + "'>"
                + PROSE);
    assertThat(page.property("title").orElseThrow().value()).isEqualTo("Havvind");
    assertThat(page.property("description").orElseThrow().value())
        .startsWith("havvind havvind")
        .hasSizeLessThanOrEqualTo(20_000);
  }

  @Test
  void addressesLongerThanAnyServerTakes_areLeftOut_andTheOthersAreLinks() {
    String html =
        "<a href='/"
            + filled("a", 5_000)
            + "'>long</a>"
            + "<a href='/"
            + filled("|", 2_000)
            + "'>long once escaped</a><a href='/b'>B</a>";
    assertThat(read(html).links()).extracting(Link::text).containsExactly("B");
    assertThat(read(base(5_000) + html).links()).isEmpty();
    assertThat(read(base(20) + "<a href=b>B</a>").links())
        .extracting(link -> link.target().toString())
        .containsExactly("https://cluster.example/" + "a".repeat(20) + "/b");
  }

  @Test
  void linksBeyondTenThousand_areLeftOut() {
    StringBuilder html = new StringBuilder();
    for (int number = 1; number <= 10_050; number++) {
      html.append("<a href=/").append(number).append(">a</a>");
    }
    assertThat(read(html.toString()).links())
        .hasSize(10_000)
        .last()
        .extracting(link -> link.target().getPath())
        .isEqualTo("/10000");
  }

  @Test
  void textOfALink_endsAtThreeHundredCharactersWithAWholeWord() {
    String text = read("<a href=/b>" + filled("medlem ", 700) + "</a>").links().getFirst().text();
    assertThat(text).hasSize(300).endsWith(" medlem");
  }

  @Test
  void marksBeyondEightUponALetter_areLeftOut() {
    Page page = read("<p>e\u0301 o\u0323\u0301 a" + filled("\u0301", 100) + "b</p>");
    assertThat(page.text()).isEqualTo("e\u0301 o\u0323\u0301 a" + filled("\u0301", 8) + "b");
  }

  @Test
  void verticalTabsAndNextLines_areSpace() {
    assertThat(read("<p>sol\u000B\u0085og \u0085 vind</p>").text()).isEqualTo("sol og vind");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 8})
  void textEncodedTimeAndAgain_isMended(int times) {
    assertThat(EncodingRepair.repair(Broken.times(times, "Ærø"))).isEqualTo("Ærø");
  }

  private static Page read(String html) {
    PageOutcome outcome = READER.read(document("<!doctype html><html lang=da>" + html));
    assertThat(outcome).isInstanceOf(PageOutcome.Read.class);
    return ((PageOutcome.Read) outcome).page();
  }

  private static Document document(String html) {
    return new Document(
        ADDRESS, Optional.of("text/html; charset=utf-8"), html.getBytes(StandardCharsets.UTF_8));
  }
}
