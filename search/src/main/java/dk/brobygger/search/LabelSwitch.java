package dk.brobygger.search;

import dk.brobygger.corpus.entry.LabelLevel;
import java.util.Optional;

/** The label a cluster is shown with as if it had it: a level, or none. */
public enum LabelSwitch {
  /** No label. */
  none(Optional.empty()),
  /** Bronze. */
  bronze(Optional.of(LabelLevel.BRONZE)),
  /** Silver. */
  silver(Optional.of(LabelLevel.SILVER)),
  /** Gold. */
  gold(Optional.of(LabelLevel.GOLD));

  private final Optional<LabelLevel> level;

  LabelSwitch(Optional<LabelLevel> level) {
    this.level = level;
  }

  /** The level; empty for no label. */
  public Optional<LabelLevel> level() {
    return level;
  }
}
