package dk.brobygger.web.delegation;

import dk.brobygger.search.delegation.Delegation;
import dk.brobygger.search.delegation.Delegation.Slot;
import dk.brobygger.search.delegation.Fault;
import dk.brobygger.web.page.Wording;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What those of a delegation are called, and its times, in the words of a reader. */
public final class Names {

  private final Map<String, String> delegates = new HashMap<>();
  private final Map<String, String> hosts = new HashMap<>();
  private final Map<String, String> sites = new HashMap<>();
  private final Map<String, Slot> slots = new HashMap<>();
  private final Wording wording;

  Names(Delegation delegation, Wording wording) {
    this.wording = wording;
    delegation.delegates().forEach(one -> delegates.put(one.id(), one.name()));
    delegation.hosts().forEach(one -> hosts.put(one.id(), one.name()));
    delegation.sites().forEach(one -> sites.put(one.id(), one.name()));
    delegation.slots().forEach(one -> slots.put(one.id(), one));
  }

  /** A delegate's name; the id itself where there is none. */
  public String delegate(String id) {
    return delegates.getOrDefault(id, id);
  }

  /** A host's name; the id itself where there is none. */
  public String host(String id) {
    return hosts.getOrDefault(id, id);
  }

  /** A slot as it is read, with its day; the id itself where there is none. */
  public String time(String id) {
    return Optional.ofNullable(slots.get(id))
        .map(slot -> wording.span(slot.start(), slot.end()))
        .orElse(id);
  }

  /** Which rule is broken, and who is in the way. */
  public String fault(Fault fault) {
    String other = fault.other().orElse("");
    String named =
        switch (fault.rule()) {
          case DELEGATE_BUSY, TRAVEL -> host(other);
          case HOST_BUSY, TABLE_TAKEN -> delegate(other);
          case TABLES -> sites.getOrDefault(other, other);
          case CONFIRMED -> time(other);
          default -> other;
        };
    return wording.say(
        "fault." + fault.rule().name().toLowerCase(java.util.Locale.ROOT),
        delegate(fault.delegate()),
        fault.host().map(this::host).orElse(""),
        named);
  }
}
