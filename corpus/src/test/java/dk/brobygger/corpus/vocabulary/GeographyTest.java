package dk.brobygger.corpus.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;

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
}
