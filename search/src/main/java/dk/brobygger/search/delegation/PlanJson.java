package dk.brobygger.search.delegation;

import static dk.brobygger.search.delegation.DelegationJson.list;
import static dk.brobygger.search.delegation.DelegationJson.object;
import static dk.brobygger.search.delegation.DelegationJson.required;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Plans as JSON. */
public final class PlanJson {

  private PlanJson() {}

  /**
   * Reads the meetings of a plan.
   *
   * @param in the JSON; not closed
   * @throws IOException if reading fails
   * @throws IllegalArgumentException if it is no plan
   */
  public static List<Plan.Meeting> meetings(InputStream in) throws IOException {
    return meetings(object(in, "a plan"));
  }

  private static List<Plan.Meeting> meetings(JsonNode json) {
    return list(
        json,
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

  /**
   * Reads a plan as it is written.
   *
   * @param in the JSON; not closed
   * @throws IOException if reading fails
   * @throws IllegalArgumentException if it is no plan
   */
  public static Plan plan(InputStream in) throws IOException {
    JsonNode json = object(in, "a plan");
    return new Plan(
        meetings(json),
        json.path("value").asDouble(),
        json.path("bound").asDouble(),
        constant(Plan.Proof.class, json, "proof"),
        list(
            json,
            "unmet",
            one -> new Plan.Unmet(required(one, "delegate"), required(one, "host"), why(one))),
        list(
            json,
            "conflict",
            one ->
                new Plan.Conflict(
                    constant(Plan.Conflict.Kind.class, one, "kind"),
                    required(one, "delegate"),
                    Optional.ofNullable(one.path("host").textValue()))));
  }

  private static <E extends Enum<E>> E constant(Class<E> type, JsonNode json, String name) {
    String written = required(json, name);
    return Arrays.stream(type.getEnumConstants())
        .filter(one -> written.equals(word(one)))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                name
                    + " is \""
                    + written
                    + "\", must be one of "
                    + Arrays.stream(type.getEnumConstants()).map(PlanJson::word).toList()));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static Plan.Why why(JsonNode json) {
    String written = required(json, "why");
    return Arrays.stream(Plan.Why.values())
        .filter(one -> one.sentence().equals(written))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException("why is \"" + written + "\", must be a known reason"));
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
    json.put("value", DelegationJson.number(plan.value()));
    json.put("bound", DelegationJson.number(plan.bound()));
    json.put("proof", word(plan.proof()));
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
              .put("kind", word(requirement.kind()))
              .put("delegate", requirement.delegate());
      requirement.host().ifPresent(host -> one.put("host", host));
    }
    return json;
  }
}
