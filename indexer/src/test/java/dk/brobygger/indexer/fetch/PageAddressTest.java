package dk.brobygger.indexer.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dk.brobygger.indexer.SharedData;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageAddressTest {

  private static Optional<PageAddress> read(JsonNode example) {
    try {
      String base = example.path("base").asText("");
      String input = example.path("input").asText();
      return Optional.of(
          base.isEmpty() || example.path("base").isNull()
              ? PageAddress.of(input)
              : PageAddress.of(base).resolve(input));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean isWeb(JsonNode example) {
    String protocol = example.path("protocol").asText();
    return protocol.equals("http:") || protocol.equals("https:");
  }

  /** Where we take an address at all, the standard means the same host, port and path by it. */
  @Test
  void webPlatformExamples_meanTheSameHostOrAreRefused() throws IOException {
    JsonNode all = new JsonMapper().readTree(SharedData.at("crawl/wpt/urltestdata.json").toFile());
    int same = 0;
    int web = 0;
    for (JsonNode example : all) {
      if (!example.isObject()) {
        continue;
      }
      boolean expected = !example.path("failure").asBoolean() && isWeb(example);
      Optional<PageAddress> read = read(example);
      web += expected ? 1 : 0;
      if (read.isPresent()) {
        assertThat(expected).as(example.toString()).isTrue();
        String host = example.path("hostname").asText().replaceAll("[\\[\\]]", "");
        assertThat(read.get().host()).as(example.toString()).isEqualTo(host);
        assertThat(read.get().uri().getPort() + "")
            .as(example.toString())
            .isEqualTo(
                example.path("port").asText("").isEmpty() ? "-1" : example.path("port").asText());
        same++;
      }
    }
    System.out.println("URL examples: " + same + " of " + web + " taken, the others refused");
    assertThat(same).isGreaterThan(web / 2);
  }

  @Test
  void namesThatDnsCannotCarry_areRefused() throws IOException {
    JsonNode all =
        new JsonMapper().readTree(SharedData.at("crawl/wpt/verifydnslength_tests.json").toFile());
    for (JsonNode example : all) {
      if (example.path("failure").asBoolean()) {
        assertThat(read(example)).as(example.toString()).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"toascii.json", "IdnaTestV2.json"})
  void internationalNames_areWrittenAsTheStandardDoesOrRefused(String file) throws IOException {
    JsonNode all = new JsonMapper().readTree(SharedData.at("crawl/wpt/" + file).toFile());
    int same = 0;
    int valid = 0;
    List<String> otherwise = new ArrayList<>();
    for (JsonNode example : all) {
      if (example.isObject() && !example.path("input").asText().isEmpty()) {
        Optional<String> host = host(example.path("input").asText());
        String output = example.path("output").asText("");
        valid += output.isEmpty() ? 0 : 1;
        if (host.isPresent()) {
          same++;
          if (!host.get().equals(output)) {
            otherwise.add(example + " is " + host.get());
          }
        }
      }
    }
    System.out.println(file + ": " + same + " of " + valid + " taken, the others refused");
    assertThat(otherwise).isEmpty();
    assertThat(same).isPositive();
  }

  private static Optional<String> host(String name) {
    try {
      return Optional.of(PageAddress.of("https://" + name + "/x").host());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "HTTPS://Example.ORG, https://example.org/",
    "https://example.org:443/a/../b#top, https://example.org/b",
    "https://fødevare.dk/om os, https://xn--fdevare-q1a.dk/om%20os",
    "http://[2A00:1450:0:0::1]/, http://[2a00:1450::1]/"
  })
  void address_isWrittenInOneForm(String written, String form) {
    assertThat(PageAddress.of(written)).hasToString(form);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.org",
        "ftp://example.org/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "mailto:a@example.org",
        "http://",
        "http://user@example.org/",
        "http://user:secret@example.org/",
        "http://example.org./",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://127.1/",
        "http://1.2.3.4.5/",
        "http://[fe80::1%25eth0]/",
        "http://[::ffff:127.0.0.1]/",
        "http://xn--a/",
        "http://faß.de/",
        "http://exa mple.org/",
        "http://example.org:99999/"
      })
  void whatIsNoPlainWebAddress_isRefusedByName(String written) {
    assertThatThrownBy(() -> PageAddress.of(written))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("address is \"" + written + "\", must be ");
  }

  @Test
  void addressThatIsTooLong_isRefused() {
    assertThatThrownBy(() -> PageAddress.of("https://example.org/" + "ø".repeat(1_000)))
        .hasMessageEndingWith("must be at most 2048 characters");
  }

  @Test
  void domain_isWhatSomebodyRegistered() {
    assertThat(PageAddress.of("https://news.clean.co.uk/").domain()).isEqualTo("clean.co.uk");
    assertThat(PageAddress.of("http://127.0.0.1:8080/").domain()).isEqualTo("127.0.0.1");
  }

  @Test
  void robots_areThoseOfTheOrigin() {
    assertThat(PageAddress.of("http://example.org:8080/a?b").robots())
        .hasToString("http://example.org:8080/robots.txt");
  }

  /** Well below a second; the limit allows for a busy machine. */
  @Test
  void manyAddressesFullOfBrackets_areReadInTime() {
    String brackets = "[".repeat(4_050);
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> {
          for (int number = 0; number < 2_500; number++) {
            String written = "http://a.example/?" + number + brackets;
            assertThatThrownBy(() -> PageAddress.of(written))
                .hasMessageContaining("must be at most");
          }
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://a.example/?[[x.y",
        "http://a.example/?[x[%",
        "http://[::ffff:1.2.3.4]/",
        "http://[fe80::1%25eth0]/"
      })
  void bracketBeforeADotOrPercentSign_isRefused(String written) {
    assertThatThrownBy(() -> PageAddress.of(written)).isInstanceOf(IllegalArgumentException.class);
  }
}
