package dk.brobygger.web.delegation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.brobygger.search.delegation.Delegation;
import dk.brobygger.search.delegation.Delegation.Slot;
import dk.brobygger.search.delegation.DelegationJson;
import dk.brobygger.web.delegation.Answer.Say;
import dk.brobygger.web.page.Wording;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The file of a delegation, changed as staff and answers ask; what it does not know in there, it
 * keeps. A wish that was changed by an answer remembers what it was in {@code asked}, and a veto
 * that came of one says so in {@code answered}, so that answers can be given anew.
 */
final class WishFile {

  private static final JsonMapper MAPPER = new JsonMapper();

  private ObjectNode json;

  private WishFile(ObjectNode json) {
    this.json = json;
  }

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException if it is no delegation
   */
  static WishFile read(byte[] bytes) {
    delegation(bytes);
    try {
      return new WishFile((ObjectNode) MAPPER.readTree(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Delegation delegation(byte[] bytes) {
    try {
      return DelegationJson.read(new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Delegation delegation() {
    return delegation(bytes());
  }

  /** Who was proposed and who is to meet whom, and why. */
  Proposed proposed(Wording wording) {
    return Proposed.of(json, wording);
  }

  byte[] bytes() {
    return (json.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Takes everything back to what another says. */
  void become(WishFile other) {
    json = other.json.deepCopy();
  }

  /** Agrees on a slot for a wish, or takes that back. */
  void confirm(String delegate, String host, Optional<String> slot) {
    ObjectNode wish =
        find("wishes", delegate, host)
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "meeting is of " + delegate + " and " + host + ", must be wished"));
    slot.ifPresentOrElse(at -> wish.put("confirmed", at), () -> wish.remove("confirmed"));
  }

  /**
   * A host calls off; what was agreed for then is agreed no more.
   *
   * @param from the slot from which on it is away; all of them if empty
   */
  void callOff(String host, Optional<String> from) {
    Delegation changed = delegation().without(host, from);
    Delegation.Host left =
        changed.hosts().stream().filter(one -> one.id().equals(host)).findFirst().orElseThrow();
    for (JsonNode one : json.withArray("hosts")) {
      if (one.path("id").asText().equals(host)) {
        ArrayNode available = ((ObjectNode) one).putArray("available");
        changed.slots().stream()
            .map(Slot::id)
            .filter(left.available()::contains)
            .forEach(available::add);
      }
    }
    for (JsonNode wish : json.withArray("wishes")) {
      boolean gone = !left.available().contains(wish.path("confirmed").asText());
      if (wish.path("host").asText().equals(host) && gone) {
        ((ObjectNode) wish).remove("confirmed");
      }
    }
  }

  /** Brings wishes and vetoes in line with what was answered; the last word of each counts. */
  void answer(List<Answer> answers) {
    Map<Delegation.Veto, Map<Answer.Side, Say>> said = new LinkedHashMap<>();
    for (Answer one : answers) {
      said.computeIfAbsent(
              new Delegation.Veto(one.delegate(), one.host()), pair -> new LinkedHashMap<>())
          .put(one.side(), one.say());
    }
    Delegation delegation = delegation();
    said.forEach((pair, says) -> {
      boolean there =
          delegation.delegates().stream().anyMatch(one -> one.id().equals(pair.delegate()))
              && delegation.hosts().stream().anyMatch(one -> one.id().equals(pair.host()));
      if (there) {
        restore(pair);
        apply(pair, List.copyOf(says.values()));
      }
    });
  }

  private void restore(Delegation.Veto pair) {
    find("vetoes", pair.delegate(), pair.host())
        .filter(veto -> veto.path("answered").asBoolean())
        .ifPresent(veto -> remove("vetoes", veto));
    find("wishes", pair.delegate(), pair.host())
        .filter(wish -> wish.has("asked"))
        .ifPresent(wish -> {
          JsonNode asked = wish.remove("asked");
          wish.set("value", asked.path("value"));
          wish.put("must", asked.path("must").asBoolean());
          if (asked.path("new").asBoolean() && !wish.has("confirmed")) {
            remove("wishes", wish);
          }
        });
  }

  private void apply(Delegation.Veto pair, List<Say> says) {
    if (says.contains(Say.NO)) {
      if (find("vetoes", pair.delegate(), pair.host()).isEmpty()) {
        add("vetoes", pair).put("answered", true);
      }
      return;
    }
    long wanting = says.stream().filter(say -> say == Say.MUST || say == Say.WISH).count();
    if (wanting > 0) {
      Optional<ObjectNode> there = find("wishes", pair.delegate(), pair.host());
      ObjectNode wish = there.orElseGet(() -> add("wishes", pair).put("value", 0));
      wish.putObject("asked")
          .put("new", there.isEmpty())
          .put("must", wish.path("must").asBoolean())
          .set("value", wish.path("value"));
      wish.put("value", DelegationJson.number(wanted(wish.path("value").doubleValue(), wanting)));
      wish.put("must", wish.path("must").asBoolean() || says.contains(Say.MUST));
    }
  }

  /**
   * Each side that wants a meeting takes it half the way to the most there is: so both together
   * count more than one, and of two wanted meetings the better match stays ahead.
   */
  private static double wanted(double value, long wanting) {
    return Delegation.MOST_VALUE - (Delegation.MOST_VALUE - value) / (1 << wanting);
  }

  private Optional<ObjectNode> find(String list, String delegate, String host) {
    for (JsonNode one : json.withArray(list)) {
      boolean same =
          one.path("delegate").asText().equals(delegate) && one.path("host").asText().equals(host);
      if (same) {
        return Optional.of((ObjectNode) one);
      }
    }
    return Optional.empty();
  }

  private ObjectNode add(String list, Delegation.Veto pair) {
    return json.withArray(list)
        .addObject()
        .put("delegate", pair.delegate())
        .put("host", pair.host());
  }

  private void remove(String list, JsonNode gone) {
    for (Iterator<JsonNode> each = json.withArray(list).iterator(); each.hasNext(); ) {
      if (each.next() == gone) {
        each.remove();
      }
    }
  }
}
