package dk.brobygger.indexer.source;

import crawlercommons.filters.basic.BasicURLNormalizer;
import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.UnknownFormatException;
import dk.brobygger.indexer.fetch.FetchOutcome.Fetched;
import dk.brobygger.indexer.fetch.PageAddress;
import dk.brobygger.indexer.frontier.Lead;
import dk.brobygger.indexer.page.PageLinks;
import dk.brobygger.indexer.page.PageLinks.PageLink;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The site of a cluster: which of its pages are worth a visit. Those about the cluster, its
 * members, its fields, its partners abroad and its news are worth most, whether links, sitemaps or
 * feeds lead there; other domains, pictures and programs are worth nothing.
 */
public final class SitePages implements Function<Fetched, List<Lead>> {

  /** Most leads taken from one page or list. */
  private static final int MOST_LEADS = 2_000;

  private static final int OTHER = 10;

  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*[\"']?([^\\s;\"']+)", Pattern.CASE_INSENSITIVE);

  /** Endings of what is not for reading. */
  private static final Pattern NOT_READ =
      Pattern.compile(
          ".*\\.(jpe?g|png|gif|svg|webp|ico|bmp|tiff?|mp[34]|m4[av]|avi|mov|webm|wav|zip|gz|rar|7z|exe"
              + "|dmg|css|js|json|woff2?|ttf|eot|ics|vcf)");

  /** Words in addresses and links that say what a page is about, the worthiest first. */
  private static final Map<Pattern, Integer> WORTH = worth();

  /** Parameters that say where a reader came from, not what is read. */
  private static final BasicURLNormalizer NORMALIZER =
      BasicURLNormalizer.newBuilder()
          .queryParamsToRemove(
              List.of(
                  "utm_source",
                  "utm_medium",
                  "utm_campaign",
                  "utm_term",
                  "utm_content",
                  "utm_id",
                  "fbclid",
                  "gclid",
                  "mc_cid",
                  "mc_eid",
                  "msclkid",
                  "sid",
                  "phpsessid",
                  "jsessionid"))
          .build();

  private static Map<Pattern, Integer> worth() {
    Map<Pattern, Integer> worth = new LinkedHashMap<>();
    worth.put(
        words(
            "members?|medlem\\w*|mitglied\\w*|membres|adh[ée]rents|socios|miembros|medlemmar|jäsenet"),
        90);
    worth.put(
        words(
            "partner\\W?search|find\\W?(a\\W?)?partner\\w*|matchmaking|international\\w*|collaborat\\w*|samarbejd\\w*|partners?"),
        80);
    worth.put(
        words(
            "about(\\W?us)?|om(\\W?os)?|über\\W?uns|ueber\\W?uns|[àa]\\W?propos|qui\\w*\\W?sommes\\W?nous|sobre\\w*|chi\\W?siamo|profile?"),
        70);
    worth.put(
        words(
            "focus|fokus\\w*|indsats\\w*|areas?|themen|technolog\\w*|teknologi\\w*|strateg\\w*|projects?|projekt\\w*"),
        60);
    worth.put(words("news|nyhed\\w*|aktuel\\w*|actualit\\w*|noticias|nyheter|events?"), 40);
    return worth;
  }

  private static Pattern words(String words) {
    return Pattern.compile(
        "(?<![\\p{L}])(" + words + ")(?![\\p{L}])",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
  }

  /** Where a page, sitemap or feed leads within its site; nowhere if it is none of these. */
  @Override
  public List<Lead> apply(Fetched page) {
    String type = page.type().toLowerCase(Locale.ROOT);
    Stream<Lead> leads =
        type.contains("html")
            ? links(page)
            : Set.of("xml", "rss", "atom", "plain", "gzip").stream().anyMatch(type::contains)
                ? listed(page)
                : Stream.empty();
    return leads.limit(MOST_LEADS).toList();
  }

  private static Stream<Lead> links(Fetched page) {
    return PageLinks.of(page.body(), charset(page.type()), page.address().toString()).stream()
        .flatMap(link -> lead(page.address(), link).stream());
  }

  private static Optional<Lead> lead(PageAddress from, PageLink link) {
    return within(from, link.target())
        .map(address ->
            new Lead(address, link.isFeed() ? Lead.LIST - 1 : worth(address, link.text())));
  }

  private static @Nullable String charset(String type) {
    Matcher named = CHARSET.matcher(type);
    try {
      return named.find() && Charset.isSupported(named.group(1)) ? named.group(1) : null;
    } catch (IllegalCharsetNameException e) {
      return null;
    }
  }

  private static int worth(PageAddress address, String text) {
    String said = address.path() + " " + text;
    return WORTH.entrySet().stream()
        .filter(words -> words.getKey().matcher(said).find())
        .findFirst()
        .map(Map.Entry::getValue)
        .orElse(OTHER);
  }

  /** The address in its one form, if it is one to be read within the same domain. */
  private static Optional<PageAddress> within(PageAddress from, String target) {
    try {
      String whole = from.resolve(target).toString();
      PageAddress address =
          PageAddress.of(Optional.ofNullable(NORMALIZER.filter(whole)).orElse(whole));
      return Optional.of(address)
          .filter(one -> one.domain().equals(from.domain()))
          .filter(one -> !NOT_READ.matcher(one.fileName()).matches());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** What a sitemap (sitemaps.org) or a feed lists. */
  private static Stream<Lead> listed(Fetched list) {
    SiteMapParser parser = new SiteMapParser(false, true);
    try {
      URL url = list.address().uri().toURL();
      return leads(list.address(), parser.parseSiteMap(list.type(), list.body(), url));
    } catch (UnknownFormatException | IOException e) {
      return Stream.empty();
    }
  }

  private static Stream<Lead> leads(PageAddress from, AbstractSiteMap list) {
    List<Lead> leads = new ArrayList<>();
    switch (list) {
      case SiteMapIndex index ->
          index
              .getSitemaps()
              .forEach(sitemap ->
                  within(from, sitemap.getUrl().toString())
                      .ifPresent(address -> leads.add(new Lead(address, Lead.LIST - 1))));
      case SiteMap pages ->
          pages
              .getSiteMapUrls()
              .forEach(page ->
                  within(from, page.getUrl().toString())
                      .ifPresent(address -> leads.add(new Lead(address, worth(address, "")))));
      default -> {}
    }
    return leads.stream();
  }
}
