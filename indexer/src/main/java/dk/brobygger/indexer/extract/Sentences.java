package dk.brobygger.indexer.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a text apart into sentences. The portal's texts have lost the space and the line between
 * many of them ({@code by the end of the project.nullActivities}), so a sentence also ends where a
 * capital follows a full stop at once.
 */
final class Sentences {

  private static final Pattern END =
      Pattern.compile("(?<=[.!?;])(?:\\s+(?=[^\\p{Ll}])|(?=\\p{Lu}\\p{Ll}|null))|\\n+");

  /** What stands before a full stop that ends no sentence. */
  private static final Pattern SHORTENED =
      Pattern.compile(
          "(?iu)(?<![^\\s(])(?:e\\.g|i\\.e|bl\\.a|f\\.eks|fx|ca|inkl|mio|mia|kl|nr|no|art|vs|dr|st|d|"
              + "jan|feb|mar|apr|jun|jul|aug|sept?|okt|oct|nov|dec|\\d{1,2})\\.$");

  /** Enough to see the longest of these and what stands before it. */
  private static final int SHORT = 8;

  private Sentences() {}

  /** Each sentence with its place, as the text stands. */
  static List<Found<String>> of(String text) {
    List<Found<String>> sentences = new ArrayList<>();
    Matcher end = END.matcher(text);
    int start = 0;
    while (end.find()) {
      boolean line = text.substring(end.start(), end.end()).contains("\n");
      if (line || !isShortened(text, start, end.start())) {
        add(sentences, text, start, end.start());
        start = end.end();
      }
    }
    add(sentences, text, start, text.length());
    return sentences;
  }

  /** Looked for at the end alone: a text of nothing but abbreviations is one sentence. */
  private static boolean isShortened(String text, int start, int end) {
    return SHORTENED.matcher(text.substring(Math.max(start, end - SHORT), end)).find();
  }

  private static void add(List<Found<String>> sentences, String text, int start, int end) {
    String sentence = text.substring(start, end);
    if (!sentence.isBlank()) {
      sentences.add(new Found<>(sentence, start, end));
    }
  }
}
