package dk.brobygger.search.language;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says what a mistyped word was meant to be.
 *
 * <p>A word that is known, or that any entry holds in any inflection, is never changed; neither is
 * one in fewer than five letters, with a capital letter, which may be a name, or with anything but
 * letters. But what a keyboard without Danish letters makes of a Danish word is that word, in four
 * letters too, unless it is itself one as it is written. Of the words that differ by the fewest
 * letters the one that only lacks accents counts, then one of the vocabulary's labels, then the one
 * that most entries hold. For what is not changed but may be meant otherwise there are proposals.
 * Safe for many threads.
 */
public final class Spelling {

  /** In four letters there is always another word one letter away. */
  private static final int SHORTEST = 5;

  /** What has three letters is an abbreviation more often than half a Danish word. */
  private static final int SHORTEST_PLAIN = 4;

  private static final int MOST_PROPOSED = 3;

  /** How much oftener another word must stand for a known one to be doubted. */
  private static final int DOUBTFUL = 50;

  /** A label counts as much as a word that stands in so many entries. */
  private static final int LABEL_ENTRIES = 30;

  private final KnownWords known;
  private final Texts texts;

  /** The words of the texts that are searched. */
  public interface Texts {

    /** In how many entries a word stands exactly so. */
    long entries(String word);

    /** Whether an entry is found by a word, in any inflection. */
    boolean find(String word);

    /** Words that are written nearly like this one, which is in small letters. */
    List<SimilarWord> similar(String small);
  }

  /**
   * What a word may have been meant to be.
   *
   * @param surely what is looked for in its stead; empty where the word stays as it is
   * @param perhaps other words to propose, the likeliest first
   */
  public record Meant(Optional<String> surely, List<String> perhaps) {

    /** The word itself. */
    public static final Meant ITSELF = new Meant(Optional.empty(), List.of());

    /** Keeps a copy. */
    public Meant {
      perhaps = List.copyOf(perhaps);
    }
  }

  /** Corrects by these words. */
  public Spelling(KnownWords known, Texts texts) {
    this.known = known;
    this.texts = texts;
  }

  /** What a word was meant to be. */
  public Meant of(String word) {
    String small = word.toLowerCase(Locale.ROOT);
    if (word.length() < SHORTEST_PLAIN
        || !word.chars().allMatch(Character::isLetter)
        || known.isWritten(small)) {
      return Meant.ITSELF;
    }
    long entries = texts.entries(small);
    List<String> danish = danish(small);
    if (!danish.isEmpty()) {
      return meant(danish, entries == 0 && small.equals(word));
    }
    if (word.length() < SHORTEST || known.has(small)) {
      return Meant.ITSELF;
    }
    if (entries > 0) {
      return new Meant(Optional.empty(), commoner(small, entries));
    }
    List<String> similar = similar(small).map(SimilarWord::word).toList();
    // A word is found however its letters are written, but only the right one has a meaning.
    boolean plainly = !similar.isEmpty() && isPlainly(similar.getFirst(), small);
    if (!plainly && texts.find(small)) {
      return new Meant(Optional.empty(), commoner(small, entries));
    }
    return meant(similar, small.equals(word));
  }

  private static Meant meant(List<String> likeliestFirst, boolean surely) {
    return likeliestFirst.isEmpty() || !surely
        ? new Meant(Optional.empty(), first(likeliestFirst))
        : new Meant(
            Optional.of(likeliestFirst.getFirst()),
            first(likeliestFirst.subList(1, likeliestFirst.size())));
  }

  /** The Danish words that may have been typed so. */
  private List<String> danish(String small) {
    return Spellings.danish(small).stream()
        .map(word -> new SimilarWord(word, 0, (int) texts.entries(word)))
        .filter(one -> one.entries() > 0 || known.isWritten(one.word()))
        .sorted(Comparator.comparing(this::worth).reversed())
        .map(SimilarWord::word)
        .toList();
  }

  private static List<String> first(List<String> words) {
    return words.stream().limit(MOST_PROPOSED).toList();
  }

  /** What stands in texts may be a typo there, too: one that is seldom, beside a common word. */
  private List<String> commoner(String small, long entries) {
    long least = entries == 0 ? LABEL_ENTRIES : DOUBTFUL * entries;
    return first(
        similar(small)
            .filter(one -> one.edits() == 1 && worth(one) >= least)
            .map(SimilarWord::word)
            .toList());
  }

  private Stream<SimilarWord> similar(String small) {
    Map<String, SimilarWord> byWord = new HashMap<>();
    Stream.concat(texts.similar(small).stream(), known.similar(small).stream())
        .filter(one -> one.word().chars().allMatch(Character::isLetter))
        .filter(one -> one.word().length() >= SHORTEST - 1)
        .forEach(
            one -> byWord.merge(one.word(), one, (a, b) -> a.entries() >= b.entries() ? a : b));
    return byWord.values().stream()
        .sorted(
            Comparator.comparing((SimilarWord one) -> !isPlainly(one.word(), small))
                .thenComparing(SimilarWord::edits)
                .thenComparing(Comparator.comparing(this::worth).reversed())
                .thenComparing(SimilarWord::word));
  }

  /** Whether somebody typed a word on a keyboard that lacks its letters. */
  private static boolean isPlainly(String word, String typed) {
    return Spellings.plain(word).contains(typed);
  }

  private int worth(SimilarWord word) {
    return word.entries() + (known.isLabel(word.word()) ? LABEL_ENTRIES : 0);
  }
}
