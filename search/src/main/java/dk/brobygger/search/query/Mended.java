package dk.brobygger.search.query;

import dk.brobygger.search.language.Spelling.Meant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was typed with its typos mended. Only plain words are: no phrases, no values of facets, no
 * words that must not stand, and nothing with a digit or sign in it but hyphens.
 *
 * @param text the question with the words that were meant
 * @param corrections each word that was or may be changed
 * @param proposals other questions that may have been meant
 */
record Mended(String text, List<Expansion> corrections, List<String> proposals) {

  private static final Pattern WORDS =
      Pattern.compile("\\p{Punct}*(\\p{L}+(?:-\\p{L}++)*+)\\p{Punct}*");

  private static final Pattern WORD = Pattern.compile("\\p{L}+");

  private static final int MOST_PROPOSED = 3;

  /**
   * Mends a question.
   *
   * @param typed the question
   * @param without words that are not to be looked for
   * @param meant says what a word was meant to be that stands, with hyphens, in another
   */
  static Mended of(String typed, Set<String> without, BiFunction<String, String, Meant> meant) {
    Mending mending = new Mending(typed, without);
    Matcher matcher = QueryParser.PART.matcher(typed);
    while (matcher.find()) {
      if (matcher.group(5) != null && matcher.group(1) == null) {
        Matcher token = WORDS.matcher(matcher.group(5));
        if (token.matches()) {
          Matcher word = WORD.matcher(token.group(1));
          int start = matcher.start(5) + token.start(1);
          while (word.find()) {
            Meant other = meant.apply(word.group(), token.group(1));
            mending.word(start + word.start(), start + word.end(), other);
          }
        }
      }
    }
    return mending.done();
  }

  /** A word of the question that may be another. */
  private record Doubt(int start, int end, String other) {}

  /** One question while it is mended, from its first word to its last. */
  private static final class Mending {

    private final String typed;
    private final Set<String> without;
    private final StringBuilder text = new StringBuilder();
    private final List<Expansion> corrections = new ArrayList<>();
    private final List<Doubt> doubts = new ArrayList<>();
    private int done;

    Mending(String typed, Set<String> without) {
      this.typed = typed;
      this.without = without;
    }

    void word(int start, int end, Meant meant) {
      text.append(typed, done, start);
      String word = typed.substring(start, end);
      String now = word;
      if (meant.surely().isPresent()) {
        String added = meant.surely().get();
        boolean used = !without.contains(added);
        corrections.add(new Expansion(word, added, Expansion.Kind.SPELLING, used));
        now = used ? added : word;
      }
      int place = text.length();
      text.append(now);
      meant.perhaps().forEach(other -> doubts.add(new Doubt(place, text.length(), other)));
      done = end;
    }

    Mended done() {
      text.append(typed.substring(done));
      Set<String> proposals = new LinkedHashSet<>();
      for (Doubt doubt : doubts) {
        proposals.add(
            new StringBuilder(text).replace(doubt.start(), doubt.end(), doubt.other()).toString());
      }
      return new Mended(
          text.toString(), corrections, proposals.stream().limit(MOST_PROPOSED).toList());
    }
  }
}
