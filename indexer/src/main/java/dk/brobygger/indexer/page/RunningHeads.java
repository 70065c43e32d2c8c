package dk.brobygger.indexer.page;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The lines that a printed document repeats on its pages: titles, dates, page numbers. */
final class RunningHeads {

  /** A line is repeated where it stands on so many pages, and on every second. */
  private static final int LEAST_PAGES = 3;

  private static final int LONGEST = 200;

  private RunningHeads() {}

  /** Takes them away from what Tika made of a PDF: a {@code div.page} for each page. */
  static void remove(Document document) {
    List<Element> pages = document.select("div.page");
    Map<String, Integer> onPages = new HashMap<>();
    for (Element page : pages) {
      Set<String> lines = new HashSet<>();
      page.select("p").forEach(line -> lines.add(key(line)));
      lines.forEach(line -> onPages.merge(line, 1, Integer::sum));
    }
    int enough = Math.max(LEAST_PAGES, (pages.size() + 1) / 2);
    document.select("div.page p").stream()
        .filter(line -> line.text().length() <= LONGEST)
        .filter(line -> onPages.getOrDefault(key(line), 0) >= enough)
        .forEach(Element::remove);
  }

  /** Page numbers differ from page to page. */
  private static String key(Element line) {
    return line.text().replaceAll("\\d+", "0");
  }
}
