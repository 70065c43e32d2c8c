package dk.brobygger.indexer.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dk.brobygger.corpus.entry.Cluster;
import dk.brobygger.corpus.json.EntryJson;
import dk.brobygger.corpus.vocabulary.Vocabulary;
import dk.brobygger.indexer.page.Page;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages whose long texts are made to fill the stack of those who read them, or to hold them up. */
class HostileTextTest {

  private static final int LENGTH = 100_000;

  /** Pages are read within a second or so; this leaves a busy machine its time. */
  private static final Duration MOST = Duration.ofSeconds(10);

  private static final URI ADDRESS = URI.create("https://example-harbour.dk/about");
  private static final Extraction EXTRACTION = Extraction.with(Vocabulary.shipped());

  private static final Cluster OWNER =
      (Cluster)
          EntryJson.read(
              "{\"id\": \"cluster/owner\", \"name\": \"Example Harbour Cluster\", \"country\":"
                  + " \"DK\", \"site\": \"https://example-harbour.dk/\"}");

  private static final String CLUSTER = "Our members build machines for harbours and shipyards.";

  private static final String CALL =
      "This call for proposals gives grants of money. Deadline: 1.2.2027. Applicants apply as one"
          + " project.";

  private static Page page(String html) {
    return ExamplePages.page(html.getBytes(StandardCharsets.UTF_8), "hostile").at(ADDRESS);
  }

  private static Page page(String language, String about, String text) {
    return page(html(language, "", "<p>" + about + "</p><p>" + text + "</p>"));
  }

  private static String html(String language, String head, String body) {
    return "<!doctype html><html lang='%s'><head><meta charset=utf-8><title>Example Harbour Cluster</title>%s</head><body><main><h1>Example Harbour Cluster</h1>%s</main></body></html>"
        .formatted(language, head, body);
  }

  private static String again(String words) {
    return words.repeat(LENGTH / words.length());
  }

  /** The words once for each number, counted from 0. */
  private static String counted(String words) {
    return IntStream.range(0, LENGTH / words.length())
        .mapToObj(number -> words.formatted(Integer.toString(number, 36)))
        .collect(Collectors.joining());
  }

  @BeforeAll
  static void ordinaryPage_loadsWhatIsLoadedOnce() {
    assertThat(EXTRACTION.read(page("en", CLUSTER, ""), ExamplePages.DAY).entries()).hasSize(1);
    assertThat(EXTRACTION.read(page("en", CALL, ""), ExamplePages.DAY).entries()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource
  void textOfAClusterPage_holdsNobodyUp(String language, String text) {
    assertTimeoutPreemptively(
        MOST,
        () -> {
          Page page = page(language, CLUSTER, text);
          assertThat(EXTRACTION.read(page, ExamplePages.DAY).entries())
              .hasOnlyElementsOfType(Cluster.class)
              .hasSize(1);
        });
  }

  static Stream<Arguments> textOfAClusterPage_holdsNobodyUp() {
    return Stream.of(
        argumentSet("one capitalised word", "en", again("A")),
        argumentSet("a word of hyphens and capitals", "en", again("A-")),
        argumentSet("a word of apostrophes", "en", again("Aa'")),
        argumentSet("offers in English", "en", "we" + again(" can")),
        argumentSet("wishes in English", "en", "we" + again(" are")),
        argumentSet("offers in Danish", "da", "vores medlemmer" + again(" kan")),
        argumentSet("denials in Danish", "da", "søger" + again(" vi")),
        argumentSet("what cannot be in Danish", "da", "kan" + again(" de")),
        argumentSet("denials in German", "de", "suchen" + again(" wir")),
        argumentSet("denials in Dutch", "nl", "zoeken" + again(" wij")),
        argumentSet("denials in Norwegian", "no", "søker" + again(" vi")),
        argumentSet("what cannot be in Norwegian", "no", "kan" + again(" vi")),
        argumentSet("offers in Norwegian", "no", "våre medlemmer" + again(" kan")),
        argumentSet("denials in Swedish", "sv", "söker" + again(" vi")),
        argumentSet("what cannot be in Swedish", "sv", "kan" + again(" vi")),
        argumentSet("offers in Swedish", "sv", "våra medlemmar" + again(" kan")),
        argumentSet("members in English", "en", again("paying ")),
        argumentSet("members in Danish", "da", again("aktive ")),
        argumentSet("members in German", "de", again("zahlenden ")),
        argumentSet("members in Dutch", "nl", again("actieve ")),
        argumentSet("members in Norwegian", "no", again("betalende ")),
        argumentSet("members in Swedish", "sv", again("engagerade ")),
        argumentSet("thousands", "en", again("000 ")),
        argumentSet("thousands of two alphabets", "en", "1" + again(".000.0\uD835\uDFCE0")),
        argumentSet("a word of newsletters", "en", again("newsletter") + "1"),
        argumentSet("a word of cookies", "en", again("cookie") + "1"),
        argumentSet("a word of members", "en", again("member") + "1"),
        argumentSet("a word of Danish newsletters", "da", again("nyhedsbrev") + "1"),
        argumentSet("a word of Danish members", "da", again("medlem") + "1"),
        argumentSet("a word of German members", "de", again("mitglied") + "1"),
        argumentSet("a word of Norwegian members", "no", again("medlem") + "1"),
        argumentSet("a word of Swedish members", "sv", again("medlem") + "1"),
        argumentSet("aims at a label", "en", "silver label " + again("aim")),
        argumentSet("labels", "en", "silver label " + again("gold ")),
        argumentSet("years like postcodes", "en", again("20200 Aa ")));
  }

  @ParameterizedTest
  @MethodSource
  void textOfACall_holdsNobodyUp(String text) {
    assertTimeoutPreemptively(
        MOST,
        () -> {
          Page page = page("en", CALL, text);
          assertThat(EXTRACTION.read(page, ExamplePages.DAY).entries())
              .doesNotHaveAnyElementsOfTypes(Cluster.class)
              .hasSize(1);
        });
  }

  static Stream<Arguments> textOfACall_holdsNobodyUp() {
    return Stream.of(
        argumentSet("legal entities", "The consortium needs at least 5" + again(" other")),
        argumentSet(
            "countries", "The consortium needs at least 3 entities in 5" + again(" distinct")),
        argumentSet("thousands", again("000 ")),
        argumentSet(
            "a range after much space",
            "<table><tr><td>Grants are from 1" + again("\u000B") + "x<td>per project</table>"),
        argumentSet("levels", again("advanc")),
        argumentSet("ranges in euro", again("from EUR 1 to 2 ")),
        argumentSet("a figure", "Grants of around " + again("1").repeat(5) + " EUR"));
  }

  @ParameterizedTest
  @MethodSource
  void wordsToMachines_holdNobodyUp(String html) {
    assertTimeoutPreemptively(MOST, () -> EXTRACTION.read(page(html), ExamplePages.DAY));
  }

  static Stream<Arguments> wordsToMachines_holdNobodyUp() {
    String description = "<meta name=description content='" + again("word ") + "'>";
    return Stream.of(
        argumentSet(
            "a description before a date",
            html("en", description, "<p>" + CALL + "</p><p>Opens 1.1.2027</p>")),
        argumentSet(
            "a title of space",
            "<title>Cluster" + again("\u000B") + "x</title><p>" + CLUSTER + "</p>"),
        argumentSet(
            "a site's name",
            "<meta property=og:site_name content='"
                + again("a").substring(LENGTH / 2)
                + "b'><p>"
                + CLUSTER
                + "</p><p>"
                + again("a").repeat(3)
                + "</p>"),
        argumentSet(
            "a link to a site",
            html(
                "en",
                "",
                "<div>Established - 4 March 2011</div><h3>Cluster composition</h3><div>Spain:"
                    + " Galicia</div><a href='https://example.org/'>"
                    + again("cluster ")
                    + "</a>")));
  }

  @ParameterizedTest
  @MethodSource
  void textOfTheOwnersPage_holdsNobodyUp(String text) {
    assertTimeoutPreemptively(
        MOST,
        () -> {
          Page page = page("en", "Example Harbour Cluster has many members.", text);
          assertThat(EXTRACTION.ofOwner(page, ExamplePages.DAY, OWNER, Set.of("members")))
              .isPresent();
        });
  }

  static Stream<Arguments> textOfTheOwnersPage_holdsNobodyUp() {
    return Stream.of(
        argumentSet("offers", "we" + again(" can")),
        argumentSet("members", again("paying ")),
        argumentSet("thousands", again("000 ")),
        argumentSet("years like postcodes", again("20200 Aa ")));
  }

  @ParameterizedTest
  @MethodSource
  void veryLongLine_holdsNobodyUp(Executable reading) {
    assertTimeoutPreemptively(MOST, reading);
  }

  static Stream<Arguments> veryLongLine_holdsNobodyUp() {
    String words = again("word ").repeat(20);
    String dates = words + again("1.1.2024 ").repeat(3);
    String deadlines = words + again("due by 1.1.2024 ").repeat(3);
    String openings = words + again("opens due by 1.1.2024 ").repeat(6);
    String accounts = "IBAN " + again("+45 123456 ").repeat(20);
    return Stream.of(
        argumentSet("dates", (Executable) () -> Deadlines.of(dates)),
        argumentSet("deadlines", (Executable) () -> Deadlines.of(deadlines)),
        argumentSet("openings", (Executable) () -> Deadlines.opening(openings)),
        argumentSet("numbers of accounts", (Executable) () -> Telephones.country(accounts)));
  }

  @Test
  void clusterOfVeryManyNames_hasAHundredOfThem() {
    Page page = page("en", CLUSTER, counted("also known as A%s Cluster, "));
    Cluster cluster = (Cluster) EXTRACTION.read(page, ExamplePages.DAY).entries().getFirst();
    assertThat(cluster.identity().aliases()).hasSize(100);
  }

  @Test
  void clusterOfVeryManyAlliances_hasAHundredOfThem() {
    Page page = page("en", CLUSTER, counted("joined A%s Alliance, "));
    Cluster cluster = (Cluster) EXTRACTION.read(page, ExamplePages.DAY).entries().getFirst();
    assertThat(cluster.standing().networks()).hasSize(100);
  }
}
