package dk.brobygger.indexer.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/** Makes a page of HTML: of a web page, or of what a document was turned into. */
final class HtmlReader {

  private static final Pattern CHARSET =
      Pattern.compile("(?i)charset\\s*=\\s*[\"']?([a-z0-9._:-]+)");

  /** Which lines at the foot of a page say where somebody is at home, or who. */
  private static final Pattern CONTACT =
      Pattern.compile(
          "(?iu)\\b(?:CVR|VAT|BTW|MwSt|USt|TVA|NIF|CIF|EORI)\\b|@|(?:\\+ ?|\\b00)\\d{2}["
              + " \\d()./-]{6}|\\b[A-Z]{1,3}[-‐‑–]\\d{3,6}\\b|©|\\(c\\)"
              // postcodes before towns, then those of Britain and Ireland
              + "|(?-i:\\b(?:\\d{4,6}|\\d{3} \\d{2}|\\d{2}-\\d{3}|\\d{4}-\\d{3}|\\d{4} ?[A-Z]{2})"
              + " \\p{Lu}\\p{L}+|\\b[A-Z]{1,2}\\d[A-Z\\d]{0,2} ?\\d[A-Z]{2}\\b"
              + "|\\b[A-Z]\\d[\\dW] ?[A-Z\\d]{4}\\b)");

  private static final Pattern ESCAPED = Pattern.compile("[\\s\"<>\\\\^`{|}]|%(?![0-9A-Fa-f]{2})");

  private static final Evaluator MAIN = Selector.evaluatorOf("main, [role=main]");

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /**
   * Longest address looked at, as written and as it comes out; servers take far shorter ones. A
   * base that is longer makes every link of its page so long.
   */
  private static final int LONGEST_ADDRESS = 4_096;

  /** Most links looked at on a page; the longest directories have a few thousand. */
  private static final int MOST_LINKS = 10_000;

  /** Longest text kept of a link; longer ones are no names of pages. */
  private static final int LONGEST_LINK_TEXT = 300;

  /** The main part must hold this share of the text, or else it is not the main part. */
  private static final double LEAST_MAIN = 0.3;

  private HtmlReader() {}

  /**
   * Reads a web page; its charset is that of byte order mark, sender, page or bytes, in that order.
   */
  static Page web(Document document) {
    return page(document.address(), "text/html", parsed(document), false);
  }

  /** Where a web page leads. */
  static List<Link> links(Document document) {
    return links(parsed(document));
  }

  static org.jsoup.nodes.Document parsed(Document document) {
    try {
      return Jsoup.parse(
          new ByteArrayInputStream(document.bytes()),
          charset(document),
          document.address().toString());
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory cannot be read", e);
    }
  }

  /** Reads what the process for documents made of one. */
  static Page document(URI address, String mediaType, String html, boolean cut) {
    org.jsoup.nodes.Document parsed = Jsoup.parse(html, address.toString());
    RunningHeads.remove(parsed);
    return page(address, mediaType, parsed, cut);
  }

  /** The sender's charset, or none where the page says its own, or that which fits the bytes. */
  private static @Nullable String charset(Document document) {
    Optional<String> sent = document.mediaType().flatMap(HtmlReader::charset);
    if (sent.isPresent()) {
      return sent.get();
    }
    byte[] bytes = document.bytes();
    String head = new String(bytes, 0, Math.min(bytes.length, 4_096), StandardCharsets.ISO_8859_1);
    boolean marked = bytes.length > 1 && (bytes[0] & 0xFE) == 0xFE && (bytes[1] & 0xFE) == 0xFE;
    return marked || charset(head).isPresent() || isUtf8(bytes) ? null : "windows-1252";
  }

  static Optional<String> charset(String text) {
    Matcher matcher = CHARSET.matcher(text);
    if (!matcher.find()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Charset.forName(matcher.group(1)).name());
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // a charset that nobody knows tells nothing
    }
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static Page page(
      URI address, String mediaType, org.jsoup.nodes.Document html, boolean cut) {
    List<Map.Entry<String, String>> said = SelfDescription.of(html);
    List<Link> links = links(html);
    Element body = html.body();
    Boilerplate.removeUnseen(body);
    boolean web = mediaType.equals("text/html");
    Blocks.Most most = web ? Blocks.Most.OF_WEB : Blocks.Most.OF_DOCUMENT;
    Blocks feet = Blocks.of(Boilerplate.feet(body), false, most);
    if (web) {
      Boilerplate.removeAround(body);
    }
    Blocks main = Blocks.of(List.of(main(body)), mediaType.equals("application/pdf"), most);
    List<Blocks.Piece> pieces = new ArrayList<>(main.pieces());
    feet.pieces().stream()
        .filter(piece -> CONTACT.matcher(piece.text()).find())
        .forEach(piece -> pieces.add(new Blocks.Piece(Part.CONTACT, piece.text())));
    return new Layout(pieces, said, declared(html))
        .page(address, mediaType, links, main.tables(), cut || main.isCut());
  }

  private static Element main(Element body) {
    int all = body.text().length();
    return Boilerplate.outermost(body, MAIN).stream()
        .filter(main -> main.text().length() >= LEAST_MAIN * all)
        .findFirst()
        .orElse(body);
  }

  private static Optional<String> declared(org.jsoup.nodes.Document html) {
    String language = html.select("html").attr("lang").toLowerCase(Locale.ROOT);
    return language.matches("[a-z]{2}([-_].*)?")
        ? Optional.of(language.substring(0, 2))
        : Optional.empty();
  }

  /** Feeds first, which know the newest pages. */
  private static List<Link> links(org.jsoup.nodes.Document html) {
    if (!html.select("meta[name=robots][content*=nofollow]").isEmpty()) {
      return List.of();
    }
    Map<URI, Link> links = new LinkedHashMap<>();
    html.select("link[rel~=(?i)(^|\\s)alternate(\\s|$)][type~=(?i)(rss|atom)][href]").stream()
        .limit(MOST_LINKS)
        .forEach(feed -> add(links, feed, feed.attr("title"), true));
    html.select("a[href]:not([rel~=nofollow]), area[href]:not([rel~=nofollow])").stream()
        .limit(MOST_LINKS)
        .forEach(anchor -> add(links, anchor, anchor.text(), false));
    return List.copyOf(links.values());
  }

  private static void add(Map<URI, Link> links, Element element, String text, boolean isFeed) {
    address(element)
        .flatMap(HtmlReader::target)
        .ifPresent(target -> links.putIfAbsent(target, new Link(target, label(text), isFeed)));
  }

  /** Where an element leads, made whole by the base of its page; empty if that is too long. */
  static Optional<String> address(Element element) {
    return isShort(element.attr("href")) && isShort(element.baseUri())
        ? Optional.of(element.absUrl("href"))
        : Optional.empty();
  }

  private static boolean isShort(String address) {
    return address.length() <= LONGEST_ADDRESS;
  }

  private static String label(String text) {
    return CleanText.beginning(CleanText.spaced(text), LONGEST_LINK_TEXT);
  }

  static Optional<URI> target(String written) {
    int fragment = written.indexOf('#');
    String address = (fragment < 0 ? written : written.substring(0, fragment)).strip();
    if (!isShort(address)) {
      return Optional.empty();
    }
    String escaped = escaped(address);
    if (!isShort(escaped)) {
      return Optional.empty();
    }
    try {
      URI target = URI.create(escaped);
      boolean web = Set.of("http", "https").contains(String.valueOf(target.getScheme()));
      return web && target.getHost() != null ? Optional.of(target) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // not an address; there is nothing to follow
    }
  }

  /** What browsers take in an address and the syntax of addresses does not (RFC 3986). */
  static String escaped(String address) {
    return ESCAPED
        .matcher(address)
        .replaceAll(bad -> "%" + HEX.toHexDigits((byte) bad.group().charAt(0)));
  }
}
