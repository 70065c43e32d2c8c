package dk.brobygger.indexer.page;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.Selector;

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

  private static final Evaluator FOOT =
      Selector.evaluatorOf("footer, [role=contentinfo], #footer, .footer, .site-footer");

  private Boilerplate() {}

  /** Takes away what nobody sees. */
  static void removeUnseen(Element body) {
    body.select(UNSEEN).remove();
  }

  /** The feet of a page, which say where somebody is at home. */
  static List<Element> feet(Element body) {
    return outermost(body, FOOT);
  }

  /** Takes away what stands around the text. */
  static void removeAround(Element body) {
    Around.of(body).forEach(Element::remove);
  }

  /** The elements of a kind that are in no other of that kind, in the order of the page. */
  static List<Element> outermost(Element body, Evaluator kind) {
    List<Element> found = new ArrayList<>();
    NodeFilter filter =
        (node, depth) -> {
          if (node instanceof Element element && kind.matches(body, element)) {
            found.add(element);
            return NodeFilter.FilterResult.SKIP_CHILDREN;
          }
          return NodeFilter.FilterResult.CONTINUE;
        };
    NodeTraversor.filter(filter, body);
    return found;
  }
}
