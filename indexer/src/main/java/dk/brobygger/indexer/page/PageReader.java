package dk.brobygger.indexer.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MimeTypes;

/**
 * Reads web pages and documents.
 *
 * <p>HTML is read here; PDF, Office, RTF, mail and plain text in a process of their own, which is
 * started at the first of them, used again, and replaced when it fails. Whatever a document does to
 * that process, reading goes on with the next. Safe for many threads, which wait for each other at
 * documents.
 *
 * <p>Of a web page at most one million characters are read, 20,000 of each block and of each thing
 * it says of itself, and 10,000 links with addresses of at most 4,096 characters; what is beyond is
 * left out. So is any mark upon a letter after the eighth. However a page is made, the time to read
 * it grows with its length only.
 */
public final class PageReader implements AutoCloseable {

  /** Most bytes of a document, 16 MiB: the limit of a fetch, too. */
  public static final int MOST_BYTES = 16 * 1024 * 1024;

  /** Largest heap of the process that reads documents: a 200 page work programme needs some 80. */
  private static final int MEMORY_MEBIBYTES = 384;

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private static final Set<String> HTML = Set.of("text/html", "application/xhtml+xml");

  private final int memoryMebibytes;
  private final Duration limit;
  private Optional<DocumentProcess> process = Optional.empty();

  private PageReader(int memoryMebibytes, Duration limit) {
    this.memoryMebibytes = memoryMebibytes;
    this.limit = limit;
  }

  /** A reader that has read nothing yet; no process runs before the first document. */
  public static PageReader open() {
    return new PageReader(MEMORY_MEBIBYTES, LIMIT);
  }

  /**
   * A reader with limits of its own.
   *
   * @param memoryMebibytes largest heap of the process that reads documents
   * @param limit how long one document may take, to the millisecond
   * @throws IllegalArgumentException if the heap is less than one mebibyte or the limit negative
   */
  public static PageReader open(int memoryMebibytes, Duration limit) {
    if (memoryMebibytes < 1 || limit.isNegative()) {
      throw new IllegalArgumentException(
          "memoryMebibytes is "
              + memoryMebibytes
              + " and limit is "
              + limit
              + ", must be positive and not negative");
    }
    return new PageReader(memoryMebibytes, limit);
  }

  /** Reads one page or document. */
  public PageOutcome read(Document document) {
    String mediaType = mediaType(document);
    if (document.bytes().length > MOST_BYTES) {
      return new PageOutcome.Unreadable(
          mediaType,
          PageOutcome.Cause.TOO_LARGE,
          "has " + document.bytes().length + " bytes, must have at most " + MOST_BYTES);
    }
    PageOutcome outcome =
        HTML.contains(mediaType)
            ? new PageOutcome.Read(HtmlReader.web(document))
            : inProcess(document);
    return outcome instanceof PageOutcome.Read read && !saysSomething(read.page())
        ? new PageOutcome.Unreadable(
            read.page().mediaType(), PageOutcome.Cause.EMPTY, "holds no text")
        : outcome;
  }

  /**
   * Only where a web page leads, as in {@link Page#links()}, also where it holds no text.
   *
   * @param page HTML
   */
  public static List<Link> links(Document page) {
    return HtmlReader.links(page);
  }

  private static boolean saysSomething(Page page) {
    return page.blocks().stream().anyMatch(block -> block.part() != Part.ABOUT);
  }

  /** By the first bytes, and by the sender's word and the name where those do not tell. */
  private static String mediaType(Document document) {
    Metadata hints = new Metadata();
    hints.set(TikaCoreProperties.RESOURCE_NAME_KEY, name(document.address()));
    document.mediaType().ifPresent(sent -> hints.set(Metadata.CONTENT_TYPE, sent));
    try {
      return MimeTypes.getDefaultMimeTypes()
          .detect(new ByteArrayInputStream(document.bytes()), hints)
          .getBaseType()
          .toString();
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory cannot be read", e);
    }
  }

  private static String name(URI address) {
    String path = String.valueOf(address.getPath());
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** What failed in a process that had read others before is tried once more in a fresh one. */
  private synchronized PageOutcome inProcess(Document document) {
    DocumentProcess used = running();
    boolean fresh = used.read() == 0;
    PageOutcome outcome = readBy(used, document);
    return fresh || used.isAlive() || isTimeOut(outcome) ? outcome : readBy(running(), document);
  }

  private PageOutcome readBy(DocumentProcess reading, Document document) {
    return reading.read(document.address(), name(document.address()), document.bytes(), limit);
  }

  private static boolean isTimeOut(PageOutcome outcome) {
    return outcome instanceof PageOutcome.Unreadable failed
        && failed.cause() == PageOutcome.Cause.TIMED_OUT;
  }

  private DocumentProcess running() {
    DocumentProcess running =
        process
            .filter(DocumentProcess::isAlive)
            .orElseGet(() -> DocumentProcess.start(memoryMebibytes));
    process = Optional.of(running);
    return running;
  }

  /** Ends the process that reads documents, if there is one. */
  @Override
  public synchronized void close() {
    process.ifPresent(DocumentProcess::close);
  }
}
