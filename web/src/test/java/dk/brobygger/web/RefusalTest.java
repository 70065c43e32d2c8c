package dk.brobygger.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalTest {

  private static final Pattern INSIDES =
      Pattern.compile("Exception|\\bat [a-z]+\\.|(dk|java|io|org)\\.[a-z]+\\.|(?i)jetty|javalin");

  private static Site site;

  @BeforeAll
  static void open(@TempDir Path folder) throws IOException {
    site = Site.open(folder);
  }

  @AfterAll
  static void close() {
    site.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "404 | GET | /api/v1/entries/cluster/nobody | there is no cluster/nobody",
        "404 | GET | /api/v1/matches/partners?cluster=cluster/nobody | there is no cluster/nobody",
        "400 | GET | /api/v1/matches/partners?cluster=cluster/made&more=xx | more is \"xx\", must"
            + " be the id of a cluster such as cluster/made",
        "400 | GET | /api/v1/matches/partners?cluster=cluster/made&more=cluster/made | cluster/made"
            + " is wanted more of and is the one that asks, must be another cluster",
        "404 | GET | /api/v1/nowhere | there is no /api/v1/nowhere",
        "404 | GET | /api/v1 | there is no /api/v1",
        "400 | GET | /api/v1/entries/nobody | id is \"nobody\", must be written type/key, such as"
            + " cluster/made",
        "400 | GET | /api/v1/entries/ship/x | type is \"ship\", must be cluster, organisation, call"
            + " or opportunity",
        "400 | GET | /api/v1/matches/calls | cluster is missing, must be an id such as"
            + " cluster/made",
        "400 | GET | /api/v1/matches/calls?cluster=call/x | cluster is \"call/x\", must be the id"
            + " of a cluster such as cluster/made",
        "400 | GET | /api/v1/matches/calls?cluster=foo | cluster is \"foo\", must be the id of a"
            + " cluster such as cluster/made",
        "400 | GET | /api/v1/matches/calls?cluster=cluster/made&top=0 | top is \"0\", must be a"
            + " whole number from 1 to 200",
        "400 | GET | /api/v1/matches/calls?cluster=cluster/made&top=201 | top is \"201\", must be a"
            + " whole number from 1 to 200",
        "400 | GET | /api/v1/matches/partners?cluster=cluster/made&top=abc | top is \"abc\", must"
            + " be a whole number from 1 to 200",
        "400 | GET | /api/v1/search?from=-1 | from is \"-1\", must be a whole number from 0 to"
            + " 5000",
        "400 | GET | /api/v1/search?size=1.5 | size is \"1.5\", must be a whole number from 0 to"
            + " 100",
        "400 | GET | /api/v1/search?from=99999999999 | from is \"99999999999\", must be a whole"
            + " number from 0 to 5000",
        "400 | GET | /api/v1/search?type=ship | type is \"ship\", must be one of cluster,"
            + " organisation, call, opportunity",
        "400 | GET | /api/v1/search?country=Atlantis | country is \"Atlantis\", must be the code or"
            + " name of a country such as DE",
        "400 | GET | /api/v1/search?q=country:XX | country is \"XX\", must be the code or"
            + " name of a country such as DE",
        "400 | GET | /api/v1/search?competence=zzz | competence is \"zzz\", must be the id of a"
            + " competence such as offshore-wind",
        "400 | GET | /api/v1/search?country=DE&country=x | country is \"x\", must be the code or"
            + " name of a country such as DE",
        "400 | GET | /api/v1/search?open=2026-99-99 | open is \"2026-99-99\", must be one of 1,"
            + " true, 0, false",
        "400 | GET | /api/v1/search?q=vind&exact=ja | exact is \"ja\", must be one of 1, true, 0,"
            + " false",
        "400 | GET | /api/v1/search?q=%00vind | q holds the control character U+0000, must be"
            + " without any",
        "400 | GET | /api/v1/completions?q=vi&bogus=1 | bogus is no parameter here, must be one of"
            + " q, lang",
        "400 | GET | /api/v1/matches/calls?cluster=cluster/made&size=3 | size is no parameter here,"
            + " must be one of top, cluster, as",
        "400 | GET | /api/v1/entries/cluster/made?lang=da | lang is no parameter here, where there"
            + " must be none",
        "400 | GET | /api/v1/search?q=havvind&q=brint | q is \"havvind\" and \"brint\", must be"
            + " given once only",
        "400 | GET | /api/v1/search?exact=1&without=a&without=b | without is \"a\" and \"b\", must"
            + " be given once only",
        "400 | GET | /api/v1/matches/calls?cluster=cluster/made&top=1&top=5 | top is \"1\" and"
            + " \"5\", must be given once only",
        "400 | GET |"
            + " /api/v1/matches/partners/why?cluster=cluster/made&cluster=cluster/clean&entry=x |"
            + " cluster is \"cluster/made\" and \"cluster/clean\", must be given once only",
        "405 | POST | /api/v1/search | the method is POST, must be GET or HEAD",
        "405 | DELETE | /api/v1/entries/cluster/made | the method is DELETE, must be GET or HEAD"
      })
  void api_refusesInOneSentence(int status, String method, String path, String detail) {
    HttpResponse<String> answer = site.ask(method, path);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonNode problem = Site.read(answer.body());
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("detail").asText()).isEqualTo(detail);
    assertThat(problem.path("title").asText()).isNotBlank();
    assertThat(answer.body()).doesNotContainPattern(INSIDES);
    assertThat(answer.headers().firstValue("Allow").isPresent()).isEqualTo(status == 405);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "404 | GET | /cluster/nobody | Siden findes ikke",
        "404 | GET | /cluster/nobody/calls | Siden findes ikke",
        "404 | GET | /nowhere | Siden findes ikke",
        "404 | GET | /static/nothing.css | Siden findes ikke",
        "404 | GET | /cluster/two%20words | Siden findes ikke",
        "400 | GET | /?from=-1 | Det kan ikke besvares",
        "400 | GET | /?from=x | Det kan ikke besvares",
        "405 | POST | / | Det kan ikke besvares"
      })
  void page_refusesForPeople(int status, String method, String path, String title) {
    HttpResponse<String> answer = site.ask(method, path, "Accept-Language", "da");
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
    assertThat(answer.body()).contains("<h1>" + title + "</h1>").doesNotContainPattern(INSIDES);
  }

  @Test
  void page_refusesInItsLanguage() {
    assertThat(site.get("/?from=-1&lang=da").body())
        .contains("from er “-1”, skal være et helt tal fra 0 til 5000");
    assertThat(site.get("/cluster/nobody?lang=da").body()).contains("cluster/nobody findes ikke");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "q=type:foo | type er “foo”, skal være en af cluster, organisation, call, opportunity",
        "q=foo:bar | filter er “foo”, skal være en af type, country, ecosystem, competence,"
            + " programme, label, network, topic",
        "q=emne: | topic er “”, skal være en værdi som HORIZON-CL5-2026-D3-02",
        "q=vind+-label:platin | label er “platin”, skal være en af bronze, silver, gold",
        "q=country:Atlantis&exact=1 | country er “Atlantis”, skal være et lands kode eller navn,"
            + " for eksempel DE",
        "competence=zzz | competence er “zzz”, skal være en kompetences id som offshore-wind",
        "q=havvind&open=foo | open er “foo”, skal være en af 1, true, 0, false",
        "q=havvind&exact=ja | exact er “ja”, skal være en af 1, true, 0, false",
        "q=havvind&q=brint | q er “havvind” og “brint”, må kun stå én gang",
        "q=havvind&from=0&from=20 | from er “0” og “20”, må kun stå én gang",
        "lang=da&lang=en | lang er “da” og “en”, må kun stå én gang",
        "q=havvind&lang=xx | lang er “xx”, skal være en af en, da",
        "lang=xx | lang er “xx”, skal være en af en, da",
        "q=%00 | q rummer kontroltegnet U+0000, skal være uden den slags"
      })
  void valueThatNoEntryCanHave_isRefusedInDanish_typedOrChosen(String asked, String sentence) {
    HttpResponse<String> answer = site.ask("GET", "/?" + asked, "Accept-Language", "da");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains(sentence);
  }

  @Test
  void parameterThatNoPageHas_changesNothing() {
    assertThat(site.get("/?utm_source=nyhedsbrev&lang=da").body())
        .contains(site.page("/?lang=da").expectFirst("h1").outerHtml());
    assertThat(total("q=havvind&open=0")).isEqualTo(total("q=havvind"));
  }

  @Test
  void valuesOfOneFacet_areAlternatives_howeverTheyAreGiven() {
    int spanish = total("country=ES&type=cluster");
    int german = total("country=DE&type=cluster");
    assertThat(spanish).isPositive();
    assertThat(german).isPositive();
    assertThat(total("country=ES&country=DE&type=cluster"))
        .isEqualTo(spanish + german)
        .isEqualTo(total("country=ES;DE&type=cluster"))
        .isEqualTo(total("q=country:ES+country:DE+type:cluster"));
  }

  private static int total(String asked) {
    return Site.read(site.get("/api/v1/search?" + asked).body()).path("total").asInt();
  }

  @Test
  void head_isAnsweredAsGetIs_withoutBody() {
    HttpResponse<String> head = site.ask("HEAD", "/?q=havvind");
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
  }

  @Test
  void longQuery_isRefusedByPageAndApi() {
    String query = "q=" + "a".repeat(2_000);
    assertThat(site.get("/?" + query).statusCode()).isEqualTo(400);
    HttpResponse<String> answer = site.get("/api/v1/search?" + query);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Site.read(answer.body()).path("detail").asText())
        .isEqualTo("q is 2000 characters long, must be 1000 at most");
  }

  @ParameterizedTest
  @CsvSource({"/cluster/%zz,400", "/?q=x y,400", "/?q=%zz,400", "/api/v1/search?q=100%,400"})
  void unreadableAddress_isAnsweredInOneSentence(String target, int status) throws IOException {
    String answer = raw("GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 " + status).doesNotContainPattern(INSIDES);
  }

  @Test
  void longAddress_isRefusedByPageAndApi_eachInItsWay() {
    String query = "?a=" + "a".repeat(20_000);
    HttpResponse<String> page = site.ask("GET", "/" + query, "Accept-Language", "da");
    assertThat(page.statusCode()).isEqualTo(414);
    assertThat(page.body()).contains("adressen er 20003 tegn lang, må højst være 8000");
    HttpResponse<String> answer = site.get("/api/v1/search" + query);
    assertThat(answer.statusCode()).isEqualTo(414);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(Site.read(answer.body()).path("detail").asText())
        .isEqualTo("the address is 20016 characters long, must be 8000 at most");
  }

  @Test
  void headersThatAreTooLong_areAProblemOfTheApi() throws IOException {
    String answer =
        raw(
            "GET /api/v1/search HTTP/1.1\r\nHost: x\r\nX: "
                + "a".repeat(100_000)
                + "\r\nConnection: close\r\n\r\n");
    assertThat(answer)
        .startsWith("HTTP/1.1 431")
        .contains("application/problem+json", "\"detail\":\"the request cannot be read\"");
  }

  @Test
  void addressOfManyThousandCharacters_isAnsweredInOneSentence_inBothLanguages()
      throws IOException {
    String answer =
        raw("GET /" + "a".repeat(100_000) + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assertThat(answer)
        .startsWith("HTTP/1.1 414")
        .contains("Content-Security-Policy: default-src 'none'")
        .contains("Forespørgslen kan ikke læses.\n")
        .endsWith("URI Too Long: the request cannot be read.\n")
        .doesNotContainPattern(INSIDES);
  }

  static Stream<String> everywhere() {
    return Stream.concat(
        Site.PAGES.stream(),
        Stream.of(
            "/static/site.css",
            "/static/icon.svg",
            "/nowhere",
            "/api/v1/openapi.json",
            "/api/v1/search?q=havvind",
            "/api/v1/entries/cluster/nobody"));
  }

  @ParameterizedTest
  @MethodSource("everywhere")
  void answer_isProtected(String path) {
    HttpResponse<String> answer = site.get(path);
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
        .doesNotContain("unsafe");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(answer.headers().firstValue("Server")).isEmpty();
    assertThat(answer.body())
        .doesNotContain(" style=", " onclick=")
        .doesNotContainPattern("<script(?! src=\"/static/)");
  }

  private static String raw(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", site.server().port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
