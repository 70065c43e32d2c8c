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
 * How the crawler is set, from {@code crawl.properties} in the data folder.
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

  private static final Set<String> NAMES =
      Set.of(
          "contact",
          "search",
          "details",
          "een",
          "profiles",
          "eccp",
          "platform",
          "sites",
          "pages",
          "hosts",
          "gap",
          "patience",
          "time",
          "permit");

  /** A host that is told to wait keeps to it, so no slip of the pen may last. */
  private static final Duration LONGEST = Duration.ofHours(24);

  private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";

  private static final Pattern MACHINE =
      Pattern.compile("((?:" + OCTET + "\\.){3}" + OCTET + "|\\[[0-9a-f:]+])(?::([0-9]{1,5}))");

  private static final String SEARCH =
      "https://api.tech.ec.europa.eu/search-api/prod/rest/search?apiKey=SEDIA";

  private static final String EEN = "https://een.ec.europa.eu/partnering-opportunities";

  private static final String ECCP = "https://www.clustercollaboration.eu/cluster-organisations";

  private static final String DETAILS =
      "https://ec.europa.eu/info/funding-tenders/opportunities/data/topicDetails/";

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
      if (!NAMES.contains(name)) {
        throw new IllegalArgumentException(
            "\"" + name + "\" is no setting, must be one of " + NAMES.stream().sorted().toList());
      }
    }
    return new CrawlSettings(
        contact(Optional.ofNullable(given.getProperty("contact"))),
        search(given.getProperty("search", SEARCH)),
        details(given.getProperty("details", DETAILS).strip()),
        address("een", given.getProperty("een", EEN).strip()),
        count(given, "profiles", "2000"),
        address("eccp", given.getProperty("eccp", ECCP).strip()),
        count(given, "platform", "2000"),
        words(given, "sites").map(site -> address("sites", site)).toList(),
        count(given, "pages", "30"),
        count(given, "hosts", "64"),
        time(given, "gap", "PT2S"),
        time(given, "patience", "PT15M"),
        time(given, "time", "PT30S"),
        words(given, "permit").map(CrawlSettings::machine).collect(Collectors.toUnmodifiableSet()));
  }

  private static String contact(Optional<String> given) {
    return given
        .map(String::strip)
        .filter(contact -> contact.matches("(https?://|mailto:)[\\x21-\\x7e]+"))
        .orElseThrow(() ->
            new IllegalArgumentException(
                "contact is \""
                    + given.orElse("")
                    + "\", must be a mailto: or https: address at which those whose sites are"
                    + " crawled reach you, such as contact=mailto:crawler@example.org"));
  }

  private static PageAddress address(String name, String given) {
    try {
      return PageAddress.of(given);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
    }
  }

  private static PageAddress search(String given) {
    PageAddress search = PageAddress.of(given);
    if (!search.path().contains("/search?")) {
      throw new IllegalArgumentException(
          "search is \"" + given + "\", must end in /search with a key, such as " + SEARCH);
    }
    return search;
  }

  private static Optional<PageAddress> details(String given) {
    if (!given.isEmpty() && !given.endsWith("/")) {
      throw new IllegalArgumentException(
          "details is \"" + given + "\", must end in / or be empty, such as " + DETAILS);
    }
    return given.isEmpty() ? Optional.empty() : Optional.of(PageAddress.of(given));
  }

  private static Stream<String> words(Properties given, String name) {
    return Arrays.stream(given.getProperty(name, "").split("[\\s,]+"))
        .filter(word -> !word.isEmpty());
  }

  private static int count(Properties given, String name, String usual) {
    return read(
        given,
        name,
        usual,
        "a whole number from 1 to 10000",
        written -> {
          int count = Integer.parseInt(written);
          return count >= 1 && count <= 10_000 ? Optional.of(count) : Optional.empty();
        });
  }

  private static Duration time(Properties given, String name, String usual) {
    return read(
        given,
        name,
        usual,
        "a time such as PT2S, from PT0S to PT24H",
        written ->
            Optional.of(Duration.parse(written))
                .filter(time -> !time.isNegative() && time.compareTo(LONGEST) <= 0));
  }

  private static <T> T read(
      Properties given,
      String name,
      String usual,
      String rule,
      Function<String, Optional<T>> parse) {
    String written = given.getProperty(name, usual).strip();
    Optional<T> value;
    try {
      value = parse.apply(written);
    } catch (DateTimeParseException | NumberFormatException e) {
      value = Optional.empty();
    }
    return value.orElseThrow(
        () -> new IllegalArgumentException(name + " is \"" + written + "\", must be " + rule));
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
