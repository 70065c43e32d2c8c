package dk.brobygger.indexer;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One setting of the crawler as it stands in {@code crawl.properties}: what it counts as where it
 * is not set, what it must be, and what it means. The one place they are defined; {@link
 * CrawlSettings} holds what they come to.
 */
enum CrawlSetting {
  CONTACT(
      "", "a mailto: or https: address", "who runs the crawler, sent with every request; needed"),
  SEARCH(
      "https://api.tech.ec.europa.eu/search-api/prod/rest/search?apiKey=SEDIA",
      "a web address that ends in /search with a key",
      "where the EU portal is searched"),
  DETAILS(
      "https://ec.europa.eu/info/funding-tenders/opportunities/data/topicDetails/",
      "a web address that ends in /, or empty for not asking",
      "the folder in which the EU portal keeps the details of topics"),
  EEN(
      "https://een.ec.europa.eu/partnering-opportunities",
      Rule.ADDRESS,
      "where the list of profiles of the Enterprise Europe Network begins"),
  PROFILES("2000", Rule.COUNT, "most pages of that list and its profiles"),
  ECCP(
      "https://www.clustercollaboration.eu/cluster-organisations",
      Rule.ADDRESS,
      "where the list of profiles of the cluster platform (ECCP) begins"),
  PLATFORM("2000", Rule.COUNT, "most pages of that list and its profiles"),
  SITES(
      "",
      "web addresses, apart by space or comma",
      "where sites of clusters begin; those of all known clusters where none are given"),
  PAGES("30", Rule.COUNT, "most pages of one site"),
  HOSTS("64", Rule.COUNT, "most hosts at once"),
  GAP("PT2S", Rule.TIME, "least gap between two requests to one host"),
  PATIENCE("PT15M", Rule.TIME, "how long to wait for hosts that want to be asked later"),
  TIME("PT30S", Rule.TIME, "longest time for one request"),
  PERMIT(
      "",
      "IP addresses with a port, apart by space or comma",
      "addresses of this machine or network that may be asked all the same");

  /** What several settings must be. */
  static final class Rule {

    static final int MOST = 10_000;

    /** A host that is told to wait keeps to it, so no slip of the pen may last. */
    static final Duration LONGEST = Duration.ofHours(24);

    static final String ADDRESS = "an http or https address";
    static final String COUNT = "a whole number from 1 to " + MOST;
    static final String TIME = "a time such as PT2S, from PT0S to " + LONGEST;

    private Rule() {}
  }

  private final String usual;
  private final String rule;
  private final String meaning;

  CrawlSetting(String usual, String rule, String meaning) {
    this.usual = usual;
    this.rule = rule;
    this.meaning = meaning;
  }

  static Optional<CrawlSetting> of(String word) {
    return Stream.of(values()).filter(setting -> setting.word().equals(word)).findFirst();
  }

  /** Its name in the file. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it counts as where it is not set. */
  String usual() {
    return usual;
  }

  /** What it must be, to stand behind "must be". */
  String rule() {
    return rule;
  }

  /** As it was written; what it counts as where it was not. */
  String in(Properties given) {
    return given.getProperty(word(), usual).strip();
  }

  /** All of them, as lines of help: each as it stands unset, what it means and must be. */
  static String help() {
    return Stream.of(values())
        .map(setting ->
            """
              %s=%s
                  %s;
                  must be %s
            """
                .formatted(setting.word(), setting.usual, setting.meaning, setting.rule))
        .collect(Collectors.joining());
  }
}
