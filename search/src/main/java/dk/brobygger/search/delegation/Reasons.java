package dk.brobygger.search.delegation;

import dk.brobygger.search.delegation.Delegation.Veto;
import dk.brobygger.search.delegation.Delegation.Wish;
import dk.brobygger.search.delegation.Plan.Unmet;
import dk.brobygger.search.delegation.Plan.Why;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says of each wish that is not met what stands in its way. */
final class Reasons {

  private final Grid grid;
  private final Board board;
  private final Set<Veto> vetoes;

  private Reasons(Grid grid, Board board) {
    this.grid = grid;
    this.board = board;
    this.vetoes = new HashSet<>(grid.delegation.vetoes());
  }

  /** The wishes that a plan does not meet, in the order of the input. */
  static List<Unmet> unmet(Grid grid, int[] slots) {
    Board board = new Board(grid, new long[slots.length], new int[grid.least.length], 0);
    board.placeAll(slots);
    Map<Wish, Integer> options = new HashMap<>();
    for (int option = 0; option < slots.length; option++) {
      options.put(grid.options.get(option).wish(), option);
    }
    Reasons reasons = new Reasons(grid, board);
    List<Unmet> unmet = new ArrayList<>();
    for (Wish wish : grid.delegation.wishes()) {
      int option = options.getOrDefault(wish, Board.NONE);
      if (option == Board.NONE) {
        unmet.add(new Unmet(wish.delegate(), wish.host(), reasons.never(wish)));
      } else if (slots[option] == Board.NONE) {
        unmet.add(new Unmet(wish.delegate(), wish.host(), reasons.notNow(option)));
      }
    }
    return unmet;
  }

  /** Why a wish could not be met even alone. */
  private Why never(Wish wish) {
    if (vetoes.contains(new Veto(wish.delegate(), wish.host()))) {
      return Why.REFUSED;
    }
    boolean understand =
        grid.understand(grid.delegateAt(wish.delegate()), grid.hostAt(wish.host()));
    return understand ? Why.NEVER_FREE : Why.LANGUAGE;
  }

  private Why notNow(int option) {
    Grid.Option one = grid.options.get(option);
    int site = grid.site[one.host()];
    if (board.delegateLoad(one.delegate()) >= grid.mostOfDelegate[one.delegate()]) {
      return Why.DELEGATE_COMPLETE;
    }
    if (board.hostLoad(one.host()) >= grid.mostOfHost[one.host()]) {
      return Why.HOST_COMPLETE;
    }
    if (Arrays.stream(one.slots()).anyMatch(slot -> board.fits(option, slot))) {
      return Why.LEFT_OUT;
    }
    int delegateBusy = 0;
    int hostBusy = 0;
    int noTable = 0;
    for (int slot : one.slots()) {
      delegateBusy += board.ofDelegate(one.delegate(), slot) == Board.NONE ? 0 : 1;
      hostBusy += board.ofHost(one.host(), slot) == Board.NONE ? 0 : 1;
      noTable += board.free(site, slot) > 0 ? 0 : 1;
    }
    int all = one.slots().length;
    if (hostBusy == all) {
      return Why.HOST_FULL;
    }
    if (delegateBusy == all) {
      return Why.DELEGATE_FULL;
    }
    if (noTable == all) {
      return Why.NO_TABLE;
    }
    return Why.CROWDED;
  }
}
