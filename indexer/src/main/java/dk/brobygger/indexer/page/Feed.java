package dk.brobygger.indexer.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * A feed of a site's news: RSS 0.9 to 2.0, or Atom (<a
 * href="https://www.rfc-editor.org/rfc/rfc4287">RFC 4287</a>). Of its entries only the addresses
 * are read. Read as browsers read: what is broken gives what came before, and entities that a feed
 * defines are never unfolded nor fetched.
 */
public final class Feed {

  /** The newest stand first; the usual publishing systems give 10 to 20. */
  private static final int MOST_ENTRIES = 30;

  /** Where a feed must have said that it is one. */
  private static final int HEAD_BYTES = 2_048;

  private static final Pattern ROOT =
      Pattern.compile("<(rss|feed|rdf:RDF)[\\s>]", Pattern.CASE_INSENSITIVE);

  private static final Pattern ADDRESS =
      Pattern.compile("(?i).*/(feeds?|rss|atom|[^/]+\\.(rss|atom)|(feed|rss|atom)\\.xml)/?");

  private static final Pattern COMMENTS =
      Pattern.compile(
          "(?iu)(?<!\\p{L})(comments?|kommentar\\w*|commentaires|comentarios)(?!\\p{L})");

  private Feed() {}

  /** Whether it is a feed, whatever type its host gives. */
  public static boolean is(Document document) {
    byte[] bytes = document.bytes();
    String head =
        new String(bytes, 0, Math.min(bytes.length, HEAD_BYTES), StandardCharsets.ISO_8859_1);
    return ROOT.matcher(head).find() && !head.toLowerCase(Locale.ROOT).contains("<html");
  }

  /**
   * Whether an address is of the kind that publishing systems give to feeds of news.
   *
   * @param path its path, without a query
   */
  public static boolean isCalledSo(String path) {
    return ADDRESS.matcher(path).matches();
  }

  /**
   * Whether only readers speak in a feed.
   *
   * @param words its path and title
   */
  public static boolean isOfComments(String words) {
    return COMMENTS.matcher(words).find();
  }

  /**
   * Where the newest entries are, on whatever site; at most 30.
   *
   * @param feed whatever {@link #is} holds for
   */
  public static List<URI> entries(Document feed) {
    try {
      return Jsoup.parse(
              new ByteArrayInputStream(feed.bytes()),
              feed.mediaType().flatMap(HtmlReader::charset).orElse(null),
              feed.address().toString(),
              Parser.xmlParser())
          .select("item, entry")
          .stream()
          .limit(MOST_ENTRIES)
          .flatMap(entry -> entry(feed.address(), entry).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory cannot be read", e);
    }
  }

  private static Optional<URI> entry(URI feed, Element entry) {
    Stream<Element> links =
        children(entry, "link").filter(link -> Set.of("", "alternate").contains(link.attr("rel")));
    Stream<Element> permanent =
        children(entry, "guid").filter(guid -> !guid.attr("isPermaLink").equals("false"));
    return Stream.concat(links, permanent)
        .filter(link -> !written(link).isEmpty())
        .findFirst()
        .flatMap(link -> address(feed, link, written(link)));
  }

  private static String written(Element link) {
    return (link.hasAttr("href") ? link.attr("href") : link.text()).strip();
  }

  private static Stream<Element> children(Element entry, String name) {
    return entry.children().stream().filter(child -> child.normalName().equals(name));
  }

  /** Elements may say what the addresses within them are relative to (RFC 4287, section 2). */
  private static Optional<URI> address(URI feed, Element link, String written) {
    try {
      URI base = feed;
      for (Element around : link.parents().reversed()) {
        String inside = around.attr("xml:base");
        base = inside.isEmpty() ? base : base.resolve(HtmlReader.escaped(inside));
      }
      return HtmlReader.target(base.resolve(HtmlReader.escaped(written)).toString());
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // not an address; the other entries count
    }
  }
}
