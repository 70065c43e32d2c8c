package dk.brobygger.corpus.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeographyTest {

  @Test
  void countries_areNamedInBothLanguages() {
    assertThat(Geography.countryName("DE", Language.DA)).isEqualTo("Tyskland");
    assertThat(Geography.countryName("EL", Language.EN)).isEqualTo("Greece");
    assertThat(Geography.countryName("UK", Language.DA)).isEqualTo("Storbritannien");
    assertThat(Geography.countryName("XX", Language.DA)).isEqualTo("XX");
  }

  @Test
  void countryCodes_areWrittenAsTheEuDoes() {
    assertThat(Geography.isCountry("EL")).isTrue();
    assertThat(Geography.isCountry("GR")).isFalse();
    assertThat(Geography.euCode("GB")).isEqualTo("UK");
    assertThat(Geography.isMemberState("UK")).isFalse();
  }

  @Test
  void regions_areThoseOfTheCodeList() throws IOException, XMLStreamException {
    try (InputStream shipped =
        Objects.requireNonNull(Geography.class.getResourceAsStream("regions.tsv"))) {
      assertThat(new String(shipped.readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo(RegionExtract.regions());
    }
    assertThat(Geography.regionName("DK032")).contains("Sydjylland");
  }

  @ParameterizedTest
  @CsvSource({
    "Aarhus, DK042",
    "Århus, DK042",
    "Aarhus C, DK042",
    "ESBJERG, DK032",
    "København, DK011",
    "Copenhagen, DK011",
    "København Ø, DK011",
    "Kongens Lyngby, DK012",
    "Hillerød, DK013",
    "Hoersholm, DK013",
    "Horsholm, DK013",
    "Rønne, DK014",
    "Roskilde, DK021",
    "Nakskov, DK022",
    "Odense M, DK031",
    "Viborg, DK041",
    "Frederikshavn, DK050"
  })
  void danishTown_liesInItsRegion(String town, String region) {
    assertThat(Geography.regionOfTown("DK", town)).contains(region);
  }

  @Test
  void townAbroadOrUnknown_liesInNoRegion() {
    assertThat(Geography.regionOfTown("SE", "Aarhus")).isEmpty();
    assertThat(Geography.regionOfTown("DK", "Andeby")).isEmpty();
  }
}
