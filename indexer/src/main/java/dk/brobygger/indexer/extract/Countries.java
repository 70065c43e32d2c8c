package dk.brobygger.indexer.extract;

import dk.brobygger.corpus.vocabulary.Geography;
import dk.brobygger.corpus.vocabulary.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds countries by their names in Danish and English, and reads who a call is restricted to. */
public final class Countries {

  /** Names in use beside those of CLDR. */
  private static final Map<String, String> ALSO =
      Map.ofEntries(
          Map.entry("UK", "UK"),
          Map.entry("Great Britain", "UK"),
          Map.entry("England", "UK"),
          Map.entry("Scotland", "UK"),
          Map.entry("Skotland", "UK"),
          Map.entry("Wales", "UK"),
          Map.entry("Storbritannien", "UK"),
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
          Map.entry("Basque Country", "ES"),
          Map.entry("Baskerlandet", "ES"),
          Map.entry("Catalonia", "ES"),
          Map.entry("Flanders", "BE"));

  private static final Map<String, String> CODES = codes();

  private static final Pattern NAME =
      Pattern.compile(
          "(?<![\\p{L}-])(?:"
              + CODES.keySet().stream()
                  .sorted(Comparator.comparingInt(String::length).reversed())
                  .map(Pattern::quote)
                  .collect(Collectors.joining("|"))
              + ")(?![\\p{L}])");

  private static final Pattern RESTRICTED =
      Pattern.compile(
          "(?iu)\\b(?:(?:only )?(?:open (?:only )?to|restricted to|limited to|reserved for)"
              + " (?:\\w+[ ,]+){0,8}?(?:from|in|established in|based in)|only (?:\\w+["
              + " ,]+){0,6}?(?:established|based|registered) in|eligible countries(?:"
              + " are)?\\s*[:|]|must be (?:established|based|registered) in(?: one of the following"
              + " countries:?)?|kun (?:\\w+[ ,]+){0,6}?(?:fra|i|etableret i)|forbeholdt (?:\\w+["
              + " ,]+){0,6}?(?:fra|i)|støtteberettigede lande\\s*[:|]|skal være"
              + " (?:etableret|hjemmehørende|registreret) i)\\s");

  /** Whoever is of the EU may apply, or somebody may not: no list of countries follows. */
  private static final Pattern OPEN =
      Pattern.compile(
          "(?iu)member states?|associated|EU countries|EU-lande|medlemslande|not eligible|ikke"
              + " støtteberettige|not (?:be )?established|overseas|for example|such as|f\\.eks\\.");

  private Countries() {}

  private static Map<String, String> codes() {
    Map<String, String> codes = new HashMap<>(ALSO);
    for (String iso : Locale.getISOCountries()) {
      String code = Geography.euCode(iso);
      Language.OF_USERS.stream()
          .map(language -> Geography.countryName(code, language))
          .filter(name -> name.length() > 3)
          .forEach(name -> codes.putIfAbsent(name, code));
    }
    codes.remove("Georgia"); // a state of the USA more often, on pages of clusters
    codes.remove("Jersey");
    return codes;
  }

  /** The codes of the countries that a text names, each once, in the order of the text. */
  public static List<String> codes(String text) {
    return named(text).stream().map(Found::value).distinct().toList();
  }

  /** The countries a text names, each as often as it does, by their codes. */
  static List<Found<String>> named(String text) {
    List<Found<String>> named = new ArrayList<>();
    Matcher name = NAME.matcher(text);
    while (name.find()) {
      named.add(new Found<>(CODES.getOrDefault(name.group(), ""), name.start(), name.end()));
    }
    return named;
  }

  /** The countries a call is restricted to, with the sentence that says so; none if it is not. */
  static List<Found<List<String>>> restrictions(String text) {
    List<Found<List<String>>> restrictions = new ArrayList<>();
    for (Found<String> sentence : Sentences.of(text)) {
      Matcher cue = RESTRICTED.matcher(sentence.value());
      if (cue.find() && !OPEN.matcher(sentence.value()).find()) {
        String list = sentence.value().substring(cue.end());
        List<Found<String>> named = named(list);
        List<String> codes = named.stream().map(Found::value).distinct().toList();
        if (!codes.isEmpty()) {
          restrictions.add(
              new Found<>(
                  codes,
                  sentence.start() + cue.start(),
                  sentence.start() + cue.end() + named.getLast().end()));
        }
      }
    }
    return restrictions;
  }
}
