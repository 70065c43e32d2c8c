package dk.brobygger.indexer.page;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Makes readable text of what portals publish as text: mended, without HTML, without odd space. */
public final class CleanText {

  private static final Pattern HTML =
      Pattern.compile("</?[a-zA-Z][^<>]{0,2000}>|&(?:[a-zA-Z]{2,8}|#[0-9]{1,6});");

  /** The end of a tag whose beginning was cut off, as the portal's mirror leaves it. */
  private static final Pattern TAG_END = Pattern.compile("^\\s*\">");

  private static final Pattern ODD_SPACE = Pattern.compile("[\\p{Z}\\t\\f\\r]+");
  private static final Pattern SPACE_AT_LINE_END = Pattern.compile(" *\n *");
  private static final Pattern EMPTY_LINES = Pattern.compile("\n{3,}");

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
   * The text with single spaces, without space at the ends of lines and with no empty lines but
   * one.
   */
  static String spaced(String written) {
    String text = ODD_SPACE.matcher(written).replaceAll(" ");
    text = SPACE_AT_LINE_END.matcher(text).replaceAll("\n");
    return EMPTY_LINES.matcher(text).replaceAll("\n\n").strip();
  }

  /** Where a paragraph, list item or row ends, a line ends. */
  private static String withoutHtml(String text) {
    Document page = Jsoup.parse(text.replace("\n", "<br>"));
    page.select("p, div, li, tr, h1, h2, h3, h4, h5, h6, ul, ol, table")
        .forEach(block -> block.before("<br>").after("<br>"));
    return page.wholeText();
  }
}
