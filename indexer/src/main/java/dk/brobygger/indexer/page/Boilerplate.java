package dk.brobygger.indexer.page;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * What of a web page is not what the page is about: menus, banners, headers and feet.
 *
 * <p>Told by the elements and roles of HTML (WAI-ARIA 1.2, landmark roles), by words in class and
 * id, and by lists that are links from end to end. What holds the main heading or most of the text
 * is never taken away, whatever it is called.
 */
final class Boilerplate {

  private static final String UNSEEN =
      "script, style, noscript, template, svg, iframe, object, form select, form button, [hidden],"
          + " [aria-hidden=true], [style*=display:none], [style*=display: none]";

  private static final String AROUND =
      "nav, header, footer, aside, dialog, menu, [role=navigation], [role=banner],"
          + " [role=contentinfo], [role=search], [role=dialog], [role=alertdialog],"
          + " [role=complementary], [role=menu], [role=menubar], [aria-modal=true]";

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

  private Boilerplate() {}

  /** Takes away what nobody sees. */
  static void removeUnseen(Element body) {
    body.select(UNSEEN).remove();
  }

  /** The feet of a page, which say where somebody is at home. */
  static List<Element> feet(Element body) {
    return body.select("footer, [role=contentinfo], #footer, .footer, .site-footer").stream()
        .filter(foot -> foot.parents().stream().noneMatch(Boilerplate::isFoot))
        .toList();
  }

  private static boolean isFoot(Element element) {
    return element.is("footer, [role=contentinfo], #footer, .footer, .site-footer");
  }

  /** Takes away what stands around the text. */
  static void removeAround(Element body) {
    int all = body.text().length();
    for (Element element : body.select(AROUND + ", [class], [id], ul, ol")) {
      if (element != body && isAround(element) && mayGo(element, all)) {
        element.remove();
      }
    }
  }

  private static boolean isAround(Element element) {
    return element.is(AROUND) || isCalledSo(element) || isMenu(element) || isCookieBanner(element);
  }

  private static boolean mayGo(Element element, int all) {
    return element.selectFirst("h1, main, [role=main]") == null
        && element.closest("head") == null
        && !element.is("html, body, main, article, h1")
        && element.text().length() <= all * MOST;
  }

  private static boolean isCalledSo(Element element) {
    String names = element.className() + " " + element.id();
    return BETWEEN_WORDS
        .splitAsStream(names)
        .map(word -> word.toLowerCase(Locale.ROOT))
        .anyMatch(CALLED::contains);
  }

  private static boolean isMenu(Element element) {
    if (!element.is("ul, ol")) {
      return false;
    }
    List<Element> links = element.select("a[href]");
    int linked = links.stream().mapToInt(link -> link.text().length()).sum();
    return links.size() >= 3
        && linked >= MENU_SHARE * element.text().replace(" ", "").length()
        && links.stream().allMatch(link -> link.text().length() <= LONGEST_MENU_WORD)
        && element.closest("main, article, [role=main]") == null;
  }

  private static boolean isCookieBanner(Element element) {
    return element.selectFirst("button, input[type=button], input[type=submit]") != null
        && element.text().length() <= LONGEST_BANNER
        && COOKIES.matcher(element.text()).find();
  }
}
