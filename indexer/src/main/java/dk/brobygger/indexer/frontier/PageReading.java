package dk.brobygger.indexer.frontier;

/**
 * What came of reading a page's content, so that it need not be read again.
 *
 * @param readBy names the content and whatever else the reading depends on; empty if it was never
 *     read
 * @param said what was read; may be empty
 * @param unread why it cannot be read, in words; empty where it can
 */
public record PageReading(String readBy, String said, String unread) {}
