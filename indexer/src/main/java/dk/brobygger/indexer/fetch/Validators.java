package dk.brobygger.indexer.fetch;

import java.util.Optional;

/**
 * What a server gave us to ask with whether a page has changed (RFC 9110, section 8.8).
 *
 * @param etag the value of ETag, as it was sent
 * @param lastModified the value of Last-Modified, as it was sent
 */
public record Validators(Optional<String> etag, Optional<String> lastModified) {

  /** Nothing to ask with. */
  public static final Validators NONE = new Validators(Optional.empty(), Optional.empty());

  /** Leaves out values that no header field may carry back (RFC 9110, section 5.5). */
  public Validators {
    etag = etag.filter(Validators::canBeSent);
    lastModified = lastModified.filter(Validators::canBeSent);
  }

  private static boolean canBeSent(String value) {
    return !value.isBlank() && value.chars().allMatch(letter -> letter >= ' ' && letter < 0x7F);
  }
}
