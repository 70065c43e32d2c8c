package dk.brobygger.corpus.entry;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How far a cluster organisation has come.
 *
 * @param league 1 (world-leading), 2 (strong, or emerging and sound) or 3 (small or local); Danish
 *     clusters only
 * @param label its label, where it has or had one
 * @param networks networks and alliances it belongs to, by name
 * @param staff people employed
 */
public record Standing(
    Optional<Integer> league,
    Optional<Label> label,
    List<String> networks,
    Optional<Integer> staff) {

  /** Nothing is known. */
  public static final Standing UNKNOWN =
      new Standing(Optional.empty(), Optional.empty(), List.of(), Optional.empty());

  /** Refuses leagues that do not exist and negative staff. */
  public Standing {
    networks = List.copyOf(networks);
    league.ifPresent(number -> {
      if (number < 1 || number > 3) {
        throw new IllegalArgumentException("league is " + number + ", must be 1, 2 or 3");
      }
    });
    staff.ifPresent(number -> Members.checkCount("staff", number));
  }

  /**
   * As if it had another label that holds, in the league that goes with it: gold in 1, silver in 2,
   * bronze in 2 or where it is now if that is 3, none in 3. The same if this is what it holds.
   *
   * @param level the level of the other label; none for no label
   * @param day the day its own label is judged on
   */
  public Standing labelled(Optional<LabelLevel> level, LocalDate day) {
    if (level.equals(held(day).map(Label::level))) {
      return this;
    }
    return new Standing(
        Optional.of(level.map(this::league).orElse(3)),
        level.map(one -> new Label(one, Optional.empty(), Optional.empty(), Optional.empty())),
        networks,
        staff);
  }

  private int league(LabelLevel level) {
    return switch (level) {
      case GOLD -> 1;
      case SILVER -> 2;
      case BRONZE -> league.filter(now -> now == 3).orElse(2);
    };
  }

  /** The label that it holds on a day, or may hold: nobody knows the end of some. */
  public Optional<Label> held(LocalDate day) {
    return label.filter(one -> one.holdsOn(day).orElse(true));
  }

  /** What it needs of partners and money on a day; strong where nothing is known. */
  public Maturity maturity(LocalDate day) {
    Optional<LabelLevel> held = held(day).map(Label::level);
    return switch (league.or(() -> held.map(this::league)).orElse(2)) {
      case 1 -> Maturity.WORLD_LEADING;
      case 3 -> Maturity.SMALL;
      default ->
          held.filter(level -> level == LabelLevel.BRONZE).isPresent()
              ? Maturity.EMERGING
              : Maturity.STRONG;
    };
  }
}
