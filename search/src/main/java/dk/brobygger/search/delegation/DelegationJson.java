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
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Delegations and plans as JSON. */
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

  private static ObjectNode object(InputStream in, String what) throws IOException {
    try {
      if (MAPPER.readTree(in) instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("is not JSON: " + e.getOriginalMessage(), e);
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
        json.path("must").asBoolean(false));
  }

  private static String required(JsonNode json, String name) {
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

  private static <T> List<T> list(JsonNode json, String name, Function<JsonNode, T> one) {
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

  /**
   * Reads the meetings of a plan.
   *
   * @param in the JSON; not closed
   * @throws IOException if reading fails
   * @throws IllegalArgumentException if it is no plan
   */
  public static List<Plan.Meeting> meetings(InputStream in) throws IOException {
    return list(
        object(in, "a plan"),
        "meetings",
        one ->
            new Plan.Meeting(
                required(one, "delegate"),
                required(one, "host"),
                required(one, "slot"),
                one.path("table").isInt()
                    ? OptionalInt.of(one.path("table").intValue())
                    : OptionalInt.empty()));
  }

  /** A plan as it is written. */
  public static ObjectNode of(Plan plan) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode meetings = json.putArray("meetings");
    for (Plan.Meeting meeting : plan.meetings()) {
      ObjectNode one =
          meetings
              .addObject()
              .put("delegate", meeting.delegate())
              .put("host", meeting.host())
              .put("slot", meeting.slot());
      meeting.table().ifPresent(table -> one.put("table", table));
    }
    json.put("value", number(plan.value()));
    json.put("bound", number(plan.bound()));
    json.put("proof", plan.proof().name().toLowerCase(Locale.ROOT));
    ArrayNode unmet = json.putArray("unmet");
    for (Plan.Unmet wish : plan.unmet()) {
      unmet
          .addObject()
          .put("delegate", wish.delegate())
          .put("host", wish.host())
          .put("why", wish.why().sentence());
    }
    ArrayNode conflict = json.putArray("conflict");
    for (Plan.Conflict requirement : plan.conflict()) {
      ObjectNode one =
          conflict
              .addObject()
              .put("kind", requirement.kind().name().toLowerCase(Locale.ROOT))
              .put("delegate", requirement.delegate());
      requirement.host().ifPresent(host -> one.put("host", host));
    }
    return json;
  }

  /** A value as it is written: to the thousandth, whole where it is. */
  public static BigDecimal number(double value) {
    BigDecimal number =
        BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP).stripTrailingZeros();
    return number.scale() < 0 ? number.setScale(0) : number;
  }
}
