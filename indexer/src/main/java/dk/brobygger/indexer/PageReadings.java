package dk.brobygger.indexer;

import dk.brobygger.indexer.fetch.FetchOutcome.Fetched;
import dk.brobygger.indexer.frontier.Frontier;
import dk.brobygger.indexer.frontier.KeptPage;
import dk.brobygger.indexer.frontier.PageReading;
import dk.brobygger.indexer.page.Document;
import dk.brobygger.indexer.page.Page;
import dk.brobygger.indexer.page.PageOutcome;
import dk.brobygger.indexer.page.PageReader;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is read of the pages that lie in the frontier. A page is read again only when its content or
 * the rules of reading are others than before; what was read of it is kept beside its content.
 */
final class PageReadings {

  private final Frontier frontier;
  private final PageReader reader;

  PageReadings(Frontier frontier, PageReader reader) {
    this.frontier = frontier;
    this.reader = reader;
  }

  /**
   * What is read of a page, now or before. A page over which a reader stumbles is told of as one
   * that cannot be read, and so is one that takes too long; both are tried again the next time.
   *
   * @param readBy names all that what is read depends on
   * @param rules what makes an entry of the page, and may stumble
   */
  PageReading of(KeptPage page, String readBy, Function<Page, PageReading> rules) {
    if (readBy.equals(page.reading().readBy())) {
      return page.reading();
    }
    Document document = document(page);
    PageReading reading;
    try {
      reading = read(document, readBy, rules);
    } catch (RuntimeException | StackOverflowError e) {
      reading = new PageReading("", "", stumble(e));
    }
    frontier.keep(page.address(), reading);
    return reading;
  }

  /** What is told of a page over which a reader stumbles. */
  static String stumble(Throwable failure) {
    return "its reader stumbles: " + failure;
  }

  private Document document(KeptPage page) {
    Fetched content = frontier.content(page.address()).orElseThrow();
    Optional<String> type = Optional.of(content.type()).filter(one -> !one.isBlank());
    return new Document(content.address().uri(), type, content.body());
  }

  private PageReading read(Document document, String readBy, Function<Page, PageReading> rules) {
    return switch (reader.read(document)) {
      case PageOutcome.Read read -> rules.apply(read.page());
      case PageOutcome.Unreadable unreadable ->
          new PageReading(isForNow(unreadable) ? "" : readBy, "", unreadable.reason());
    };
  }

  /** What took too long on a busy machine may be read the next time. */
  private static boolean isForNow(PageOutcome.Unreadable unreadable) {
    return unreadable.cause() == PageOutcome.Cause.TIMED_OUT;
  }
}
