package dk.brobygger.indexer.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Where an HTML page leads. */
public final class PageLinks {

  private PageLinks() {}

  /**
   * One link.
   *
   * @param target the address as it stands there, made whole where the page says what it is
   *     relative to
   * @param text the words of the link, or the title of a feed; may be empty
   * @param isFeed whether the page calls it a feed of its news
   */
  public record PageLink(String target, String text, boolean isFeed) {}

  /**
   * The links of a page, in order; without those that it asks machines not to follow, all of them
   * where it asks so as a whole.
   *
   * @param charset the encoding the host named; null where it named none
   */
  public static List<PageLink> of(byte[] html, @Nullable String charset, String address) {
    Document page = parse(html, charset, address);
    if (page.select("meta[name=robots][content*=nofollow]").isEmpty()) {
      List<PageLink> links = new ArrayList<>();
      page.select("link[rel=alternate][type~=(rss|atom)][href]")
          .forEach(feed -> links.add(link(feed, feed.attr("title"), true)));
      page.select("a[href]:not([rel~=nofollow])")
          .forEach(anchor -> links.add(link(anchor, anchor.text(), false)));
      return links;
    }
    return List.of();
  }

  private static Document parse(byte[] html, @Nullable String charset, String address) {
    try {
      return Jsoup.parse(new ByteArrayInputStream(html), charset, address);
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory cannot be read", e);
    }
  }

  private static PageLink link(Element element, String text, boolean isFeed) {
    String whole = element.absUrl("href");
    return new PageLink(whole.isEmpty() ? element.attr("href") : whole, text, isFeed);
  }
}
