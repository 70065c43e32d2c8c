package dk.brobygger.web.page;

import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.web.Parameters;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What every page knows of its request.
 *
 * @param wording the words, in the reader's language
 * @param path the path asked for
 * @param parameters the query, as it was given, first values only
 * @param words what stands in the search box
 */
public record Page(Wording wording, String path, Map<String, String> parameters, String words) {

  /** The page of a request. */
  static Page of(Context context, Wording wording) {
    Map<String, String> parameters = new LinkedHashMap<>();
    context
        .queryParamMap()
        .forEach((name, values) -> {
          if (!values.isEmpty() && !name.equals("lang")) {
            parameters.put(name, values.getFirst());
          }
        });
    return new Page(
        wording, context.path(), parameters, new Parameters(context).text("q").orElse(""));
  }

  /** A message. */
  public String say(String key, Object... gaps) {
    return wording.say(key, gaps);
  }

  /** The language of the page. */
  public Language language() {
    return wording.language();
  }

  /** The address of this page with one parameter changed; blank takes it away. */
  public String with(String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(parameters);
    changed.put(name, value);
    if (!name.equals("from")) {
      changed.remove("from");
    }
    List<String> pairs =
        changed.entrySet().stream()
            .filter(each -> !each.getValue().isEmpty())
            .map(each -> encode(each.getKey()) + "=" + encode(each.getValue()))
            .toList();
    return pairs.isEmpty() ? path : path + "?" + String.join("&", pairs);
  }

  /** Whether a parameter has this value. */
  public boolean has(String name, String value) {
    return value.equals(parameters.get(name));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
