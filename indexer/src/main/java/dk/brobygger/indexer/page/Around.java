package dk.brobygger.indexer.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jsoup.select.Selector;

/**
 * What stands around the text of a page, found in one walk through it. What an element holds is
 * what was counted between its beginning and its end, so that elements within each other take no
 * longer than elements side by side.
 */
final class Around implements NodeVisitor {

  private static final Evaluator AROUND =
      Selector.evaluatorOf(
          "nav, header, footer, aside, dialog, menu, [role=navigation], [role=banner],"
              + " [role=contentinfo], [role=search], [role=dialog], [role=alertdialog],"
              + " [role=complementary], [role=menu], [role=menubar], [aria-modal=true]");

  private static final Evaluator LINK = Selector.evaluatorOf("a[href]");

  private static final Evaluator BUTTON =
      Selector.evaluatorOf("button, input[type=button], input[type=submit]");

  /** What holds one of these is no boilerplate. */
  private static final Evaluator HEART = Selector.evaluatorOf("h1, main, [role=main]");

  /** No list in one of these is a menu. */
  private static final Evaluator MAIN = Selector.evaluatorOf("main, article, [role=main]");

  /** Words of a class or id that only what stands around a text is called by. */
  private static final Set<String> CALLED =
      Set.of(
          "nav",
          "navbar",
          "navigation",
          "menu",
          "topbar",
          "breadcrumb",
          "breadcrumbs",
          "sidebar",
          "footer",
          "cookie",
          "cookies",
          "cookiebot",
          "cookiebanner",
          "consent",
          "onetrust",
          "gdpr",
          "newsletter",
          "share",
          "sharing",
          "social",
          "some",
          "popup",
          "modal",
          "skip",
          "skiplink",
          "pagination",
          "pager",
          "advert",
          "advertisement",
          "ads",
          "related");

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^A-Za-z]+|(?<=[a-z])(?=[A-Z])");

  /** A text about cookies with a button, shorter than this, is a banner. */
  private static final int LONGEST_BANNER = 1_500;

  private static final Pattern COOKIES =
      Pattern.compile("(?i)\\bcookies?\\b|\\bcookie(erne|politik)");

  /** From this share of letters inside links on, a list of three or more links is a menu. */
  private static final double MENU_SHARE = 0.9;

  /** The longest text of a link in a menu; members and news have names as short, but prose too. */
  private static final int LONGEST_MENU_WORD = 30;

  /** What holds this share of a page's letters is no boilerplate. */
  private static final double MOST = 0.5;

  private final Element body;
  private final StringBuilder text = new StringBuilder();
  private final Deque<Counts> open = new ArrayDeque<>();
  private final List<Found> found = new ArrayList<>();
  private int letters;
  private int links;
  private int linked;
  private int longLinks;
  private int buttons;
  private int hearts;
  private int mains;

  /**
   * What was counted up to a place, or within an element.
   *
   * @param text characters of text
   * @param letters those of them that are no space
   * @param links links
   * @param linked characters of text in links
   * @param longLinks links with too many of them for a menu
   * @param buttons buttons
   * @param hearts main headings and main parts
   */
  private record Counts(
      int text, int letters, int links, int linked, int longLinks, int buttons, int hearts) {}

  /** What stands around, with the length of its text. */
  private record Found(Element element, int length) {}

  private Around(Element body) {
    this.body = body;
  }

  /** The elements around the text of a body that hold no more than most of it. */
  static List<Element> of(Element body) {
    Around around = new Around(body);
    NodeTraversor.traverse(around, body);
    double most = around.length(0) * MOST;
    return around.found.stream().filter(one -> one.length() <= most).map(Found::element).toList();
  }

  @Override
  public void head(Node node, int depth) {
    switch (node) {
      case TextNode words -> append(words.text());
      case Element element -> begin(element);
      default -> {}
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element) {
      end(element, open.pop());
    }
  }

  private void append(String words) {
    for (int place = 0; place < words.length(); place++) {
      if (words.charAt(place) == ' ') {
        space();
      } else {
        text.append(words.charAt(place));
        letters++;
      }
    }
  }

  private void space() {
    if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
      text.append(' ');
    }
  }

  private void spaceAt(Element element) {
    if (element.isBlock() || element.nameIs("br")) {
      space();
    }
  }

  private void begin(Element element) {
    spaceAt(element);
    open.push(new Counts(text.length(), letters, links, linked, longLinks, buttons, hearts));
    buttons += BUTTON.matches(body, element) ? 1 : 0;
    hearts += HEART.matches(body, element) ? 1 : 0;
    mains += MAIN.matches(body, element) ? 1 : 0;
  }

  private void end(Element element, Counts before) {
    int length = length(before.text());
    if (LINK.matches(body, element)) {
      links++;
      linked += length;
      longLinks += length > LONGEST_MENU_WORD ? 1 : 0;
    }
    if (element != body
        && hearts == before.hearts()
        && !element.nameIs("article")
        && isAround(element, before)) {
      found.add(new Found(element, length));
    }
    mains -= MAIN.matches(body, element) ? 1 : 0;
    spaceAt(element);
  }

  /** How long the text from a place on is, without space around it. */
  private int length(int start) {
    int from = start < text.length() && text.charAt(start) == ' ' ? start + 1 : start;
    int to =
        text.length() - (text.length() > from && text.charAt(text.length() - 1) == ' ' ? 1 : 0);
    return to - from;
  }

  private boolean isAround(Element element, Counts before) {
    return AROUND.matches(body, element)
        || isCalledSo(element)
        || isMenu(element, before)
        || isCookieBanner(element, before);
  }

  private static boolean isCalledSo(Element element) {
    String names = element.className() + " " + element.id();
    return BETWEEN_WORDS
        .splitAsStream(names)
        .map(word -> word.toLowerCase(Locale.ROOT))
        .anyMatch(CALLED::contains);
  }

  private static boolean isList(Element element) {
    return element.nameIs("ul") || element.nameIs("ol");
  }

  private boolean isMenu(Element element, Counts before) {
    return isList(element)
        && links - before.links() >= 3
        && linked - before.linked() >= MENU_SHARE * (letters - before.letters())
        && longLinks == before.longLinks()
        && mains == 0;
  }

  private boolean isCookieBanner(Element element, Counts before) {
    return (element.hasAttr("class") || element.hasAttr("id") || isList(element))
        && buttons > before.buttons()
        && length(before.text()) <= LONGEST_BANNER
        && COOKIES.matcher(CleanText.withFewMarks(text.substring(before.text()))).find();
  }
}
