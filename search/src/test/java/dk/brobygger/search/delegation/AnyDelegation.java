package dk.brobygger.search.delegation;

import dk.brobygger.search.delegation.Delegation.Delegate;
import dk.brobygger.search.delegation.Delegation.Host;
import dk.brobygger.search.delegation.Delegation.Site;
import dk.brobygger.search.delegation.Delegation.Slot;
import dk.brobygger.search.delegation.Delegation.Travel;
import dk.brobygger.search.delegation.Delegation.Veto;
import dk.brobygger.search.delegation.Delegation.Wish;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Delegations of any size from a seed: two sites half an hour apart, a break after six slots. */
final class AnyDelegation {

  private static final LocalDateTime START = LocalDateTime.parse("2027-03-02T09:00");

  private final Random random;
  private final List<Slot> slots = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();

  private AnyDelegation(long seed, int slotCount) {
    random = new Random(seed);
    LocalDateTime at = START;
    for (int i = 0; i < slotCount; i++) {
      slots.add(new Slot("s" + i, at, at.plusMinutes(20)));
      ids.add("s" + i);
      at = at.plusMinutes((i + 1) % 6 == 0 ? 55 : 25);
    }
  }

  /** Few musts, and nobody in want: as a real one is. */
  static Delegation real(long seed, int delegates, int hosts, int wishes, int slots) {
    return new AnyDelegation(seed, slots).make(delegates, hosts, wishes, 0.02, 0, 1);
  }

  /** Many musts, minimums and languages, and one table or two: often too much. */
  static Delegation hard(long seed) {
    AnyDelegation any = new AnyDelegation(seed, 1 + new Random(seed).nextInt(4));
    int delegates = 1 + any.random.nextInt(3);
    int hosts = 1 + any.random.nextInt(3);
    int wishes = 1 + any.random.nextInt(Math.min(6, delegates * hosts));
    return any.make(delegates, hosts, wishes, 0.4, 2, 3);
  }

  private Delegation make(
      int delegateCount, int hostCount, int wishCount, double musts, int least, int languages) {
    int most = Math.max(2, slots.size() * 3 / 4);
    List<Delegate> delegates = new ArrayList<>();
    for (int i = 0; i < delegateCount; i++) {
      int minimum = least == 0 ? 0 : random.nextInt(least + 1);
      delegates.add(new Delegate("d" + i, "D " + i, free(), minimum, most, spoken(languages)));
    }
    List<Host> hosts = new ArrayList<>();
    for (int i = 0; i < hostCount; i++) {
      Optional<String> site = Optional.of(i % 2 == 0 ? "a" : "b");
      hosts.add(new Host("h" + i, "H " + i, site, free(), most, spoken(languages)));
    }
    Map<Veto, Wish> wishes = new LinkedHashMap<>();
    while (wishes.size() < wishCount) {
      Veto pair = new Veto("d" + random.nextInt(delegateCount), "h" + random.nextInt(hostCount));
      boolean must = random.nextDouble() < musts;
      wishes.put(
          pair,
          new Wish(pair.delegate(), pair.host(), 1 + random.nextInt(100), must, Optional.empty()));
    }
    List<Veto> vetoes = wishes.keySet().stream().filter(pair -> random.nextInt(50) == 0).toList();
    int tables = least == 0 ? Math.max(2, hostCount / 3) : 1 + random.nextInt(2);
    return new Delegation(
        "any",
        ZoneId.of("Europe/Copenhagen"),
        slots,
        List.of(new Site("a", "A", tables), new Site("b", "B", tables)),
        List.of(new Travel("a", "b", Duration.ofMinutes(30))),
        delegates,
        hosts,
        List.copyOf(wishes.values()),
        vetoes);
  }

  private Set<String> free() {
    Set<String> free = new HashSet<>();
    ids.stream().sorted().filter(id -> random.nextDouble() < 0.8).forEach(free::add);
    return free;
  }

  private Set<String> spoken(int most) {
    return most == 1 ? Set.of() : Set.of(List.of("da", "en", "de").get(random.nextInt(most)));
  }
}
