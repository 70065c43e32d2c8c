package dk.brobygger.corpus.entry;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/**
 * A label for cluster management excellence.
 *
 * <p>Bronze and silver hold two years, renewals three; many that are shown around are long expired,
 * so a label is never a bare word.
 *
 * @param level bronze, silver or gold
 * @param body who awarded it: ESCA first (still in November 2021, to Energy Cluster Denmark),
 *     EUCLES later (in July 2024)
 * @param awarded the day it was awarded
 * @param validUntil the last day it holds
 */
public record Label(
    LabelLevel level,
    Optional<String> body,
    Optional<LocalDate> awarded,
    Optional<LocalDate> validUntil) {

  /**
   * The longest that a label holds: a first one two years, a renewed one three
   * (cluster-analysis.org, of bronze and silver; of gold nothing longer is known: GCE Ocean
   * Technology's was renewed for two in 2021).
   */
  private static final Period LONGEST = Period.ofYears(3);

  /** Refuses a label that ends before it begins. */
  public Label {
    if (awarded.isPresent() && validUntil.isPresent() && validUntil.get().isBefore(awarded.get())) {
      throw new IllegalArgumentException(
          "validUntil is " + validUntil.get() + ", must not be before awarded " + awarded.get());
    }
  }

  /**
   * Whether the label still holds on this day. Where its last day is not known, nor is this, unless
   * it was awarded longer ago than any holds.
   */
  public Optional<Boolean> holdsOn(LocalDate day) {
    Optional<Boolean> may = latest().map(last -> !day.isAfter(last));
    return validUntil.isPresent() ? may : may.filter(holds -> !holds);
  }

  /** The last day it holds or, where that is not known, can have held, by the day of its award. */
  public Optional<LocalDate> latest() {
    return validUntil.or(() -> awarded.map(day -> day.plus(LONGEST)));
  }
}
