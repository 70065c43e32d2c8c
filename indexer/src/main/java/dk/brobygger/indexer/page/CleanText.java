package dk.brobygger.indexer.page;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** Makes readable text of what portals publish as text: mended, without HTML, without odd space. */
public final class CleanText {

  private static final Pattern HTML =
      Pattern.compile("</?[a-zA-Z][^<>]{0,2000}>|&(?:[a-zA-Z]{2,8}|#[0-9]{1,6});");

  /** The end of a tag whose beginning was cut off, as the portal's mirror leaves it. */
  private static final Pattern TAG_END = Pattern.compile("^\\s*\">");

  private static final Pattern ODD_SPACE = Pattern.compile("[\\p{Z}\\t\\f\\r\\x0B\\x85]+");
  private static final Pattern SPACE_AT_LINE_END = Pattern.compile(" *\n *");
  private static final Pattern EMPTY_LINES = Pattern.compile("\n{3,}");

  /**
   * Marks beyond those that any language sets upon one letter. Boundaries of words (UTS #18) and
   * normal forms (UAX #15) take time by the square of the number of marks in a row; the two
   * half-width marks become such in the latter.
   */
  private static final Pattern TOO_MANY_MARKS =
      Pattern.compile("([\\p{M}\uFF9E\uFF9F]{8})[\\p{M}\uFF9E\uFF9F]++");

  private CleanText() {}

  /** The text as a person would read it; paragraphs stay apart. */
  public static String of(String published) {
    String text = TAG_END.matcher(EncodingRepair.repair(published)).replaceFirst("");
    if (HTML.matcher(text).find()) {
      text = withoutHtml(text);
    }
    return spaced(text);
  }

  /**
   * The text with single spaces, without space at the ends of lines, with no empty lines but one,
   * and with no more than eight marks upon a letter.
   */
  static String spaced(String written) {
    String text = ODD_SPACE.matcher(withFewMarks(written)).replaceAll(" ");
    text = SPACE_AT_LINE_END.matcher(text).replaceAll("\n");
    return EMPTY_LINES.matcher(text).replaceAll("\n\n").strip();
  }

  /** The text with no more than eight marks upon a letter. */
  static String withFewMarks(String text) {
    return TOO_MANY_MARKS.matcher(text).replaceAll("$1");
  }

  /**
   * The text up to its last space or end of line in reach, or else up to a whole character.
   *
   * @param most most characters of it, in UTF-16 units
   */
  static String beginning(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int space = Math.max(text.lastIndexOf(' ', most), text.lastIndexOf('\n', most));
    boolean splits = most > 0 && Character.isHighSurrogate(text.charAt(most - 1));
    int end = splits ? most - 1 : most;
    return text.substring(0, space > most / 2 ? space : end).strip();
  }

  private static String withoutHtml(String html) {
    Document page = Jsoup.parse(html.replace("\n", "<br>"));
    StringBuilder text = new StringBuilder(html.length());
    NodeTraversor.traverse(new Lines(text), page);
    return text.toString();
  }

  /** Where a paragraph, list item or row begins and ends, a line ends. */
  private record Lines(StringBuilder text) implements NodeVisitor {

    private static final Set<String> OWN_LINE =
        Set.of("p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table");

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode words) {
        text.append(words.getWholeText());
      } else if (node.nameIs("br") || OWN_LINE.contains(node.normalName())) {
        text.append('\n');
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (OWN_LINE.contains(node.normalName())) {
        text.append('\n');
      }
    }
  }
}
