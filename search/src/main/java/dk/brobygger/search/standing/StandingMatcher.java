package dk.brobygger.search.standing;

import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.search.funding.CallMatcher;
import dk.brobygger.search.query.Reading;
import java.time.Instant;
import java.util.Set;

/** Says which of some calls answer subscriptions. Safe for many threads. */
public final class StandingMatcher {

  /**
   * The points a call must have to answer a profile, besides a competence in common: of the Danish
   * clusters' matches in the sample on 2026-04-02 the 1st to 34th had so many, in the middle the
   * 7th.
   */
  public static final double LEAST = 33;

  private final CallMatcher calls;
  private final Reader reader;

  /** How the words of a saved search are read. */
  @FunctionalInterface
  public interface Reader {
    /** What the words ask at a moment. */
    Reading read(String words, Instant now);
  }

  /**
   * Matches by these.
   *
   * @param calls judges calls for a profile
   * @param reader reads saved searches as they are read when they are typed
   */
  public StandingMatcher(CallMatcher calls, Reader reader) {
    this.calls = calls;
    this.reader = reader;
  }

  /** What the words of a saved search ask at a moment. */
  public Reading read(String words, Instant now) {
    return reader.read(words, now);
  }

  /**
   * Makes some calls ready to be sifted for subscriptions.
   *
   * @param calls which calls
   * @param now the moment deadlines are judged at
   */
  public Sieve among(Set<EntryId> calls, Instant now) {
    return new Sieve(this.calls.select(calls, now, LEAST), reader, now);
  }
}
