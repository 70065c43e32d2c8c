package dk.brobygger.search.delegation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How good a plan is, as the planner weighs plans: first what must be, then what it is worth, then
 * how fair it is.
 *
 * @param held how many musts and minimums hold
 * @param value what it is worth, in thousandths
 * @param worst what the delegate gets who gets the least, of those who wish something that can be
 */
record Merit(int held, long value, long worst) implements Comparable<Merit> {

  private static final Comparator<Merit> ORDER =
      Comparator.comparingInt(Merit::held)
          .thenComparingLong(Merit::value)
          .thenComparingLong(Merit::worst);

  static Merit of(Grid grid, Requirements requirements, int[] slots) {
    long[] gets = new long[grid.ofDelegate.size()];
    for (int option = 0; option < slots.length; option++) {
      Grid.Option one = grid.options.get(option);
      gets[one.delegate()] += slots[option] == Board.NONE ? 0 : one.worth();
    }
    long worst =
        IntStream.range(0, gets.length)
            .filter(delegate -> !grid.ofDelegate.get(delegate).isEmpty())
            .mapToLong(delegate -> gets[delegate])
            .min()
            .orElse(0);
    return new Merit(requirements.count(slots), Arrays.stream(gets).sum(), worst);
  }

  @Override
  public int compareTo(Merit other) {
    return ORDER.compare(this, other);
  }
}
