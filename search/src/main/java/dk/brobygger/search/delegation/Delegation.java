package dk.brobygger.search.delegation;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a delegation and its hosts wish, and what must hold. Everything named is there, once; the
 * constructor refuses anything else.
 *
 * @param title what it is called
 * @param zone where its clocks are
 * @param slots the times of meetings, in order of their start
 * @param sites where hosts receive
 * @param travel how long it takes between sites
 * @param delegates who travels
 * @param hosts who receives
 * @param wishes the meetings somebody wants
 * @param vetoes the meetings somebody refuses
 */
public record Delegation(
    String title,
    ZoneId zone,
    List<Slot> slots,
    List<Site> sites,
    List<Travel> travel,
    List<Delegate> delegates,
    List<Host> hosts,
    List<Wish> wishes,
    List<Veto> vetoes) {

  /** What a wish can be worth at the most. */
  public static final int MOST_VALUE = 100;

  /**
   * A time for one meeting of anybody.
   *
   * @param id its name in the file
   * @param start when it begins, by the clocks of the place
   * @param end when it ends, after the start
   */
  public record Slot(String id, LocalDateTime start, LocalDateTime end) {
    /** Refuses slots that end before they begin. */
    public Slot {
      if (!end.isAfter(start)) {
        throw new IllegalArgumentException(
            "end of slot " + id + " is " + end + ", must be after " + start);
      }
    }

    /** Whether one is not over when the other begins. */
    boolean overlaps(Slot other) {
      return start.isBefore(other.end) && other.start.isBefore(end);
    }
  }

  /**
   * A place with tables.
   *
   * @param id its name in the file
   * @param name what it is called
   * @param tables how many meetings it holds at a time
   */
  public record Site(String id, String name, int tables) {
    /** Refuses fewer tables than none. */
    public Site {
      if (tables < 0) {
        throw new IllegalArgumentException(
            "tables of site " + id + " is " + tables + ", must not be negative");
      }
    }
  }

  /**
   * How long it takes from one site to another, and back.
   *
   * @param from one site
   * @param to the other
   * @param time how long
   */
  public record Travel(String from, String to, Duration time) {
    /** Refuses times that are negative. */
    public Travel {
      if (time.isNegative()) {
        throw new IllegalArgumentException(
            "minutes from "
                + from
                + " to "
                + to
                + " is "
                + time.toMinutes()
                + ", must not be negative");
      }
    }

    private boolean joins(String one, String other) {
      return from.equals(one) && to.equals(other);
    }
  }

  /**
   * Somebody who travels.
   *
   * @param id the name in the file
   * @param name the name
   * @param available the slots they can meet in
   * @param least how many meetings they must have
   * @param most how many they can have
   * @param languages what they speak; any if empty
   */
  public record Delegate(
      String id, String name, Set<String> available, int least, int most, Set<String> languages) {
    /** Refuses bounds that cannot be. */
    public Delegate {
      available = Set.copyOf(available);
      languages = Set.copyOf(languages);
      if (least < 0 || most < 0) {
        throw new IllegalArgumentException(
            "meetings of delegate "
                + id
                + " are "
                + least
                + " to "
                + most
                + ", must not be negative");
      }
    }
  }

  /**
   * Somebody who receives.
   *
   * @param id the name in the file
   * @param name the name
   * @param site where, if that is known
   * @param available the slots they can meet in
   * @param most how many meetings they can have
   * @param languages what they speak; any if empty
   */
  public record Host(
      String id,
      String name,
      Optional<String> site,
      Set<String> available,
      int most,
      Set<String> languages) {
    /** Refuses bounds that cannot be. */
    public Host {
      available = Set.copyOf(available);
      languages = Set.copyOf(languages);
      if (most < 0) {
        throw new IllegalArgumentException(
            "meetings of host " + id + " is " + most + ", must not be negative");
      }
    }

    private Host onlyIn(Set<String> slots) {
      Set<String> left = new HashSet<>(available);
      left.retainAll(slots);
      return new Host(id, name, site, left, most, languages);
    }
  }

  /**
   * A meeting somebody wants.
   *
   * @param delegate who travels
   * @param host who receives
   * @param value what it is worth, 0 to 100, counted to the thousandth
   * @param must whether it has to take place
   * @param confirmed the slot both have agreed on; it must take place then, and can at no other
   *     time
   */
  public record Wish(
      String delegate, String host, double value, boolean must, Optional<String> confirmed) {
    /** Refuses values that are out of bounds; what is confirmed is a must. */
    public Wish {
      must |= confirmed.isPresent();
      if (!(value >= 0 && value <= MOST_VALUE)) {
        throw new IllegalArgumentException(
            "value of the wish "
                + delegate
                + " with "
                + host
                + " is "
                + value
                + ", must be 0 to "
                + MOST_VALUE);
      }
    }
  }

  /**
   * A meeting somebody refuses.
   *
   * @param delegate who travels
   * @param host who receives
   */
  public record Veto(String delegate, String host) {}

  /** Keeps copies; refuses what is named twice or not there. */
  public Delegation {
    slots = slots.stream().sorted(java.util.Comparator.comparing(Slot::start)).toList();
    sites = List.copyOf(sites);
    travel = List.copyOf(travel);
    delegates = List.copyOf(delegates);
    hosts = List.copyOf(hosts);
    wishes = List.copyOf(wishes);
    vetoes = List.copyOf(vetoes);
    Set<String> slot = names("slot", slots, Slot::id);
    Set<String> site = names("site", sites, Site::id);
    Set<String> delegate = names("delegate", delegates, Delegate::id);
    Set<String> host = names("host", hosts, Host::id);
    names("wish", wishes, wish -> wish.delegate() + " with " + wish.host());
    for (Travel one : travel) {
      known("from", one.from(), site);
      known("to", one.to(), site);
    }
    delegates.forEach(one -> one.available().forEach(id -> known("available", id, slot)));
    for (Host one : hosts) {
      one.available().forEach(id -> known("available", id, slot));
      one.site().ifPresent(id -> known("site", id, site));
    }
    for (Wish wish : wishes) {
      known("delegate", wish.delegate(), delegate);
      known("host", wish.host(), host);
      wish.confirmed().ifPresent(id -> known("confirmed", id, slot));
    }
    for (Veto veto : vetoes) {
      known("delegate", veto.delegate(), delegate);
      known("host", veto.host(), host);
    }
  }

  /**
   * The same after a host has called off.
   *
   * @param host whose id
   * @param from the slot from which on it is away; all of them if empty
   * @throws IllegalArgumentException if there is no such host or slot
   */
  public Delegation without(String host, Optional<String> from) {
    known("host", host, names("host", hosts, Host::id));
    from.ifPresent(slot -> known("slot", slot, names("slot", slots, Slot::id)));
    Set<String> before = new HashSet<>();
    for (Slot slot : slots) {
      if (from.isEmpty() || from.get().equals(slot.id())) {
        break;
      }
      before.add(slot.id());
    }
    List<Host> left =
        hosts.stream().map(one -> one.id().equals(host) ? one.onlyIn(before) : one).toList();
    return new Delegation(title, zone, slots, sites, travel, delegates, left, wishes, vetoes);
  }

  /**
   * How long it takes from one site to another, in either direction: what is said last of the two,
   * nothing where nothing is said or they are one.
   *
   * @param from a site's id
   * @param to a site's id
   */
  public Duration between(String from, String to) {
    return travel.stream()
        .filter(way -> !from.equals(to) && (way.joins(from, to) || way.joins(to, from)))
        .map(Travel::time)
        .reduce(Duration.ZERO, (one, last) -> last);
  }

  /** Refuses whom and what is not there. */
  void require(String delegate, String host, Optional<String> slot) {
    known("delegate", delegate, names("delegate", delegates, Delegate::id));
    known("host", host, names("host", hosts, Host::id));
    slot.ifPresent(id -> known("slot", id, names("slot", slots, Slot::id)));
  }

  private static <T> Set<String> names(String kind, List<T> all, Function<T, String> id) {
    Set<String> names = new HashSet<>();
    for (T one : all) {
      if (!names.add(id.apply(one))) {
        throw new IllegalArgumentException(
            kind + " " + id.apply(one) + " is there twice, must be there once");
      }
    }
    return names;
  }

  private static void known(String name, String id, Set<String> all) {
    if (!all.contains(id)) {
      throw new IllegalArgumentException(
          name + " is \"" + id + "\", must be the id of one that is there");
    }
  }
}
