package dk.brobygger.web.mail;

import java.util.List;
import java.util.StringTokenizer;

/** Lays a letter out as plain text, in lines that no mail program breaks. */
final class LetterText {

  /** RFC 5322, section 2.1.1: lines should be no longer than 78; quoting adds to them. */
  private static final int WIDTH = 72;

  /** Of a letter of twelve calls. */
  private static final int USUAL_LENGTH = 12_000;

  /** What separates words; a regular expression took most of the time of a text. */
  private static final String BLANKS = " \t\n\u000B\f\r";

  private final StringBuilder text = new StringBuilder(USUAL_LENGTH);

  private LetterText() {}

  static String of(Letter letter) {
    LetterText text = new LetterText();
    text.add("", letter.lead());
    letter.sections().forEach(text::add);
    letter.more().ifPresent(more -> text.add(more));
    text.text.append("-- \n");
    text.add("", letter.why());
    letter.links().forEach(text::add);
    return text.text.toString();
  }

  private void add(Letter.Section section) {
    text.append('\n').append(section.title().toUpperCase(java.util.Locale.ROOT)).append("\n\n");
    int number = 1;
    for (Letter.Piece piece : section.pieces()) {
      add(number + ". ", piece.title().text());
      piece.facts().forEach(fact -> add("   ", fact.name() + ": " + fact.text()));
      piece.blocker().ifPresent(blocker -> add("   ! ", blocker));
      for (Letter.Reason reason : piece.reasons()) {
        add("   - ", reason.what() + ": “" + reason.quote() + "”" + whence(reason));
      }
      links(piece.buttons());
      text.append('\n');
      number++;
    }
  }

  private static String whence(Letter.Reason reason) {
    return reason.source().map(source -> " (" + source.text() + ")").orElse("");
  }

  private void links(List<Letter.Link> links) {
    links.forEach(link ->
        text.append("   ")
            .append(link.text())
            .append(":\n   ")
            .append(link.address())
            .append('\n'));
  }

  private void add(Letter.Link link) {
    text.append(link.text()).append(":\n").append(link.address()).append("\n");
  }

  /** Words in lines; those after the first stand under it. */
  private void add(String before, String words) {
    text.append(before);
    int column = before.length();
    for (StringTokenizer each = new StringTokenizer(words.strip(), BLANKS);
        each.hasMoreTokens(); ) {
      String word = each.nextToken();
      if (column > before.length() && column + 1 + word.length() > WIDTH) {
        text.append('\n').repeat(' ', before.length());
        column = before.length();
      }
      if (column > before.length()) {
        text.append(' ');
        column++;
      }
      text.append(word);
      column += word.length();
    }
    text.append('\n');
  }
}
