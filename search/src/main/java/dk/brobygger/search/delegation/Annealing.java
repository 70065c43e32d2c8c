package dk.brobygger.search.delegation;

import java.util.SplittableRandom;
import java.util.function.LongSupplier;

/**
 * Simulated annealing (Kirkpatrick, Gelatt and Vecchi, Science 220, 1983) over plans: an option is
 * set in a slot, whatever stands in its way is moved to another slot or dropped, and the change is
 * kept if it is worth it, or by chance, the less the later. The same seed and number of moves give
 * the same plan.
 */
final class Annealing {

  /** Moves between looks at the clock. */
  private static final int BATCH = 2_000;

  /** At first a loss of a fifth of the greatest value is as likely as not; measured, 2026-11-25. */
  private static final double HOT = 20.0 * Grid.UNITS;

  private static final double COLD = 0.2 * Grid.UNITS;

  private final Board board;
  private final SplittableRandom random;
  private final int[] log;

  Annealing(Board board, long seed) {
    this.board = board;
    this.random = new SplittableRandom(seed);
    int slots = board.grid.slotCount();
    this.log = new int[8 * (slots + 4)];
  }

  /**
   * Improves the board.
   *
   * @param nanos the clock
   * @param start when the clock began
   * @param end when to stop
   * @param enough a score that nothing exceeds
   * @return the best slots seen, by option
   */
  int[] run(LongSupplier nanos, long start, long end, LongSupplier enough) {
    int options = board.grid.options.size();
    int[] best = board.slots();
    long bestScore = board.score();
    if (options == 0) {
      return best;
    }
    long now = nanos.getAsLong();
    while (now < end && bestScore < enough.getAsLong()) {
      double done = Math.min(1, (double) (now - start) / (end - start));
      double heat = HOT * Math.pow(COLD / HOT, done);
      for (int i = 0; i < BATCH; i++) {
        move(random.nextInt(options), heat);
        if (board.score() > bestScore) {
          bestScore = board.score();
          best = board.slots();
        }
      }
      now = nanos.getAsLong();
    }
    return best;
  }

  private void move(int option, double heat) {
    int[] slots = board.grid.options.get(option).slots();
    int slot = slots[random.nextInt(slots.length)];
    int from = board.slotOf(option);
    if (slot == from) {
      return;
    }
    long before = board.score();
    if (from != Board.NONE) {
      board.remove(option);
    }
    int count = board.clear(option, slot, log, 0);
    if (count < 0) {
      if (from != Board.NONE) {
        board.place(option, from);
      }
      return;
    }
    board.place(option, slot);
    for (int i = 0; i < count; i += 2) {
      settle(log[i]);
    }
    long gain = board.score() - before;
    if (gain < 0 && random.nextDouble() >= Math.exp(gain / heat)) {
      undo(option, from, count);
    }
  }

  /** Finds another slot for what was evicted, beginning anywhere. */
  private void settle(int option) {
    int[] slots = board.grid.options.get(option).slots();
    int first = random.nextInt(slots.length);
    for (int i = 0; i < slots.length; i++) {
      int slot = slots[(first + i) % slots.length];
      if (board.fits(option, slot)) {
        board.place(option, slot);
        return;
      }
    }
  }

  private void undo(int option, int from, int count) {
    for (int i = 0; i < count; i += 2) {
      if (board.slotOf(log[i]) != Board.NONE) {
        board.remove(log[i]);
      }
    }
    board.remove(option);
    for (int i = 0; i < count; i += 2) {
      board.place(log[i], log[i + 1]);
    }
    if (from != Board.NONE) {
      board.place(option, from);
    }
  }
}
