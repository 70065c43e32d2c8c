package dk.brobygger.indexer.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Walks through HTML and takes down its text, piece by piece: what stands on lines of its own is a
 * piece, what stands in a line belongs to the piece around it.
 */
final class Blocks {

  /** Elements that end a piece where they begin and where they end. */
  private static final Set<String> OWN_LINE =
      Set.of(
          "address",
          "article",
          "aside",
          "blockquote",
          "body",
          "center",
          "dd",
          "details",
          "dialog",
          "div",
          "dl",
          "dt",
          "fieldset",
          "figcaption",
          "figure",
          "footer",
          "form",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "header",
          "hr",
          "legend",
          "li",
          "main",
          "menu",
          "nav",
          "ol",
          "p",
          "pre",
          "section",
          "summary",
          "table",
          "caption",
          "tbody",
          "td",
          "tfoot",
          "th",
          "thead",
          "tr",
          "ul");

  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

  /** A word that a narrow column cut in two, at its hyphen or soft hyphen. */
  private static final Pattern CUT_WORD =
      Pattern.compile("(?<=\\p{Ll})[-\\u00AD]\\s*\\n\\s*(?=\\p{Ll})");

  private final boolean joinCutWords;
  private final List<Piece> pieces = new ArrayList<>();
  private final List<Table> tables = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private Part part = Part.PARAGRAPH;

  /**
   * A text and what it is to the page.
   *
   * @param part what it is
   * @param text clean, not blank
   */
  record Piece(Part part, String text) {}

  private Blocks(boolean joinCutWords) {
    this.joinCutWords = joinCutWords;
  }

  /**
   * The pieces and tables of an element.
   *
   * @param joinCutWords whether words were cut at the ends of lines, as in print
   */
  static Blocks of(Element root, boolean joinCutWords) {
    Blocks blocks = new Blocks(joinCutWords);
    blocks.inside(root, Part.PARAGRAPH);
    blocks.endPiece();
    return blocks;
  }

  List<Piece> pieces() {
    return pieces;
  }

  List<Table> tables() {
    return tables;
  }

  private void walk(Node node) {
    switch (node) {
      case TextNode text -> line.append(SPACE.matcher(written(text)).replaceAll(" "));
      case Element element when element.nameIs("br") -> line.append('\n');
      case Element element when isTableOfFacts(element) -> table(element);
      case Element element when element.nameIs("dt") -> term(element);
      case Element element when OWN_LINE.contains(element.normalName()) -> ownLine(element);
      case Element element -> element.childNodes().forEach(this::walk);
      default -> {}
    }
  }

  private String written(TextNode text) {
    String whole = text.getWholeText();
    return joinCutWords ? CUT_WORD.matcher(whole).replaceAll("") : whole;
  }

  private void ownLine(Element element) {
    boolean answers = element.nameIs("dd") && part == Part.ROW && !line.isEmpty();
    if (!answers) {
      endPiece();
    }
    inside(element, answers ? Part.ROW : partOf(element));
    endPiece();
  }

  private void inside(Element element, Part own) {
    Part around = part;
    part = own;
    element.childNodes().forEach(this::walk);
    endPieceIf(own != around);
    part = around;
  }

  /** A term waits for what is said of it. */
  private void term(Element element) {
    endPiece();
    line.append(element.text().strip()).append(": ");
    part = Part.ROW;
  }

  private Part partOf(Element element) {
    return switch (element.normalName()) {
      case "h1", "h2", "h3", "h4", "h5", "h6", "caption", "legend", "summary" -> Part.HEADING;
      case "li" -> Part.ITEM;
      case "p", "dd", "blockquote", "pre", "address" -> Part.PARAGRAPH;
      default -> part;
    };
  }

  /** Not one that only lays out a page: those hold others, or but one column, or whole texts. */
  private static boolean isTableOfFacts(Element element) {
    return element.nameIs("table")
        && element.selectFirst("table table, h1, h2, h3, h4, p + p, ul, ol") == null
        && element.select("tr").stream().anyMatch(row -> row.select("> td, > th").size() > 1);
  }

  private void table(Element table) {
    endPiece();
    List<List<String>> rows = new ArrayList<>();
    for (Element row : table.select("tr")) {
      List<String> cells =
          row.select("> td, > th").stream().map(cell -> clean(cell.text())).toList();
      if (!cells.isEmpty()) {
        rows.add(cells);
        String filled =
            cells.stream().filter(cell -> !cell.isEmpty()).collect(Collectors.joining(" | "));
        add(Part.ROW, filled);
      }
    }
    tables.add(new Table(rows));
  }

  private void endPieceIf(boolean ends) {
    if (ends) {
      endPiece();
    }
  }

  private void endPiece() {
    add(part, clean(line.toString()));
    line.setLength(0);
  }

  private void add(Part kind, String text) {
    if (!text.isEmpty()) {
      pieces.add(new Piece(kind, text));
    }
  }

  private static String clean(String text) {
    return CleanText.spaced(EncodingRepair.repair(text));
  }
}
