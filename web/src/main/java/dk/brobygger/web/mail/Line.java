package dk.brobygger.web.mail;

import java.util.regex.Pattern;

/** Text in one line. */
final class Line {

  /** Signs that promise something that was cut. */
  private static final Pattern LOOSE_END = Pattern.compile("[\\s,;:(–-]+$");

  /** What is not written as one blank. */
  private static final Pattern BLANKS = Pattern.compile("\\s*[^\\S ]\\s*| {2,}");

  private Line() {}

  static String of(String text) {
    return BLANKS.matcher(text).replaceAll(" ");
  }

  /** At most so many characters of it, to the end of a word where that is not far. */
  static String cut(String text, int most) {
    String line = of(text).strip();
    if (line.length() <= most) {
      return line;
    }
    int space = line.lastIndexOf(' ', most - 1);
    return LOOSE_END
            .matcher(line.substring(0, space > most / 2 ? space : most - 1))
            .replaceFirst("")
        + "…";
  }
}
