package dk.brobygger.corpus.entry;

import java.util.Locale;

/** The three levels of the European label for cluster management excellence. */
public enum LabelLevel {
  /** Willing to improve: benchmarked. */
  BRONZE,
  /** Improving: audited. */
  SILVER,
  /** Excellent: 31 indicators, 80 per cent or more. */
  GOLD;

  /** The level in one small word. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
