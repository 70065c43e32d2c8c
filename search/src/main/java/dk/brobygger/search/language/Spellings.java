package dk.brobygger.search.language;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** How words are written on a keyboard that lacks their letters. */
final class Spellings {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private Spellings() {}

  /**
   * The spellings in plain letters: with two letters for one, as Germans and Danes write, and with
   * the letter that looks like it, as others do. {@code Fernwärme} gives {@code Fernwaerme} and
   * {@code Fernwarme}.
   *
   * @return none for a word in plain letters
   */
  static Set<String> plain(String words) {
    Set<String> plain = new LinkedHashSet<>();
    plain.add(bare(doubled(words)));
    plain.add(bare(words));
    plain.remove(words);
    return plain;
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
