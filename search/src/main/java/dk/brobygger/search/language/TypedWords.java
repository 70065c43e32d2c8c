package dk.brobygger.search.language;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says by which English words one that somebody types is looked for besides: everyday Danish words,
 * which the tenders and labels that the bridge is made of seldom hold; those of the bridge; and for
 * an English word how it is written on the other side of the Atlantic. Immutable, safe for many
 * threads.
 */
public final class TypedWords {

  /** What ends so in America, after a root that is no ending itself: {@code seize} stays. */
  private static final Pattern AMERICAN =
      Pattern.compile("(\\p{L}{4,})iz(e|ed|es|er|ers|ing|ation|ations)");

  /** The other way round only this is sure: {@code enterprise} is written so everywhere. */
  private static final Pattern BRITISH = Pattern.compile("(\\p{L}{4,})is(ations?)");

  private static final Pattern WORD = Pattern.compile("\\p{L}+");

  private static final Map<String, String> ACROSS_THE_ATLANTIC = acrossTheAtlantic();

  private static final BridgeDictionary EVERYDAY =
      new BridgeDictionary(
          DanishCompounds.lines("everyday-da-en.tsv").stream().flatMap(TypedWords::rows).toList());

  private final TermBridge bridge;

  /** The words shipped with the program, beside those of a bridge. */
  public TypedWords(TermBridge bridge) {
    this.bridge = bridge;
  }

  private static Map<String, String> acrossTheAtlantic() {
    Map<String, String> other = new HashMap<>();
    for (String line : DanishCompounds.lines("english-spellings.tsv")) {
      String[] pair = line.split("\t", -1);
      other.put(pair[0], pair[1]);
      other.put(pair[1], pair[0]);
    }
    return Map.copyOf(other);
  }

  private static Stream<TermBridge.Row> rows(String line) {
    String[] cells = line.split("\t", -1);
    return Stream.of(cells[1].split("; ")).map(english -> new TermBridge.Row(cells[0], english, 1));
  }

  /** The everyday Danish words. */
  static Set<String> danish() {
    return EVERYDAY.danish();
  }

  /** English words that are written in one way in America and in another one in Britain. */
  static Set<String> spelledTwice() {
    return ACROSS_THE_ATLANTIC.keySet();
  }

  /** The other English words for the everyday things that an English word stands for. */
  static Set<String> related(String english) {
    Set<String> related = new LinkedHashSet<>();
    for (String danish : danish()) {
      @Nullable Map<String, Double> words = EVERYDAY.phrases(danish);
      if (words != null && words.containsKey(english)) {
        related.addAll(words.keySet());
      }
    }
    related.remove(english);
    return related;
  }

  /**
   * The English words or phrases for a word, likeliest first, with how surely they are it, above 0,
   * at most 1; none for one that is not known. A Danish word that is known as it was typed is taken
   * for no form of another: {@code køer} are no queues.
   */
  public Map<String, Double> english(String typed) {
    String small = typed.toLowerCase(Locale.ROOT);
    @Nullable Map<String, Double> everyday = EVERYDAY.phrases(small);
    if (everyday != null && (danish().contains(small) || !bridge.danishWords().contains(small))) {
      return everyday;
    }
    Map<String, Double> english = new LinkedHashMap<>(bridge.english(small));
    spelledElsewhere(small).ifPresent(other -> english.putIfAbsent(other, 1.0));
    return english;
  }

  /** English words as they are written on the other side of the Atlantic, if any is otherwise. */
  static Optional<String> acrossTheAtlantic(String english) {
    String other =
        WORD.matcher(english)
            .replaceAll(word ->
                spelledElsewhere(word.group().toLowerCase(Locale.ROOT)).orElse(word.group()));
    return other.equals(english) ? Optional.empty() : Optional.of(other);
  }

  /** How an English word is written on the other side of the Atlantic, if otherwise. */
  static Optional<String> spelledElsewhere(String small) {
    @Nullable String other = ACROSS_THE_ATLANTIC.get(small);
    if (other != null) {
      return Optional.of(other);
    }
    if (small.endsWith("s")) {
      @Nullable String others = ACROSS_THE_ATLANTIC.get(small.substring(0, small.length() - 1));
      if (others != null) {
        return Optional.of(others + "s");
      }
    }
    Matcher american = AMERICAN.matcher(small);
    if (american.matches()) {
      return Optional.of(american.group(1) + "is" + american.group(2));
    }
    Matcher british = BRITISH.matcher(small);
    return british.matches()
        ? Optional.of(british.group(1) + "iz" + british.group(2))
        : Optional.empty();
  }
}
