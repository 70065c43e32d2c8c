package dk.brobygger.web.page;

import dk.brobygger.corpus.entry.EntryId;
import dk.brobygger.corpus.vocabulary.Language;
import dk.brobygger.web.Parameters;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What every page knows of its request.
 *
 * @param wording the words, in the reader's language
 * @param now the moment the page is made
 * @param path the path asked for
 * @param parameters the query, as it was given; of a facet all values, in a list, else the first
 * @param words what stands in the search box
 */
public record Page(
    Wording wording, Instant now, String path, Map<String, String> parameters, String words) {

  /** The page of a request. */
  static Page of(Context context, Wording wording, Instant now) {
    Map<String, String> parameters = new LinkedHashMap<>();
    context
        .queryParamMap()
        .forEach((name, values) -> {
          if (!values.isEmpty() && !name.equals("lang")) {
            parameters.put(
                name,
                Parameters.FACETS.contains(name) ? String.join(";", values) : values.getFirst());
          }
        });
    return new Page(
        wording, now, context.path(), parameters, parameters.getOrDefault("q", "").strip());
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
    if (!name.equals("from") && !name.equals("lang")) {
      changed.remove("from");
    }
    List<String> pairs =
        changed.entrySet().stream()
            .filter(each -> !each.getValue().isEmpty())
            .map(each -> encode(each.getKey()) + "=" + encode(each.getValue()))
            .toList();
    return pairs.isEmpty() ? path : path + "?" + String.join("&", pairs);
  }

  /** The address of this page without one thing that is looked for besides the words typed. */
  public String without(String added) {
    return more("without", added);
  }

  /** The address of this page with something looked for again that was switched off. */
  public String again(String added) {
    return less("without", added);
  }

  /** The address of this page with one more value in a list of them. */
  public String more(String name, String value) {
    List<String> values = new ArrayList<>(values(name));
    values.add(value);
    return with(name, String.join(";", values));
  }

  /** The address of this page with one value less in a list of them. */
  public String less(String name, String value) {
    return with(
        name, String.join(";", values(name).stream().filter(one -> !one.equals(value)).toList()));
  }

  /** Whether a value is in a list of them. */
  public boolean lists(String name, String value) {
    return values(name).contains(value);
  }

  /** The values of a parameter that lists them. */
  public List<String> values(String name) {
    return Stream.of(parameters.getOrDefault(name, "").split(";"))
        .filter(one -> !one.isBlank())
        .toList();
  }

  /** The address of this page in a language, whoever asks for it. */
  public String in(Language language) {
    return with("lang", language.code());
  }

  /** The address of an entry's page. */
  public static String address(EntryId id) {
    return "/" + encode(id.toString()).replace("%2F", "/").replace("%3A", ":");
  }

  /** The address of the page on which a cluster gets ready for a call. */
  public static String preparation(EntryId cluster, EntryId call) {
    return address(cluster) + "/calls" + address(call).substring("/call".length());
  }

  /** The address of a search with one parameter. */
  public static String search(String name, String value) {
    return "/?" + encode(name) + "=" + encode(value);
  }

  /** Whether a parameter has this value. */
  public boolean has(String name, String value) {
    return value.equals(parameters.get(name));
  }

  /** Whether a filter is chosen. */
  public boolean narrowed() {
    return has("open", "1")
        || has("exact", "1")
        || Parameters.FACETS.stream().anyMatch(parameters::containsKey);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
