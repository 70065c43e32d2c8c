package dk.brobygger.search.language;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How words are written on a keyboard that lacks their letters, and what was meant by that. */
public final class Spellings {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  /** What is typed for a Danish letter, two letters before the one of which they begin. */
  private static final Pattern TYPED = Pattern.compile("ae|oe|aa|a|o");

  private static final Map<String, String> DANISH =
      Map.of("ae", "æ", "oe", "ø", "aa", "å", "a", "å", "o", "ø");

  /** So many ways leave each of eight letters open; in a longer word the others are as typed. */
  private static final int MOST = 256;

  private Spellings() {}

  /**
   * The spellings in plain letters: with two letters for one, as Germans and Danes write, and with
   * the letter that looks like it, as others do. {@code Fernwärme} gives {@code Fernwaerme} and
   * {@code Fernwarme}.
   *
   * @return none for a word in plain letters
   */
  public static Set<String> plain(String words) {
    Set<String> plain = new LinkedHashSet<>();
    plain.add(bare(doubled(words)));
    plain.add(bare(words));
    plain.remove(words);
    return plain;
  }

  /**
   * The spellings that may be meant by a word in plain letters, which is small: with {@code æ},
   * {@code ø} and {@code å} for two letters or for the one that looks like it, likeliest first.
   * {@code vaerktojer} gives {@code værktøjer} among others; few are words.
   *
   * @return none for a word in which no such letter can be meant
   */
  static List<String> danish(String small) {
    List<String> begun = List.of("");
    int done = 0;
    Matcher typed = TYPED.matcher(small);
    while (typed.find()) {
      String between = small.substring(done, typed.start());
      String as = typed.group();
      String letter = Objects.requireNonNull(DANISH.get(as));
      // Danish has few words with two such letters in a row, but each has some with one.
      List<String> ways = as.length() > 1 ? List.of(letter, as) : List.of(as, letter);
      List<String> tried = begun.size() < MOST ? ways : ways.subList(0, 1);
      begun =
          begun.stream().flatMap(word -> tried.stream().map(way -> word + between + way)).toList();
      done = typed.end();
    }
    String rest = small.substring(done);
    return begun.stream().map(word -> word + rest).filter(word -> !word.equals(small)).toList();
  }

  private static String doubled(String words) {
    return words
        .replace("ä", "ae")
        .replace("Ä", "Ae")
        .replace("ö", "oe")
        .replace("Ö", "Oe")
        .replace("ü", "ue")
        .replace("Ü", "Ue")
        .replace("ø", "oe")
        .replace("Ø", "Oe")
        .replace("å", "aa")
        .replace("Å", "Aa");
  }

  private static String bare(String words) {
    String marked = words.replace("ø", "o").replace("Ø", "O");
    String ligatures =
        marked
            .replace("æ", "ae")
            .replace("Æ", "Ae")
            .replace("œ", "oe")
            .replace("Œ", "Oe")
            .replace("ß", "ss");
    return MARKS.matcher(Normalizer.normalize(ligatures, Normalizer.Form.NFD)).replaceAll("");
  }
}
