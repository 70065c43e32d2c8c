package dk.brobygger.corpus.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

  private static Standing standing(String league, Optional<Label> label) {
    return new Standing(
        Optional.of(league).filter(one -> !one.equals("-")).map(Integer::valueOf),
        label,
        List.of("Net"),
        Optional.of(4));
  }

  private static Label label(LabelLevel level, Optional<LocalDate> validUntil) {
    return new Label(level, Optional.empty(), Optional.empty(), validUntil);
  }

  private static Optional<LabelLevel> level(String word) {
    return word.equals("-") ? Optional.empty() : Optional.of(LabelLevel.valueOf(word));
  }

  @ParameterizedTest
  @CsvSource({
    "1, GOLD, WORLD_LEADING",
    "1, -, WORLD_LEADING",
    "2, SILVER, STRONG",
    "2, -, STRONG",
    "2, BRONZE, EMERGING",
    "3, BRONZE, SMALL",
    "-, GOLD, WORLD_LEADING",
    "-, BRONZE, EMERGING",
    "-, -, STRONG"
  })
  void maturity_isThatOfTheLeague_andOfTheLabelWhereNoLeagueIsKnown(
      String league, String level, Maturity maturity) {
    Optional<Label> label = level(level).map(one -> label(one, Optional.empty()));
    assertThat(standing(league, label).maturity(TODAY)).isEqualTo(maturity);
  }

  @Test
  void labelThatRanOut_saysNothingOfMaturity() {
    Standing ranOut =
        standing("-", Optional.of(label(LabelLevel.GOLD, Optional.of(TODAY.minusDays(1)))));
    assertThat(ranOut.maturity(TODAY)).isEqualTo(Maturity.STRONG);
    assertThat(ranOut.maturity(TODAY.minusDays(1))).isEqualTo(Maturity.WORLD_LEADING);
  }

  @ParameterizedTest
  @CsvSource({
    "1, SILVER, 2, STRONG",
    "1, BRONZE, 2, EMERGING",
    "3, BRONZE, 3, SMALL",
    "-, BRONZE, 2, EMERGING",
    "1, -, 3, SMALL"
  })
  void otherLabel_comesWithItsLeague_andChangesNothingElse(
      String league, String level, int other, Maturity maturity) {
    Standing before = standing(league, Optional.of(label(LabelLevel.GOLD, Optional.of(TODAY))));
    Standing after = before.labelled(level(level), TODAY);
    assertThat(after.league()).contains(other);
    assertThat(after.label().map(Label::level)).isEqualTo(level(level));
    assertThat(after.maturity(TODAY.plusYears(9))).isEqualTo(maturity);
    assertThat(after.networks()).isEqualTo(before.networks());
    assertThat(after.staff()).isEqualTo(before.staff());
  }

  @ParameterizedTest
  @CsvSource({"3, -, 1", "2, BRONZE, 1", "2, SILVER, 1", "-, -, 1"})
  void goldLabel_comesWithLeagueOne(String league, String level, int other) {
    Optional<Label> label = level(level).map(one -> label(one, Optional.empty()));
    Standing after = standing(league, label).labelled(level("GOLD"), TODAY);
    assertThat(after.league()).contains(other);
    assertThat(after.maturity(TODAY)).isEqualTo(Maturity.WORLD_LEADING);
  }

  @ParameterizedTest
  @CsvSource({"1, GOLD", "2, GOLD", "3, SILVER", "-, SILVER", "1, BRONZE", "1, -", "2, -", "-, -"})
  void labelItHolds_changesNothing_norDoesNoneWhereItHoldsNone(String league, String level) {
    Optional<LabelLevel> held = level(level);
    Standing before = standing(league, held.map(one -> label(one, Optional.of(TODAY))));
    assertThat(before.labelled(held, TODAY)).isEqualTo(before);
    assertThat(before.labelled(Optional.empty(), TODAY.plusDays(1))).isEqualTo(before);
  }

  @Test
  void labelThatRanOut_isRenewedByTheSame() {
    Standing ranOut =
        standing("-", Optional.of(label(LabelLevel.GOLD, Optional.of(TODAY.minusDays(1)))));
    assertThat(ranOut.labelled(level("GOLD"), TODAY).held(TODAY)).isPresent();
  }
}
