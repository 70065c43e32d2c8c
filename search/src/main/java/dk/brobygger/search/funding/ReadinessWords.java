package dk.brobygger.search.funding;

import dk.brobygger.corpus.entry.Call;
import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.Readiness;
import dk.brobygger.corpus.entry.TextField;
import dk.brobygger.search.score.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Technology readiness levels as texts speak of them. */
public final class ReadinessWords {

  /** What levels are called, as a regular expression; the first number follows at once. */
  public static final String NAME =
      "(?:TRLs?|[Tt]echnology [Rr]eadiness [Ll]evels?(?: \\(TRLs?\\))?"
          + "|[Tt]eknologisk(?:e)? modenhed(?:sniveau(?:er|erne|et)?)?(?: \\(TRL\\))?)"
          + "(?:[ \u00a0-]?(?:[Ll]evels?|[Nn]iveau(?:er|erne|et)?))?(?::? |:|[\u00a0-])?";

  /** What of two levels comes after “and”, where no noun follows: “TRL 3 and 8 partners” is one. */
  private static final String NO_NOUN =
      "(?=\\s*+(?:$|[^\\s\\p{L}\\d]|(?:and|og|in|i|at|on|på|by|ved|with|med|for|to|til|within"
          + "|inden|from|fra)\\b))";

  /** One level or several, as a regular expression with the groups {@code low} and {@code high}. */
  public static final String LEVELS =
      NAME
          + "(?<low>[1-9])(?![0-9%])"
          + "(?:\\s?(?:[-–—/]|to|til|(?:and|og)(?=\\s?(?:TRL\\s?)?[1-9]"
          + NO_NOUN
          + "))\\s?(?:TRL\\s?)?(?<high>[1-9])(?![0-9%]))?";

  private static final Pattern SAID = Pattern.compile("\\b" + LEVELS);

  /** Longest stretch quoted, in UTF-16 units: two lines of a page. */
  private static final int LONGEST = 220;

  private ReadinessWords() {}

  /**
   * Levels that a text speaks of.
   *
   * @param low the lowest
   * @param high the highest
   * @param words what says so
   */
  record Said(int low, int high, Evidence words) {

    /** Whether one level alone is named, which may be the first or the last of several. */
    boolean open() {
      return low == high;
    }
  }

  /** All levels that a text speaks of, in order of place. */
  static List<Said> in(Entry entry, TextField field) {
    List<Said> said = new ArrayList<>();
    Matcher matcher = SAID.matcher(field.text());
    while (matcher.find()) {
      int low = Integer.parseInt(matcher.group("low"));
      int high = matcher.group("high") == null ? low : Integer.parseInt(matcher.group("high"));
      Evidence words = new Evidence(entry, field.name(), matcher.start(), matcher.end());
      said.add(new Said(low, Math.max(low, high), words));
    }
    return said;
  }

  /**
   * The sentence of a call that says at which level its projects end or, where that is not known,
   * begin; empty where no text of it says so.
   */
  public static Optional<Evidence> of(Call call) {
    Readiness asked = call.terms().readiness();
    return asked.end().isPresent()
        ? first(call, said -> asked.end().get() == said.high())
        : asked.start().flatMap(start -> first(call, said -> start == said.low()));
  }

  private static Optional<Evidence> first(Call call, Predicate<Said> wanted) {
    for (TextField field : call.texts()) {
      for (Said said : in(call, field)) {
        if (wanted.test(said)) {
          return Optional.of(sentence(field.text(), said.words()));
        }
      }
    }
    return Optional.empty();
  }

  /** The sentence around some words; the words alone where it is long. */
  private static Evidence sentence(String text, Evidence words) {
    int start = words.start();
    while (start > 0 && !isEnd(text, start - 1)) {
      start--;
    }
    while (Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    int end = words.end();
    while (end < text.length() && !isEnd(text, end)) {
      end++;
    }
    return end - start > LONGEST ? words : new Evidence(words.of(), words.field(), start, end);
  }

  private static boolean isEnd(String text, int at) {
    char sign = text.charAt(at);
    return sign == '\n'
        || ((sign == '.' || sign == ';')
            && (at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1))));
  }
}
