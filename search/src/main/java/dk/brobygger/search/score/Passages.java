package dk.brobygger.search.score;

import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.search.engine.Highlight;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Chooses the few stretches of an entry's texts that show best which words were found. */
public final class Passages {

  /** Longest stretch quoted, in UTF-16 units: about one line of a page. */
  static final int LONGEST = 110;

  private static final Pattern HELD_BEFORE = Pattern.compile("(?:[\\p{L}\\d]++-)+$");
  private static final Pattern HELD_AFTER = Pattern.compile("(?:-[\\p{L}\\d]++)+");

  private final List<Mark> marks;
  private final Set<String> quoted = new HashSet<>();

  private Passages(List<Mark> marks) {
    this.marks = marks;
  }

  /** A highlight and the word in it, which counts once however often it stands there. */
  private record Mark(Highlight place, String word) {

    boolean overlaps(Evidence other) {
      return place.field().equals(other.field())
          && place.start() < other.end()
          && place.end() > other.start();
    }
  }

  /**
   * The best stretches: each begins and ends with a highlighted word, stays in one field, and holds
   * as much as can be of what the words are worth that no better one quotes.
   *
   * @param entry whose texts the highlights lie in
   * @param highlights in order of field and place
   * @param most how many stretches to give at most
   */
  public static List<Evidence> best(Entry entry, List<Highlight> highlights, int most) {
    Map<String, String> fields = new HashMap<>();
    List<Mark> marks = new ArrayList<>();
    for (Highlight one : highlights) {
      String field =
          fields.computeIfAbsent(one.field(), name -> entry.field(name).orElseThrow().text());
      String word = field.substring(one.start(), one.end()).toLowerCase(Locale.ROOT);
      marks.add(new Mark(one, word));
    }
    Passages passages = new Passages(marks);
    List<Evidence> chosen = new ArrayList<>();
    Optional<Passage> next = passages.next();
    while (chosen.size() < most && next.isPresent()) {
      Evidence words = next.get().of(entry);
      chosen.add(words);
      passages.leaveOut(next.get(), words);
      next = passages.next();
    }
    return chosen;
  }

  /** The best of all that are left, the first of those that are as good. */
  private Optional<Passage> next() {
    return IntStream.range(0, marks.size())
        .filter(first -> !quoted.contains(marks.get(first).word()))
        .mapToObj(this::from)
        .reduce((one, other) -> other.worth() > one.worth() ? other : one);
  }

  /** From one mark to the last that is not quoted and within reach. */
  private Passage from(int first) {
    Highlight start = marks.get(first).place();
    Set<String> words = new HashSet<>();
    Highlight end = start;
    double worth = 0;
    for (Mark mark : marks.subList(first, marks.size())) {
      if (!mark.place().equals(start) && !reaches(start, mark.place())) {
        break;
      }
      if (!quoted.contains(mark.word()) && words.add(mark.word())) {
        worth += mark.place().worth();
        end = mark.place();
      }
    }
    return new Passage(start, end, words, worth);
  }

  private static boolean reaches(Highlight first, Highlight other) {
    return other.field().equals(first.field()) && other.end() - first.start() <= LONGEST;
  }

  private void leaveOut(Passage passage, Evidence words) {
    quoted.addAll(passage.words());
    marks.removeIf(mark -> mark.overlaps(words));
  }

  /**
   * A stretch.
   *
   * @param words those highlighted in it that no better one quotes
   * @param worth what they are worth
   */
  private record Passage(Highlight first, Highlight last, Set<String> words, double worth) {

    /** What hyphens hold together is quoted whole: nobody says "start" of start-ups. */
    Evidence of(Entry entry) {
      String text = entry.field(first.field()).orElseThrow().text();
      int reach = Math.max(0, first.start() - LONGEST);
      Matcher before = HELD_BEFORE.matcher(text).region(reach, first.start());
      Matcher after = HELD_AFTER.matcher(text).region(last.end(), text.length());
      return new Evidence(
          entry,
          first.field(),
          before.find() ? before.start() : first.start(),
          after.lookingAt() ? after.end() : last.end());
    }
  }
}
