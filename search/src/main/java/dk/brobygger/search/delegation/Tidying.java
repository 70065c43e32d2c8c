package dk.brobygger.search.delegation;

/**
 * Moves meetings within the day, at the same value, so that delegates have fewer idle slots between
 * their meetings and change the site less often. Plain descent: it ends where no single move and no
 * swap of two meetings of one delegate helps.
 */
final class Tidying {

  private static final int MOST_ROUNDS = 50;

  private final Board board;
  private final Grid grid;

  private Tidying(Board board) {
    this.board = board;
    this.grid = board.grid;
  }

  /** The slots after tidying; the board is changed. */
  static int[] of(Board board) {
    Tidying tidying = new Tidying(board);
    int rounds = 0;
    boolean better = true;
    while (better && rounds++ < MOST_ROUNDS) {
      better = tidying.round();
    }
    return board.slots();
  }

  private boolean round() {
    boolean better = false;
    for (int option = 0; option < grid.options.size(); option++) {
      if (board.slotOf(option) != Board.NONE) {
        better |= move(option);
      }
    }
    for (int delegate = 0; delegate < grid.ofDelegate.size(); delegate++) {
      better |= swap(delegate);
    }
    return better;
  }

  private boolean move(int option) {
    Grid.Option one = grid.options.get(option);
    int from = board.slotOf(option);
    int before = untidy(one.delegate());
    for (int slot : one.slots()) {
      if (slot != from) {
        board.remove(option);
        boolean fits = board.fits(option, slot);
        board.place(option, fits ? slot : from);
        if (fits && untidy(one.delegate()) < before) {
          return true;
        }
        if (fits) {
          board.remove(option);
          board.place(option, from);
        }
      }
    }
    return false;
  }

  private boolean swap(int delegate) {
    for (int one = 0; one < grid.slotCount(); one++) {
      for (int other = one + 1; other < grid.slotCount(); other++) {
        int first = board.ofDelegate(delegate, one);
        int second = board.ofDelegate(delegate, other);
        if (first != Board.NONE && second != Board.NONE && swapped(delegate, first, second)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean swapped(int delegate, int first, int second) {
    int one = board.slotOf(first);
    int other = board.slotOf(second);
    if (!free(first, other) || !free(second, one)) {
      return false;
    }
    int before = untidy(delegate);
    board.remove(first);
    board.remove(second);
    boolean placed = false;
    if (board.fits(first, other)) {
      board.place(first, other);
      if (board.fits(second, one)) {
        board.place(second, one);
        placed = true;
      }
    }
    if (placed && untidy(delegate) < before) {
      return true;
    }
    take(first);
    take(second);
    board.place(first, one);
    board.place(second, other);
    return false;
  }

  private void take(int option) {
    if (board.slotOf(option) != Board.NONE) {
      board.remove(option);
    }
  }

  private boolean free(int option, int slot) {
    return java.util.Arrays.binarySearch(grid.options.get(option).slots(), slot) >= 0;
  }

  /** Idle slots between a delegate's first and last meeting, and changes of site. */
  private int untidy(int delegate) {
    int untidy = 0;
    int idle = 0;
    int site = Board.NONE;
    for (int slot = 0; slot < grid.slotCount(); slot++) {
      int option = board.ofDelegate(delegate, slot);
      if (option == Board.NONE) {
        idle++;
      } else {
        int here = grid.site[grid.options.get(option).host()];
        if (site != Board.NONE) {
          untidy += idle + (site == here ? 0 : 1);
        }
        site = here;
        idle = 0;
      }
    }
    return untidy;
  }
}
