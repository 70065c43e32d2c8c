package dk.brobygger.indexer.fetch;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * A web address in the one form in which robots rules, frontier, guard and HTTP client all mean the
 * same host by it.
 *
 * <p>It is read as the WHATWG's <a href="https://url.spec.whatwg.org/#host-parsing">URL
 * Standard</a> says. What readers of addresses are known to disagree on is refused rather than
 * guessed: names and passwords before the host, numbers that are no dotted address, hosts that end
 * in a dot, bytes in a host that no name has. The fragment, which no server sees, is left out.
 */
public final class PageAddress implements Comparable<PageAddress> {

  /** Longest address taken; the sitemap protocol's limit is 2,048 (sitemaps.org, Location). */
  public static final int LONGEST = 2_048;

  /** Letters, digits and hyphens (RFC 1123, section 2.1); underscores are seen in the wild. */
  private static final Pattern NAME =
      Pattern.compile(
          "[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)*");

  private static final Pattern IPV4 =
      Pattern.compile("((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(\\.(?!$)|$)){4}");

  /** A last label that the URL Standard takes for a number, and so the whole for an address. */
  private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(.*\\.)?([0-9]+|0x[0-9a-f]*)");

  /** Encoded bytes or a zone in brackets, or an IPv4 address, which the standard writes as hex. */
  private static final Pattern HIDDEN_IPV6 = Pattern.compile("\\[[^\\]\\[%.]*+[%.]");

  /** The form of international names around what turns out to be none. */
  private static final Pattern ENCODED_ASCII =
      Pattern.compile("^[^/]*//[^/]*xn--", Pattern.CASE_INSENSITIVE);

  /** Labels of letters, digits, hyphens and the marks upon letters, all of them decoded. */
  private static final Pattern WORDS =
      Pattern.compile(
          "(?!.*xn--)[\\p{L}\\p{N}_][\\p{L}\\p{N}\\p{M}_-]*(\\.[\\p{L}\\p{N}_][\\p{L}\\p{N}\\p{M}_-]*)*");

  private final HttpUrl url;

  private PageAddress(HttpUrl url) {
    this.url = url;
  }

  /**
   * Reads an address.
   *
   * @throws IllegalArgumentException if it is no http or https address, or an ambiguous one
   */
  public static PageAddress of(String written) {
    return checked(written, written.length() > 2 * LONGEST ? null : HttpUrl.parse(written));
  }

  /**
   * Reads what a page or a redirect gives as an address, relative to this one.
   *
   * @throws IllegalArgumentException if that is no http or https address, or an ambiguous one
   */
  public PageAddress resolve(String reference) {
    return checked(reference, reference.length() > 2 * LONGEST ? null : url.resolve(reference));
  }

  private static PageAddress checked(String written, @Nullable HttpUrl url) {
    if (url == null) {
      throw refused(written, "an http or https address");
    }
    if (!url.encodedUsername().isEmpty() || !url.encodedPassword().isEmpty()) {
      throw refused(written, "without a name or password before its host");
    }
    if (HIDDEN_IPV6.matcher(written).find()
        || (ENCODED_ASCII.matcher(written).find() && !url.host().contains("xn--"))
        || !isPlain(url.host())
        || !url.host().equals(otherReading(url))) {
      throw refused(written, "a name or a plain IP address for its host");
    }
    PageAddress address = new PageAddress(url.newBuilder().fragment(null).build());
    if (address.toString().length() > LONGEST) {
      throw refused(written, "at most " + LONGEST + " characters");
    }
    return address;
  }

  private static IllegalArgumentException refused(String written, String rule) {
    String shown = written.length() > 200 ? written.substring(0, 200) + "…" : written;
    return new IllegalArgumentException("address is \"" + shown + "\", must be " + rule);
  }

  private static boolean isPlain(String host) {
    return host.contains(":")
        || IPV4.matcher(host).matches()
        || (host.length() <= 253
            && NAME.matcher(host).matches()
            && !ENDS_IN_NUMBER.matcher(host).matches());
  }

  /**
   * The host as the JDK reads it; empty where it sees none. It knows the older edition of
   * international names (RFC 3490), so those that the editions write differently, such as with ß,
   * and those that no edition can read, come out otherwise.
   */
  private static String otherReading(HttpUrl url) {
    String host = url.host().contains(":") ? "[" + url.host() + "]" : international(url.host());
    try {
      String read = new URI(url.scheme() + "://" + host + ":" + url.port() + "/").getHost();
      String name = read == null ? host : read;
      return name.startsWith("[") ? name.substring(1, name.length() - 1) : name;
    } catch (URISyntaxException e) {
      return "";
    }
  }

  private static String international(String host) {
    if (!host.contains("xn--")) {
      return host;
    }
    String name = IDN.toUnicode(host, IDN.ALLOW_UNASSIGNED);
    HttpUrl again = WORDS.matcher(name).matches() ? HttpUrl.parse("http://" + name + "/") : null;
    return again == null ? "" : again.host();
  }

  /** The host in lower case, international names in their ASCII form, IPv6 without brackets. */
  public String host() {
    return url.host();
  }

  /** The port, where none is written that of the scheme. */
  public int port() {
    return url.port();
  }

  /** Scheme, host and port: what one robots file speaks for (RFC 9309, section 2.3). */
  public String origin() {
    return new HttpUrl.Builder()
        .scheme(url.scheme())
        .host(url.host())
        .port(url.port())
        .build()
        .toString();
  }

  /** The robots file that speaks for this address. */
  public PageAddress robots() {
    return of(origin() + "robots.txt");
  }

  /** The registered domain, such as {@code example.co.uk}; an IP address is its own. */
  public String domain() {
    return Optional.ofNullable(url.topPrivateDomain()).orElse(url.host());
  }

  /** Path and query as they are sent. */
  public String path() {
    String query = url.encodedQuery();
    return query == null ? url.encodedPath() : url.encodedPath() + "?" + query;
  }

  /** Whether it is reached encrypted. */
  public boolean isHttps() {
    return url.isHttps();
  }

  /** The same as the JDK writes addresses. */
  public URI uri() {
    return url.uri();
  }

  HttpUrl url() {
    return url;
  }

  @Override
  public int compareTo(PageAddress other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PageAddress address && url.equals(address.url);
  }

  @Override
  public int hashCode() {
    return url.hashCode();
  }

  /** The address as it is asked for. */
  @Override
  public String toString() {
    return url.toString();
  }

  /** The path's last part in lower case, empty for a folder. */
  public String fileName() {
    return url.pathSegments().getLast().toLowerCase(Locale.ROOT);
  }
}
