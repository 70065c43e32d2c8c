package dk.brobygger.web.mail;

import dk.brobygger.corpus.entry.EntryId;
import java.time.LocalDate;
import java.util.List;

/**
 * All that a digest told of, those calls included that its mail only counts. Immutable.
 *
 * @param kind of what
 * @param after the last day that was told of before
 * @param known the newest statement that was recorded then
 * @param calls in the order they were told
 */
record Contents(Round.Kind kind, LocalDate after, long known, List<EntryId> calls) {

  /** Keeps a copy. */
  Contents {
    calls = List.copyOf(calls);
  }

  /** What a subscriber is told in a round. */
  static Contents of(Round round, List<EntryId> calls) {
    return new Contents(round.kind(), round.after(), round.known(), calls);
  }

  /** The round, as far as its news depend on it: what was told at once is not among the calls. */
  Round round() {
    return new Round(kind, after, known, after);
  }
}
