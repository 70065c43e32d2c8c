package dk.brobygger.corpus.entry;

import java.time.LocalDate;
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

  /** Refuses a label that ends before it begins. */
  public Label {
    if (awarded.isPresent() && validUntil.isPresent() && validUntil.get().isBefore(awarded.get())) {
      throw new IllegalArgumentException(
          "validUntil is " + validUntil.get() + ", must not be before awarded " + awarded.get());
    }
  }

  /** Whether the label still holds on this day; unknown where its last day is not known. */
  public Optional<Boolean> holdsOn(LocalDate day) {
    return validUntil.map(last -> !day.isAfter(last));
  }
}
