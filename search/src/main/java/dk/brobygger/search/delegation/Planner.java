package dk.brobygger.search.delegation;

import dk.brobygger.search.delegation.Plan.Conflict;
import dk.brobygger.search.delegation.Plan.Proof;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/**
 * Makes plans.
 *
 * <p>All that must hold, holds: only wished meetings that nobody refuses, between two who are free,
 * have a language in common, a table, and time to get there. Musts and minimums hold, or the fewest
 * that cannot hold together are named and as many as can are kept. Of the plans that do so one of
 * the greatest value is looked for until it is proven that there is none better or the time is up;
 * in what is left of the time, the one of these in which the delegate who gets the least gets the
 * most; then meetings are moved within the day so that days have few gaps and few changes of site.
 * Given the time, the same input gives plans of the same value, but not always the same plan, since
 * how far the search gets depends on the machine; who has a plan already and plans {@linkplain
 * #again again} keeps it unless there is a better one.
 */
public final class Planner {

  /** Search finds 99.9 % of the optimum in this share of the time; CP-SAT has the rest. */
  private static final double SEARCHING = 0.5;

  /** Which musts to keep is settled in this share of what is left; most are in a moment. */
  private static final double WEIGHING = 0.7;

  /** What search needs for a thousand options in their slots, measured on two cores, 2026-11-25. */
  private static final long NANOS_A_VARIABLE = 120_000;

  private static final long SEED = 20_130_101;

  private final LongSupplier nanos;
  private final Duration time;

  /**
   * Makes plans within a time.
   *
   * @param nanos a clock of nanoseconds that only goes forward
   * @param time how long one plan may take, at least a tenth of a second
   */
  public Planner(LongSupplier nanos, Duration time) {
    if (time.toMillis() < 100) {
      throw new IllegalArgumentException("time is " + time + ", must be PT0.1S or more");
    }
    this.nanos = nanos;
    this.time = time;
  }

  /** The best plan that was found. */
  public Plan plan(Delegation delegation) {
    Grid grid = new Grid(delegation);
    long start = nanos.getAsLong();
    Requirements requirements = new Requirements(grid);
    Programme programme = new Programme(grid, option -> true);
    long slice = Math.min((long) (time.toNanos() * SEARCHING), slice(programme));
    int[] slots = empty(grid);
    Optional<Requirements.Worth> worth = Optional.empty();
    if (!requirements.none()) {
      slots = search(grid, Set.of(), slots, start, slice / 3, new AtomicLong(Long.MAX_VALUE));
      if (!requirements.hold(slots)) {
        worth = Optional.of(weighed(requirements, programme, slots, start, slice));
        slots = worth.get().kept().slots();
      }
    }
    Optional<Requirements.Kept> kept = worth.map(Requirements.Worth::kept);
    Set<Conflict> given = kept.map(Requirements.Kept::given).orElse(Set.of());
    require(programme, grid, given);
    Found found = improve(grid, programme, given, slots, start, slice);
    // The bound of what is kept now is none for who would keep something else.
    return worth
        .map(one -> found.within(one.bound()))
        .orElse(found)
        .plan(kept.map(Requirements.Kept::conflict).orElse(List.of()));
  }

  /**
   * The best plan that was found, or what is left of an earlier one where the new one is no better:
   * nobody is told of a change that is no gain. Better is a plan in which more of what must be
   * holds, or as much and it is worth more, or it is worth as much and is fairer.
   *
   * @param delegation the delegation as it is now
   * @param before the earlier plan's meetings; those that cannot be, or are of another delegation,
   *     count for nothing
   */
  public Plan again(Delegation delegation, List<Plan.Meeting> before) {
    Plan made = plan(delegation);
    Grid grid = new Grid(delegation);
    Requirements requirements = new Requirements(grid);
    int[] left = left(grid, before);
    Merit merit = Merit.of(grid, requirements, left);
    if (merit.compareTo(Merit.of(grid, requirements, placed(grid, made.meetings()))) < 0) {
      return made;
    }
    long bound = Math.round(made.bound() * Grid.UNITS);
    Plan found =
        new Found(grid, left, bound, made.proof() != Proof.NONE)
            .plan(requirements.kept(left).conflict());
    Plan kept = with(found, Tables.kept(grid, before, found.meetings()), found.proof());
    return new Check(delegation).faults(kept).isEmpty() ? kept : found;
  }

  /** Which of the requirements that cannot hold together are best kept. */
  private Requirements.Worth weighed(
      Requirements requirements, Programme programme, int[] slots, long start, long slice) {
    Requirements.Kept most = requirements.most(slots);
    long bound = Relaxation.bound(programme, time).orElse(total(programme.grid));
    long left = Math.max(start + time.toNanos() - nanos.getAsLong(), slice);
    return requirements.worthiest(
        programme, most, bound, Duration.ofNanos((long) (left * WEIGHING)));
  }

  /**
   * A plan for a delegation that has changed since it was planned: as many of the earlier meetings
   * stay as they were as can, and of the plans that do so it is one of the greatest value that was
   * found in time. What the change makes impossible is gone. Where the time is too short for even
   * that, what is left of the earlier plan stays as it is.
   *
   * @param changed the delegation as it is now
   * @param before the earlier plan's meetings
   */
  public Plan repair(Delegation changed, List<Plan.Meeting> before) {
    Grid grid = new Grid(changed);
    Requirements requirements = new Requirements(grid);
    int[] left = left(grid, before);
    Optional<Requirements.Kept> kept =
        requirements.none() || requirements.hold(left)
            ? Optional.empty()
            : Optional.of(requirements.most(left));
    Set<Conflict> given = kept.map(Requirements.Kept::given).orElse(Set.of());
    int[] valid =
        requirements.hold(left, given) ? left : kept.map(Requirements.Kept::slots).orElse(left);
    Programme programme = new Programme(grid, option -> true);
    require(programme, grid, given);
    int[] slots =
        new Exact(programme)
            .keep(left, time)
            .filter(found -> same(found, left) >= same(valid, left))
            .orElse(valid);
    // Who gives up others may reach more than what is kept now allows.
    Programme any = given.isEmpty() ? programme : new Programme(grid, option -> true);
    OptionalLong bound = Relaxation.bound(any, time);
    return new Found(grid, slots, bound.orElse(total(grid)), bound.isPresent())
        .plan(kept.map(Requirements.Kept::conflict).orElse(List.of()));
  }

  /**
   * A plan changed by hand: one meeting is put into a slot or taken off, all others stay as they
   * are. Nothing is refused; {@link Check} says what is broken.
   *
   * @param delegation the delegation as it is now
   * @param before the plan
   * @param delegate who travels
   * @param host who receives
   * @param slot when they meet from now on; empty if not at all
   * @throws IllegalArgumentException if there is no such delegate, host or slot
   */
  public Plan move(
      Delegation delegation, Plan before, String delegate, String host, Optional<String> slot) {
    delegation.require(delegate, host, slot);
    return judge(
        delegation,
        Tables.moved(new Grid(delegation), before.meetings(), delegate, host, slot),
        before.conflict());
  }

  /**
   * What meetings are worth, what the best could be worth, and why the other wishes are not met.
   *
   * @param delegation the delegation as it is now
   * @param meetings the meetings, whoever planned them
   * @param conflict requirements that are known not to hold together
   */
  public Plan judge(Delegation delegation, List<Plan.Meeting> meetings, List<Conflict> conflict) {
    Grid grid = new Grid(delegation);
    int[] slots = placed(grid, meetings);
    long bound = Relaxation.bound(new Programme(grid, option -> true), time).orElse(total(grid));
    Plan plan = new Found(grid, slots, bound, true).plan(conflict);
    boolean whole = new Check(delegation).faults(with(plan, meetings, plan.proof())).isEmpty();
    return with(plan, meetings, whole ? plan.proof() : Proof.NONE);
  }

  /** The options that are met, wherever they were put. */
  private static int[] placed(Grid grid, List<Plan.Meeting> meetings) {
    int[] slots = empty(grid);
    for (int option = 0; option < slots.length; option++) {
      Delegation.Wish wish = grid.options.get(option).wish();
      for (Plan.Meeting one : meetings) {
        if (one.delegate().equals(wish.delegate()) && one.host().equals(wish.host())) {
          slots[option] = grid.slotAt(one.slot());
        }
      }
    }
    return slots;
  }

  /** A plan whose meetings are these, even those that cannot be. */
  private static Plan with(Plan plan, List<Plan.Meeting> meetings, Proof proof) {
    return new Plan(
        meetings,
        plan.value(),
        Math.max(plan.value(), plan.bound()),
        proof,
        plan.unmet().stream().filter(wish -> meetings.stream().noneMatch(wish::isAbout)).toList(),
        plan.conflict());
  }

  /** What of an earlier plan could still be. */
  private static int[] left(Grid grid, List<Plan.Meeting> before) {
    Board board = new Board(grid, new long[grid.options.size()], new int[grid.least.length], 0);
    for (int option = 0; option < grid.options.size(); option++) {
      Grid.Option one = grid.options.get(option);
      for (Plan.Meeting meeting : before) {
        int slot = grid.slotAt(meeting.slot());
        boolean same =
            meeting.delegate().equals(one.wish().delegate())
                && meeting.host().equals(one.wish().host())
                && Arrays.binarySearch(one.slots(), slot) >= 0;
        if (same && board.slotOf(option) == Board.NONE && board.fits(option, slot)) {
          board.place(option, slot);
        }
      }
    }
    return board.slots();
  }

  /** How many meetings are where they were. */
  private static long same(int[] slots, int[] before) {
    return IntStream.range(0, slots.length)
        .filter(option -> slots[option] != Board.NONE && slots[option] == before[option])
        .count();
  }

  private static long slice(Programme programme) {
    return Math.max(30_000_000, programme.size() * NANOS_A_VARIABLE);
  }

  private static int[] empty(Grid grid) {
    int[] empty = new int[grid.options.size()];
    Arrays.fill(empty, Board.NONE);
    return empty;
  }

  /** What is not given up must hold in every plan from here on. */
  private static void require(Programme programme, Grid grid, Set<Conflict> given) {
    for (int option = 0; option < grid.options.size(); option++) {
      Delegation.Wish wish = grid.options.get(option).wish();
      if (wish.must() && !given.contains(must(wish))) {
        programme.require(programme.variables(option), 1);
      }
    }
    int[] least = least(grid, given);
    for (int delegate = 0; delegate < least.length; delegate++) {
      if (least[delegate] > 0) {
        programme.require(programme.ofDelegate(delegate), least[delegate]);
      }
    }
  }

  private static Conflict must(Delegation.Wish wish) {
    return new Conflict(Conflict.Kind.MUST, wish.delegate(), Optional.of(wish.host()));
  }

  private static int[] least(Grid grid, Set<Conflict> given) {
    int[] least = grid.least.clone();
    for (Conflict one : given) {
      if (one.kind() == Conflict.Kind.MINIMUM) {
        least[grid.delegateAt(one.delegate())] = 0;
      }
    }
    return least;
  }

  private static long total(Grid grid) {
    return grid.options.stream().mapToLong(Grid.Option::worth).sum();
  }

  private static Board board(Grid grid, Set<Conflict> given, int[] slots) {
    long needed = total(grid) + 1;
    long[] worth = new long[grid.options.size()];
    for (int option = 0; option < worth.length; option++) {
      Grid.Option one = grid.options.get(option);
      boolean must = one.wish().must() && !given.contains(must(one.wish()));
      worth[option] = one.worth() + (must ? needed : 0);
    }
    Board board = new Board(grid, worth, least(grid, given), needed);
    board.placeAll(slots);
    return board;
  }

  private int[] search(
      Grid grid, Set<Conflict> given, int[] slots, long start, long slice, AtomicLong enough) {
    return new Annealing(board(grid, given, slots), SEED)
        .run(nanos, start, start + slice, enough::get);
  }

  /** Search in one thread while another finds the bound; then CP-SAT between the two. */
  private Found improve(
      Grid grid, Programme programme, Set<Conflict> given, int[] slots, long start, long slice) {
    // A board counts what must be besides what it is worth; the bound does not.
    long required = board(grid, given, slots).score() - value(grid, slots);
    AtomicLong enough = new AtomicLong(Long.MAX_VALUE);
    CompletableFuture<OptionalLong> bounding =
        CompletableFuture.supplyAsync(() -> Relaxation.bound(programme, time));
    CompletableFuture<Void> told =
        bounding.thenAccept(bound -> bound.ifPresent(most -> enough.set(most + required)));
    int[] best = search(grid, given, slots, nanos.getAsLong(), slice, enough);
    told.join();
    OptionalLong relaxed = bounding.join();
    long bound = relaxed.orElse(total(grid));
    long left = start + time.toNanos() - nanos.getAsLong();
    boolean proven = relaxed.isPresent();
    if (value(grid, best) < bound && left > 0) {
      Exact.Improved exact = new Exact(programme).improve(best, bound, Duration.ofNanos(left));
      best = exact.slots().filter(better(grid, best)).orElse(best);
      proven |= exact.bound() < bound;
      bound = exact.bound();
    }
    best = fairest(grid, programme, best, start + time.toNanos() - nanos.getAsLong());
    int[] tidied = Tidying.of(board(grid, given, best));
    return new Found(grid, tidied, bound, proven);
  }

  private static int[] fairest(Grid grid, Programme programme, int[] best, long left) {
    return left <= 0
        ? best
        : new Exact(programme)
            .fairest(best, value(grid, best), Duration.ofNanos(left))
            .orElse(best);
  }

  private static java.util.function.Predicate<int[]> better(Grid grid, int[] than) {
    return slots -> value(grid, slots) > value(grid, than);
  }

  private static long value(Grid grid, int[] slots) {
    long value = 0;
    for (int option = 0; option < slots.length; option++) {
      value += slots[option] == Board.NONE ? 0 : grid.options.get(option).worth();
    }
    return value;
  }

  /** What was found, ready to be told. */
  private record Found(Grid grid, int[] slots, long bound, boolean proven) {

    /** The same, with a bound of more plans. */
    Found within(long most) {
      return new Found(grid, slots, most, most < total(grid));
    }

    Plan plan(List<Conflict> conflict) {
      long value = value(grid, slots);
      Proof proof = value == bound ? Proof.OPTIMAL : proven ? Proof.BOUNDED : Proof.NONE;
      return new Plan(
          Tables.meetings(grid, slots),
          (double) value / Grid.UNITS,
          (double) bound / Grid.UNITS,
          proof,
          Reasons.unmet(grid, slots),
          conflict);
    }
  }
}
