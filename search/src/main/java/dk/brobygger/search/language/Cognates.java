package dk.brobygger.search.language;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * English words that a Danish word of Greek or Latin descent may be, by regular changes of
 * spelling: {@code regulering} may be {@code regulation}, {@code kapacitet} {@code capacity}.
 *
 * <p>A rule proposes; whether the proposal is a word must be checked.
 */
public final class Cognates {

  private static final int SHORTEST = 5;

  /** Danish ending, English endings; longer ones first, since the first that fits counts. */
  private static final List<Ending> ENDINGS =
      List.of(
          new Ending("isering", "isation", "ization", "ising"),
          new Ending("ificering", "ification"),
          new Ending("ering", "ation", "ering", "ing", "ion"),
          new Ending("isere", "ise", "ize"),
          new Ending("iseret", "ised", "ized"),
          new Ending("ificere", "ify"),
          new Ending("ceret", "ced", "ted"),
          new Ending("eret", "ated", "ed"),
          new Ending("erende", "ating", "ing"),
          new Ending("ere", "ate", "e", ""),
          new Ending("ologisk", "ological", "ologic"),
          new Ending("ografisk", "ographic", "ographical"),
          new Ending("isk", "ic", "ical", "ian"),
          new Ending("itet", "ity"),
          new Ending("logi", "logy"),
          new Ending("grafi", "graphy"),
          new Ending("nomi", "nomy"),
          new Ending("pati", "pathy"),
          new Ending("metri", "metry"),
          new Ending("skopi", "scopy"),
          new Ending("terapi", "therapy"),
          new Ending("syntese", "synthesis"),
          new Ending("analyse", "analysis"),
          new Ending("lyse", "lysis"),
          new Ending("ik", "ics", "ic"),
          new Ending("ion", "ion"),
          new Ending("isme", "ism"),
          new Ending("ens", "ence", "ens"),
          new Ending("ans", "ance", "ancy"),
          new Ending("ance", "ance"),
          new Ending("tør", "tor"),
          new Ending("ør", "er", "or"),
          new Ending("ient", "ient"),
          new Ending("iel", "ial"),
          new Ending("tuel", "tual"),
          new Ending("el", "al", "le"),
          new Ending("iv", "ive"),
          new Ending("ibel", "ible"),
          new Ending("abel", "able"),
          new Ending("ment", "ment"),
          new Ending("sion", "sion"),
          new Ending("ur", "ure"),
          new Ending("ari", "ary"),
          new Ending("ori", "ory"),
          new Ending("tri", "try"),
          new Ending("i", "y"),
          new Ending("e", "", "e", "is"),
          new Ending("", "", "e"));

  private static final List<String> INFLECTIONS =
      List.of(
          "", "en", "et", "er", "erne", "ernes", "ens", "ets", "ers", "ne", "n", "r", "s", "t",
          "e");

  private Cognates() {}

  /** A Danish ending and what it is in English. */
  private record Ending(String danish, String... english) {}

  /** The English words a Danish word may be, the likeliest first; may be empty. */
  public static Set<String> of(String danish) {
    String word = danish.toLowerCase(Locale.ROOT);
    Set<String> cognates = new LinkedHashSet<>();
    if (word.length() < SHORTEST || !word.chars().allMatch(Character::isLetter)) {
      return cognates;
    }
    for (String inflection : INFLECTIONS) {
      if (word.endsWith(inflection) && word.length() - inflection.length() >= SHORTEST) {
        add(word.substring(0, word.length() - inflection.length()), cognates);
      }
    }
    return cognates;
  }

  private static void add(String lemma, Set<String> cognates) {
    for (Ending ending : ENDINGS) {
      if (lemma.endsWith(ending.danish())) {
        String root = lemma.substring(0, lemma.length() - ending.danish().length());
        for (String english : ending.english()) {
          for (String spelled : spellings(root)) {
            cognates.add(spelled + english);
          }
        }
        if (!ending.danish().isEmpty() && ending.danish().length() > 1) {
          return;
        }
      }
    }
  }

  private static List<String> spellings(String root) {
    String latin = root.replace("æ", "ae").replace("ø", "e").replace("å", "a").replace("aks", "ax");
    String hard = latin.replace("k", "c").replace("ccc", "cc");
    String greek = hard.replace("fy", "phy").replace("fo", "pho").replace("ty", "thy");
    String ch = latin.replaceFirst("k(?=[lre])", "ch").replace("k", "c");
    String ks = hard.replace("cs", "x").replace("kv", "qu").replace("cv", "qu");
    String e = root.replace("æ", "e").replace("k", "c");
    return List.of(latin, hard, ks, greek, ch, e, hard.replace("f", "ph"), hard.replace("t", "th"));
  }
}
