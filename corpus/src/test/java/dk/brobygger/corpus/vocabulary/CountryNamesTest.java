package dk.brobygger.corpus.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountryNamesTest {

  private static List<String> codes(String words) {
    return CountryNames.typed(words).stream().map(CountryNames.Named::code).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "Storbritannien, UK",
    "storbritannien, UK",
    "Great Britain, UK",
    "United Kingdom, UK",
    "UK, UK",
    "Skotland, UK",
    "scotland, UK",
    "England, UK",
    "Wales, UK",
    "Nordirland, UK",
    "Tjekkiet, CZ",
    "Czechia, CZ",
    "Czech Republic, CZ",
    "USA, US",
    "United States, US",
    "United States of America, US",
    "Sydkorea, KR",
    "Tyrkiet, TR",
    "Turkey, TR",
    "Grækenland, EL",
    "Greece, EL",
    "Holland, NL",
    "tyskland, DE"
  })
  void country_isReadByWhatItIsCalled(String name, String code) {
    assertThat(codes(name)).containsExactly(code);
    assertThat(CountryNames.typed("vind " + name + ", sol"))
        .containsExactly(new CountryNames.Named(code, 5, 5 + name.length()));
  }

  @Test
  void wordThatOnlyLooksLikeACountry_isNone() {
    assertThat(codes("energy island turkey Norges-klyngen Polens ukulele")).isEmpty();
    assertThat(codes("Island og Turkey")).containsExactly("IS", "TR");
  }
}
