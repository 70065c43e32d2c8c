package dk.brobygger.corpus.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.brobygger.corpus.entry.Texts;
import dk.brobygger.corpus.vocabulary.Language;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one JSON object, taken one by one; what nobody took at the end is {@link #rest()}.
 * Every refusal names the field by its path, the value and the rule.
 */
final class Fields {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Written out once: nearly every text is fine. */
  private static final String LANGUAGES = "one of " + Language.codes();

  private static final String NAMES = "a list of names of fields, such as [\"site\"]";

  private final String path;
  private final ObjectNode left;

  /** Takes the fields out of the object itself. */
  Fields(String path, ObjectNode object) {
    this.path = path;
    this.left = object;
  }

  String path(String name) {
    return path + name;
  }

  BadEntryException refusal(String name, JsonNode value, String rule) {
    String shown = value.toString();
    return new BadEntryException(
        path
            + name
            + " is "
            + (shown.length() > 80 ? shown.substring(0, 77) + "…" : shown)
            + ", must be "
            + rule);
  }

  Optional<JsonNode> take(String name) {
    @Nullable JsonNode value = left.remove(name);
    return value == null || value.isNull() ? Optional.empty() : Optional.of(value);
  }

  Optional<String> string(String name) {
    return take(name).map(value -> string(name, value));
  }

  private String string(String name, JsonNode value) {
    if (!value.isTextual()) {
      throw refusal(name, value, "a string");
    }
    return value.textValue();
  }

  String required(String name) {
    return string(name)
        .orElseThrow(() -> new BadEntryException(path + name + " is missing, must be a string"));
  }

  Optional<Integer> integer(String name) {
    return whole(name)
        .map(value -> {
          if (value != value.intValue()) {
            throw new BadEntryException(
                path + name + " is " + value + ", must be a whole number below 2^31");
          }
          return value.intValue();
        });
  }

  Optional<Long> whole(String name) {
    return take(name)
        .map(value -> {
          if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw refusal(name, value, "a whole number");
          }
          return value.longValue();
        });
  }

  Optional<Boolean> truth(String name) {
    return take(name)
        .map(value -> {
          if (!value.isBoolean()) {
            throw refusal(name, value, "true or false");
          }
          return value.booleanValue();
        });
  }

  Optional<LocalDate> date(String name) {
    return parsed(name, LocalDate::parse, "a date such as 2026-11-24");
  }

  Optional<LocalDateTime> moment(String name) {
    return parsed(name, LocalDateTime::parse, "a date and time such as 2026-11-24T17:00");
  }

  Optional<URI> address(String name) {
    return parsed(name, URI::create, "an address such as https://example.org/");
  }

  <E extends Enum<E>> Optional<E> word(String name, Class<E> type) {
    List<String> words = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      words.add(wordOf(constant));
    }
    return parsed(
        name,
        written -> type.getEnumConstants()[requireIndex(words.indexOf(written))],
        "one of " + String.join(", ", words));
  }

  private static int requireIndex(int index) {
    if (index < 0) {
      throw new IllegalArgumentException();
    }
    return index;
  }

  /** How a constant is written in JSON: {@code SINGLE_STAGE} is {@code single-stage}. */
  static String wordOf(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private <T> Optional<T> parsed(String name, Function<String, T> parse, String rule) {
    return take(name)
        .map(value -> {
          try {
            return parse.apply(string(name, value));
          } catch (DateTimeParseException | BadEntryException e) {
            throw refusal(name, value, rule);
          } catch (IllegalArgumentException e) {
            throw refusal(name, value, rule);
          }
        });
  }

  List<String> strings(String name) {
    List<String> strings = new ArrayList<>();
    for (JsonNode value : array(name)) {
      strings.add(string(name, value));
    }
    return strings;
  }

  /** A list of names of fields. */
  List<String> names(String name) {
    List<String> names = new ArrayList<>();
    take(name)
        .ifPresent(value -> {
          if (!value.isArray()) {
            throw refusal(name, value, NAMES);
          }
          for (JsonNode each : value) {
            if (!each.isTextual() || each.textValue().isBlank()) {
              throw refusal(name, value, NAMES);
            }
            names.add(each.textValue());
          }
        });
    return names;
  }

  List<Fields> objects(String name) {
    List<Fields> objects = new ArrayList<>();
    for (JsonNode value : array(name)) {
      objects.add(nested(name + "[" + objects.size() + "]", value));
    }
    return objects;
  }

  private Iterable<JsonNode> array(String name) {
    Optional<JsonNode> array = take(name);
    if (array.isPresent() && !array.get().isArray()) {
      throw refusal(name, array.get(), "a list");
    }
    return array.<Iterable<JsonNode>>map(value -> value).orElse(List.of());
  }

  Optional<Fields> object(String name) {
    return take(name).map(value -> nested(name, value));
  }

  private Fields nested(String name, JsonNode value) {
    if (!(value instanceof ObjectNode object)) {
      throw refusal(name, value, "an object");
    }
    return new Fields(path + name + ".", object);
  }

  /** Prose by language code; a bare string is English. */
  Texts texts(String name) {
    Optional<JsonNode> value = take(name);
    if (value.isEmpty()) {
      return Texts.NONE;
    }
    if (value.get().isTextual()) {
      return Texts.english(value.get().textValue());
    }
    Fields byCode = nested(name, value.get());
    Map<Language, String> texts = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      byCode.string(language.code()).ifPresent(text -> texts.put(language, text));
    }
    byCode.refuseRest(LANGUAGES);
    return new Texts(texts);
  }

  /** Refuses anything left, in places where unknown fields cannot be kept. */
  void refuseRest(String rule) {
    if (!left.isEmpty()) {
      String name = left.fieldNames().next();
      throw new BadEntryException(path + name + " is not known, must be " + rule);
    }
  }

  /** What nobody took, as plain maps, lists and values. */
  Map<String, Object> rest() {
    Map<String, Object> rest = new LinkedHashMap<>();
    left.properties()
        .forEach(
            field -> rest.put(field.getKey(), MAPPER.convertValue(field.getValue(), Object.class)));
    rest.values().removeIf(java.util.Objects::isNull);
    return rest;
  }
}
