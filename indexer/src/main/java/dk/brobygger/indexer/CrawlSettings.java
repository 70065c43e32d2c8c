package dk.brobygger.indexer;

import dk.brobygger.indexer.fetch.PageAddress;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the crawler is set, by the {@link CrawlSetting}s in {@code crawl.properties} in the data
 * folder.
 *
 * @param contact a mail or web address of whoever runs it, sent with every request
 * @param search where the EU portal is searched
 * @param details the folder in which it keeps the details of topics; empty for not asking for them
 * @param een where the list of profiles of the Enterprise Europe Network begins
 * @param profiles most pages of that list and its profiles
 * @param eccp where the list of profiles of the European Cluster Collaboration Platform begins
 * @param platform most pages of that list and its profiles
 * @param sites where sites of clusters begin; those of all known clusters where none are given
 * @param pages most pages of one site
 * @param hosts most hosts at once
 * @param gap least gap between two requests to one host
 * @param patience how long to wait for hosts that want to be asked later
 * @param time longest time for one request
 * @param permit addresses of this machine or network that may be asked all the same
 */
record CrawlSettings(
    String contact,
    PageAddress search,
    Optional<PageAddress> details,
    PageAddress een,
    int profiles,
    PageAddress eccp,
    int platform,
    List<PageAddress> sites,
    int pages,
    int hosts,
    Duration gap,
    Duration patience,
    Duration time,
    Set<InetSocketAddress> permit) {

  private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";

  private static final Pattern MACHINE =
      Pattern.compile("((?:" + OCTET + "\\.){3}" + OCTET + "|\\[[0-9a-f:]+])(?::([0-9]{1,5}))");

  /**
   * Reads the settings of a data folder.
   *
   * @throws IllegalArgumentException if one of them cannot be used, or there is no contact
   */
  static CrawlSettings read(Path data) {
    Path file = data.resolve("crawl.properties");
    Properties given = new Properties();
    if (Files.exists(file)) {
      try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        given.load(in);
      } catch (CharacterCodingException | IllegalArgumentException e) {
        throw new IllegalArgumentException(
            file + " is no properties file in UTF-8: " + e.getMessage(), e);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + file, e);
      }
    }
    try {
      return of(given);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  static CrawlSettings of(Properties given) {
    for (String name : given.stringPropertyNames()) {
      if (CrawlSetting.of(name).isEmpty()) {
        throw new IllegalArgumentException(
            "\""
                + name
                + "\" is no setting, must be one of "
                + Stream.of(CrawlSetting.values()).map(CrawlSetting::word).sorted().toList());
      }
    }
    return new CrawlSettings(
        contact(CrawlSetting.CONTACT.in(given)),
        search(CrawlSetting.SEARCH.in(given)),
        details(CrawlSetting.DETAILS.in(given)),
        address(CrawlSetting.EEN, CrawlSetting.EEN.in(given)),
        count(given, CrawlSetting.PROFILES),
        address(CrawlSetting.ECCP, CrawlSetting.ECCP.in(given)),
        count(given, CrawlSetting.PLATFORM),
        words(given, CrawlSetting.SITES).map(site -> address(CrawlSetting.SITES, site)).toList(),
        count(given, CrawlSetting.PAGES),
        count(given, CrawlSetting.HOSTS),
        time(given, CrawlSetting.GAP),
        time(given, CrawlSetting.PATIENCE),
        time(given, CrawlSetting.TIME),
        words(given, CrawlSetting.PERMIT)
            .map(CrawlSettings::machine)
            .collect(Collectors.toUnmodifiableSet()));
  }

  private static String contact(String given) {
    if (!given.matches("(https?://|mailto:)[\\x21-\\x7e]+")) {
      throw new IllegalArgumentException(
          "contact is \""
              + given
              + "\", must be "
              + CrawlSetting.CONTACT.rule()
              + " at which those whose sites are crawled reach you, such as"
              + " contact=mailto:crawler@example.org");
    }
    return given;
  }

  private static PageAddress address(CrawlSetting setting, String given) {
    try {
      return PageAddress.of(given);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(setting.word() + ": " + e.getMessage(), e);
    }
  }

  private static PageAddress search(String given) {
    PageAddress search = PageAddress.of(given);
    if (!search.path().contains("/search?")) {
      throw new IllegalArgumentException(
          "search is \""
              + given
              + "\", must end in /search with a key, such as "
              + CrawlSetting.SEARCH.usual());
    }
    return search;
  }

  private static Optional<PageAddress> details(String given) {
    if (!given.isEmpty() && !given.endsWith("/")) {
      throw new IllegalArgumentException(
          "details is \""
              + given
              + "\", must end in / or be empty, such as "
              + CrawlSetting.DETAILS.usual());
    }
    return given.isEmpty() ? Optional.empty() : Optional.of(PageAddress.of(given));
  }

  private static Stream<String> words(Properties given, CrawlSetting setting) {
    return Arrays.stream(setting.in(given).split("[\\s,]+")).filter(word -> !word.isEmpty());
  }

  private static int count(Properties given, CrawlSetting setting) {
    return read(
        given,
        setting,
        written ->
            Optional.of(Integer.valueOf(written))
                .filter(count -> count >= 1 && count <= CrawlSetting.Rule.MOST));
  }

  private static Duration time(Properties given, CrawlSetting setting) {
    return read(
        given,
        setting,
        written ->
            Optional.of(Duration.parse(written))
                .filter(
                    time -> !time.isNegative() && time.compareTo(CrawlSetting.Rule.LONGEST) <= 0));
  }

  private static <T> T read(
      Properties given, CrawlSetting setting, Function<String, Optional<T>> parse) {
    String written = setting.in(given);
    Optional<T> value;
    try {
      value = parse.apply(written);
    } catch (DateTimeParseException | NumberFormatException e) {
      value = Optional.empty();
    }
    return value.orElseThrow(() ->
        new IllegalArgumentException(
            setting.word() + " is \"" + written + "\", must be " + setting.rule()));
  }

  /** An address with its port; no name, which could lead elsewhere another time. */
  private static InetSocketAddress machine(String written) {
    Matcher parts = MACHINE.matcher(written);
    int port = parts.matches() ? Integer.parseInt(parts.group(2)) : 0;
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException(
          "permit is \""
              + written
              + "\", must be an IP address with a port, such as 127.0.0.1:8081");
    }
    return new InetSocketAddress(parts.group(1), port);
  }

  /** Who asks, as every request says (RFC 9110, section 10.1.5). */
  String userAgent() {
    return "Brobygger/0.1 (+" + contact + ")";
  }
}
