package dk.brobygger.indexer.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dk.brobygger.indexer.SharedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RobotsTest {

  private static final PageAddress ROBOTS = PageAddress.of("https://example.org/robots.txt");

  private static Robots robots(String text) {
    return Robots.read(ROBOTS, text.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean allows(Robots robots, String path) {
    return robots.allows(ROBOTS.resolve(path));
  }

  /**
   * Google's own tests; all but these are met. Of those for Google only: an empty address is none
   * and is never fetched, whatever the file says; a name with a space in it is not cut at the
   * space, since ours has none. Of the others, three leave it to the caller to bring addresses into
   * one form, which the standard asks of the comparison itself: its own table (RFC 9309, section
   * 2.2.2) lets {@code /foo/bar/baz} match {@code /foo/bar/%62%61%7A}.
   */
  @Test
  void googlesExpectations_areMetButForThoseDecidedAgainst() throws IOException {
    JsonNode all =
        new JsonMapper().readTree(SharedData.at("crawl/robots-expectations.json").toFile());
    List<String> otherwise = new ArrayList<>();
    for (JsonNode one : all) {
      if (isAllowed(one) != one.path("allowed").asBoolean()) {
        otherwise.add(one.path("test").asText() + " " + one.path("url").asText());
      }
    }
    assertThat(all).hasSize(140);
    assertThat(otherwise)
        .containsExactly(
            "GoogleOnly_SystemTest ",
            "GoogleOnly_SystemTest ",
            "GoogleOnly_SystemTest ",
            "GoogleOnly_AcceptUserAgentUpToFirstSpace http://foo.bar/x/y",
            "ID_Encoding http://foo.bar/foo/bar/ツ",
            "ID_Encoding http://foo.bar/foo/bar/ツ",
            "ID_Encoding http://foo.bar/foo/bar/baz");
  }

  private static boolean isAllowed(JsonNode expectation) {
    byte[] text = expectation.path("robotsTxt").asText().getBytes(StandardCharsets.UTF_8);
    String agent = expectation.path("userAgent").asText().toLowerCase(Locale.ROOT);
    try {
      PageAddress address = PageAddress.of(expectation.path("url").asText());
      return Robots.read(address.robots(), text, agent).allows(address);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  @Test
  void groupOfOurName_countsBeforeThatOfAll() {
    Robots robots =
        robots("User-agent: *\nDisallow: /\n\nUser-agent: Brobygger\nDisallow: /private");
    assertThat(allows(robots, "/about")).isTrue();
    assertThat(allows(robots, "/private/x")).isFalse();
  }

  @Test
  void crawlDelayAndSitemaps_areTold() {
    Robots robots =
        robots("User-agent: *\nCrawl-delay: 2.5\nSitemap: https://example.org/sitemap.xml\n");
    assertThat(robots.crawlDelay()).isEqualTo(Duration.ofMillis(2_500));
    assertThat(robots.sitemaps()).containsExactly("https://example.org/sitemap.xml");
    assertThat(robots("").crawlDelay()).isZero();
  }

  @Test
  void delayOverFiveMinutes_refusesAll() {
    assertThat(allows(robots("User-agent: *\nCrawl-delay: 301\n"), "/")).isFalse();
  }

  @Test
  void unreachableRules_refuseAllAndMissingOnesNothing() {
    assertThat(allows(Robots.UNREACHABLE, "/")).isFalse();
    assertThat(allows(Robots.NONE, "/")).isTrue();
  }

  @Test
  void rulesBehind500KiB_areNotRead() {
    String padding = "# " + "x".repeat(98) + "\n";
    String text = "User-agent: *\nDisallow: /first\n" + padding.repeat(6_000) + "Disallow: /last\n";
    assertThat(text.length()).isGreaterThan(Robots.MOST_BYTES);
    assertThat(allows(robots(text), "/first")).isFalse();
    assertThat(allows(robots(text), "/last")).isTrue();
  }

  @Test
  void pageInPlaceOfRules_refusesNothing() {
    assertThat(allows(robots("<!DOCTYPE html>\n<html><body>Welcome</body></html>"), "/")).isTrue();
  }
}
