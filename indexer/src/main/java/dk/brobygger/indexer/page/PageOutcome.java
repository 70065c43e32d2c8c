package dk.brobygger.indexer.page;

/** What came of reading a document: a page, or the reason why there is none. */
public sealed interface PageOutcome {

  /**
   * It was read.
   *
   * @param page what it says
   */
  record Read(Page page) implements PageOutcome {}

  /**
   * It could not be read; the reader goes on with the next one.
   *
   * @param mediaType what it was, as far as that was found out
   * @param cause what kind of failure it is
   * @param reason what went wrong, on one line
   */
  record Unreadable(String mediaType, Cause cause, String reason) implements PageOutcome {}

  /** Why a document has no page. */
  enum Cause {
    /** It holds no text, such as a scanned picture. */
    EMPTY,
    /** It is locked by a password. */
    ENCRYPTED,
    /** It is not what it says it is, or is damaged. */
    BROKEN,
    /** It is larger than is read, or unpacks to very much more than it holds. */
    TOO_LARGE,
    /** Reading it took more memory than there is for one document. */
    OUT_OF_MEMORY,
    /** Reading it took too long. */
    TIMED_OUT,
    /** Reading it ended the process that reads. */
    CRASHED
  }
}
