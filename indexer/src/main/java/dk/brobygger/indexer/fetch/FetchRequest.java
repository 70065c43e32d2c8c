package dk.brobygger.indexer.fetch;

import java.util.List;

/**
 * One question to one host.
 *
 * @param address what is asked for
 * @param known what an earlier answer gave us to ask with
 * @param parts the parts of a form; a page is asked for without any
 * @param most most bytes that are taken, with the rest left unread; positive
 */
public record FetchRequest(PageAddress address, Validators known, List<Part> parts, long most) {

  /** Keeps a copy. */
  public FetchRequest {
    parts = List.copyOf(parts);
  }

  /**
   * One part of a form, sent as a file (RFC 7578).
   *
   * @param name its name, also that of its file
   * @param type its media type
   * @param content its content
   */
  public record Part(String name, String type, String content) {}

  /** For a page that has not been seen yet. */
  public static FetchRequest get(PageAddress address) {
    return new FetchRequest(address, Validators.NONE, List.of(), Long.MAX_VALUE);
  }

  /** For a page only if it has changed. */
  public static FetchRequest get(PageAddress address, Validators known) {
    return new FetchRequest(address, known, List.of(), Long.MAX_VALUE);
  }

  /** For the answer to a form, as multipart/form-data. */
  public static FetchRequest post(PageAddress address, List<Part> parts) {
    return new FetchRequest(address, Validators.NONE, parts, Long.MAX_VALUE);
  }

  /** For the beginning of a robots file. */
  public static FetchRequest robots(PageAddress address) {
    return new FetchRequest(address, Validators.NONE, List.of(), Robots.MOST_BYTES);
  }
}
