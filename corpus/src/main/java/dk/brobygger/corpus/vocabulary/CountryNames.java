package dk.brobygger.corpus.vocabulary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
          Map.entry("Sydkorea", "KR"),
          Map.entry("Türkiye", "TR"),
          Map.entry("Turkey", "TR"),
          Map.entry("Tyrkiet", "TR"),
          Map.entry("Basque Country", "ES"),
          Map.entry("Baskerlandet", "ES"),
          Map.entry("Catalonia", "ES"),
          Map.entry("Flanders", "BE"));

  /**
   * Names that mean something else more often: a state, an island, first names, a kind of music.
   */
  private static final Set<String> NOT_READ = Set.of("Georgia", "Jersey", "Maurice", "Indie");

  /** In small letters these are land in the sea, and a bird. */
  private static final Set<String> WORDS_TOO = Set.of("island", "turkey");

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
   * The countries that words typed name in Danish or English, in their order; whatever their
   * capitals, but for names that are other words without.
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

  /** Read at first use. */
  private static final class Typed {

    private static final Map<String, String> CODES =
        of(Language.OF_USERS).entrySet().stream()
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
