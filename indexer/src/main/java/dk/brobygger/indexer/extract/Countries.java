package dk.brobygger.indexer.extract;

import dk.brobygger.corpus.vocabulary.CountryNames;
import dk.brobygger.corpus.vocabulary.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds countries by their names in Danish and English, and on pages in other languages in those,
 * and reads who a call is restricted to.
 */
public final class Countries {

  private static final Map<Optional<Language>, Names> NAMES = new ConcurrentHashMap<>();

  /** Names of countries and where they stand in a text. */
  private record Names(Map<String, String> codes, Pattern pattern) {

    static Names of(Map<String, String> codes) {
      return new Names(
          codes,
          Pattern.compile(
              "(?<![\\p{L}-])(?:"
                  + codes.keySet().stream()
                      .sorted(Comparator.comparingInt(String::length).reversed())
                      .map(Pattern::quote)
                      .collect(Collectors.joining("|"))
                  + ")(?![\\p{L}])"));
    }
  }

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

  private static Names names(Optional<Language> language) {
    return Names.of(
        CountryNames.of(Stream.concat(Language.OF_USERS.stream(), language.stream()).toList()));
  }

  /** The codes of the countries that a text names, each once, in the order of the text. */
  public static List<String> codes(String text) {
    return named(text).stream().map(Found::value).distinct().toList();
  }

  /** The countries a text names in Danish or English, each as often as it does, by their codes. */
  static List<Found<String>> named(String text) {
    return named(text, Optional.empty());
  }

  /** The same, by their names in another language, too. */
  static List<Found<String>> named(String text, Optional<Language> language) {
    Names names = NAMES.computeIfAbsent(language.filter(one -> !one.isOfUsers()), Countries::names);
    List<Found<String>> named = new ArrayList<>();
    Matcher name = names.pattern().matcher(text);
    while (name.find()) {
      named.add(
          new Found<>(names.codes().getOrDefault(name.group(), ""), name.start(), name.end()));
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
