package dk.brobygger.search.invitation;

import dk.brobygger.corpus.entry.Entry;
import dk.brobygger.corpus.entry.Identity;
import dk.brobygger.search.delegation.Delegation;
import dk.brobygger.search.engine.Hit;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whom to ask and whom to take along.
 *
 * @param journey where and when
 * @param hosts whom to ask and where they speak of the theme, the one that fits it best first
 * @param invitations whom to take along, who adds the most first
 */
public record Proposal(Journey journey, List<Hit> hosts, List<Invitation> invitations) {

  private static final String VENUE = "venue";

  /** Keeps copies. */
  public Proposal {
    hosts = List.copyOf(hosts);
    invitations = List.copyOf(invitations);
  }

  /** All meetings that would be worth something, invitation by invitation, best first. */
  public List<Pair> pairs() {
    return invitations.stream().flatMap(one -> one.pairs().stream()).toList();
  }

  /**
   * The delegation to plan, for staff to change: all meet at one venue that has a table for each
   * host, everybody is free in every slot and wishes what the score says.
   *
   * @param title what it is called
   * @param zone where its clocks are
   * @param venue what the venue is called
   */
  public Delegation delegation(String title, ZoneId zone, String venue) {
    List<Delegation.Slot> slots = journey.slots();
    Set<String> free = slots.stream().map(Delegation.Slot::id).collect(Collectors.toSet());
    return new Delegation(
        title,
        zone,
        slots,
        List.of(new Delegation.Site(VENUE, venue, hosts.size())),
        List.of(),
        invitations.stream().map(one -> delegate(one.guest(), free)).toList(),
        hosts.stream().map(host -> host(host.entry(), free)).toList(),
        pairs().stream().map(Proposal::wish).toList(),
        List.of());
  }

  private static Delegation.Delegate delegate(Entry guest, Set<String> free) {
    return new Delegation.Delegate(
        guest.id().toString(), guest.name(), free, 0, free.size(), languages(guest));
  }

  private static Delegation.Host host(Entry host, Set<String> free) {
    return new Delegation.Host(
        host.id().toString(), host.name(), Optional.of(VENUE), free, free.size(), languages(host));
  }

  private static Set<String> languages(Entry entry) {
    return new HashSet<>(Composer.identity(entry).map(Identity::languages).orElse(List.of()));
  }

  private static Delegation.Wish wish(Pair pair) {
    return new Delegation.Wish(
        pair.guest().id().toString(),
        pair.host().id().toString(),
        pair.value(),
        false,
        Optional.empty());
  }
}
