package dk.brobygger.corpus.entry;

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
}
