package dk.brobygger.search.digest;

import java.util.List;

/** What happened to a call, whomever it concerns. */
public sealed interface News {

  /** The call, as it was stated by the day of the news. */
  StatedCall call();

  /**
   * A source stated it for the first time.
   *
   * @param call the call
   */
  record Fresh(StatedCall call) implements News {}

  /**
   * Facts of it are others than before.
   *
   * @param call the call
   * @param changes which; at least one
   */
  record Changed(StatedCall call, List<Change> changes) implements News {
    /** Keeps a copy. */
    public Changed {
      changes = List.copyOf(changes);
    }
  }

  /**
   * One of the last days is reached on which it can be applied for.
   *
   * @param call the call
   * @param daysLeft days until that of the deadline, 0 or more
   */
  record Closing(StatedCall call, long daysLeft) implements News {}

  /**
   * Only its texts are others than before: news to nobody but those whom it did not concern then.
   *
   * @param call the call
   */
  record Reworded(StatedCall call) implements News {}
}
