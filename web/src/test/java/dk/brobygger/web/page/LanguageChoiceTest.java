package dk.brobygger.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brobygger.web.Site;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageChoiceTest {

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
        "da | da",
        "da-DK,da;q=0.9,en;q=0.8 | da",
        "en | en",
        "en-US,en;q=0.9 | en",
        "de | en",
        "de-DE,de;q=0.9,da;q=0.3 | da",
        "en;q=0.2,da;q=0.8 | da",
        "da;q=0.2,en;q=0.8 | en",
        "da;q=0,en;q=0.1 | en",
        ";;;===,,, | da",
        "da;q=banana | da",
        "'' | da"
      })
  void acceptLanguage_choosesThePage(String header, String language) {
    HttpResponse<String> page = site.get("/", "Accept-Language", header);
    assertThat(page.headers().firstValue("Content-Language")).contains(language);
    assertThat(page.body()).contains("<html lang=\"" + language + "\">");
    assertThat(page.headers().firstValue("Vary")).contains("Accept-Language, Cookie");
  }

  @Test
  void noHeader_isDanish() {
    assertThat(site.get("/").headers().firstValue("Content-Language")).contains("da");
  }

  @Test
  void cookie_countsMoreThanTheHeader() {
    assertThat(language("/", "Cookie", "lang=en", "Accept-Language", "da")).isEqualTo("en");
    assertThat(language("/", "Cookie", "lang=tlh", "Accept-Language", "en")).isEqualTo("en");
  }

  @Test
  void switch_countsMostAndIsRemembered() {
    HttpResponse<String> page = site.get("/clusters?lang=en", "Cookie", "lang=da");
    assertThat(page.headers().firstValue("Content-Language")).contains("en");
    assertThat(page.headers().firstValue("Set-Cookie").orElseThrow())
        .startsWith("lang=en;")
        .contains("Path=/", "HttpOnly", "SameSite=Lax");
    assertThat(site.get("/?lang=xx").headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void switch_staysOnThePageWithAllThatWasAskedFor() {
    Document page = site.page("/?q=havvind&type=call&from=0");
    String other = page.select("a.language").attr("href");
    assertThat(other).isEqualTo("/?q=havvind&type=call&from=0&lang=en");
    assertThat(site.page(other).select(".chosen").text()).contains("Call");
    assertThat(site.page("/call/Test/9/ACT/ES").select("a.language").attr("href"))
        .isEqualTo("/call/Test/9/ACT/ES?lang=en");
  }

  private static String language(String path, String... headers) {
    return site.get(path, headers).headers().firstValue("Content-Language").orElseThrow();
  }
}
