package dk.brobygger.web.mail;

import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.store.Statement;
import dk.brobygger.search.digest.Bulletin;
import java.time.LocalDate;
import java.util.List;

/**
 * All that a digest told of, those calls included that its mail only counts. Immutable.
 *
 * @param kind of what
 * @param after the last day that was told of before
 * @param known the newest statement that was recorded then
 * @param newest the newest one that was recorded when it was written
 * @param calls in the order they were told
 */
record Contents(Round.Kind kind, LocalDate after, long known, long newest, List<EntryId> calls) {

  /** Keeps a copy. */
  Contents {
    calls = List.copyOf(calls);
  }

  /** What a subscriber is told in a round. */
  static Contents of(Round round, long newest, List<EntryId> calls) {
    return new Contents(round.kind(), round.after(), round.known(), newest, calls);
  }

  /** The news of which it told some, as they were known when it was written. */
  Bulletin bulletin(List<Statement> statements, LocalDate day) {
    List<Statement> recorded =
        statements.stream().filter(statement -> statement.number() <= newest).toList();
    // What was told at once is not among the calls, so that it may be among the news.
    return new Round(kind, after, known, after).bulletin(recorded, day);
  }
}
