package dk.brobygger.web.page;

import dk.brobygger.search.engine.Highlight;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of text, with or without a mark.
 *
 * @param text the words
 * @param marked whether they were asked for
 */
public record Marked(String text, boolean marked) {

  private static final int LEAD = 80;
  private static final int LONGEST = 300;

  /**
   * A part of a text around its first highlighted words, taken apart so that these can be marked.
   */
  public static List<Marked> excerpt(String text, List<Highlight> highlights) {
    int first = highlights.isEmpty() ? 0 : highlights.getFirst().start();
    int start = first <= LEAD ? 0 : wordStart(text, first - LEAD);
    int end = text.length() - start <= LONGEST ? text.length() : wordStart(text, start + LONGEST);
    List<Marked> parts = new ArrayList<>();
    if (start > 0) {
      parts.add(new Marked("… ", false));
    }
    int done = start;
    for (Highlight highlight : highlights) {
      if (highlight.end() <= end) {
        parts.add(new Marked(text.substring(done, highlight.start()), false));
        parts.add(new Marked(text.substring(highlight.start(), highlight.end()), true));
        done = highlight.end();
      }
    }
    parts.add(new Marked(text.substring(done, end) + (end < text.length() ? " …" : ""), false));
    return parts;
  }

  private static int wordStart(String text, int from) {
    int space = text.indexOf(' ', from);
    return space < 0 || space - from > 40 ? from : space + 1;
  }
}
