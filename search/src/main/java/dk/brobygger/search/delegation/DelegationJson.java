package dk.brobygger.search.delegation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.brobygger.search.delegation.Delegation.Delegate;
import dk.brobygger.search.delegation.Delegation.Host;
import dk.brobygger.search.delegation.Delegation.Site;
import dk.brobygger.search.delegation.Delegation.Slot;
import dk.brobygger.search.delegation.Delegation.Travel;
import dk.brobygger.search.delegation.Delegation.Veto;
import dk.brobygger.search.delegation.Delegation.Wish;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Delegations as JSON. */
public final class DelegationJson {

  /** Where a site does not say how many tables it has, there are enough. */
  private static final int ENOUGH = Integer.MAX_VALUE;

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private DelegationJson() {}

  /**
   * Reads a delegation. Left out: {@code available} is every slot, {@code minMeetings} none, {@code
   * maxMeetings} as many as there are slots, {@code languages} any, travel no time.
   *
   * @param in the JSON; not closed
   * @throws IOException if reading fails
   * @throws IllegalArgumentException if it is no delegation; one sentence with name, value and rule
   */
  public static Delegation read(InputStream in) throws IOException {
    JsonNode json = object(in, "a delegation");
    List<Slot> slots = list(json, "slots", DelegationJson::slot);
    Set<String> all = new HashSet<>();
    slots.forEach(slot -> all.add(slot.id()));
    return new Delegation(
        json.path("title").asText(""),
        zone(json),
        slots,
        optional(json, "sites", DelegationJson::site),
        optional(json, "travel", DelegationJson::travel),
        list(json, "delegates", one -> delegate(one, all)),
        list(json, "hosts", one -> host(one, all)),
        list(json, "wishes", DelegationJson::wish),
        optional(
            json, "vetoes", one -> new Veto(required(one, "delegate"), required(one, "host"))));
  }

  static ObjectNode object(InputStream in, String what) throws IOException {
    try {
      if (MAPPER.readTree(in) instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "is not JSON from line "
              + e.getLocation().getLineNr()
              + ", column "
              + e.getLocation().getColumnNr()
              + " on, must be JSON",
          e);
    }
    throw new IllegalArgumentException("is no JSON object, must be " + what);
  }

  private static ZoneId zone(JsonNode json) {
    String written = required(json, "timeZone");
    try {
      return ZoneId.of(written);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "timeZone is \"" + written + "\", must be a zone such as Europe/Copenhagen", e);
    }
  }

  private static Slot slot(JsonNode json) {
    return new Slot(required(json, "id"), time(json, "start"), time(json, "end"));
  }

  private static LocalDateTime time(JsonNode json, String name) {
    String written = required(json, name);
    try {
      return LocalDateTime.parse(written);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          name + " is \"" + written + "\", must be a time such as 2027-03-02T09:00", e);
    }
  }

  private static Site site(JsonNode json) {
    String id = required(json, "id");
    return new Site(id, json.path("name").asText(id), number(json, "tables", ENOUGH));
  }

  private static Travel travel(JsonNode json) {
    return new Travel(
        required(json, "from"),
        required(json, "to"),
        Duration.ofMinutes(number(json, "minutes", 0)));
  }

  private static Delegate delegate(JsonNode json, Set<String> slots) {
    String id = required(json, "id");
    return new Delegate(
        id,
        json.path("name").asText(id),
        texts(json, "available", () -> slots),
        number(json, "minMeetings", 0),
        number(json, "maxMeetings", slots.size()),
        texts(json, "languages", Set::of));
  }

  private static Host host(JsonNode json, Set<String> slots) {
    String id = required(json, "id");
    return new Host(
        id,
        json.path("name").asText(id),
        Optional.ofNullable(json.path("site").textValue()),
        texts(json, "available", () -> slots),
        number(json, "maxMeetings", slots.size()),
        texts(json, "languages", Set::of));
  }

  private static Wish wish(JsonNode json) {
    JsonNode value = json.path("value");
    if (!value.isNumber()) {
      throw new IllegalArgumentException(
          "value is " + (value.isMissingNode() ? "missing" : value) + ", must be a number");
    }
    return new Wish(
        required(json, "delegate"),
        required(json, "host"),
        value.doubleValue(),
        json.path("must").asBoolean(false),
        Optional.ofNullable(json.path("confirmed").textValue()));
  }

  static String required(JsonNode json, String name) {
    JsonNode value = json.path(name);
    if (!value.isTextual() || value.textValue().isBlank()) {
      throw new IllegalArgumentException(
          name + " is " + (value.isMissingNode() ? "missing" : value) + ", must be a text");
    }
    return value.textValue();
  }

  private static int number(JsonNode json, String name, int otherwise) {
    JsonNode value = json.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return otherwise;
    }
    if (!value.canConvertToInt() || !value.canConvertToExactIntegral()) {
      throw new IllegalArgumentException(name + " is " + value + ", must be a whole number");
    }
    return value.intValue();
  }

  private static Set<String> texts(JsonNode json, String name, Supplier<Set<String>> otherwise) {
    JsonNode values = json.path(name);
    if (values.isMissingNode() || values.isNull()) {
      return otherwise.get();
    }
    if (!values.isArray()) {
      throw new IllegalArgumentException(name + " is " + values + ", must be a list");
    }
    Set<String> texts = new HashSet<>();
    values.forEach(value -> texts.add(value.asText()));
    return texts;
  }

  private static <T> List<T> optional(JsonNode json, String name, Function<JsonNode, T> one) {
    return json.path(name).isMissingNode() ? List.of() : list(json, name, one);
  }

  static <T> List<T> list(JsonNode json, String name, Function<JsonNode, T> one) {
    JsonNode values = json.path(name);
    if (!values.isArray()) {
      throw new IllegalArgumentException(
          name + " is " + (values.isMissingNode() ? "missing" : "no list") + ", must be a list");
    }
    List<T> list = new ArrayList<>();
    for (JsonNode value : values) {
      try {
        list.add(one.apply(value));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            name + " " + (list.size() + 1) + ": " + e.getMessage(), e);
      }
    }
    return list;
  }

  /** A delegation as it is written; nothing is left out but what is not known. */
  public static ObjectNode of(Delegation delegation) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("title", delegation.title()).put("timeZone", delegation.zone().getId());
    put(json, "slots", delegation.slots(), DelegationJson::of);
    put(json, "sites", delegation.sites(), DelegationJson::of);
    put(json, "travel", delegation.travel(), DelegationJson::of);
    put(json, "delegates", delegation.delegates(), DelegationJson::of);
    put(json, "hosts", delegation.hosts(), DelegationJson::of);
    put(json, "wishes", delegation.wishes(), DelegationJson::of);
    put(json, "vetoes", delegation.vetoes(), veto -> pair(veto.delegate(), veto.host()));
    return json;
  }

  private static <T> void put(
      ObjectNode json, String name, List<T> all, Function<T, ObjectNode> one) {
    ArrayNode list = json.putArray(name);
    all.forEach(each -> list.add(one.apply(each)));
  }

  private static ObjectNode of(Slot slot) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", slot.id())
        .put("start", slot.start().toString())
        .put("end", slot.end().toString());
  }

  private static ObjectNode of(Site site) {
    ObjectNode json =
        JsonNodeFactory.instance.objectNode().put("id", site.id()).put("name", site.name());
    return site.tables() == ENOUGH ? json : json.put("tables", site.tables());
  }

  private static ObjectNode of(Travel travel) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("from", travel.from())
        .put("to", travel.to())
        .put("minutes", travel.time().toMinutes());
  }

  private static ObjectNode of(Delegate delegate) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", delegate.id())
            .put("name", delegate.name())
            .put("minMeetings", delegate.least())
            .put("maxMeetings", delegate.most());
    delegate.available().stream().sorted().forEach(json.putArray("available")::add);
    return languages(json, delegate.languages());
  }

  private static ObjectNode of(Host host) {
    ObjectNode json =
        JsonNodeFactory.instance.objectNode().put("id", host.id()).put("name", host.name());
    host.site().ifPresent(site -> json.put("site", site));
    json.put("maxMeetings", host.most());
    host.available().stream().sorted().forEach(json.putArray("available")::add);
    return languages(json, host.languages());
  }

  private static ObjectNode languages(ObjectNode json, Set<String> languages) {
    if (!languages.isEmpty()) {
      languages.stream().sorted().forEach(json.putArray("languages")::add);
    }
    return json;
  }

  private static ObjectNode of(Wish wish) {
    ObjectNode json =
        pair(wish.delegate(), wish.host())
            .put("value", number(wish.value()))
            .put("must", wish.must());
    wish.confirmed().ifPresent(slot -> json.put("confirmed", slot));
    return json;
  }

  private static ObjectNode pair(String delegate, String host) {
    return JsonNodeFactory.instance.objectNode().put("delegate", delegate).put("host", host);
  }

  /** A value as it is written: to the thousandth, whole where it is. */
  public static BigDecimal number(double value) {
    BigDecimal number =
        BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP).stripTrailingZeros();
    return number.scale() < 0 ? number.setScale(0) : number;
  }
}
