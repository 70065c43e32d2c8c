package dk.brobygger.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A block of a long text: a heading, a list or a paragraph. Every word of the text is in one of
 * them, in order.
 *
 * @param kind what it is
 * @param lines the items of a list; one line otherwise, which may hold line breaks
 */
public record Passage(Kind kind, List<String> lines) {

  /** Longest line that is taken for a heading; the portal's own are up to 40 characters. */
  private static final int LONGEST_HEADING = 60;

  /**
   * Where the portal's full texts have lost a line break: a sentence or heading ends and the next
   * begins without a space ("Expected Outcome:Proposals").
   */
  private static final Pattern LOST_BREAK =
      Pattern.compile("(?<=[\\p{Ll})\\]][.:;])(?=\\p{Lu}\\p{Ll})");

  /** What a block is. */
  public enum Kind {
    /** A short line that ends with a colon, such as "Expected Outcome:". */
    HEADING,
    /** Lines that begin with a dash or a dot. */
    LIST,
    /** Anything else. */
    PARAGRAPH
  }

  /** Keeps a copy. */
  public Passage {
    lines = List.copyOf(lines);
  }

  /**
   * The blocks of a text: lines with a bullet, and what stands between blank lines or line breaks
   * that were lost.
   */
  public static List<Passage> of(String text) {
    List<Passage> passages = new ArrayList<>();
    List<String> items = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (String line :
        LOST_BREAK.matcher(text).replaceAll("\n\n").lines().map(String::strip).toList()) {
      boolean item = isItem(line);
      if (item || line.isEmpty()) {
        addProse(passages, lines);
      } else {
        addList(passages, items);
        lines.add(line);
      }
      if (item) {
        items.add(line.substring(2).strip());
      }
    }
    addProse(passages, lines);
    addList(passages, items);
    return passages;
  }

  private static boolean isItem(String line) {
    return line.length() > 2
        && "-•–*".indexOf(line.charAt(0)) >= 0
        && Character.isWhitespace(line.charAt(1));
  }

  private static void addProse(List<Passage> passages, List<String> lines) {
    if (!lines.isEmpty()) {
      String text = String.join("\n", lines);
      boolean heading = text.endsWith(":") && text.length() <= LONGEST_HEADING && lines.size() == 1;
      passages.add(
          heading
              ? new Passage(Kind.HEADING, List.of(text.substring(0, text.length() - 1)))
              : new Passage(Kind.PARAGRAPH, List.of(text)));
      lines.clear();
    }
  }

  private static void addList(List<Passage> passages, List<String> items) {
    if (!items.isEmpty()) {
      passages.add(new Passage(Kind.LIST, items));
      items.clear();
    }
  }
}
