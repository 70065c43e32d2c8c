package dk.brobygger.search.match;

import dk.brobygger.corpus.entry.EntryId;

/** What was said of a partner cannot be meant. */
public final class PreferenceException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final transient EntryId cluster;
  private final Reason reason;

  /** Why it cannot be meant. */
  public enum Reason {
    /** More like it are wanted, and it is not wanted. */
    BOTH("is wanted more of and not for us, must be one of them"),
    /** More like it are wanted, and it is the one that asks. */
    ITSELF("is wanted more of and is the one that asks, must be another cluster");

    private final String rule;

    Reason(String rule) {
      this.rule = rule;
    }
  }

  PreferenceException(EntryId cluster, Reason reason) {
    super(cluster + " " + reason.rule);
    this.cluster = cluster;
    this.reason = reason;
  }

  /** Whom it was said of. */
  public EntryId cluster() {
    return cluster;
  }

  /** Why it cannot be meant. */
  public Reason reason() {
    return reason;
  }
}
