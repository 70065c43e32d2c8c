package dk.brobygger.corpus.vocabulary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people call countries, and parts of them that are spoken of as if they were countries. */
public final class CountryNames {

  /** Names in use beside those of CLDR. */
  private static final Map<String, String> ALSO =
      Map.ofEntries(
          Map.entry("UK", "UK"),
          Map.entry("Great Britain", "UK"),
          Map.entry("England", "UK"),
          Map.entry("Scotland", "UK"),
          Map.entry("Skotland", "UK"),
          Map.entry("Wales", "UK"),
          Map.entry("Northern Ireland", "UK"),
          Map.entry("Nordirland", "UK"),
          Map.entry("Storbritannien", "UK"),
          Map.entry("Det Forenede Kongerige", "UK"),
          Map.entry("The Netherlands", "NL"),
          Map.entry("Holland", "NL"),
          Map.entry("Nederlandene", "NL"),
          Map.entry("Czech Republic", "CZ"),
          Map.entry("Tjekkiet", "CZ"),
          Map.entry("USA", "US"),
          Map.entry("United States of America", "US"),
          Map.entry("South Korea", "KR"),
          Map.entry("Republic of Korea", "KR"),
          Map.entry("New-Zealand", "NZ"),
          Map.entry("Sydkorea", "KR"),
          Map.entry("Türkiye", "TR"),
          Map.entry("Turkey", "TR"),
          Map.entry("Tyrkiet", "TR"),
          Map.entry("Basque Country", "ES"),
          Map.entry("Baskerlandet", "ES"),
          Map.entry("Catalonia", "ES"),
          Map.entry("Flanders", "BE"));

  /** What those of a country are called in English. */
  public static final Map<String, String> ENGLISH_ADJECTIVES =
      Map.ofEntries(
          Map.entry("Albanian", "AL"),
          Map.entry("Austrian", "AT"),
          Map.entry("Belgian", "BE"),
          Map.entry("British", "UK"),
          Map.entry("Bulgarian", "BG"),
          Map.entry("Canadian", "CA"),
          Map.entry("Chinese", "CN"),
          Map.entry("Croatian", "HR"),
          Map.entry("Cypriot", "CY"),
          Map.entry("Czech", "CZ"),
          Map.entry("Danish", "DK"),
          Map.entry("Dutch", "NL"),
          Map.entry("Estonian", "EE"),
          Map.entry("Finnish", "FI"),
          Map.entry("French", "FR"),
          Map.entry("German", "DE"),
          Map.entry("Greek", "EL"),
          Map.entry("Hungarian", "HU"),
          Map.entry("Icelandic", "IS"),
          Map.entry("Irish", "IE"),
          Map.entry("Italian", "IT"),
          Map.entry("Japanese", "JP"),
          Map.entry("Korean", "KR"),
          Map.entry("Latvian", "LV"),
          Map.entry("Lithuanian", "LT"),
          Map.entry("Maltese", "MT"),
          Map.entry("Moldovan", "MD"),
          Map.entry("Norwegian", "NO"),
          Map.entry("Polish", "PL"),
          Map.entry("Portuguese", "PT"),
          Map.entry("Romanian", "RO"),
          Map.entry("Scottish", "UK"),
          Map.entry("Serbian", "RS"),
          Map.entry("Slovak", "SK"),
          Map.entry("Slovenian", "SI"),
          Map.entry("Spanish", "ES"),
          Map.entry("Swedish", "SE"),
          Map.entry("Swiss", "CH"),
          Map.entry("Turkish", "TR"),
          Map.entry("Ukrainian", "UA"));

  /** The same in Danish, of one; of several an e follows. */
  private static final Map<String, String> DANISH_ADJECTIVES =
      Map.ofEntries(
          Map.entry("amerikansk", "US"),
          Map.entry("belgisk", "BE"),
          Map.entry("britisk", "UK"),
          Map.entry("bulgarsk", "BG"),
          Map.entry("canadisk", "CA"),
          Map.entry("dansk", "DK"),
          Map.entry("estisk", "EE"),
          Map.entry("finsk", "FI"),
          Map.entry("fransk", "FR"),
          Map.entry("græsk", "EL"),
          Map.entry("hollandsk", "NL"),
          Map.entry("irsk", "IE"),
          Map.entry("islandsk", "IS"),
          Map.entry("italiensk", "IT"),
          Map.entry("japansk", "JP"),
          Map.entry("kinesisk", "CN"),
          Map.entry("koreansk", "KR"),
          Map.entry("kroatisk", "HR"),
          Map.entry("lettisk", "LV"),
          Map.entry("litauisk", "LT"),
          Map.entry("nederlandsk", "NL"),
          Map.entry("norsk", "NO"),
          Map.entry("polsk", "PL"),
          Map.entry("portugisisk", "PT"),
          Map.entry("rumænsk", "RO"),
          Map.entry("schweizisk", "CH"),
          Map.entry("skotsk", "UK"),
          Map.entry("slovakisk", "SK"),
          Map.entry("slovensk", "SI"),
          Map.entry("spansk", "ES"),
          Map.entry("svensk", "SE"),
          Map.entry("tjekkisk", "CZ"),
          Map.entry("tyrkisk", "TR"),
          Map.entry("tysk", "DE"),
          Map.entry("ukrainsk", "UA"),
          Map.entry("ungarsk", "HU"),
          Map.entry("østrigsk", "AT"));

  /**
   * Names that mean something else more often: a state, an island, first names, a kind of music.
   */
  private static final Set<String> NOT_READ = Set.of("Georgia", "Jersey", "Maurice", "Indie");

  /** In small letters these are land in the sea, a bird, and what makes a thing shine. */
  private static final Set<String> WORDS_TOO = Set.of("island", "turkey", "polish");

  /** Shorter ones are words and abbreviations of other things. */
  private static final int SHORTEST = 4;

  private CountryNames() {}

  /**
   * A country that a text names.
   *
   * @param code two letters, EU style
   * @param start where the name begins
   * @param end behind its last character
   */
  public record Named(String code, int start, int end) {}

  /** The codes of countries, EU style, by their names in some languages and those in use beside. */
  public static Map<String, String> of(Collection<Language> languages) {
    Map<String, String> codes = new HashMap<>(ALSO);
    for (Language language : languages) {
      for (String iso : Locale.getISOCountries()) {
        String code = Geography.euCode(iso);
        String name = Geography.countryName(code, language);
        if (name.length() >= SHORTEST && !NOT_READ.contains(name)) {
          codes.putIfAbsent(name, code);
        }
      }
    }
    return codes;
  }

  /**
   * The countries that words typed name in Danish or English, or whose people or things they name,
   * in their order; whatever their capitals, but for names that are other words without.
   */
  public static List<Named> typed(String words) {
    List<Named> named = new ArrayList<>();
    Matcher matcher = Typed.PATTERN.matcher(words);
    while (matcher.find()) {
      String code = Typed.CODES.get(matcher.group().toLowerCase(Locale.ROOT));
      if (code != null && !WORDS_TOO.contains(matcher.group())) {
        named.add(new Named(code, matcher.start(), matcher.end()));
      }
    }
    return named;
  }

  /** The code of a country by its name in Danish or English; empty where it is none. */
  public static Optional<String> code(String name) {
    return typed(name).stream()
        .filter(one -> one.start() == 0 && one.end() == name.length())
        .map(Named::code)
        .findFirst();
  }

  /** Read at first use. */
  private static final class Typed {

    private static final Map<String, String> CODES =
        Stream.of(
                of(Language.OF_USERS).entrySet().stream(),
                ENGLISH_ADJECTIVES.entrySet().stream(),
                DANISH_ADJECTIVES.entrySet().stream(),
                DANISH_ADJECTIVES.entrySet().stream()
                    .map(one -> Map.entry(one.getKey() + "e", one.getValue())))
            .flatMap(named -> named)
            .collect(
                Collectors.toMap(
                    one -> one.getKey().toLowerCase(Locale.ROOT),
                    Map.Entry::getValue,
                    (one, other) -> one));

    /** The longest first: the United States of America are one country. */
    private static final Pattern PATTERN =
        Pattern.compile(
            CODES.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(
                    Collectors.joining("|", "(?iu)(?<![\\p{L}\\d-])(?:", ")(?![\\p{L}\\d-])")));
  }
}
