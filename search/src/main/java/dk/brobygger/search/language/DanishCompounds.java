package dk.brobygger.search.language;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dk.brobygger.corpus.vocabulary.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes Danish compounds apart: {@code havvindmøllepark} into {@code hav}, {@code vind}, {@code
 * mølle} and {@code park}.
 *
 * <p>A compound is a word that is not in the dictionary but is made of words that are, with {@code
 * s} or {@code e} between them or nothing; its last word may be inflected. What the dictionary
 * holds is never taken apart, though it may once have been made of parts: {@code landbrug} is one
 * word, for it has one meaning. Of several ways the one with the fewest parts counts, then the one
 * with the longest last part. Precision comes before recall: where one part is unknown, nothing is
 * taken apart. Safe for many threads.
 */
public final class DanishCompounds {

  /** Shorter parts are endings and prefixes more often than words. */
  private static final int SHORTEST_PART = 3;

  /** Five letters hold no two parts worth telling apart. */
  private static final int SHORTEST_COMPOUND = 6;

  /** Longer ones are no words; keeps the work small for any text. */
  private static final int LONGEST_COMPOUND = 60;

  private static final int MOST_PARTS = 5;

  /** Words whose parts are remembered: texts say the same ones again and again. */
  private static final int KEPT_WORDS = 20_000;

  private final Set<String> words = new HashSet<>();
  private final Set<String> stems = new HashSet<>();
  private final Cache<String, List<TextAnalysis.Word>> split =
      Caffeine.newBuilder().maximumSize(KEPT_WORDS).build();

  private DanishCompounds(Collection<String> dictionary) {
    for (String word : dictionary) {
      if (word.length() >= SHORTEST_PART) {
        words.add(word);
        stems.add(stem(word));
      }
    }
  }

  /** Compounds of these words, which are in small letters. */
  public static DanishCompounds of(Collection<String> dictionary) {
    return new DanishCompounds(dictionary);
  }

  /** Compounds of the words shipped with the program. */
  public static DanishCompounds shipped() {
    return Shipped.COMPOUNDS;
  }

  /**
   * The parts of a word, in order, each in small letters with its place in the word; a letter that
   * only links two of them belongs to neither. Empty if the word is no compound.
   */
  public List<TextAnalysis.Word> parts(String word) {
    String small = word.toLowerCase(Locale.ROOT);
    if (word.length() < SHORTEST_COMPOUND
        || word.length() > LONGEST_COMPOUND
        || small.length() != word.length()) {
      return List.of();
    }
    return split.get(small, this::split);
  }

  private List<TextAnalysis.Word> split(String small) {
    return isWord(small) ? List.of() : new Split(small).best().orElse(List.of());
  }

  /** The words of the dictionary. */
  Set<String> words() {
    return Collections.unmodifiableSet(words);
  }

  /** Whether the dictionary holds this word or one with the same stem. */
  public boolean isWord(String small) {
    return words.contains(small) || stems.contains(stem(small));
  }

  private static String stem(String word) {
    List<TextAnalysis.Word> stems = TextAnalysis.stems(word, Language.DA);
    return stems.size() == 1 ? stems.getFirst().term() : word;
  }

  /** The best way to take the rest of a word apart, from each place in it, found from its end. */
  private final class Split {

    private final String word;
    private final @Nullable List<TextAnalysis.Word>[] best;

    @SuppressWarnings({"unchecked", "rawtypes"})
    Split(String word) {
      this.word = word;
      this.best = new List[word.length()];
      for (int start = word.length() - SHORTEST_PART; start >= 0; start--) {
        best[start] = from(start);
      }
    }

    Optional<List<TextAnalysis.Word>> best() {
      return Optional.ofNullable(best[0]).filter(parts -> parts.size() > 1);
    }

    private @Nullable List<TextAnalysis.Word> from(int start) {
      if (start > 0 && isLast(start)) {
        return List.of(part(start, word.length()));
      }
      @Nullable List<TextAnalysis.Word> found = null;
      for (int end = start + SHORTEST_PART; end <= word.length() - SHORTEST_PART; end++) {
        if (words.contains(word.substring(start, end))) {
          found = better(found, start, end, end);
          if (isLink(end)) {
            found = better(found, start, end, end + 1);
          }
        }
      }
      return found;
    }

    private @Nullable List<TextAnalysis.Word> better(
        @Nullable List<TextAnalysis.Word> found, int start, int end, int next) {
      @Nullable List<TextAnalysis.Word> rest = next < best.length ? best[next] : null;
      if (rest == null
          || rest.size() + 1 > MOST_PARTS
          || (found != null && found.size() <= rest.size() + 1)) {
        return found;
      }
      List<TextAnalysis.Word> parts = new ArrayList<>();
      parts.add(part(start, end));
      parts.addAll(rest);
      return parts;
    }

    private boolean isLast(int start) {
      String last = word.substring(start);
      return words.contains(last)
          || (last.length() > SHORTEST_PART + 1 && stems.contains(stem(last)));
    }

    private boolean isLink(int place) {
      return word.charAt(place) == 's' || word.charAt(place) == 'e';
    }

    private TextAnalysis.Word part(int start, int end) {
      return new TextAnalysis.Word(word.substring(start, end), start, end);
    }
  }

  /** Reads the file only when it is asked for. */
  private static final class Shipped {

    private static final DanishCompounds COMPOUNDS = of(lines("danish-words.txt"));
  }

  /** The lines of a file shipped beside this class; lines that begin with {@code #} are remarks. */
  static List<String> lines(String file) {
    try (InputStream in =
            Objects.requireNonNull(DanishCompounds.class.getResourceAsStream(file), file);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the shipped " + file, e);
    }
  }
}
