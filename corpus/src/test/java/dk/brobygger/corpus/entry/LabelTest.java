package dk.brobygger.corpus.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

  private static Optional<LocalDate> day(String written) {
    return Optional.of(written).filter(one -> !one.equals("-")).map(LocalDate::parse);
  }

  @ParameterizedTest
  @CsvSource({
    "-, 2026-11-25, true",
    "-, 2026-11-24, false",
    "2012-01-01, 2026-11-25, true",
    "2025-01-01, 2026-11-24, false",
    "-, -, -",
    "2023-11-25, -, -",
    "2023-11-24, -, false",
    "2012-01-01, -, false"
  })
  void labelAwardedLongerAgoThanAnyHolds_holdsNoMore(
      String awarded, String validUntil, String holds) {
    for (LabelLevel level : LabelLevel.values()) {
      Label label = new Label(level, Optional.of("ESCA"), day(awarded), day(validUntil));
      assertThat(label.holdsOn(TODAY).map(String::valueOf).orElse("-")).isEqualTo(holds);
    }
  }
}
