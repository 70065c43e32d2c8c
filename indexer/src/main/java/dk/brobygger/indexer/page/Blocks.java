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
      Pattern.compile("(?<=\\p{Ll})[-\\u00AD][^\\S\\n]*+\\n\\s*+(?=\\p{Ll})");

  private static final String BETWEEN_CELLS = " | ";

  private final boolean joinCutWords;
  private final Most most;
  private final List<Piece> pieces = new ArrayList<>();
  private final List<Table> tables = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private Part part = Part.PARAGRAPH;
  private int taken;
  private boolean cut;

  /**
   * A text and what it is to the page.
   *
   * @param part what it is
   * @param text clean, not blank
   */
  record Piece(Part part, String text) {}

  /**
   * How much is taken down; what is beyond is left out.
   *
   * @param characters most characters of all pieces together
   * @param piece most characters of one piece
   */
  record Most(int characters, int piece) {

    /** Of a web page; whole books have as much, and paragraphs a tenth of that at most. */
    static final Most OF_WEB = new Most(1_000_000, 20_000);

    /** Of a document, of which no more is written; one of plain text is a single piece. */
    static final Most OF_DOCUMENT =
        new Most(DocumentWorker.MOST_CHARACTERS, DocumentWorker.MOST_CHARACTERS);
  }

  private Blocks(boolean joinCutWords, Most most) {
    this.joinCutWords = joinCutWords;
    this.most = most;
  }

  /**
   * The pieces and tables of elements, one after the other.
   *
   * @param joinCutWords whether words were cut at the ends of lines, as in print
   */
  static Blocks of(List<Element> roots, boolean joinCutWords, Most most) {
    Blocks blocks = new Blocks(joinCutWords, most);
    for (Element root : roots) {
      blocks.inside(root, Part.PARAGRAPH);
      blocks.endPiece();
    }
    return blocks;
  }

  List<Piece> pieces() {
    return pieces;
  }

  List<Table> tables() {
    return tables;
  }

  /** Whether there was more text than is taken down. */
  boolean isCut() {
    return cut;
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
    line.append(beginning(element.text().strip(), most.piece())).append(": ");
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
      List<String> cells = cells(row);
      if (!cells.isEmpty()) {
        if (taken < most.characters()) {
          rows.add(cells);
        }
        String filled =
            cells.stream()
                .filter(cell -> !cell.isEmpty())
                .collect(Collectors.joining(BETWEEN_CELLS));
        add(Part.ROW, filled);
      }
    }
    tables.add(new Table(rows));
  }

  private List<String> cells(Element row) {
    List<String> cells = new ArrayList<>();
    int room = most.piece();
    for (Element cell : row.select("> td, > th")) {
      String text = clean(beginning(cell.text(), Math.max(0, room)));
      if (room > 0) {
        cells.add(text);
      }
      room -= text.length() + BETWEEN_CELLS.length();
    }
    return cells;
  }

  private void endPieceIf(boolean ends) {
    if (ends) {
      endPiece();
    }
  }

  private void endPiece() {
    add(part, clean(beginning(line.toString(), most.piece())));
    line.setLength(0);
  }

  private void add(Part kind, String text) {
    String fitting = beginning(text, Math.max(0, most.characters() - taken));
    if (!fitting.isEmpty()) {
      pieces.add(new Piece(kind, fitting));
      taken += fitting.length() + 1;
    }
  }

  /** As much of a text as there is room for. */
  private String beginning(String text, int room) {
    cut |= text.length() > room;
    return CleanText.beginning(text, room);
  }

  private static String clean(String text) {
    return CleanText.spaced(EncodingRepair.repair(text));
  }
}
