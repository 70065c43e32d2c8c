package dk.brobygger.search.score;

import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.search.engine.Highlight;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Chooses the few stretches of an entry's texts that show best which words were found. */
public final class Passages {

  /** Longest stretch quoted, in UTF-16 units: about one line of a page. */
  static final int LONGEST = 110;

  private final Entry entry;

  /** Read once for all highlights in them. */
  private final Map<String, String> fields = new HashMap<>();

  private Passages(Entry entry) {
    this.entry = entry;
  }

  /**
   * The best stretches: each begins and ends with a highlighted word, stays in one field, and holds
   * as many different highlighted words as fit; no words are quoted twice.
   *
   * @param entry whose texts the highlights lie in
   * @param highlights in order of field and place
   * @param most how many stretches to give at most
   */
  public static List<Evidence> best(Entry entry, List<Highlight> highlights, int most) {
    Passages passages = new Passages(entry);
    List<Passage> candidates = new ArrayList<>(passages.candidates(highlights));
    candidates.sort(
        Comparator.comparingInt((Passage passage) -> passage.words().size())
            .reversed()
            .thenComparing(Passage::field)
            .thenComparing(Passage::start));
    List<Evidence> chosen = new ArrayList<>();
    Set<String> quoted = new HashSet<>();
    for (Passage passage : candidates) {
      if (chosen.size() < most && quoted.addAll(passage.words())) {
        chosen.add(new Evidence(entry, passage.field(), passage.start(), passage.end()));
      }
    }
    return chosen;
  }

  private List<Passage> candidates(List<Highlight> highlights) {
    List<Passage> candidates = new ArrayList<>();
    int next = 0;
    while (next < highlights.size()) {
      Highlight first = highlights.get(next);
      Set<String> words = new HashSet<>();
      int end = first.end();
      while (next < highlights.size() && reaches(first, highlights.get(next))) {
        end = highlights.get(next).end();
        words.add(word(highlights.get(next)));
        next++;
      }
      candidates.add(new Passage(first.field(), first.start(), end, words));
    }
    return candidates;
  }

  private static boolean reaches(Highlight first, Highlight other) {
    return first.equals(other)
        || (other.field().equals(first.field()) && other.end() - first.start() <= LONGEST);
  }

  private String word(Highlight highlight) {
    return fields
        .computeIfAbsent(highlight.field(), name -> entry.field(name).orElseThrow().text())
        .substring(highlight.start(), highlight.end())
        .toLowerCase(Locale.ROOT);
  }

  private record Passage(String field, int start, int end, Set<String> words) {}
}
