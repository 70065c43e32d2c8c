package dk.brobygger.web.paper;

import dk.brobygger.search.delegation.Delegation;
import dk.brobygger.search.delegation.Delegation.Delegate;
import dk.brobygger.search.delegation.Delegation.Host;
import dk.brobygger.search.delegation.Delegation.Site;
import dk.brobygger.search.delegation.Delegation.Slot;
import dk.brobygger.search.delegation.Plan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * A meeting with all that its papers tell of it.
 *
 * @param delegate who travels
 * @param host who receives
 * @param slot when
 * @param site where, if that is known
 * @param table at which table, from 1
 */
public record Appointment(
    Delegate delegate, Host host, Slot slot, Optional<Site> site, OptionalInt table) {

  /** The meetings of a plan, in its order. */
  public static List<Appointment> of(Delegation delegation, Plan plan) {
    Map<String, Delegate> delegates = byId(delegation.delegates(), Delegate::id);
    Map<String, Host> hosts = byId(delegation.hosts(), Host::id);
    Map<String, Slot> slots = byId(delegation.slots(), Slot::id);
    Map<String, Site> sites = byId(delegation.sites(), Site::id);
    return plan.meetings().stream()
        .map(meeting -> {
          Host host = at(hosts, meeting.host());
          return new Appointment(
              at(delegates, meeting.delegate()),
              host,
              at(slots, meeting.slot()),
              host.site().map(site -> at(sites, site)),
              meeting.table());
        })
        .toList();
  }

  private static <T> Map<String, T> byId(List<T> all, Function<T, String> id) {
    Map<String, T> byId = new HashMap<>();
    all.forEach(one -> byId.put(id.apply(one), one));
    return byId;
  }

  private static <T> T at(Map<String, T> all, String id) {
    return Objects.requireNonNull(all.get(id), id);
  }
}
