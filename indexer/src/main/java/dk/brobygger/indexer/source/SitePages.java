package dk.brobygger.indexer.source;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import crawlercommons.filters.basic.BasicURLNormalizer;
import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.UnknownFormatException;
import dk.brobygger.indexer.fetch.FetchOutcome.Fetched;
import dk.brobygger.indexer.fetch.PageAddress;
import dk.brobygger.indexer.frontier.Lead;
import dk.brobygger.indexer.page.Document;
import dk.brobygger.indexer.page.Feed;
import dk.brobygger.indexer.page.Link;
import dk.brobygger.indexer.page.PageReader;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The site of a cluster: which of its pages are worth a visit. Those about the cluster, its
 * members, its fields, its partners abroad and its news are worth most, whether links, sitemaps or
 * feeds lead there; other domains, pictures and programs are worth nothing. Safe for many threads.
 */
public final class SitePages implements Function<Fetched, List<Lead>> {

  /** Most leads taken from one page or list. */
  private static final int MOST_LEADS = 2_000;

  /** Parts of the media types that hosts give to sitemaps. */
  private static final Set<String> LISTS = Set.of("xml", "plain", "gzip");

  /** Endings of what is not for reading. */
  private static final Pattern NOT_READ =
      Pattern.compile(
          ".*\\.(jpe?g|png|gif|svg|webp|ico|bmp|tiff?|mp[34]|m4[av]|avi|mov|webm|wav|zip|gz|rar|7z|exe"
              + "|dmg|css|js|json|woff2?|ttf|eot|ics|vcf)");

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

  /** Links of menus, which stand on every page of a site: so many characters and addresses. */
  private static final int KEPT_LINKS = 5_000_000;

  /** What a link takes besides its characters, in characters. */
  private static final int BESIDE = 200;

  private final Cache<Link, Optional<Lead>> known =
      Caffeine.newBuilder()
          .maximumWeight(KEPT_LINKS)
          .weigher((Link link, Optional<Lead> lead) ->
              BESIDE + link.target().toString().length() + link.text().length())
          .build();

  /** Where a page, sitemap or feed leads within its site; nowhere if it is none of these. */
  @Override
  public List<Lead> apply(Fetched page) {
    return leads(page).limit(MOST_LEADS).toList();
  }

  private Stream<Lead> leads(Fetched page) {
    String type = page.type().toLowerCase(Locale.ROOT);
    if (Feed.is(document(page))) {
      return news(page);
    }
    if (type.contains("html")) {
      return links(page);
    }
    return LISTS.stream().anyMatch(type::contains) ? listed(page) : Stream.empty();
  }

  private Stream<Lead> links(Fetched page) {
    String domain = page.address().domain();
    return PageReader.links(document(page)).stream()
        .flatMap(link -> known.get(link, SitePages::lead).stream())
        .filter(lead -> lead.address().domain().equals(domain));
  }

  private static Document document(Fetched page) {
    return new Document(page.address().uri(), Optional.of(page.type()), page.body());
  }

  private static Optional<Lead> lead(Link link) {
    return read(link.target().toString())
        .flatMap(address -> {
          boolean isFeed = link.isFeed() || Feed.isCalledSo(address.uri().getPath());
          return isFeed && Feed.isOfComments(address.path() + " " + link.text())
              ? Optional.empty()
              : Optional.of(new Lead(address, isFeed ? Lead.FEED : worth(address, link.text())));
        });
  }

  /** What a feed names is news, if nothing better. */
  private static Stream<Lead> news(Fetched feed) {
    return Feed.entries(document(feed)).stream()
        .flatMap(entry -> within(feed.address(), entry.toString()).stream())
        .map(address -> new Lead(address, Math.max(PageKind.NEWS.worth(), worth(address, ""))));
  }

  private static int worth(PageAddress address, String text) {
    return PageKind.said(address.path() + " " + text).worth();
  }

  private static Optional<PageAddress> within(PageAddress from, String target) {
    return read(target).filter(address -> address.domain().equals(from.domain()));
  }

  /** The address in its one form, if it is one to be read. */
  private static Optional<PageAddress> read(String target) {
    try {
      PageAddress address =
          PageAddress.of(Optional.ofNullable(NORMALIZER.filter(target)).orElse(target));
      return Optional.of(address).filter(one -> !NOT_READ.matcher(one.fileName()).matches());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** What a sitemap (sitemaps.org) lists. */
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
                      .ifPresent(address -> leads.add(new Lead(address, Lead.LIST))));
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
