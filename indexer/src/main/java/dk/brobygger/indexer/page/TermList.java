package dk.brobygger.indexer.page;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;

/**
 * What a web page says of its subject in lists of terms (HTML Living Standard, section 4.4.9).
 *
 * @param heading the first heading of the page; empty where it has none
 * @param terms what is said, by term; terms in small letters, without a colon at their end, in the
 *     order of the page, of equal ones the first
 */
public record TermList(String heading, Map<String, String> terms) {

  /** Keeps a copy in the same order. */
  public TermList {
    terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
  }

  /** Reads a web page. */
  public static TermList of(Document page) {
    org.jsoup.nodes.Document html = HtmlReader.parsed(page);
    Map<String, String> terms = new LinkedHashMap<>();
    for (Element term : html.select("dl dt")) {
      Element said = term.nextElementSibling();
      if (said != null && said.nameIs("dd")) {
        String words = CleanText.of(said.html());
        if (!words.isEmpty()) {
          terms.putIfAbsent(name(term), words);
        }
      }
    }
    return new TermList(
        Optional.ofNullable(html.selectFirst("h1")).map(Element::text).orElse("").strip(), terms);
  }

  private static String name(Element term) {
    String name = CleanText.spaced(term.text());
    return (name.endsWith(":") ? name.substring(0, name.length() - 1).strip() : name)
        .toLowerCase(Locale.ROOT);
  }

  /** What is said under the first of these terms that the page has. */
  public Optional<String> said(String... names) {
    for (String name : names) {
      if (terms.containsKey(name)) {
        return Optional.ofNullable(terms.get(name));
      }
    }
    return Optional.empty();
  }
}
