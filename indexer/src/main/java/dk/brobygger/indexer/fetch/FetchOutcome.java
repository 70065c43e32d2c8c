package dk.brobygger.indexer.fetch;

import java.util.Optional;
import java.util.OptionalInt;

/** What became of one request. */
public sealed interface FetchOutcome {

  /**
   * The host answered with content.
   *
   * @param type the media type as the host gives it; empty where it gives none
   * @param body the content, unpacked; not to be changed
   * @param validators what to ask with the next time
   */
  @SuppressWarnings("ArrayRecordComponent") // up to 16 MiB: not copied
  record Fetched(PageAddress address, String type, byte[] body, Validators validators)
      implements FetchOutcome {}

  /** The host says that it is as it was when we last had it (status 304). */
  record Unchanged() implements FetchOutcome {}

  /**
   * The host says where it is instead. Nobody has gone there yet.
   *
   * @param to the other address
   */
  record Moved(PageAddress to) implements FetchOutcome {}

  /**
   * It must not be fetched, whoever is asked: by the robots rules, or because it leads to an
   * address that is not public, or because it is no address.
   *
   * @param reason which of these, in words
   * @param isPrivate whether it is because the address is not public; then nobody was asked, and a
   *     setting may permit it
   */
  record Refused(String reason, boolean isPrivate) implements FetchOutcome {}

  /**
   * The host wants to be asked later (status 429 or 503).
   *
   * @param status the status
   * @param retryAfter the field Retry-After, as it was sent
   */
  record Deferred(int status, Optional<String> retryAfter) implements FetchOutcome {}

  /**
   * There is no content.
   *
   * @param status the status the host answered with; empty if there was no whole answer
   * @param reason what went wrong, in words
   */
  record Failed(OptionalInt status, String reason) implements FetchOutcome {

    /** Without a whole answer. */
    public static Failed without(String reason) {
      return new Failed(OptionalInt.empty(), reason);
    }

    /** With this status. */
    public static Failed with(int status) {
      return new Failed(OptionalInt.of(status), "status " + status);
    }

    /** Whether the host itself said so, rather than being in trouble. */
    public boolean isAnswered() {
      return status.isPresent() && status.getAsInt() < 500;
    }
  }
}
